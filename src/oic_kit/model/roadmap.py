"""The dated roadmap of a place: what it consists of, and everything that follows its milestones.

How the day of each milestone is found stands in `milestones.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from oic_kit.model.calendar import DAY, WEEK, Calendar, Shifted, Why
from oic_kit.model.roadmap_table import DayRule, RoadmapTable, StageRow

Texts = Mapping[str, str]
"""A sentence in every language of the kit."""


@dataclass(frozen=True)
class Notice:
    """Something the reader should know or put right, as a sentence in every language."""

    id: str
    text: Texts


@dataclass(frozen=True)
class Reason:
    """Why a date moved: the cause, the first day it stood in the way, and a sentence."""

    why: Why
    day: date
    text: Texts


@dataclass(frozen=True)
class Timing:
    """What a place said about its time, and what the self-assessment makes of it.

    Args:
        start: first day of the work.
        council_dates: days on which the deciding body meets, in any order.
        paper_lead_days: days between handing in a paper and the meeting.
        slower: whether every offset is stretched.
        stretch_weeks: weeks that the phases in `stretch_phases` last longer, all together.
        skip_phases: phases that lie behind the place already.
        tasks: for each milestone the ids of rules that add a task to it.
    """

    start: date
    council_dates: tuple[date, ...] = ()
    paper_lead_days: int = 35
    slower: bool = False
    stretch_weeks: int = 0
    stretch_phases: frozenset[str] = frozenset()
    skip_phases: frozenset[str] = frozenset()
    tasks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Milestone:
    """One milestone with its day.

    Args:
        weeks: offset from the start; nothing for a paper, which counts back from its decision.
        asked: the day that the offset alone would give.
        day: the day that holds.
        status: `due` when the day lies in the past, for nobody has ticked it off yet.
        critical: whether a delay here delays the end.
        after: milestones that lie behind it.
        tasks: ids of the rules of the self-assessment that add a task here.
    """

    id: str
    phase: str
    rule: DayRule
    title: Texts
    does: Texts
    weeks: int | None
    asked: date
    day: date
    status: Literal["due", "planned"]
    critical: bool
    after: tuple[str, ...]
    chapters: tuple[int, ...]
    reasons: tuple[Reason, ...] = ()
    notices: tuple[Notice, ...] = ()
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phase:
    """One phase from its first day to the day before the next."""

    id: str
    title: Texts
    aim: Texts
    first: date
    last: date
    milestones: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """A task of the first ten working days, with its day."""

    day: date
    text: Texts


@dataclass(frozen=True)
class Week:
    """One of the first weeks of the lead: seven days, the first is that of the lead in post."""

    number: int
    first: date
    last: date
    stage: str
    title: Texts


@dataclass(frozen=True)
class Hour:
    """One Open Innovation Hour, and why it is not on the usual day or what paused before it."""

    day: date
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Roadmap:
    """The whole roadmap: milestones, phases, and the days that hang on them."""

    start: date
    milestones: tuple[Milestone, ...]
    phases: tuple[Phase, ...]
    first_days: tuple[Task, ...]
    first_weeks: tuple[Week, ...]
    hours: tuple[Hour, ...]
    notices: tuple[Notice, ...]

    def milestone(self, milestone: str) -> Milestone | None:
        """The milestone with an id; nothing if the plan skips it."""
        return next((m for m in self.milestones if m.id == milestone), None)


def phases(dated: tuple[Milestone, ...], table: RoadmapTable) -> tuple[Phase, ...]:
    """Give the phases that have milestones, one after the other without gaps."""
    found = [(row, [m for m in dated if m.phase == row.id]) for row in table.phases]
    kept = [(row, inside) for row, inside in found if inside]
    firsts = [min(m.day for m in inside) for _, inside in kept]
    lasts = [first - DAY for first in firsts[1:]] + [max(m.day for m in dated)]
    return tuple(
        Phase(row.id, row.title, row.aim, first, last, tuple(m.id for m in inside))
        for (row, inside), first, last in zip(kept, firsts, lasts, strict=True)
    )


def first_days(start: date, calendar: Calendar, table: RoadmapTable) -> tuple[Task, ...]:
    """Spread the tasks of the Monday sheet over the first working days."""
    working = list(islice(_working_days(start, calendar), max(t.day for t in table.first_days)))
    return tuple(Task(working[row.day - 1], row.task) for row in table.first_days)


def _working_days(start: date, calendar: Calendar) -> Iterator[date]:
    day = start
    while True:
        day = calendar.shift(day, calendar.blocks_work).day
        yield day
        day += DAY


def first_weeks(lead_in_post: date, table: RoadmapTable) -> tuple[Week, ...]:
    """Give the first weeks of the lead, counted from the day the lead is in post."""
    return tuple(
        _week(number, lead_in_post + WEEK * (number - 1), stage)
        for stage in table.stages
        for number in range(stage.first_week, stage.last_week + 1)
    )


def _week(number: int, first: date, stage: StageRow) -> Week:
    return Week(number, first, first + timedelta(days=6), stage.id, stage.title)


def hours(start: date, calendar: Calendar, table: RoadmapTable) -> tuple[Shifted, ...]:
    """Give the days of the Open Innovation Hour in the year that begins with `start`."""
    rule = table.rules.hour
    days = calendar.monthly(start, rule.weekday, rule.nth)
    return tuple(found for found in days if found.day < start + WEEK * 52)
