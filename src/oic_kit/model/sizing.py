"""How many people and how much space a place needs, from its population, kind and ambition.

Source:
    Formula and results: `research/playbook.md` D.2–D.4; ours, calibrated on one point, not proven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.assumptions import Basis
from oic_kit.model.figure import Bilingual, Figure, Origin, half_up
from oic_kit.model.part import Part
from oic_kit.model.place import Kind
from oic_kit.model.text import Slug


class Tier(StrEnum):
    """How much a place wants to do."""

    LEAN = "lean"
    STANDARD = "standard"
    AMBITIOUS = "ambitious"


class ClassRow(Part):
    """A class of places by population, from `least` inhabitants up to the next class."""

    id: Annotated[str, Field(pattern=r"^P\d$")]
    least: Annotated[int, Field(ge=0, alias="from")]
    name: Bilingual


class SensitivityRow(Part):
    """What if one assumption were another: which, and what value."""

    id: Slug
    figure: Slug
    value: Decimal
    text: Bilingual


class ReferenceRow(Part):
    """A real case that the formula was checked against."""

    id: Slug
    name: Bilingual
    population: Annotated[int, Field(ge=0)]
    posts: Bilingual | None = None
    note: Bilingual
    source: Slug


class SizingTable(Part):
    """Everything that `sizing.yaml` holds."""

    classes: Annotated[tuple[ClassRow, ...], Field(min_length=1)]
    tiers: dict[Tier, Bilingual]
    lines: dict[Slug, Bilingual]
    years: Annotated[tuple[Bilingual, ...], Field(min_length=4, max_length=4)]
    sensitivity: tuple[SensitivityRow, ...]
    references: tuple[ReferenceRow, ...]
    neighbour: Bilingual
    notices: dict[Slug, Bilingual]

    @model_validator(mode="after")
    def _classes_cover_everything(self) -> Self:
        starts = [row.least for row in self.classes]
        if starts[0] != 0 or starts != sorted(set(starts)):
            raise ValueError("let the classes begin at 0 and rise")
        if set(self.tiers) != set(Tier):
            raise ValueError("name all three tiers")
        return self

    def class_of(self, population: int) -> ClassRow:
        """The class that a population belongs to."""
        return [row for row in self.classes if row.least <= population][-1]


@dataclass(frozen=True)
class Size:
    """How big the work is.

    Args:
        class_id: population class P1 to P8; it chooses formats, never numbers.
        staff: full-time posts of the team.
        nodes: full-time posts that members of a region give in kind.
        space: square metres.
    """

    population: Figure
    kind: Kind
    class_id: str
    class_name: Mapping[str, str]
    tier: Tier
    staff: Figure
    nodes: Figure
    space: Figure


@dataclass(frozen=True)
class Wishes:
    """What a place decided about its size before any formula.

    Args:
        staff: full-time posts that are given; nothing lets the formula decide.
        members: number of municipalities that belong to a region.
        room: own, shared, mobile or none yet; none yet is planned as an own one.
    """

    staff: float | None = None
    members: int = 0
    room: str = "none"


def size(
    population: int,
    kind: Kind,
    tier: Tier,
    basis: Basis,
    table: SizingTable,
    wishes: Wishes | None = None,
) -> Size:
    """Size the team and its rooms.

    Args:
        population: inhabitants, at least 1.
        kind: city, district or region.
        tier: ambition.
        basis: the assumptions in force.
        table: population classes.
        wishes: posts given, members, and kind of room.
    """
    wanted = wishes or Wishes()
    row = table.class_of(population)
    rests = ("growth", f"kind-{kind}", f"tier-{tier}", "staff-least", "staff-most", "staff-step")
    posts = Figure("staff", _staff(population, kind, tier, basis), "posts", basis=rests)
    posts = posts.answered(wanted.staff)
    nodes = basis["node-staff"] * wanted.members if kind is Kind.REGION else Decimal(0)
    room = _space(posts.value, kind, wanted.room, basis)
    return Size(
        population=Figure("population", Decimal(population), "people", Origin.ANSWER),
        kind=kind,
        class_id=row.id,
        class_name=row.name,
        tier=tier,
        staff=posts,
        nodes=Figure("nodes", nodes, "posts", basis=("node-staff",)),
        space=Figure("space", room, "m2", basis=_SPACE),
    )


_SPACE = ("space-small", "space-base", "space-per-post")


def _staff(population: int, kind: Kind, tier: Tier, basis: Basis) -> Decimal:
    root = (Decimal(population) / 1000).sqrt()
    posts = basis["growth"] * root * basis[f"kind-{kind}"] * basis[f"tier-{tier}"]
    rounded = half_up(min(posts, basis["staff-most"]), basis["staff-step"])
    return max(basis["staff-least"], rounded)


def _space(staff: Decimal, kind: Kind, room: str, basis: Basis) -> Decimal:
    if staff <= 1:
        return basis["space-small"]
    space = basis["space-base"] + basis["space-per-post"] * staff
    if kind is Kind.DISTRICT:
        space = min(space, basis["space-district-most"])
    if room in ("shared", "mobile"):
        space = max(space * basis.percent(f"space-{room}"), basis["space-small"])
    return half_up(space)
