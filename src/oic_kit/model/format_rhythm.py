"""How often a format takes place: a rule that a calendar can follow without reading prose."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.content_event_words import Mode
from oic_kit.model.content_knowledge import Rhythm
from oic_kit.model.format_blocks import Claim, Clock, Minutes
from oic_kit.model.part import Part
from oic_kit.model.text import Line


class Weekday(StrEnum):
    """Days of the week as the calendar of Python numbers them, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return list(Weekday).index(self)


class DateRule(Part):
    """When the dates of a format fall.

    Args:
        weekdays: days of the week; several make several dates in the same week.
        start: local time of the first minute, `HH:MM`.
        months: months, 1 to 12, in which a date or a series begins.
        nth: which such weekday of the month, 1 to 4; -1 is the last. Nothing for weekly rules.
        every_weeks: weeks between two dates of a series or of a weekly rule.
        count: dates of one series; nothing when there is no end.
        days: days in a row that one date takes.
        blocked: what happens on a public holiday or in a break: a week later, the next day that
            is allowed, or nothing.
        pause: breaks that are kept free whatever the rule says.
    """

    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1, max_length=5)]
    start: Clock
    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = tuple(range(1, 13))
    nth: Literal[1, 2, 3, 4, -1] | None = None
    every_weeks: Annotated[int, Field(ge=1, le=26)] | None = None
    count: Annotated[int, Field(ge=2, le=60)] | None = None
    days: Annotated[int, Field(ge=1, le=5)] = 1
    blocked: Literal["week-later", "next-day", "skip"] = "week-later"
    pause: tuple[Literal["summer-holidays", "school-holidays", "year-break"], ...] = ("year-break",)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.nth is None and self.every_weeks is None:
            raise ValueError("say which weekday of the month (nth) or every how many weeks")
        if self.count is not None and self.every_weeks is None:
            raise ValueError("a count needs every_weeks: how far the dates of a series lie apart")
        if list(self.months) != sorted(set(self.months)):
            raise ValueError("write each month once, in the order of the year")
        return self


_STARTS = {Rhythm.QUARTERLY: 4, Rhythm.HALF_YEARLY: 2, Rhythm.YEARLY: 1}


class Cadence(Part):
    """How often, how long and where, in words and as a rule.

    Args:
        every: the rhythm as the website shows it.
        rule: nothing for formats that happen on demand.
        turnaround_weeks: weeks from the first day to the last for formats that run for a while.
    """

    every: Rhythm
    text: Annotated[Line, Field(min_length=10)]
    rule: DateRule | None = None
    duration_min: Minutes
    mode: Mode
    turnaround_weeks: Annotated[int, Field(ge=1, le=104)] | None = None
    source: Claim

    @model_validator(mode="after")
    def _rule_fits(self) -> Self:
        if (self.rule is None) != (self.every in (Rhythm.ON_DEMAND, Rhythm.ONCE)):
            raise ValueError("give a rule for every rhythm but on-demand and once, and none there")
        wanted = _STARTS.get(self.every)
        if self.rule and wanted and len(self.rule.months) != wanted:
            raise ValueError(f"{self.every} needs {wanted} month(s), not {len(self.rule.months)}")
        return self
