"""Ten core indicators and eighteen optional ones, with targets scaled to the team.

Source:
    `research/playbook.md` E: year 1 is what Bielefeld planned for 2025, year 3 what it achieved,
    scaled by team over six; where there is no fact, the target is ours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.assumptions import Unit
from oic_kit.model.content_report import ReportCategory, Result
from oic_kit.model.figure import Bilingual, Figure, Origin, half_up
from oic_kit.model.part import Part
from oic_kit.model.text import Slug

GoalId = Literal["culture", "network", "future", "appeal", "all"]


class Compare(StrEnum):
    """How a target is meant."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"
    RISE = "rise"
    TREND = "trend"


class MeasureRow(Part):
    """One number that an indicator counts.

    Args:
        first: target of year 1, for a team of the reference size if `scaled`.
        third: target of year 3, likewise.
        upper: upper end where a target is a range.
        scaled: whether the target grows with the team; shares and scores do not.
    """

    id: Slug
    title: Bilingual
    unit: Unit
    compare: Compare
    first: Decimal | None = None
    third: Decimal | None = None
    upper: Decimal | None = None
    scaled: bool = False
    origin: Origin = Origin.OURS
    source: Slug | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.origin is Origin.FACT) != (self.source is not None):
            raise ValueError("name the source of a fact, and of nothing else")
        if (self.compare is Compare.TREND) != (self.first is None and self.third is None):
            raise ValueError("give a target for year 1 or 3, or compare: trend")
        if (self.compare is Compare.BETWEEN) != (self.upper is not None):
            raise ValueError("give upper for a range, and only there")
        return self


class IndicatorRow(Part):
    """The data sheet of one indicator.

    Args:
        core: whether it belongs to the ten that everybody reports.
        feeds: formats whose events give the numbers; none means that it always has data.
        owner: the role that counts.
    """

    id: Annotated[str, Field(pattern=r"^[CNFAX]\d$")]
    goal: GoalId
    core: bool = False
    title: Bilingual
    definition: Bilingual
    data: Bilingual
    frequency: Bilingual
    owner: Bilingual
    guidance: Bilingual | None = None
    measures: Annotated[tuple[MeasureRow, ...], Field(min_length=1)]
    feeds: tuple[Slug, ...] = ()


class IndicatorTable(Part):
    """Everything that `indicators.yaml` holds."""

    goals: dict[GoalId, Bilingual]
    compare: dict[Compare, Bilingual]
    principles: tuple[Bilingual, ...]
    indicators: tuple[IndicatorRow, ...]

    @model_validator(mode="after")
    def _ids_are_single(self) -> Self:
        ids = [row.id for row in self.indicators]
        ids += [measure.id for row in self.indicators for measure in row.measures]
        if twice := {one for one in ids if ids.count(one) > 1}:
            raise ValueError(f"these ids stand there twice: {', '.join(sorted(twice))}")
        return self


@dataclass(frozen=True)
class Target:
    """What one measure should reach, scaled to the team; nothing where only the trend counts."""

    id: str
    title: Mapping[str, str]
    unit: str
    compare: Compare
    first: Figure | None
    third: Figure | None
    upper: Figure | None


@dataclass(frozen=True)
class Indicator:
    """One indicator for one place.

    Args:
        active: whether at least one format that feeds it is in the plan.
    """

    id: str
    goal: GoalId
    core: bool
    title: Mapping[str, str]
    definition: Mapping[str, str]
    data: Mapping[str, str]
    frequency: Mapping[str, str]
    owner: Mapping[str, str]
    guidance: Mapping[str, str] | None
    targets: tuple[Target, ...]
    feeds: tuple[str, ...]
    active: bool


def indicators(
    table: IndicatorTable, staff: Decimal, reference: Decimal, formats: Collection[str]
) -> tuple[Indicator, ...]:
    """Scale every target to the team.

    Args:
        table: data sheets.
        staff: full-time posts of the place.
        reference: posts for which the scaled targets are written, greater than 0.
        formats: formats in the plan; an indicator that none of them feeds is not active.
    """
    return tuple(
        Indicator(
            row.id,
            row.goal,
            row.core,
            row.title,
            row.definition,
            row.data,
            row.frequency,
            row.owner,
            row.guidance,
            tuple(_target(measure, staff / reference) for measure in row.measures),
            row.feeds,
            active=not row.feeds or any(feed in formats for feed in row.feeds),
        )
        for row in table.indicators
    )


def _target(row: MeasureRow, factor: Decimal) -> Target:
    def figure(year: str, value: Decimal | None) -> Figure | None:
        if value is None:
            return None
        basis = ("reference-team",) if row.scaled else ()
        if not row.scaled or factor == 1:
            return Figure(f"{row.id}-{year}", value, row.unit, row.origin, row.source or "", basis)
        # A fact about the team that the source tells of is an assumption for a team of another size.
        # At least 1: a target of nothing would be no target.
        scaled = max(Decimal(1), half_up(value * factor))
        return Figure(f"{row.id}-{year}", scaled, row.unit, Origin.OURS, basis=basis)

    return Target(
        row.id,
        row.title,
        row.unit,
        row.compare,
        figure("first", row.first),
        figure("third", row.third),
        figure("upper", row.upper),
    )


def report(
    found: tuple[Indicator, ...], table: IndicatorTable, units: Mapping[str, Mapping[str, str]]
) -> tuple[ReportCategory, ...]:
    """Write the core indicators as the report page of the website reads them.

    What is planned is the target of year 1, or of year 3 where year 1 has none; nothing is
    achieved yet. Ranges and trends have no single number to plan and are left out.

    Args:
        found: indicators with targets.
        table: names of the goals.
        units: names of the units in every language.
    """
    categories = []
    for goal, name in table.goals.items():
        results = tuple(
            Result(
                title=dict(target.title),
                planned=float(planned.value),
                achieved=0.0,
                unit=dict(units[target.unit]),
                comment={},
            )
            for indicator in found
            if indicator.core and indicator.goal == goal
            for target in indicator.targets
            if (planned := target.first or target.third) and target.upper is None
        )
        if results:
            categories.append(ReportCategory(name=dict(name), results=results))
    return tuple(categories)
