"""How big a format is, what it takes and what it costs.

Amounts are counted by a unit (`Per`); prices are euros. Every figure says where it comes from.
"""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.format_blocks import OURS, Claim, Short
from oic_kit.model.part import Part
from oic_kit.model.text import Line


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


class Material(Part):
    """Something to bring: so many for each unit."""

    amount: Annotated[float, Field(gt=0)]
    per: Per
    item: Annotated[Line, Field(min_length=3, max_length=160)]


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
