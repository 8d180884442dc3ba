"""A spreadsheet as a value: sheets of cells, formulas beside the numbers that they give.

A formula is written as Excel writes it. The number beside it comes from the plan, not from the
formula: programs show it until they reckon themselves, and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = str | int | Decimal | date | None


class Form(StrEnum):
    """How a value is written."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"


class Look(StrEnum):
    """What a cell is for; an input has a frame as well as a colour."""

    TEXT = "text"
    HEAD = "head"
    INPUT = "input"
    TOTAL = "total"


@dataclass(frozen=True)
class Cell:
    """One cell.

    Args:
        value: what is shown; for a formula, what it gives.
        formula: without the sign in front; empty for a plain value.
    """

    value: Value = None
    form: Form = Form.TEXT
    look: Look = Look.TEXT
    formula: str = ""


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Choice:
    """A fixed list that the cells to fill in of a column offer.

    Args:
        values: the list itself; none of them may hold a comma.
        source: instead of it, the cells that hold the list, such as `Formats!$A$2:$A$9`.
        closed: whether anything else is refused, because formulas count by the list.
    """

    values: tuple[str, ...] = ()
    source: str = ""
    closed: bool = True


@dataclass(frozen=True)
class Column:
    """A column with its name and its width in letters."""

    name: str
    width: int
    choice: Choice | None = None


@dataclass(frozen=True)
class Sheet:
    """One table: the names of its columns stand in row 1, its rows begin in row 2."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def cells(self) -> Iterator[tuple[str, Cell]]:
        """Every cell below the head with its address, such as `B2`."""
        for number, row in enumerate(self.rows, start=2):
            for at, cell in enumerate(row):
                yield f"{letter(at)}{number}", cell


@dataclass(frozen=True)
class Workbook:
    """A spreadsheet.

    Args:
        names: for each name of a cell its place, such as `staff` → `Annahmen!$B$3`.
    """

    title: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, str] = field(default_factory=dict)


def letter(column: int) -> str:
    """The name of a column, counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def text(words: str, look: Look = Look.TEXT) -> Cell:
    """A cell with words."""
    return Cell(words, look=look)


def blank(form: Form = Form.TEXT) -> Cell:
    """A cell to fill in."""
    return Cell(None, form, Look.INPUT)


def given(value: Value, form: Form) -> Cell:
    """A number or a day that may be changed."""
    return Cell(value, form, Look.INPUT)


def reckoned(formula: str, value: Value, form: Form, look: Look = Look.TEXT) -> Cell:
    """A cell with a formula and what it gives."""
    return Cell(value, form, look, formula)


def columns(*named: tuple[str, int] | tuple[str, int, Choice]) -> tuple[Column, ...]:
    """Columns from names and widths, and from choices where there is a fixed list."""
    return tuple(Column(*parts) for parts in named)


def anchors(sheet: str, ids: Sequence[str], column: str = "B") -> dict[str, str]:
    """Name the cells of a column, one for each row from the first on.

    Args:
        sheet: the name of the sheet.
        ids: for each row a name, such as `post-cost`; an empty one names nothing.
        column: its letter.
    """
    rows = enumerate(ids, start=2)
    return {name_of(one): f"{sheet}!${column}${row}" for row, one in rows if one}


def name_of(figure: str) -> str:
    """A name that both programs accept, such as `post_cost` for `post-cost`."""
    return figure.replace("-", "_")
