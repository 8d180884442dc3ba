"""Begin and end of every format: a calendar shows them as the invitation says."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest

from oic_kit.services.event_hours import hours_of, moments_of
from oic_kit.services.format_records import formats
from oic_kit.services.kit_calendar import kit_calendar
from oic_kit.services.place_calendar import place_calendar
from oic_kit.services.playbook_book import Source
from oic_kit.services.runbook import Runbook
from oic_kit.services.template import template_root
from tests.places import profile

DAY = date(2027, 9, 17)


@pytest.mark.parametrize(
    ("name", "begin", "end"),
    [
        ("open-innovation-hour", "2027-09-17T12:30", "2027-09-17T13:30"),
        ("hackathon", "2027-09-17T16:30", "2027-09-18T18:00"),
        ("decision-sprint", "2027-09-17T10:00", "2027-09-17T11:30"),
        ("podcast", "2027-09-17T07:00", "2027-09-17T07:28"),
    ],
)
def test_an_event_takes_as_long_as_its_agenda(name: str, begin: str, end: str) -> None:
    """
    A guest who comes when the page says so is in time, also on the second day.
    """
    found = hours_of(formats("de")[name], DAY)

    assert [begin, end] == [at.isoformat(timespec="minutes") for at in found]


def test_the_hours_are_those_of_the_place() -> None:
    """
    A guest on a journey sees the evening at the right time, in summer and in winter.
    """
    evening, place = formats("de")["pitch-night"], profile("gent")

    summer, _end = moments_of(evening, date(2027, 5, 13), place)
    winter, _end = moments_of(evening, date(2027, 11, 11), place)

    assert ("16:30", "17:30") == (f"{summer:%H:%M}", f"{winter:%H:%M}")


def test_the_calendar_of_a_bundle_says_when_where_and_what() -> None:
    """
    A colleague who loads the dates of a format sees the evening with its agenda, not a whole day.
    """
    place = profile("gent").model_copy(
        update={"office": profile("gent").office.model_copy(update={"space": "own", "name": "Lab"})}
    )
    record = formats("en")["pitch-night"]
    book = Runbook(Source(template_root(), place, place), "en", record, DAY, place_calendar(place))

    read = icalendar.Calendar.from_ical(kit_calendar(book))
    (event,) = [it for it in read.walk("VEVENT") if "TRANSP" not in it]

    assert "16:30-18:30 Lab" == f"{event['DTSTART'].dt:%H:%M}-{event['DTEND'].dt:%H:%M} " + str(
        event["LOCATION"]
    )
    assert "18:30 " in str(event["DESCRIPTION"])
