"""Which formats suit a place, how often a year, and what one unit of each takes.

Source:
    Sets: `research/playbook.md` B.3; hours and the three worked examples: D.5; cost: C. All ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from oic_kit.model.figure import Figure
from oic_kit.model.format_table import Entry, FormatTable, Group, SetRow, UnitRow
from oic_kit.model.site_blocks import Goals


@dataclass(frozen=True)
class Planned:
    """One unit in the plan of a full year.

    Args:
        format: id of the format record; empty for project work.
        count: units a year; 0.67 is one in eighteen months.
        runs: whether the year counts it; a rule of the self-assessment may have it wait.
        earliest: milestone before which it does not start; nothing if it may start at once.
        because: ids of rules of the self-assessment that changed something.
    """

    unit: str
    format: str
    title: Mapping[str, str]
    group: Group
    count: Decimal
    hours: Figure
    cash: Figure
    runs: bool = True
    earliest: str = ""
    because: tuple[str, ...] = ()

    @property
    def hours_a_year(self) -> Decimal:
        """Working time of the team for all units of a year."""
        return self.hours.value * self.count


@dataclass(frozen=True)
class Choice:
    """The formats of a place.

    Args:
        own: formats that the place chose and the kit has no numbers for.
        assumed: whether the kit proposed them, for the place chose none.
    """

    set_id: str
    note: Mapping[str, str]
    planned: tuple[Planned, ...]
    options: tuple[Planned, ...]
    own: tuple[str, ...]
    assumed: bool

    @property
    def running(self) -> tuple[Planned, ...]:
        """What the year counts."""
        return tuple(item for item in self.planned if item.runs)

    @property
    def formats(self) -> frozenset[str]:
        """Ids of the formats that the year counts."""
        return frozenset(item.format for item in self.running if item.format)

    def programme(self) -> Decimal:
        """Cash cost of a year in euros."""
        return sum((item.cash.value * item.count for item in self.running), Decimal(0))


def planned(table: FormatTable, entry: Entry, group: Group) -> Planned:
    """Turn an entry of a set into a unit of the plan."""
    row = table.unit(entry.unit)
    return Planned(
        row.id,
        row.format or "",
        row.title,
        group,
        entry.yearly,
        Figure(f"hours-{row.id}", Decimal(row.hours), "h"),
        Figure(f"cash-{row.id}", Decimal(row.cash.typical), "EUR"),
    )


def propose(table: FormatTable, chosen_set: SetRow, hours: Decimal) -> tuple[Planned, ...]:
    """Propose formats: what is always there, then one after the other while there is time.

    Args:
        table: units and sets.
        chosen_set: the set for the place.
        hours: working time a year that the plan may use, reserve left out.
    """
    found = [planned(table, entry, "always") for entry in chosen_set.always]
    for entry in chosen_set.then:
        new = planned(table, entry, "then")
        if sum((i.hours_a_year for i in found), new.hours_a_year) <= hours:
            found.append(new)
    return merged(found)


def pick(
    table: FormatTable, chosen_set: SetRow, formats: Iterable[str]
) -> tuple[tuple[Planned, ...], tuple[str, ...]]:
    """Plan the formats that a place chose, as often as its set says.

    Returns:
        The units, and the formats that the kit has no numbers for.
    """
    entries = (*chosen_set.always, *chosen_set.then, *chosen_set.option)
    found: list[Planned] = []
    own: list[str] = []
    for name in dict.fromkeys(formats):
        units = [row for row in table.units if row.format == name]
        own += [] if units else [name]
        for row in units:
            # A rare unit of the set, such as one in 18 months, becomes the usual one when chosen.
            named = [entry for entry in entries if entry.unit == row.id]
            usual = Entry(unit=row.id, count=row.usual)
            enough = sum(entry.yearly for entry in named) >= usual.yearly
            found += [planned(table, entry, "chosen") for entry in (named if enough else [usual])]
    return merged(found), tuple(own)


def merged(items: Sequence[Planned]) -> tuple[Planned, ...]:
    """Add up the counts of a unit that stands there twice."""
    found: dict[str, Planned] = {}
    for item in items:
        before = found.get(item.unit)
        found[item.unit] = replace(item, count=before.count + item.count) if before else item
    return tuple(found.values())


def worth(row: UnitRow, goals: Goals) -> Decimal:
    """Say what an hour for a unit gives: goal weight times reach, by hours.

    Args:
        row: the unit.
        goals: weights of the place; all 0 counts as all equal.
    """
    weights = goals.model_dump()
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1)
    serves = row.goals.model_dump()
    return Decimal(sum(weights[g] * serves[g] for g in weights) * row.reach) / row.hours
