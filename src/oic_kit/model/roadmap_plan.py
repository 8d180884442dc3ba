"""From the answers of a place to its dated roadmap: start, breaks, quiet weeks and notices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from oic_kit.model.calendar import DAY, WEEK, Calendar, FreeDays, Names, Span
from oic_kit.model.gates import Do, Gate, effects
from oic_kit.model.milestones import milestones, notice, reason
from oic_kit.model.place import Place
from oic_kit.model.roadmap import (
    Hour,
    Milestone,
    Notice,
    Roadmap,
    Timing,
    first_days,
    first_weeks,
    hours,
    phases,
)
from oic_kit.model.roadmap_table import RoadmapTable, month_day

_FIRST_HOUR, _LEAD, _CONCEPT, _KICK_OFF = "M6", "M8", "M2", "M9"


def start_of(place: Place, table: RoadmapTable, today: date) -> date:
    """The first day of the work: as answered, else a Monday some weeks from today."""
    if place.playbook.kickoff:
        return place.playbook.kickoff
    soonest = today + WEEK * table.rules.start_after_weeks
    return soonest + DAY * (-soonest.weekday() % 7)


def calendar_of(place: Place, table: RoadmapTable, days: FreeDays) -> Calendar:
    """The free days, breaks and quiet weeks of a place."""
    given, rules = place.playbook, table.rules
    coordinates = place.place.coordinates
    southern = coordinates is not None and coordinates[0] < 0
    pause = rules.southern_pause if southern else rules.summer_pause
    quiet = None
    if given.election_date:
        first = given.election_date - WEEK * rules.quiet_weeks
        quiet = Span(first, given.election_date)
    return Calendar(
        holidays={day: _named(names, table) for day, names in days.holidays.items()},
        weekend=days.weekend,
        year_break=rules.year_break.span,
        summer_pause=pause.span,
        school_breaks=tuple(
            Span(b.first, b.last, dict.fromkeys(table.dates, b.name)) for b in given.school_breaks
        ),
        long_break_days=rules.long_break_days,
        quiet=quiet,
    )


def _named(names: Names, table: RoadmapTable) -> Names:
    """A holiday in our words; the library joins feasts of the same day with a semicolon."""
    return {
        language: "; ".join(
            table.holiday_words.get(language, {}).get(part, part) for part in name.split("; ")
        )
        for language, name in names.items()
    }


def timing_of(place: Place, table: RoadmapTable, found: Sequence[Gate], today: date) -> Timing:
    """Start, council dates and pace, with what the self-assessment changes."""
    given = place.playbook
    stretched = effects(found, Do.WEEKS)
    tasks: dict[str, tuple[str, ...]] = {}
    for gate, effect in effects(found, Do.TASK):
        key = effect.milestone or ""
        tasks[key] = (*tasks.get(key, ()), gate.id)
    return Timing(
        start=start_of(place, table, today),
        council_dates=given.council_dates,
        paper_lead_days=given.paper_lead_days,
        slower=given.slower,
        stretch_weeks=sum(effect.number or 0 for _, effect in stretched),
        stretch_phases=frozenset(phase for _, effect in stretched for phase in effect.phases),
        skip_phases=frozenset(
            phase for _, effect in effects(found, Do.SKIP_PHASE) for phase in effect.phases
        ),
        tasks=tasks,
    )


def roadmap(
    place: Place, table: RoadmapTable, days: FreeDays, found: Sequence[Gate], *, today: date
) -> Roadmap:
    """Date the whole plan of a place.

    Args:
        place: the record of its answers.
        table: offsets, rules and sentences.
        days: public holidays and weekend.
        found: rules of the self-assessment that hold.
        today: days before it are shown as due.
    """
    calendar = calendar_of(place, table, days)
    timing = timing_of(place, table, found, today)
    dated = milestones(timing, calendar, table, today=today)
    day = {milestone.id: milestone.day for milestone in dated}
    return Roadmap(
        start=timing.start,
        milestones=dated,
        phases=phases(dated, table),
        first_days=first_days(timing.start, calendar, table),
        first_weeks=first_weeks(day.get(_LEAD, timing.start), table),
        hours=tuple(
            Hour(each.day, tuple(reason(obstacle, table) for obstacle in each.reasons))
            for each in hours(day.get(_FIRST_HOUR, timing.start), calendar, table)
        ),
        notices=tuple(_notices(place, table, days, timing, dated)),
    )


def _notices(
    place: Place,
    table: RoadmapTable,
    days: FreeDays,
    timing: Timing,
    dated: Sequence[Milestone],
) -> Iterator[Notice]:
    given = place.playbook
    if days.warning:
        yield notice(table, days.warning)
    if given.kickoff is None:
        yield notice(table, "no-start", day=table.written(timing.start))
    if not given.school_breaks:
        yield notice(table, "no-school-breaks")
    if given.election_date:
        first = given.election_date - WEEK * table.rules.quiet_weeks
        words = {"first": table.written(first), "last": table.written(given.election_date)}
        yield notice(table, "quiet", **words)
    yield _budget_deadline(given.budget_deadline, table, timing.start, dated)
    for milestone in dated:
        if milestone.id == _KICK_OFF and milestone.weeks is not None and not timing.slower:
            yield notice(table, "ambitious", weeks=str(milestone.weeks))


def _budget_deadline(
    written: str, table: RoadmapTable, start: date, dated: Sequence[Milestone]
) -> Notice:
    if not written:
        return notice(table, "no-budget-deadline")
    try:
        month, day = month_day(written)
    except ValueError:
        return notice(table, "budget-deadline-unreadable")
    deadline = _next(month, day, start)
    concept = next((m.day for m in dated if m.id == _CONCEPT), start)
    name = "budget-deadline" if concept <= deadline else "budget-deadline-early"
    return notice(table, name, day=table.written(deadline))


def _next(month: int, day: int, start: date) -> date:
    """The first such day on or after the start; 29 February counts as the day before March."""
    for year in (start.year, start.year + 1):
        # The last day of a month is the same for every day that a short year does not have.
        leap_day = (month, day) == (2, 29)
        found = date(year, 3, 1) - timedelta(days=1) if leap_day else date(year, month, day)
        if found >= start:
            return found
    return found
