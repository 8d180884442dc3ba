"""What one unit of each format brings to the funnel, and what a whole year of formats adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from oic_kit.model.figure import half_up
from oic_kit.model.format_choice import Planned
from oic_kit.model.part import Part
from oic_kit.model.text import Slug

_Amount = Annotated[Decimal, Field(ge=0, le=200)]


class Yield(Part):
    """What one unit gives.

    Args:
        ideas: ideas and questions that it brings in.
        tries: ideas that a group works on in it.
        prototypes: things that were tried out with users when it ends.
    """

    unit: Slug
    ideas: _Amount = Decimal(0)
    tries: _Amount = Decimal(0)
    prototypes: _Amount = Decimal(0)


class FunnelTable(Part):
    """Everything that `funnel.yaml` holds; `adopted` is the indicator of what is taken over."""

    adopted: Slug
    yields: Annotated[tuple[Yield, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Stage:
    """One piece of the funnel.

    Args:
        id: `ideas`, `tries`, `prototypes` or `handovers`.
        count: whole number for a full year; never more than the stage before.
        units: units of the plan that feed it, those that give most first.
    """

    id: str
    count: int
    units: tuple[Planned, ...] = ()


def stages(running: Sequence[Planned], table: FunnelTable, adopted: Decimal) -> tuple[Stage, ...]:
    """Add up a full year.

    Args:
        running: the units that the year counts.
        table: what one unit gives.
        adopted: share of the prototypes that somebody takes over, 0 to 1.
    """
    found: list[Stage] = []
    for name in ("ideas", "tries", "prototypes"):
        most = found[-1].count if found else None
        found.append(_stage(name, running, table, most))
    handed = int(half_up(found[-1].count * adopted))
    return (*found, Stage("handovers", handed))


def _stage(name: str, running: Sequence[Planned], table: FunnelTable, most: int | None) -> Stage:
    each = {row.unit: Decimal(getattr(row, name)) for row in table.yields}
    given = {item.unit: item.count * each.get(item.unit, Decimal(0)) for item in running}
    total = int(half_up(sum(given.values(), Decimal(0))))
    feeding = [item for item in running if given[item.unit]]
    feeding.sort(key=lambda item: -given[item.unit])
    return Stage(name, total if most is None else min(total, most), tuple(feeding))
