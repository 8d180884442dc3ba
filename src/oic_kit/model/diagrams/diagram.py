"""What a diagram is, and what is needed to draw one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Protocol

from pydantic import Field

from oic_kit.model.diagrams.typesetting import Measure
from oic_kit.model.part import Part
from oic_kit.model.promises import Roles
from oic_kit.model.text import Line, Text

Table = tuple[tuple[str, ...], ...]
"""Rows of text, all of the same length; the first names the columns."""


@dataclass(frozen=True)
class Diagram:
    """One diagram, in three ways: to be seen, to be heard, to be read as a table.

    Args:
        name: such as `roadmap`; also the name of the file.
        svg: a whole SVG document without script, style or any reference to the outside.
        alt: one or two sentences that say what can be seen, with the main numbers.
        caption: what stands below it.
        table: the same data, complete.
    """

    name: str
    svg: str
    alt: str
    caption: str
    table: Table


class Write(Protocol):
    """Days, numbers and money as readers of one language write them."""

    def short(self, day: date) -> str:
        """A day, short: “22 Jun 2027”."""

    def long(self, day: date) -> str:
        """A day as in a sentence: “22 June 2027”."""

    def weekday(self, day: date) -> str:
        """A day with its weekday: “Tue, 22 June 2027”."""

    def month(self, day: date) -> str:
        """The month of a day in three or four letters."""

    def number(self, value: Decimal) -> str:
        """A number with its decimals, if it has any."""

    def money(self, euros: Decimal) -> str:
        """Whole euros."""

    def percent(self, value: Decimal) -> str:
        """A value in per cent, with the sign."""


@dataclass(frozen=True)
class Pen:
    """What all diagrams of one place in one language are drawn with.

    Args:
        language: code of the language.
        roles: the light colours of the place; what is printed stays light.
        measure: how wide letters run.
        write: writes numbers and days.
    """

    language: str
    roles: Roles
    measure: Measure
    write: Write


class Counted(Part):
    """A text that depends on a number: for one, for any other, and for none where it differs."""

    one: Line
    other: Line
    none: Line = ""

    def of(self, count: Decimal | int) -> str:
        """The text for this number."""
        if self.none and not count:
            return self.none
        return self.one if count == 1 else self.other


def some(names: Sequence[str], most: int, more: Counted) -> list[str]:
    """The names, or the first of them and how many more there are; the table has them all."""
    left_out = len(names) - most
    if left_out < 1:
        return list(names)
    return [*names[:most], more.of(left_out).format(count=left_out)]


class DiagramWords(Part):
    """The words that every diagram needs.

    Args:
        title: what it is, in a few words.
        caption: what stands below it.
        columns: names of the columns of its table.
    """

    title: Line
    caption: Line
    alt: Annotated[Text, Field(max_length=500)]
    columns: tuple[Line, ...]
