"""The days on which a format takes place: its rule and the calendar of a place, nothing else.

Source:
    `research/playbook.md` B.4; what a rule says is in the record of each format.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from oic_kit.model.calendar import DAY, WEEK, Calendar, Obstacle, Shifted, Why
from oic_kit.model.format_rhythm import DateRule

_OFTEN = 6
"""Months. A rule that names so many is a regular one: in a break it pauses instead of moving."""
_NEAR = 8
"""Steps that a rare event may be moved on; further away it would be another event."""


def format_dates(
    rule: DateRule, calendar: Calendar, first: date, last: date, *, whole: bool = False
) -> list[Shifted]:
    """Give every day of a format between two days, both included, in order.

    Args:
        rule: when the dates fall, and what happens on a day off.
        calendar: holidays and breaks of the place.
        first: the first day that may be one.
        last: the last day that may be one.
        whole: leave out the rest of a series that began before the first day; nobody begins with
            its third evening.

    Returns:
        Days with what moved them; each day once. Days that pause are left out.
    """
    if rule.nth is not None and rule.count is not None:
        found = _series(rule, calendar, first, last, whole=whole)
    elif rule.nth is not None:
        found = _monthly(rule, calendar, first, last)
    else:
        found = _weekly(rule, calendar, first, last)
    once = {shifted.day: shifted for shifted in found if first <= shifted.day <= last}
    return [once[day] for day in sorted(once)]


def obstacle_on(day: date, rule: DateRule, calendar: Calendar) -> Obstacle | None:
    """Say why a format does not take place on a day; the weekend only counts if the rule avoids it."""
    found = calendar.blocks_work(day)
    if found and found.why is Why.HOLIDAY:
        return found
    if found and found.why is Why.YEAR_BREAK and "year-break" in rule.pause:
        return found
    if found and found.why is Why.YEAR_BREAK and day in calendar.holidays:
        return Obstacle(Why.HOLIDAY, day, calendar.holidays[day])
    return _break_on(day, rule, calendar)


def _break_on(day: date, rule: DateRule, calendar: Calendar) -> Obstacle | None:
    if "school-holidays" in rule.pause:
        return calendar.blocks_school(day)
    return calendar.blocks_summer(day) if "summer-holidays" in rule.pause else None


def _monthly(rule: DateRule, calendar: Calendar, first: date, last: date) -> Iterator[Shifted]:
    pauses = len(rule.months) >= _OFTEN
    for start in _months(rule, first, last):
        for number in _numbers(rule, calendar):
            moved = _placed(nth_day(start, number, rule.nth or 1), rule, calendar)
            if moved is None:
                continue
            left = (moved.day.year, moved.day.month) != (start.year, start.month)
            if not (pauses and (left or _paused(moved, rule))):
                yield moved


def _paused(moved: Shifted, rule: DateRule) -> bool:
    """Whether a break stood in the way: a regular event then pauses; after a holiday it moves."""
    breaks = {Why.SUMMER_PAUSE, Why.SCHOOL_BREAK}
    return rule.blocked != "next-day" and any(it.why in breaks for it in moved.reasons)


def _series(
    rule: DateRule, calendar: Calendar, first: date, last: date, *, whole: bool
) -> Iterator[Shifted]:
    """Every series that has days in a stretch of time."""
    for start in _months(rule, first - timedelta(days=366), last):
        for number in _numbers(rule, calendar):
            found = list(_one_series(nth_day(start, number, rule.nth or 1), rule, calendar))
            if found and not (whole and found[0].day < first):
                yield from found


def _one_series(day: date, rule: DateRule, calendar: Calendar) -> Iterator[Shifted]:
    """Some dates at equal distances from a beginning; one that moves takes the later ones along."""
    step = WEEK * (rule.every_weeks or 1)
    for _number in range(rule.count or 1):
        moved = _placed(day, rule, calendar)
        if moved is not None:
            yield moved
        day = (moved.day if moved else day) + step


def _weekly(rule: DateRule, calendar: Calendar, first: date, last: date) -> Iterator[Shifted]:
    for number in _numbers(rule, calendar):
        day = first + DAY * ((number - first.weekday()) % 7)
        every = WEEK * (rule.every_weeks or 1)
        days = (day + every * at for at in range((last - first).days // every.days + 1))
        for at in islice(days, rule.count):
            moved = _placed(at, rule, calendar)
            if moved is not None:
                yield moved


def _placed(day: date, rule: DateRule, calendar: Calendar) -> Shifted | None:
    """The day itself or the next one that the rule allows; nothing when it is skipped."""
    if rule.blocked == "skip":
        return None if obstacle_on(day, rule, calendar) else Shifted(day)
    step = DAY if rule.blocked == "next-day" else WEEK
    reasons: list[Obstacle] = []
    for _step in range(_NEAR if step == WEEK else _NEAR * 7):
        off = calendar.blocks_work(day) if step == DAY else None
        found = obstacle_on(day, rule, calendar) or off
        if found is None:
            return Shifted(day, tuple(reasons))
        if found.name not in [it.name for it in reasons] or not reasons:
            reasons.append(found)
        day += step
    return None


def _months(rule: DateRule, first: date, last: date) -> Iterator[date]:
    """The first days of the months in which the rule lets a date begin; one before counts too."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        if month in rule.months:
            yield date(year, month, 1)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _numbers(rule: DateRule, calendar: Calendar) -> Iterator[int]:
    """The weekdays; where a working day of ours belongs to the weekend, the day before it."""
    for weekday in rule.weekdays:
        number = weekday.number
        while number < 5 and number in calendar.weekend:
            number = (number - 1) % 7
        yield number


def nth_day(month: date, weekday: int, nth: int) -> date:
    """The first to fourth such weekday of a month, or its last (-1).

    Args:
        month: the first day of the month.
        weekday: 0 for Monday to 6 for Sunday.
        nth: 1 to 4, or -1.
    """
    if nth > 0:
        return month + DAY * ((weekday - month.weekday()) % 7) + WEEK * (nth - 1)
    end = (month.replace(day=28) + DAY * 4).replace(day=1) - DAY
    return end - DAY * ((end.weekday() - weekday) % 7)
