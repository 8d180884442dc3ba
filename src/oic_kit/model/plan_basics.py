"""What every part of a plan rests on: assumptions in force, rules that hold, formats, and size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from oic_kit.model.assessment import Assessment, assess
from oic_kit.model.assumptions import Basis, basis
from oic_kit.model.budget import Extras
from oic_kit.model.capacity import hours_for_formats
from oic_kit.model.format_choice import Choice, pick, planned, propose
from oic_kit.model.format_rules import ruled
from oic_kit.model.gates import Do, Gate, effects, gates
from oic_kit.model.money import Ask
from oic_kit.model.place import Place
from oic_kit.model.playbook_tables import Tables
from oic_kit.model.sizing import Size, Tier, Wishes


@dataclass(frozen=True)
class Basics:
    """The ground of one plan."""

    basis: Basis
    assessment: Assessment
    gates: tuple[Gate, ...]
    choice: Choice
    ask: Ask


def basics(place: Place, tables: Tables) -> Basics:
    """Work out what every part of a plan rests on.

    The size decides which formats are proposed; formats that the place chose decide the cost of
    the programme. So the size comes first, and the money last.

    Args:
        place: the record of its answers.
        tables: all data files.
    """
    answers = place.playbook.assessment
    result = assess(answers, tables.statements)
    found = gates(answers, result, tables.gates, tables.statements)
    given = {"post-cost": place.playbook.post_cost, "rent": place.playbook.rent}
    in_force = basis(tables.assumptions, given)
    sized = _ask(place, tables, in_force, found, None).size()
    choice = _formats(place, tables, sized, in_force, found)
    programme = None if choice.assumed else choice.programme()
    return Basics(in_force, result, found, choice, _ask(place, tables, in_force, found, programme))


def tier_of(place: Place, in_force: Basis, found: Sequence[Gate]) -> Tier:
    """The ambition: as answered, else as the self-assessment says, else lean for small places."""
    if place.playbook.tier:
        return Tier(place.playbook.tier)
    for _, effect in effects(found, Do.TIER):
        if effect.tier:
            return effect.tier
    small = place.place.population < in_force["pooled-below"]
    return Tier.LEAN if small else Tier.STANDARD


def _ask(
    place: Place,
    tables: Tables,
    in_force: Basis,
    found: Sequence[Gate],
    programme: Decimal | None,
) -> Ask:
    points = sum(effect.number or 0 for _, effect in effects(found, Do.ACCESS_POINTS))
    return Ask(
        population=place.place.population,
        kind=place.kind,
        tier=tier_of(place, in_force, found),
        basis=in_force,
        table=tables.sizing,
        wishes=Wishes(place.playbook.staff, len(place.place.members), place.office.space),
        extras=Extras(programme, Decimal(points)),
    )


def _formats(
    place: Place, tables: Tables, sized: Size, in_force: Basis, found: Sequence[Gate]
) -> Choice:
    table = tables.formats
    row = table.set_for(place.kind, sized.class_id)
    assumed = not place.formats
    own: tuple[str, ...] = ()
    if assumed:
        free = hours_for_formats(sized.staff.value, in_force) * in_force.percent("load-green")
        items = propose(table, row, free)
    else:
        items, own = pick(table, row, place.formats)
    items = ruled(items, found, table, place.goals, assumed=assumed)
    taken = {item.unit for item in items}
    return Choice(
        set_id=row.id,
        note=row.note,
        planned=items,
        options=tuple(
            planned(table, entry, "option")
            for entry in (*row.always, *row.then, *row.option)
            if entry.unit not in taken
        ),
        own=own,
        assumed=assumed,
    )
