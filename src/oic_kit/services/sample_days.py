"""The first dates of a place, as its calendar allows them: sample events and posts lie on them."""

from __future__ import annotations

from datetime import date
from itertools import islice

from oic_kit.model.calendar import DAY, WEEK, Calendar
from oic_kit.model.place import Place
from oic_kit.model.roadmap_plan import calendar_of
from oic_kit.services.holiday_names import free_days
from oic_kit.services.kickoff import kickoff_of
from oic_kit.services.playbook_data import playbook_tables

_THURSDAY = 3

# Weeks after the kickoff, before it when negative, from which on a fitting day is looked for.
_EVENTS = {
    "past_evening": -10,
    "meetup_1": 5,
    "walk": 7,
    "jam_before": 8,
    "circle_start": 12,
    "circle_closes": 10,
    "market": 26,
}
_WORK = {
    "post_idea": -13,
    "post_challenge": -8,
    "post_interview": -7,
    "post_guide": -6,
    "post_news": -5,
    "decided_opens": -20,
    "decided_closes": -12,
    "open_opens": -5,
    "open_closes": 14,
    "planned_opens": 14,
    "planned_closes": 20,
    "project_idea": 0,
    "project_exploring": -8,
    "project_testing": -30,
    "project_operating": -80,
    "project_stopped": -70,
    "project_stopped_end": -22,
}


def sample_days(place: Place) -> dict[str, str]:
    """Dates for seed pages by name, written `year-month-day`.

    Event days obey the place's calendar; days of posts, calls and projects are working days.
    Everything counts from the kickoff, never from today: two generations give the same bytes.

    Raises:
        PlaceFileError: the record names no first day.
    """
    start = kickoff_of(place)
    # From two years before, when a sample project began, to two years on, where a market may lie.
    days_off = free_days(place.place.country, place.place.state, start.year - 2, start.year + 2)
    calendar = calendar_of(place, playbook_tables().roadmap, days_off)
    days = {
        name: calendar.shift(start + weeks * WEEK, calendar.blocks_event).day
        for name, weeks in _EVENTS.items()
    }
    days |= {
        name: calendar.shift(start + weeks * WEEK, calendar.blocks_work).day
        for name, weeks in _WORK.items()
    }
    day_after = calendar.shift(days["past_evening"] + DAY, calendar.blocks_work).day
    days["post_lookback"] = calendar.shift(day_after + DAY, calendar.blocks_work).day
    days["jam"] = calendar.shift(days["jam_before"] + 2 * WEEK, calendar.blocks_event).day
    days |= _hours(calendar, start)
    texts = {name: day.isoformat() for name, day in sorted(days.items())}
    return {**texts, "report_year": str(start.year)}


def _hours(calendar: Calendar, start: date) -> dict[str, date]:
    """The first three dates of the monthly hour: first Thursdays, as in the real OICs."""
    hours = islice(calendar.monthly(start + 3 * WEEK, _THURSDAY, 1), 3)
    return {f"hour_{number}": hour.day for number, hour in enumerate(hours, start=1)}
