"""Working days, event days, the first Thursday and the breaks of a place."""

from __future__ import annotations

import datetime

import pytest

from oic_kit.model.calendar import Calendar, Span, Why
from tests.playbook_plans import (
    a_calendar,
    a_place,
    day,
    hours_between,
)

PUBLISHED_HOURS = [
    "2025-11-06",
    "2025-12-04",
    "2026-01-08",
    "2026-02-05",
    "2026-03-05",
    "2026-04-02",
    "2026-05-07",
    "2026-07-02",
    "2026-09-03",
    "2026-10-01",
]


def test_the_rule_gives_all_ten_published_dates_of_the_real_hour() -> None:
    """
    The first-Thursday rule finds what Bielefeld published, and one more: 11 June, which it left out.
    """
    found = hours_between(a_calendar(), "2025-11-01", "2026-10-31")

    assert sorted([*PUBLISHED_HOURS, "2026-06-11"]) == found


def test_an_hour_that_moved_says_why() -> None:
    """
    A reader of the calendar sees why the hour of January 2026 is a week later.
    """
    january = next(a_calendar().monthly(day("2026-01-01"), 3, 1))

    assert (day("2026-01-08"), [Why.YEAR_BREAK]) == (january.day, [r.why for r in january.reasons])


def test_entered_summer_holidays_replace_the_usual_pause() -> None:
    """
    Where the holidays end early, the hour is back in August.
    """
    summer = [{"first": "2027-06-24", "last": "2027-08-04", "name": "Sommerferien"}]
    calendar = a_calendar(a_place(school_breaks=summer))

    assert ["2027-06-03", "2027-08-05", "2027-09-02"] == hours_between(
        calendar, "2027-06-01", "2027-09-30"
    )


def test_the_summer_pause_follows_the_hemisphere() -> None:
    """
    A place south of the equator pauses in January, not in August.
    """
    south = a_place(about={"coordinates": [-33.9, 18.4]})

    assert ["2027-08-05", "2027-12-02", "2028-02-03"] == [
        found
        for found in hours_between(a_calendar(south), "2027-08-01", "2028-02-28")
        if found[5:7] in ("08", "12", "01", "02")
    ]


@pytest.mark.parametrize("weekend", [{5, 6}, {4, 5}, {4, 6}, {4}])
def test_events_keep_away_from_the_weekend_of_the_country(weekend: set[int]) -> None:
    """
    Where Friday is free, an event is not on a Thursday.
    """
    calendar = Calendar(weekend=frozenset(weekend))
    week = [day("2027-06-07") + datetime.timedelta(days=n) for n in range(7)]

    for one in week:
        if calendar.blocks_event(one) is None:
            assert not {(one.weekday() + side) % 7 for side in (-1, 0, 1)} & weekend


def test_a_bridge_day_is_no_day_for_an_event() -> None:
    """
    Between two holidays nobody comes.
    """
    feasts = {day("2027-06-08"): {"en": "A"}, day("2027-06-10"): {"en": "B"}}
    blocked = Calendar(holidays=feasts).blocks_event(day("2027-06-09"))

    assert blocked
    assert Why.BRIDGE is blocked.why


def test_a_break_knows_its_days() -> None:
    """
    Both ends of a break belong to it.
    """
    span = Span(day("2027-07-01"), day("2027-07-03"))

    assert (3, True, False) == (span.days, day("2027-07-03") in span, day("2027-07-04") in span)
