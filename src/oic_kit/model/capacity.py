"""Whether the team has time for its programme, and what waits if it has not.

Source:
    `research/playbook.md` D.5; ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from oic_kit.model.assumptions import Basis
from oic_kit.model.figure import Figure, half_up
from oic_kit.model.format_choice import Planned, worth
from oic_kit.model.format_table import FormatTable, Light
from oic_kit.model.site_blocks import Goals

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Use:
    """What part of the team's time goes where, in hours a year."""

    id: str
    title: Mapping[str, str]
    hours: Figure


@dataclass(frozen=True)
class Load:
    """Working time of a year for one unit of the plan."""

    unit: str
    title: Mapping[str, str]
    count: Decimal
    hours: Figure


@dataclass(frozen=True)
class Postponed:
    """So many units of a year that wait, and the hours that this frees."""

    unit: str
    title: Mapping[str, str]
    count: Decimal
    hours: Figure


@dataclass(frozen=True)
class Capacity:
    """The capacity check of a full year.

    Args:
        available: hours a year for formats and projects.
        percent: load in per cent of `available`; nothing for a team without posts.
        postpone: what waits, least worth per hour first, until the load is green; empty unless
            the light is red.
    """

    uses: tuple[Use, ...]
    available: Figure
    load: tuple[Load, ...]
    used: Figure
    percent: Figure | None
    light: Light
    sentence: Mapping[str, str]
    postpone: tuple[Postponed, ...]


def hours_for_formats(staff: Decimal, basis: Basis) -> Decimal:
    """Hours a year that a team has for formats and projects."""
    return staff * basis["hours-per-post"] * basis.percent("share-formats")


def capacity(
    staff: Decimal, items: Sequence[Planned], goals: Goals, basis: Basis, table: FormatTable
) -> Capacity:
    """Compare the time of a team with what its programme takes.

    Args:
        staff: full-time posts.
        items: the units that run in a full year.
        goals: weights of the place; they decide what waits first.
        basis: the assumptions in force.
        table: titles, and what each unit is worth.
    """
    available = hours_for_formats(staff, basis)
    used = sum((item.hours_a_year for item in items), Decimal(0))
    percent = used / available * _HUNDRED if available else None
    light = _light(percent, used, basis)
    green = available * basis.percent("load-green")
    waiting = _postponed(items, used - green, goals, table) if light is Light.RED else ()
    rests = ("hours-per-post", "share-formats")
    return Capacity(
        uses=tuple(
            Use(
                use, title, Figure(use, staff * basis["hours-per-post"] * basis.percent(use), "h/a")
            )
            for use, title in table.uses.items()
        ),
        available=Figure("capacity", available, "h/a", basis=rests),
        load=tuple(
            Load(i.unit, i.title, i.count, Figure(f"load-{i.unit}", i.hours_a_year, "h/a"))
            for i in items
        ),
        used=Figure("load", used, "h/a"),
        percent=None if percent is None else Figure("load-percent", half_up(percent), "percent"),
        light=light,
        sentence=table.lights[light],
        postpone=waiting,
    )


def _light(percent: Decimal | None, used: Decimal, basis: Basis) -> Light:
    if percent is None:
        return Light.RED if used else Light.GREEN
    if percent <= basis["load-green"]:
        return Light.GREEN
    return Light.AMBER if percent <= basis["load-red"] else Light.RED


def _postponed(
    items: Sequence[Planned], excess: Decimal, goals: Goals, table: FormatTable
) -> tuple[Postponed, ...]:
    found: list[Postponed] = []
    for item in sorted(items, key=lambda i: worth(table.unit(i.unit), goals)):
        if excess <= 0:
            break
        needed = (excess / item.hours.value).to_integral_value(ROUND_CEILING)
        count = min(needed, item.count)
        hours = count * item.hours.value
        excess -= hours
        freed = Figure(f"postponed-{item.unit}", hours, "h/a")
        found.append(Postponed(item.unit, item.title, count, freed))
    return tuple(found)
