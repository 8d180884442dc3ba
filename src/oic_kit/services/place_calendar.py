"""The calendar of a place, and the day from which the first date of each format is counted."""

from __future__ import annotations

from datetime import date

from oic_kit.model.calendar import DAY, WEEK, Calendar
from oic_kit.model.format_dates import format_dates
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.place import Place
from oic_kit.model.playbook_plan import Plan
from oic_kit.model.roadmap_plan import calendar_of
from oic_kit.services.holiday_names import free_days
from oic_kit.services.kickoff import kickoff_of
from oic_kit.services.playbook_data import playbook_tables

# From which step of the plan on a format may begin; all others wait for the public start.
_STARTS = {"open-innovation-hour": "M6", "innovation-circle": "M10", "challenge-call": "M12"}
_PUBLIC_START = "M9"
_YEARS_AHEAD = 8
_LONGEST_WAIT = 3


def place_calendar(place: Place, day: date | None = None) -> Calendar:
    """The free days, breaks and quiet weeks of a place.

    Args:
        place: the record.
        day: a day around which holidays are wanted; the first day of the work when left out.
    """
    first = (day or kickoff_of(place)).year
    days = free_days(place.place.country, place.place.state, first - 1, first + _YEARS_AHEAD)
    return calendar_of(place, playbook_tables().roadmap, days)


def first_event(
    record: FormatRecord, plan: Plan, calendar: Calendar, today: date | None = None
) -> date:
    """The first day on which a format can take place under the plan, with all its lead time.

    Args:
        record: the format.
        plan: its milestones say from when on a format may begin.
        calendar: free days of the place.
        today: nothing is planned that would have had to begin before it; when left out, the plan
            alone decides, so that the same answers give the same papers.
    """
    reached = {found.id: found.day for found in plan.roadmap.milestones}
    waits = [item.earliest for item in plan.formats.planned if item.format == record.id]
    steps = [_STARTS.get(record.id, _PUBLIC_START), *waits]
    ready = max(plan.roadmap.start, today or plan.roadmap.start) + WEEK * record.lead_weeks
    first = max([ready, *(reached[step] for step in steps if step in reached)])
    return next(iter(days_from(record, calendar, first)), first)


def days_from(
    record: FormatRecord, calendar: Calendar, first: date, years: int = _LONGEST_WAIT
) -> list[date]:
    """The days of a format from a day on; one that happens on demand has the next that suits.

    A series counts from its beginning: one that would have begun before is left out.

    Args:
        record: the format.
        calendar: free days of the place.
        first: the first day that would do.
        years: how far to look.
    """
    rule = record.rhythm.rule
    if rule is None:
        return [calendar.shift(first, calendar.blocks_event).day]
    last = first + WEEK * 52 * years - DAY
    return [found.day for found in format_dates(rule, calendar, first, last, whole=True)]
