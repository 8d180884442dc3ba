"""How the self-assessment changes the formats of a plan: what joins, what waits, what is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_kit.model.format_choice import Planned, planned, worth
from oic_kit.model.format_table import Entry, FormatTable
from oic_kit.model.gates import Do, Effect, Gate, effects
from oic_kit.model.site_blocks import Goals


def ruled(
    items: Sequence[Planned],
    gates: Sequence[Gate],
    table: FormatTable,
    goals: Goals,
    *,
    assumed: bool,
) -> tuple[Planned, ...]:
    """Apply every rule that concerns formats, in the order: add, wait, mark, limit.

    Args:
        items: the formats as proposed or chosen.
        gates: the rules that hold.
        table: units that a rule may add.
        goals: weights of the place; they decide what a limit keeps of chosen formats.
        assumed: whether the kit proposed the formats; a limit then keeps the first of the set.
    """
    found = _added(tuple(items), gates, table)
    for gate, effect in effects(gates, Do.NOT_BEFORE):
        found = _changed(found, gate, effect, set(effect.units))
    for gate, effect in effects(gates, Do.ONLY_BEFORE):
        found = _changed(found, gate, effect, {item.unit for item in found} - set(effect.units))
    for gate, effect in effects(gates, Do.MARK_FORMATS):
        found = _changed(found, gate, effect, set(effect.units))
    for gate, effect in effects(gates, Do.MOST_FORMATS):
        found = _limited(
            found, gate, effect.number or 0, _order(found, gates, table, goals, assumed)
        )
    return found


def _added(
    items: tuple[Planned, ...], gates: Sequence[Gate], table: FormatTable
) -> tuple[Planned, ...]:
    """Add the first unit that a rule names, unless one of them is there; mark what it needs."""
    for gate, effect in effects(gates, Do.ADD_FORMAT):
        there = {item.unit for item in items}
        needed = next((unit for unit in effect.units if unit in there), effect.units[0])
        if needed not in there:
            items += (planned(table, Entry(unit=needed, count=1), "rule"),)
        items = _changed(items, gate, effect, {needed})
    return items


def _changed(
    items: tuple[Planned, ...], gate: Gate, effect: Effect, units: set[str]
) -> tuple[Planned, ...]:
    def change(item: Planned) -> Planned:
        earliest = max(item.earliest, effect.milestone or "", key=_number)
        return replace(item, earliest=earliest, because=(*item.because, gate.id))

    return tuple(change(item) if item.unit in units else item for item in items)


def _number(milestone: str) -> int:
    return int(milestone[1:]) if milestone else -1


def _order(
    items: tuple[Planned, ...],
    gates: Sequence[Gate],
    table: FormatTable,
    goals: Goals,
    assumed: bool,
) -> list[str]:
    """Formats from the one to keep first to the one to drop first."""
    needing = {gate.id for gate, _ in effects(gates, Do.ADD_FORMAT)}

    def rank(item: Planned) -> tuple[bool, float]:
        own_order = 0.0 if assumed else -float(worth(table.unit(item.unit), goals))
        return needing.isdisjoint(item.because), own_order

    return list(dict.fromkeys(item.format for item in sorted(items, key=rank)))


def _limited(
    items: tuple[Planned, ...], gate: Gate, most: int, order: list[str]
) -> tuple[Planned, ...]:
    kept = set(order[:most])
    return tuple(
        item if item.format in kept else replace(item, runs=False, because=(*item.because, gate.id))
        for item in items
    )
