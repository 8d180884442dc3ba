"""Calendar files, read back by a reader that is not ours."""

from __future__ import annotations

from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from oic_kit.model.ics import Entry, calendar

DAY = date(2027, 3, 1)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300)


def written(*entries: Entry) -> str:
    """A calendar with some entries."""
    return calendar("Fahrplan", entries, stamp=DAY, product="oic-kit//de")


def read(text: str) -> list[icalendar.Event]:
    """The entries of a calendar."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


@given(title=TEXTS, text=TEXTS)
def test_every_text_comes_back_as_it_was(title, text):
    """Commas, semicolons, umlauts and emoji of a plan look the same in every calendar program."""
    event = read(written(Entry("m0", DAY, title, text)))[0]

    assert title == str(event.get("SUMMARY", ""))
    assert text == str(event.get("DESCRIPTION", ""))


@given(title=TEXTS)
def test_no_line_is_longer_than_allowed(title):
    """Strict programs refuse lines of more than 75 octets."""
    lines = written(Entry("m0", DAY, title)).encode().split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert b"" == lines[-1]


def test_line_breaks_in_a_text_are_kept():
    """The reasons for a date stand on lines of their own below it."""
    event = read(written(Entry("m0", DAY, "M0", "Erstens\nZweitens")))[0]

    assert "Erstens\nZweitens" == str(event["DESCRIPTION"])


def test_a_day_is_a_whole_day_and_blocks_nothing():
    """A milestone fills no time slot: colleagues can still be invited on that day."""
    event = read(written(Entry("m0", DAY, "M0")))[0]

    assert (DAY, date(2027, 3, 2)) == (event["DTSTART"].dt, event["DTEND"].dt)
    assert "TRANSPARENT" == event["TRANSP"]


def test_several_days_end_after_the_last_one():
    """A stretch of days ends on its last day, not before it."""
    event = read(written(Entry("p1", DAY, "Phase", last=date(2027, 3, 5))))[0]

    assert date(2027, 3, 6) == event["DTEND"].dt


def test_the_same_plan_gives_the_same_file():
    """Nobody's calendar changes because a file was written on another day."""
    assert written(Entry("m0", DAY, "M0")) == written(Entry("m0", DAY, "M0"))
