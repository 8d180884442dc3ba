"""The first dates of a place, as its calendar allows them: sample events and posts lie on them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from oic_kit.model.calendar import Calendar
from oic_kit.model.place import Place
from oic_kit.model.roadmap_plan import calendar_of
from oic_kit.services.holiday_names import free_days
from oic_kit.services.playbook_data import playbook_tables

_THURSDAY = 3
_WEEK = timedelta(weeks=1)

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
    "post_idea": -12,
    "post_lookback": -9,
    "post_guide": -6,
    "post_interview": -4,
    "post_challenge": -2,
    "post_news": -1,
    "decided_opens": -20,
    "decided_closes": -12,
    "open_opens": -2,
    "open_closes": 14,
    "planned_opens": 14,
    "planned_closes": 20,
    "project_idea": 0,
    "project_exploring": -8,
    "project_testing": -30,
    "project_operating": -80,
    "project_stopped": -60,
    "project_stopped_end": -20,
}


def sample_days(place: Place) -> dict[str, str]:
    """Dates for seed pages by name, written `year-month-day`.

    Event days obey the place's calendar; days of posts, calls and projects are working days.
    Everything counts from the kickoff, never from today: two generations give the same bytes.
    """
    start = place.playbook.kickoff
    if start is None:
        raise ValueError("a completed record has a kickoff")
    # From two years before, when a sample project began, to two years on, where a market may lie.
    days_off = free_days(place.place.country, place.place.state, start.year - 2, start.year + 2)
    calendar = calendar_of(place, playbook_tables().roadmap, days_off)
    days = {
        name: calendar.shift(start + weeks * _WEEK, calendar.blocks_event).day
        for name, weeks in _EVENTS.items()
    }
    days |= {
        name: calendar.shift(start + weeks * _WEEK, calendar.blocks_work).day
        for name, weeks in _WORK.items()
    }
    days["jam"] = calendar.shift(days["jam_before"] + 2 * _WEEK, calendar.blocks_event).day
    days |= _hours(calendar, start)
    texts = {name: day.isoformat() for name, day in sorted(days.items())}
    return {**texts, "report_year": str(start.year)}


def _hours(calendar: Calendar, start: date) -> dict[str, date]:
    """The first three dates of the monthly hour: first Thursdays, as in the real OICs."""
    hours = islice(calendar.monthly(start + 3 * _WEEK, _THURSDAY, 1), 3)
    return {f"hour_{number}": hour.day for number, hour in enumerate(hours, start=1)}
