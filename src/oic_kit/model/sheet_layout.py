"""What a table needs on paper: lines of text in a row, sides of a head, where choices are offered."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from oic_kit.model.workbook import Choice, Form, Look, Row, Sheet, letter

_FILL, _FILL_BOLD = 1.1, 0.95
"""Letters of text in a line for each letter of a column's width: text runs narrower than digits, bold
names do not."""


def head_lines(sheet: Sheet) -> int:
    """How many lines the names of the columns need."""
    return max(_lines(column.name, column.width, _FILL_BOLD) for column in sheet.columns)


def row_lines(sheet: Sheet, row: Row) -> int:
    """How many lines the longest text of a row needs.

    Programs find the height of a row by the screen; on paper, the last line was then missing.
    """
    pairs = zip(sheet.columns, row, strict=False)
    return max(
        (
            _lines(cell.value, column.width)
            for column, cell in pairs
            if isinstance(cell.value, str) and cell.form is Form.TEXT
        ),
        default=1,
    )


def _lines(text: str, width: int, fill: float = _FILL) -> int:
    return max(1, len(textwrap.wrap(text, max(4, int(width * fill)))))


def leans_right(sheet: Sheet, at: int) -> bool:
    """Whether a column holds numbers or days: its name then stands above them, at the right."""
    forms = [row[at].form for row in sheet.rows if at < len(row)]
    return bool(forms) and all(form is not Form.TEXT for form in forms[:1])


def choices(sheet: Sheet) -> Iterator[tuple[str, str, Choice]]:
    """The first and the last cell of every stretch with a fixed list, and the list."""
    for at, column in enumerate(sheet.columns):
        if column.choice is None:
            continue
        rows = [
            number
            for number, row in enumerate(sheet.rows, start=2)
            if at < len(row) and row[at].look is Look.INPUT
        ]
        if rows:
            yield f"{letter(at)}{rows[0]}", f"{letter(at)}{rows[-1]}", column.choice
