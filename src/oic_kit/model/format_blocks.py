"""The blocks a format record is made of: who, when, how many, what it takes and what it costs.

Every figure says where it comes from: the id of a source of the record, or `ours` for a proposal
that no source claims.
"""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.part import Part
from oic_kit.model.text import Line, Slug, Text

OURS = "ours"
EVERYONE = "everyone"
"""In an agenda: nobody in particular, all who are there."""

Paragraph = Annotated[Text, Field(min_length=20, max_length=700)]
Short = Annotated[Line, Field(min_length=2, max_length=90)]
SourceId = Annotated[str, Field(pattern=r"^[A-Z]\d{2}(-[a-z0-9]+)*$")]
Claim = Annotated[str, Field(pattern=r"^(ours|[A-Z]\d{2}(-[a-z0-9]+)*)$")]
"""Where a figure or a statement comes from: `ours`, or the id of a source of the record."""

Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Minutes = Annotated[int, Field(ge=1, le=1440)]
Weight = Annotated[int, Field(ge=0, le=3)]


class Scale(StrEnum):
    """How big the event is: as small as it can be, as usual, as big as it should get."""

    SMALL = "small"
    USUAL = "usual"
    LARGE = "large"


class Per(StrEnum):
    """What a quantity, a price or an hour of work is counted by."""

    ONCE = "once"
    PERSON = "person"
    GROUP = "group"
    STALL = "stall"
    TEAM = "team"
    ROOM = "room"
    DATE = "date"
    SERIES = "series"
    SLOT = "slot"
    USE = "use"
    EPISODE = "episode"
    MONTH = "month"
    YEAR = "year"


class Source(Part):
    """A work that a statement of the record rests on."""

    id: SourceId
    title: Annotated[Line, Field(min_length=5)]
    url: Annotated[str, Field(pattern=r"^(https://\S+)?$")] = ""


class Sourced(Part):
    """A statement and where it comes from."""

    text: Annotated[Text, Field(min_length=10, max_length=420)]
    source: Claim


class Serves(Part):
    """How much the format serves each of the four goals, 0 (not at all) to 3 (mainly); ours."""

    culture: Weight
    network: Weight
    future: Weight
    appeal: Weight


class Amounts(Part):
    """One quantity for the three scales of the event."""

    small: Annotated[int, Field(ge=0)]
    usual: Annotated[int, Field(ge=0)]
    large: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _grows(self) -> Self:
        if not self.small <= self.usual <= self.large:
            raise ValueError("write the three amounts from small to large")
        return self

    def at(self, scale: Scale) -> int:
        """The amount at one scale."""
        return {Scale.SMALL: self.small, Scale.USUAL: self.usual, Scale.LARGE: self.large}[scale]


class Size(Part):
    """How many take part, and how many groups, stalls or teams that makes.

    Args:
        turnout: share of the registered who come, 0 to 1; nothing where nobody registers.
        units: amounts that do not follow from the number of people, such as stalls.
    """

    unit: Literal["people", "visitors", "submissions"]
    min: Annotated[int, Field(ge=1)]
    usual: Annotated[int, Field(ge=1)]
    max: Annotated[int, Field(ge=1)]
    group: Annotated[int, Field(ge=1, le=30)]
    turnout: Annotated[float, Field(gt=0, le=1)] | None = None
    units: Annotated[dict[Per, Amounts], Field(default_factory=dict)]
    source: Claim

    @model_validator(mode="after")
    def _grows(self) -> Self:
        if not self.min <= self.usual <= self.max:
            raise ValueError("write min, usual and max in this order of size")
        return self

    def count(self, per: Per, scale: Scale = Scale.USUAL) -> int:
        """How many of a unit there are at one scale; 1 for units that happen once.

        Source:
            Groups: people divided by the size of a group, rounded up.
        """
        people = {Scale.SMALL: self.min, Scale.USUAL: self.usual, Scale.LARGE: self.max}[scale]
        if per in self.units:
            return self.units[per].at(scale)
        if per is Per.PERSON:
            return people
        return ceil(people / self.group) if per is Per.GROUP else 1


class Role(Part):
    """A task that somebody takes on: never a name."""

    id: Slug
    title: Short
    people: Annotated[int, Field(ge=1, le=30)]
    task: Annotated[Line, Field(min_length=10)]


class Step(Part):
    """One line of an agenda.

    Args:
        when: `during` counts towards the duration; `before`, `after` and `parallel` do not.
        who: ids of roles of the record, or `everyone`.
        say: a sentence to read aloud; empty when none is needed.
    """

    minutes: Minutes
    title: Short
    who: Annotated[tuple[Slug, ...], Field(min_length=1)]
    what: Annotated[Line, Field(min_length=8)]
    say: Line = ""
    material: Annotated[Line, Field(max_length=140)] = ""
    when: Literal["before", "during", "parallel", "after"] = "during"


class Agenda(Part):
    """One meeting or day, minute by minute, at one scale."""

    title: Short
    scale: Scale
    start: Clock
    duration_min: Minutes
    source: Claim
    steps: Annotated[tuple[Step, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _minutes_add_up(self) -> Self:
        total = sum(step.minutes for step in self.steps if step.when == "during")
        if total != self.duration_min:
            raise ValueError(
                f"the minutes of {self.title!r} ({self.scale}) add up to {total}, "
                f"not to {self.duration_min}; change a step or duration_min"
            )
        return self


class Material(Part):
    """Something to bring: so many for each unit."""

    amount: Annotated[float, Field(gt=0)]
    per: Per
    item: Annotated[Line, Field(min_length=3, max_length=160)]


class Zone(Part):
    """A part of the room and what happens there."""

    title: Short
    text: Annotated[Line, Field(min_length=8)]


class Room(Part):
    """How the room is laid out, in words and as a list of zones from the entrance inwards."""

    layout: Literal[
        "screen",
        "circle",
        "islands",
        "rows",
        "stations",
        "stalls",
        "rooms",
        "table",
        "counter",
        "site",
    ]
    text: Paragraph
    zones: Annotated[tuple[Zone, ...], Field(min_length=2, max_length=9)]


class CostItem(Part):
    """One kind of expense in euros: amount times price for each unit."""

    title: Annotated[Line, Field(min_length=3, max_length=160)]
    amount: Annotated[float, Field(gt=0)]
    price: Annotated[float, Field(ge=0, le=100_000)]
    per: Per
    optional: bool = False
    source: Claim = OURS


class Cost(Part):
    """What it costs in cash, without staff and without a room of one's own.

    Args:
        low: euros for one unit of `per`, the frugal way.
        high: euros for one unit of `per`, the generous way.
        items: euros item by item at the usual size.
    """

    low: Annotated[float, Field(ge=0)]
    high: Annotated[float, Field(ge=0)]
    per: Per
    source: Claim
    items: Annotated[tuple[CostItem, ...], Field(min_length=1)]

    def total(self, size: Size, scale: Scale = Scale.USUAL, *, extras: bool = False) -> float:
        """Euros for one unit of `per` at one scale, with the optional items if asked."""
        whole = sum(
            item.amount * item.price * size.count(item.per, scale)
            for item in self.items
            if extras or not item.optional
        )
        return whole / size.count(self.per, scale)


class Staff(Part):
    """Hours of work of the office, with preparation and follow-up."""

    hours: Annotated[float, Field(gt=0, le=2000)]
    per: Per
    text: Short
    source: Claim


class Task(Part):
    """Something to do, days counted from the event: -56 is eight weeks before."""

    offset: Annotated[int, Field(ge=-200, le=900)]
    owner: Slug
    text: Annotated[Line, Field(min_length=8, max_length=220)]


class Promise(Part):
    """What those who came get, days after the event."""

    offset: Annotated[int, Field(ge=0, le=900)]
    text: Annotated[Line, Field(min_length=8)]


class Checklists(Part):
    """What is to do before, on the day and after."""

    before: Annotated[tuple[Task, ...], Field(min_length=4)]
    during: Annotated[tuple[Task, ...], Field(min_length=2)]
    after: Annotated[tuple[Task, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for name, tasks in (
            ("before", self.before),
            ("during", self.during),
            ("after", self.after),
        ):
            offsets = [task.offset for task in tasks]
            if offsets != sorted(offsets):
                raise ValueError(f"sort the tasks of {name} by offset, earliest first")
        if self.before[-1].offset > 0 or self.after[0].offset < 0:
            raise ValueError("before takes offsets up to 0, after takes offsets from 0")
        return self

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks in the order of the calendar."""
        return self.before + self.during + self.after


class Indicator(Part):
    """What to count, how, and which indicators of the playbook it feeds (`N5`, `F2` …)."""

    title: Short
    how: Annotated[Line, Field(min_length=8)]
    feeds: tuple[Annotated[str, Field(pattern=r"^[CNFAX]\d$")], ...] = ()


class Variants(Part):
    """How it changes online, in a very small place, in a district and in a region."""

    online: Paragraph
    small_place: Paragraph
    district: Paragraph
    region: Paragraph


class SiteTexts(Part):
    """What the public page says: neutral, it addresses nobody."""

    how_to_join: Annotated[Text, Field(min_length=20, max_length=400)]
    steps: Annotated[
        tuple[Annotated[Line, Field(min_length=8, max_length=140)], ...],
        Field(min_length=2, max_length=8),
    ]
