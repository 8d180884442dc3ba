"""What `format_sets.yaml` may hold: units of work, and the sets for classes and kinds of place."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.figure import Bilingual
from oic_kit.model.part import Part
from oic_kit.model.place import Kind
from oic_kit.model.text import Slug

Weight = Annotated[int, Field(ge=0, le=3)]


class Cash(Part):
    """Euros for one unit: the frugal way, as usual, the generous way."""

    low: Annotated[int, Field(ge=0)]
    typical: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _grows(self) -> Self:
        if not self.low <= self.typical <= self.high:
            raise ValueError("write the three amounts from low to high")
        return self


class GoalWeights(Part):
    """How much a unit serves each of the four goals, 0 to 3."""

    culture: Weight
    network: Weight
    future: Weight
    appeal: Weight


class UnitRow(Part):
    """One unit of a format: a date, a slot, a year of a community.

    Args:
        format: id of the format record that it belongs to; project work belongs to none.
        hours: working time of the team for one unit.
        reach: people that one unit reaches.
        usual: least units a year when a place chooses the format.
    """

    id: Slug
    format: Slug | None = None
    title: Bilingual
    hours: Annotated[int, Field(ge=1, le=2000)]
    cash: Cash
    goals: GoalWeights
    reach: Annotated[int, Field(ge=1)]
    usual: Annotated[int, Field(ge=1)]


class Entry(Part):
    """So many units in so many months."""

    unit: Slug
    count: Annotated[int, Field(ge=1, le=400)]
    months: Annotated[int, Field(ge=1, le=60)] = 12

    @property
    def yearly(self) -> Decimal:
        """Units a year."""
        return Decimal(self.count * 12) / self.months


class SetRow(Part):
    """The formats for some classes of places, or for a kind of place."""

    id: Slug
    kind: Kind | None = None
    classes: tuple[str, ...] = ()
    note: Bilingual
    always: tuple[Entry, ...]
    then: tuple[Entry, ...]
    option: tuple[Entry, ...] = ()


class Light(StrEnum):
    """How full the year is."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


Group = Literal["always", "then", "option", "chosen", "rule"]


class FormatTable(Part):
    """Everything that `format_sets.yaml` holds."""

    units: tuple[UnitRow, ...]
    sets: tuple[SetRow, ...]
    groups: dict[Group, Bilingual]
    lights: dict[Light, Bilingual]
    uses: dict[Slug, Bilingual]
    notices: dict[Slug, Bilingual]

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        known = {unit.id for unit in self.units}
        for row in self.sets:
            named = {entry.unit for entry in (*row.always, *row.then, *row.option)}
            if missing := named - known:
                raise ValueError(f"{row.id}: there is no unit {', '.join(sorted(missing))}")
            if (row.kind is None) == (not row.classes):
                raise ValueError(f"{row.id}: name classes, or a kind of place")
        return self

    def unit(self, unit: str) -> UnitRow:
        """The unit with an id."""
        return next(row for row in self.units if row.id == unit)

    def set_for(self, kind: Kind, class_id: str) -> SetRow:
        """The set for a kind of place, else for its class."""
        by_kind = [row for row in self.sets if row.kind is kind]
        return (by_kind or [row for row in self.sets if class_id in row.classes])[0]
