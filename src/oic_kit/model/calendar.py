"""Which days are for work, which are for events, and why a date had to move.

A calendar knows the holidays, the weekend and the breaks of one place. It knows no file and no
clock: public holidays are handed in (`services/holiday_names.py` looks them up).

Source:
    Rules and examples: `research/playbook.md` B.4; all of them are our own proposals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
_LONGEST_SEARCH = 366
"""Steps. Breaks that leave no day in a whole year are a slip of the pen: they are then ignored."""
_MOST_MONTHS = 36

Names = Mapping[str, str]
"""What a day or break is called, by language code; empty when nobody gave it a name."""

MonthDay = tuple[int, int]
"""Month and day of any year, such as (12, 20)."""


class Why(StrEnum):
    """What stands in the way of a date; the sentences are in `roadmap.yaml`."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    YEAR_BREAK = "year-break"
    MIDWEEK = "midweek"
    BRIDGE = "bridge"
    SCHOOL_BREAK = "school-break"
    SUMMER_PAUSE = "summer-pause"
    QUIET = "quiet"
    PREDECESSOR = "predecessor"


@dataclass(frozen=True)
class Obstacle:
    """One thing that stood in the way: what, on which day, and what it is called."""

    why: Why
    day: date
    name: Names = field(default_factory=dict)


@dataclass(frozen=True)
class Shifted:
    """A day that is allowed, and everything that was in the way before it, each cause once."""

    day: date
    reasons: tuple[Obstacle, ...] = ()


@dataclass(frozen=True)
class Span:
    """Days in a row; the first and the last belong to it."""

    first: date
    last: date
    name: Names = field(default_factory=dict)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class FreeDays:
    """What is known about the free days of a country or state.

    Args:
        holidays: public holidays by day, each with its names.
        weekend: days off every week, 0 for Monday to 6 for Sunday.
        warning: id of a notice if country or state are not known; empty if all is well.
    """

    holidays: Mapping[date, Names] = field(default_factory=dict)
    weekend: frozenset[int] = frozenset({5, 6})
    warning: str = ""


Blocked = Callable[[date], Obstacle | None]
"""Asks what stands in the way on one day; `None` when nothing does."""


@dataclass(frozen=True)
class Calendar:
    """The days of one place.

    Args:
        holidays: public holidays by day, each with its names.
        weekend: days off every week, 0 for Monday to 6 for Sunday.
        year_break: first and last day of the break over New Year.
        summer_pause: first and last day of the pause in years without a long school break.
        school_breaks: school holidays as the place gave them.
        long_break_days: a school break of at least so many days counts as the summer holidays.
        quiet: days before an election without launches and prizes.
    """

    holidays: Mapping[date, Names] = field(default_factory=dict)
    weekend: frozenset[int] = frozenset({5, 6})
    year_break: tuple[MonthDay, MonthDay] = ((12, 20), (1, 6))
    summer_pause: tuple[MonthDay, MonthDay] = ((8, 1), (8, 31))
    school_breaks: tuple[Span, ...] = ()
    long_break_days: int = 28
    quiet: Span | None = None

    def blocks_work(self, day: date) -> Obstacle | None:
        """Say why nobody works on a day: weekend, public holiday or the break over New Year."""
        if _in_months(day, *self.year_break):
            return Obstacle(Why.YEAR_BREAK, day)  # one reason, not one for each feast in it
        if day in self.holidays:
            return Obstacle(Why.HOLIDAY, day, self.holidays[day])
        if day.weekday() in self.weekend:
            return Obstacle(Why.WEEKEND, day)
        return None

    def blocks_event(self, day: date) -> Obstacle | None:
        """Say why a day is not for the public: no work, edge of the week, bridge day or break."""
        return (
            self.blocks_work(day)
            or self._blocks_midweek(day)
            or self._blocks_bridge(day)
            or self.blocks_school(day)
        )

    def blocks_meeting(self, day: date) -> Obstacle | None:
        """Say why a council would not meet on a day: no work, or the edge of the week."""
        return self.blocks_work(day) or self._blocks_midweek(day)

    def blocks_summer(self, day: date) -> Obstacle | None:
        """Say whether a day lies in the summer holidays: entered ones, else the usual pause."""
        long = [b for b in self.school_breaks if b.days >= self.long_break_days]
        for found in long:
            if day in found:
                return Obstacle(Why.SUMMER_PAUSE, day, found.name)
        known = any(day.year in (b.first.year, b.last.year) for b in long)
        if not known and _in_months(day, *self.summer_pause):
            return Obstacle(Why.SUMMER_PAUSE, day)
        return None

    def blocks_school(self, day: date) -> Obstacle | None:
        """Say whether families, schools and volunteers are on holiday on a day."""
        if summer := self.blocks_summer(day):
            return summer
        for found in self.school_breaks:
            if day in found:
                return Obstacle(Why.SCHOOL_BREAK, day, found.name)
        return None

    def blocks_launch(self, day: date) -> Obstacle | None:
        """Say whether a day lies in the quiet weeks before an election."""
        if self.quiet and day in self.quiet:
            return Obstacle(Why.QUIET, day, self.quiet.name)
        return None

    def _blocks_midweek(self, day: date) -> Obstacle | None:
        # Tuesday to Thursday where the weekend is Saturday and Sunday; elsewhere likewise the
        # working days that have a working day on both sides.
        sides = {(day.weekday() - 1) % 7, (day.weekday() + 1) % 7}
        return Obstacle(Why.MIDWEEK, day) if sides & self.weekend else None

    def _blocks_bridge(self, day: date) -> Obstacle | None:
        if self.blocks_work(day - DAY) and self.blocks_work(day + DAY):
            return Obstacle(Why.BRIDGE, day)
        return None

    def shift(self, day: date, blocked: Blocked, *, step: timedelta = DAY) -> Shifted:
        """Move a day on until nothing stands in the way.

        Args:
            day: the first day that would do.
            blocked: which rule counts.
            step: how far to move each time; negative to move back, as deadlines do.

        Returns:
            The day with all reasons. If a whole year offers no day, breaks are left aside.
        """
        for rule in (blocked, self.blocks_work):
            reasons: list[Obstacle] = []
            at = day
            for _ in range(_LONGEST_SEARCH):
                obstacle = rule(at)
                if obstacle is None:
                    return Shifted(at, _once(reasons))
                reasons.append(obstacle)
                at += step
        return Shifted(day)

    def monthly(self, start: date, weekday: int, nth: int) -> Iterator[Shifted]:
        """Give the days of a monthly online event from `start` on, such as every first Thursday.

        A holiday or the break over New Year moves a day by a week; in the summer holidays, and in
        a month without such a day, the event pauses.

        Args:
            start: the first day that would do.
            weekday: 0 for Monday to 6 for Sunday; a day off falls back to the day before.
            nth: 1 for the first such weekday of the month, up to 4.

        Returns:
            Days in order, for three years; each with what moved it or what paused before it.
        """
        while weekday in self.weekend:
            weekday = (weekday - 1) % 7
        reasons: list[Obstacle] = []
        for months in range(_MOST_MONTHS):
            year, month = divmod(start.month - 1 + months, 12)
            moved = self._in_month(date(start.year + year, month + 1, 1), weekday, nth)
            if moved.day < start:
                continue
            reasons += moved.reasons
            pause = self.blocks_summer(moved.day)
            if pause or moved.day.month != month + 1:
                reasons += [pause] if pause else []
                continue
            yield Shifted(moved.day, _once(reasons))
            reasons = []

    def _in_month(self, first: date, weekday: int, nth: int) -> Shifted:
        day = first + DAY * ((weekday - first.weekday()) % 7) + WEEK * (nth - 1)
        return self.shift(day, self.blocks_work, step=WEEK)


def _in_months(day: date, first: MonthDay, last: MonthDay) -> bool:
    at = (day.month, day.day)
    if first <= last:
        return first <= at <= last
    return at >= first or at <= last


def _once(reasons: list[Obstacle]) -> tuple[Obstacle, ...]:
    """Keep each cause once; the edges of the week only when there is no better reason."""
    seen: dict[tuple[Why, tuple[tuple[str, str], ...]], Obstacle] = {}
    for reason in reasons:
        seen.setdefault((reason.why, tuple(sorted(reason.name.items()))), reason)
    telling = [r for r in seen.values() if r.why not in (Why.WEEKEND, Why.MIDWEEK)]
    return tuple(telling or seen.values())
