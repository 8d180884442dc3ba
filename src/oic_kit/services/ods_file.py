"""Write a spreadsheet for LibreOffice: the same cells, names and formulas as in the one for Excel.

Source:
    OpenDocument 1.3, part 3 (schema) and part 4 (OpenFormula).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from oic_kit.model.sheet_layout import head_lines, leans_right, row_lines
from oic_kit.model.workbook import Cell, Form, Look, Row, Sheet, Value, Workbook, letter
from oic_kit.services.ods_styles import (
    NAMESPACES,
    automatic_styles,
    manifest,
    page_styles,
    row_style,
)
from oic_kit.services.packages import pack

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_AREA = re.compile(
    r"(?:(?P<sheet>[^!]+)!)?(?P<first>\$?[A-Z]{1,2}\$?\d+)(?::(?P<last>\$?[A-Z]{1,2}\$?\d+))?"
)


def ods_file(book: Workbook, look: Mapping[str, str], author: str) -> bytes:
    """Write the document; the same value gives the same bytes.

    Args:
        book: the spreadsheet.
        look: colours without `#`, `language` and `country`, as `style_values` gives them, and
            `choose`: what is said to somebody who types what no list holds.
        author: who made it.
    """
    tables = "".join(_table(sheet) for sheet in book.sheets)
    lists = "".join(one for sheet in book.sheets for one in _lists(sheet, look["choose"]))
    lists = lists and f"<table:content-validations>{lists}</table:content-validations>"
    names = "".join(_named(name, where) for name, where in book.names.items())
    content = (
        f'{_HEAD}<office:document-content {NAMESPACES} office:version="1.3">'
        f"{automatic_styles(book, look)}<office:body><office:spreadsheet>{lists}{tables}"
        f"<table:named-expressions>{names}</table:named-expressions>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    meta = (
        f'{_HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(book.title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<dc:language>{look['locale']}</dc:language></office:meta></office:document-meta>"
    )
    return pack(
        {
            "mimetype": _TYPE.encode(),
            "META-INF/manifest.xml": manifest(),
            "content.xml": content.encode(),
            "styles.xml": page_styles(look),
            "meta.xml": meta.encode(),
        }
    )


def _table(sheet: Sheet) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="col{column.width}"/>' for column in sheet.columns
    )
    names = tuple(
        Cell(column.name, Form.WHOLE if leans_right(sheet, at) else Form.TEXT, Look.HEAD)
        for at, column in enumerate(sheet.columns)
    )
    head = f"<table:table-header-rows>{_row(names, head_lines(sheet))}</table:table-header-rows>"
    listed = tuple(
        _list_name(sheet, at) if column.choice else "" for at, column in enumerate(sheet.columns)
    )
    rows = "".join(_row(row, row_lines(sheet, row), listed) for row in sheet.rows)
    name = quoteattr(sheet.name)
    return f'<table:table table:name={name} table:style-name="sheet">{columns}{head}{rows}</table:table>'


def _row(cells: Row, lines: int, listed: tuple[str, ...] = ()) -> str:
    made = "".join(_cell(cell, of) for cell, of in zip_longest(cells, listed[: len(cells)]))
    return f'<table:table-row table:style-name="{row_style(lines)}">{made}</table:table-row>'


def _list_name(sheet: Sheet, at: int) -> str:
    return f"{sheet.name}-{letter(at)}"


def _lists(sheet: Sheet, message: str) -> Iterator[str]:
    """What the cells of a column offer, by the name that they give."""
    for at, column in enumerate(sheet.columns):
        if column.choice is None:
            continue
        choice = column.choice
        inner = (
            open_formula(choice.source)
            if choice.source
            else ";".join(f'"{value}"' for value in choice.values)
        )
        yield (
            f"<table:content-validation table:name={quoteattr(_list_name(sheet, at))} "
            f"table:condition={quoteattr(f'of:cell-content-is-in-list({inner})')} "
            'table:allow-empty-cell="true" table:display-list="unsorted" '
            f'table:base-cell-address="${sheet.name}.${letter(at)}$2"><table:error-message '
            f'table:message-type="stop" table:display="{str(choice.closed).lower()}">'
            f"<text:p>{escape(message)}</text:p></table:error-message></table:content-validation>"
        )


def _cell(cell: Cell, listed: str | None = "") -> str:
    style = f'table:style-name="{cell.look}-{cell.form}"'
    if listed and cell.look is Look.INPUT:
        style += f" table:content-validation-name={quoteattr(listed)}"
    formula = (
        f" table:formula={quoteattr('of:=' + open_formula(cell.formula))}" if cell.formula else ""
    )
    kind, shown = _typed(cell.value, cell.form)
    if not kind and not formula:
        return f"<table:table-cell {style}/>"
    words = f"<text:p>{escape(shown)}</text:p>" if shown else ""
    return f"<table:table-cell {style}{formula} {kind}>{words}</table:table-cell>"


def _typed(value: Value, form: Form) -> tuple[str, str]:
    """The value as attributes, and as words for programs that only show."""
    if value is None:
        return "", ""
    if isinstance(value, datetime.date):
        return f'office:value-type="date" office:date-value="{value}"', str(value)
    if isinstance(value, int | Decimal):
        plain = f"{value:f}" if isinstance(value, Decimal) else str(value)
        kind = {Form.MONEY: "currency", Form.PERCENT: "percentage"}.get(form, "float")
        unit = ' office:currency="EUR"' if kind == "currency" else ""
        return f'office:value-type="{kind}"{unit} office:value="{plain}"', plain
    return 'office:value-type="string"', value


def _named(name: str, where: str) -> str:
    sheet, area = where.split("!")
    cells = ":".join(f"${sheet}.{cell}" for cell in area.split(":"))
    kept = f'table:base-cell-address="${sheet}.$A$1" table:cell-range-address="{cells}"'
    return f'<table:named-range table:name="{name}" {kept}/>'


def open_formula(formula: str) -> str:
    """Write a formula of Excel as OpenFormula.

    Args:
        formula: without the sign in front, such as `SUM(B2:B9)`.
    """
    # Loaded only when a spreadsheet is written.
    from openpyxl.formula import Tokenizer

    return "".join(_token(it) for it in Tokenizer(f"={formula}").items)


def _token(token: Any) -> str:
    if token.type == "SEP":
        return ";"
    if token.type == "FUNC" and token.value == "WORKDAY.INTL(":
        return "COM.MICROSOFT.WORKDAY.INTL("
    found = _AREA.fullmatch(token.value) if token.subtype == "RANGE" else None
    if not found:
        return str(token.value)
    sheet = f"${found['sheet']}" if found["sheet"] else ""
    last = f":.{found['last']}" if found["last"] else ""
    return f"[{sheet}.{found['first']}{last}]"
