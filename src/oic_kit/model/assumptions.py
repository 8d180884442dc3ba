"""Every number the plan rests on: what `assumptions.yaml` holds, and what answers replace in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from oic_kit.model.figure import KIT_LANGUAGES, Bilingual, Figure, Origin
from oic_kit.model.part import Part
from oic_kit.model.roadmap_table import Chapters
from oic_kit.model.text import LanguageCode, Slug

Unit = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(/[A-Za-z0-9]+)?$")]


def _everywhere(names: dict[str, str]) -> dict[str, str]:
    if missing := [language for language in KIT_LANGUAGES if language not in names]:
        raise ValueError(f"name the unit in {' and '.join(missing)}, if only with an empty text")
    return names


UnitName = Annotated[dict[LanguageCode, str], AfterValidator(_everywhere)]
"""What a unit is called in every language; a pure factor has an empty name."""


class Counted(Part):
    """How a unit is said after a number, where that differs from its name.

    Args:
        one: after exactly 1, such as “hour”.
        other: after any other number; without it, the name of the unit.
    """

    one: UnitName
    other: UnitName | None = None


class Signs(Part):
    """How one language writes a number: sign before decimals, sign between thousands."""

    decimal: Annotated[str, Field(min_length=1, max_length=1)]
    group: Annotated[str, Field(max_length=1)]

    def write(self, value: Decimal | int) -> str:
        """A number without needless zeros: 12500.50 as “12.500,5” in German."""
        plain = f"{Decimal(value).normalize():,f}"
        return plain.translate({ord(","): self.group, ord("."): self.decimal})


class AssumptionRow(Part):
    """One number of ours, or one fact with its source."""

    id: Slug
    value: Decimal
    unit: Unit
    origin: Origin
    source: Slug | None = None
    text: Bilingual
    chapters: Chapters

    @model_validator(mode="after")
    def _fact_has_source(self) -> Self:
        if (self.origin is Origin.FACT) != (self.source is not None):
            raise ValueError("name the source of a fact, and of nothing else")
        if self.origin is Origin.ANSWER:
            raise ValueError("an answer stands in place.yaml; write ours or fact here")
        return self


class AssumptionTable(Part):
    """Everything that `assumptions.yaml` holds."""

    units: dict[Unit, UnitName]
    counted: dict[Unit, Counted]
    numbers: dict[LanguageCode, Signs]
    sources: dict[Slug, Bilingual]
    assumptions: tuple[AssumptionRow, ...]
    patterns: dict[Slug, Bilingual]

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        faults = [
            f"{row.id}: there is no unit {row.unit} or no source {row.source}"
            for row in self.assumptions
            if row.unit not in self.units or (row.source and row.source not in self.sources)
        ]
        faults += [f"{unit} is counted, but no unit" for unit in self.counted.keys() - self.units]
        faults += [f"write numbers in {code}" for code in set(KIT_LANGUAGES) - self.numbers.keys()]
        ids = [row.id for row in self.assumptions]
        faults += [f"{twice} stands there twice" for twice in {i for i in ids if ids.count(i) > 1}]
        if faults:
            raise ValueError("; ".join(sorted(faults)))
        return self

    def written(self, value: Decimal | int) -> dict[str, str]:
        """A number in every language of the table."""
        return {language: signs.write(value) for language, signs in self.numbers.items()}

    def said(self, unit: Unit, language: LanguageCode) -> tuple[str, str]:
        """What follows exactly 1, and what follows any other number of a unit."""
        name, counted = self.units[unit][language], self.counted.get(unit)
        if counted is None:
            return name, name
        other = name if counted.other is None else counted.other[language]
        return counted.one[language], other


@dataclass(frozen=True)
class Basis:
    """The numbers in force for one place: ours, unless the place answered otherwise."""

    figures: Mapping[str, Figure]

    def __getitem__(self, figure: str) -> Decimal:
        return self.figures[figure].value

    def percent(self, figure: str) -> Decimal:
        """A share as a factor: 5 % as 0.05."""
        return self[figure] / 100

    def with_value(self, figure: str, value: Decimal) -> Basis:
        """The same numbers with one changed, for sensitivity."""
        old = self.figures[figure]
        changed = Figure(old.id, value, old.unit, old.origin, old.source, old.basis)
        return Basis({**self.figures, figure: changed})


def basis(table: AssumptionTable, answers: Mapping[str, float | None] | None = None) -> Basis:
    """Put the answers of a place over the numbers of the table.

    Args:
        table: all assumptions.
        answers: for an assumption id what the place answered; `None` keeps ours.
    """
    given = answers or {}
    return Basis(
        {
            row.id: Figure(row.id, row.value, row.unit, row.origin, row.source or "").answered(
                given.get(row.id)
            )
            for row in table.assumptions
        }
    )


@dataclass(frozen=True)
class Assumption:
    """One line of chapter 27: what is assumed, the value, where it comes from, where it is used."""

    id: str
    text: Mapping[str, str]
    value: Decimal | date | str
    unit: str
    origin: Origin
    source: str
    chapters: tuple[int, ...]


def stated(table: AssumptionTable, in_force: Basis) -> Iterable[Assumption]:
    """List the numbers of the table as they hold for one place, in the order of the table."""
    for row in table.assumptions:
        figure = in_force.figures[row.id]
        yield Assumption(
            row.id, row.text, figure.value, figure.unit, figure.origin, figure.source, row.chapters
        )
