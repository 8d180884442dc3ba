"""What `roadmap.yaml` may hold: phases, milestones with their offsets, rules and sentences."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from oic_kit.model.calendar import MonthDay, Why
from oic_kit.model.figure import Bilingual
from oic_kit.model.part import Part
from oic_kit.model.text import LanguageCode, Slug

MilestoneId = Annotated[str, Field(pattern=r"^M\d{1,2}$")]
Chapters = tuple[Annotated[int, Field(ge=0, le=27)], ...]
_LEAP_YEAR = 2028


def month_day(written: str) -> MonthDay:
    """Read `12-20` as month and day.

    Raises:
        ValueError: if no year has such a day.
    """
    month, _, day = written.partition("-")
    found = date(_LEAP_YEAR, int(month), int(day))
    return found.month, found.day


def _real_day(written: str) -> str:
    if not re.fullmatch(r"\d{2}-\d{2}", written):
        raise ValueError('write month and day in quotes, e.g. "12-20"')
    month_day(written)
    return written


class DayRule(StrEnum):
    """How the day of a milestone is found."""

    WORK = "work"
    EVENT = "event"
    HOUR = "hour"
    COUNCIL = "council"
    PAPER = "paper"


class DayRange(Part):
    """A stretch of the year, such as the break over New Year."""

    first: Annotated[str, AfterValidator(_real_day)]
    last: Annotated[str, AfterValidator(_real_day)]

    @property
    def span(self) -> tuple[MonthDay, MonthDay]:
        """First and last day as numbers."""
        return month_day(self.first), month_day(self.last)


class HourRule(Part):
    """When the Open Innovation Hour takes place: weekday 0 is Monday, `nth` counts in the month."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    nth: Annotated[int, Field(ge=1, le=4)]


class Rules(Part):
    """The numbers behind every date; what each means stands in `rule_texts`."""

    year_break: DayRange
    summer_pause: DayRange
    southern_pause: DayRange
    long_break_days: Annotated[int, Field(ge=1, le=120)]
    quiet_weeks: Annotated[int, Field(ge=0, le=26)]
    slower_percent: Annotated[int, Field(ge=100, le=300)]
    start_after_weeks: Annotated[int, Field(ge=0, le=52)]
    hour: HourRule


class PhaseRow(Part):
    """One of the phases that the milestones belong to."""

    id: Slug
    title: Bilingual
    aim: Bilingual


class MilestoneRow(Part):
    """One milestone.

    Args:
        weeks: weeks after the start; a paper has none, it counts back from its decision.
        before: the decision that a paper belongs to.
        after: milestones that must lie behind.
        launch: whether it rests in the quiet weeks before an election.
        critical: whether a delay here delays the end.
    """

    id: MilestoneId
    phase: Slug
    rule: DayRule
    weeks: Annotated[int, Field(ge=0, le=400)] | None = None
    before: MilestoneId | None = None
    after: tuple[MilestoneId, ...] = ()
    launch: bool = False
    critical: bool = False
    title: Bilingual
    does: Bilingual
    chapters: Chapters = ()

    @model_validator(mode="after")
    def _paper_counts_back(self) -> Self:
        if (self.rule is DayRule.PAPER) != (self.weeks is None):
            raise ValueError("give every milestone but a paper its weeks")
        if (self.rule is DayRule.PAPER) != (self.before is not None):
            raise ValueError("say before which decision a paper is due, and only there")
        return self


class FirstDay(Part):
    """A task of the first ten working days, for the Monday sheet."""

    day: Annotated[int, Field(ge=1, le=10)]
    task: Bilingual


class StageRow(Part):
    """Some of the first hundred days of the lead: from one week to another."""

    id: Slug
    first_week: Annotated[int, Field(ge=1, le=20)]
    last_week: Annotated[int, Field(ge=1, le=20)]
    title: Bilingual


class DateWords(Part):
    """How one language writes a day, such as `{day}. {month} {year}`."""

    pattern: str
    months: Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]

    def write(self, day: date) -> str:
        """Write a day out in full."""
        return self.pattern.format(day=day.day, month=self.months[day.month - 1], year=day.year)


class RoadmapTable(Part):
    """Everything that `roadmap.yaml` holds.

    Args:
        holiday_words: for a language, names of holidays that we write in another way.
    """

    rules: Rules
    rule_texts: dict[Slug, Bilingual]
    dates: dict[LanguageCode, DateWords]
    holiday_words: Annotated[dict[LanguageCode, dict[str, str]], Field(default_factory=dict)]
    phases: tuple[PhaseRow, ...]
    milestones: tuple[MilestoneRow, ...]
    first_days: tuple[FirstDay, ...]
    stages: tuple[StageRow, ...]
    reasons: dict[Why, Bilingual]
    notices: dict[Slug, Bilingual]

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        phases = {phase.id for phase in self.phases}
        before: set[str] = set()
        known = {row.id for row in self.milestones}
        for row in self.milestones:
            if row.phase not in phases:
                raise ValueError(f"{row.id}: there is no phase {row.phase}")
            if missing := set(row.after) - before:
                raise ValueError(f"{row.id}: move {', '.join(sorted(missing))} above it")
            if row.before and row.before not in known:
                raise ValueError(f"{row.id}: there is no milestone {row.before}")
            before.add(row.id)
        if missing_reasons := set(Why) - set(self.reasons):
            raise ValueError(f"write a sentence for {', '.join(sorted(missing_reasons))}")
        return self

    def milestone(self, milestone: str) -> MilestoneRow:
        """The milestone with an id."""
        return next(row for row in self.milestones if row.id == milestone)

    def written(self, day: date) -> dict[str, str]:
        """A day in words, in every language of the table."""
        return {language: words.write(day) for language, words in self.dates.items()}
