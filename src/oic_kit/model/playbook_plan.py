"""The plan of a place: everything that the chapters of the playbook print, in one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from oic_kit.model.as_data import Data, as_data
from oic_kit.model.assessment import Assessment
from oic_kit.model.assumption_log import assumption_log
from oic_kit.model.assumptions import Assumption
from oic_kit.model.budget import Budget, Case, Year, years
from oic_kit.model.calendar import FreeDays
from oic_kit.model.capacity import Capacity, capacity
from oic_kit.model.figure import filled, half_up
from oic_kit.model.format_choice import Choice
from oic_kit.model.gates import Gate
from oic_kit.model.indicators import Indicator, indicators
from oic_kit.model.labels import labels
from oic_kit.model.money import (
    Ask,
    Frame,
    Pooled,
    TierRow,
    frame,
    pooled_example,
    region_shares,
    sensitivity,
    tier_rows,
)
from oic_kit.model.place import Kind, Place
from oic_kit.model.plan_basics import basics
from oic_kit.model.playbook_tables import Tables
from oic_kit.model.pooling import Partner
from oic_kit.model.reading_order import reading_order
from oic_kit.model.roadmap import Notice, Roadmap
from oic_kit.model.roadmap_plan import roadmap
from oic_kit.model.sizing import Size

CHAPTERS = 28
"""Chapters of the playbook, numbered 0 to 27."""


@dataclass(frozen=True)
class Plan:
    """Everything that the playbook says about a place in numbers and dates.

    Args:
        reading_order: chapters in the order in which the table of contents lists them.
        tiers: all three ambitions side by side, by the formula alone.
        pooled: cost shares of a region's members, or the pooled example of a small place.
        frame: the given budget against the plan, if one was given.
        notices: what the reader should know or put right; those about dates stand in `roadmap`.
        labels: names of units, sources, levels and the like, in every language.
    """

    name: str
    kind: Kind
    today: date
    roadmap: Roadmap
    size: Size
    tiers: tuple[TierRow, ...]
    budget: Budget
    years: tuple[Year, ...]
    sensitivity: tuple[Case, ...]
    pooled: Pooled | None
    frame: Frame | None
    formats: Choice
    capacity: Capacity
    indicators: tuple[Indicator, ...]
    assessment: Assessment
    gates: tuple[Gate, ...]
    reading_order: tuple[int, ...]
    assumptions: tuple[Assumption, ...]
    notices: tuple[Notice, ...]
    labels: Mapping[str, object]

    def to_data(self) -> dict[str, Data]:
        """The whole plan as plain data, ready for JSON and templates."""
        return {field.name: as_data(getattr(self, field.name)) for field in fields(self)}


def compose(place: Place, tables: Tables, days: FreeDays, *, today: date) -> Plan:
    """Make the plan of a place.

    Args:
        place: the record of its answers.
        tables: all data files.
        days: public holidays and weekend, from the start to some eight years later.
        today: days before it are shown as due; without a start date the plan begins after it.
    """
    ground = basics(place, tables)
    ask, choice, found = ground.ask, ground.choice, ground.gates
    sized = ask.size()
    staff = sized.staff.value
    dated = roadmap(place, tables.roadmap, days, found, today=today)
    load = capacity(staff, choice.running, place.goals, ground.basis, tables.formats)
    team = ground.basis["reference-team"]
    money = _frame(ask, place)
    return Plan(
        name=place.name,
        kind=place.kind,
        today=today,
        roadmap=dated,
        size=sized,
        tiers=tier_rows(ask),
        budget=ask.budget(),
        years=years(sized, ground.basis, tables.sizing, ask.extras),
        sensitivity=sensitivity(ask),
        pooled=_pooled(ask, place),
        frame=money,
        formats=choice,
        capacity=load,
        indicators=indicators(tables.indicators, staff, team, choice.formats),
        assessment=ground.assessment,
        gates=found,
        reading_order=reading_order(range(CHAPTERS), ground.assessment, found),
        assumptions=assumption_log(place, tables, ground, dated),
        notices=tuple(_notices(place, tables, sized, choice, load, money)),
        labels=labels(tables),
    )


def _pooled(ask: Ask, place: Place) -> Pooled | None:
    if place.kind is Kind.REGION:
        if not place.place.members:
            return None
        partners = [
            Partner(dict.fromkeys(ask.table.neighbour, member.name), member.population)
            for member in place.place.members
        ]
        return region_shares(ask, partners)
    if place.place.population < ask.basis["pooled-below"]:
        return pooled_example(ask, place.name)
    return None


def _frame(ask: Ask, place: Place) -> Frame | None:
    given = place.playbook.budget
    return None if given is None else frame(ask, given)


def _notices(
    place: Place, tables: Tables, sized: Size, choice: Choice, load: Capacity, money: Frame | None
) -> Iterator[Notice]:
    sizing, formats = tables.sizing.notices, tables.formats.notices
    write = tables.assumptions.written

    def say(
        table: Mapping[str, Mapping[str, str]], key: str, **words: str | Mapping[str, str]
    ) -> Notice:
        return Notice(key, filled(table[key], **words))

    members = sum(member.population for member in place.place.members)
    if place.kind is Kind.REGION and not members:
        yield say(sizing, "no-members")
    elif place.kind is Kind.REGION and members != place.place.population:
        both = {"members": write(members), "population": write(place.place.population)}
        yield say(sizing, "members-differ", **both)
    if place.place.population >= tables.sizing.classes[-1].least:
        yield say(sizing, "beyond-formula")
    if not sized.staff.value:
        yield say(sizing, "no-staff")
    if money and money.gap.value > 0:
        posts, gap = write(money.staff.value), write(half_up(money.gap.value))
        yield say(sizing, "budget-gap", posts=posts, gap=gap)
    for name in choice.own:
        yield say(formats, "own-format", format=name)
    if load.light == "red":
        used, available = (write(half_up(hours.value)) for hours in (load.used, load.available))
        yield say(formats, "red", hours=used, available=available)
