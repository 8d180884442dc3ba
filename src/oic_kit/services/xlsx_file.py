"""Write a spreadsheet for Excel: styles, names, heads that stay, and numbers beside the formulas."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from oic_kit.model.sheet_layout import choices, head_lines, leans_right, row_lines
from oic_kit.model.workbook import Cell, Choice, Form, Look, Sheet, Value, Workbook
from oic_kit.services.packages import pack, unpack

_FORMATS = {
    Form.TEXT: "General",
    Form.NUMBER: "General",
    Form.WHOLE: "#,##0",
    Form.MONEY: "#,##0.00 [$€-1]",
    Form.PERCENT: "0%",
    Form.DATE: "yyyy-mm-dd",
}
_LINE = 14.0
"""Points from line to line."""
_LARGE = 1000
_INDENT = 1.5
"""Letters beside the text."""
_MARGIN = 0.6
"""Inches."""
_FIRST_DAY = datetime.date(1899, 12, 30)
_FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>', re.DOTALL)
_SIGNS = ("=", "+", "-", "@")
_KIND = re.compile(r' t="\w+"')


def xlsx_file(book: Workbook, look: Mapping[str, str], author: str) -> bytes:
    """Write the document; the same value gives the same bytes.

    Args:
        book: the spreadsheet.
        look: colours without `#`, as `style_values` gives them, and `choose`: what is said to
            somebody who types what no list holds.
        author: who made it.
    """
    # Loaded only when a spreadsheet is written.
    import openpyxl
    from openpyxl.workbook.defined_name import DefinedName

    made = openpyxl.Workbook()
    made.remove(made.active)
    for sheet in book.sheets:
        _fill(made.create_sheet(sheet.name), sheet, look)
    for name, where in book.names.items():
        made.defined_names[name] = DefinedName(name, attr_text=where)
    made.properties.title, made.properties.creator = book.title, author
    written = io.BytesIO()
    made.save(written)
    parts = unpack(written.getvalue())
    for number, sheet in enumerate(book.sheets, start=1):
        path = f"xl/worksheets/sheet{number}.xml"
        parts[path] = _with_numbers(parts[path].decode(), sheet).encode()
    core = parts["docProps/core.xml"].decode()
    core = re.sub(r"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", "", core)
    parts["docProps/core.xml"] = core.encode()
    return pack(parts)


def _fill(target: Any, sheet: Sheet, look: Mapping[str, str]) -> None:
    from openpyxl.utils import get_column_letter

    styles: dict[tuple[Look, Form], dict[str, Any]] = {}
    for at, column in enumerate(sheet.columns, start=1):
        form = Form.WHOLE if leans_right(sheet, at - 1) else Form.TEXT
        _dress(target.cell(1, at, column.name), _style(Look.HEAD, form, look, styles))
        target.column_dimensions[get_column_letter(at)].width = column.width + _INDENT
    _raise(target, 1, head_lines(sheet))
    for number, row in enumerate(sheet.rows, start=2):
        _raise(target, number, row_lines(sheet, row))
        for at, cell in enumerate(row, start=1):
            written = target.cell(number, at, f"={cell.formula}" if cell.formula else cell.value)
            if isinstance(cell.value, str) and not cell.formula:
                # Words of a place that begin with a sign are words, never a formula.
                written.data_type = "s"
            _dress(written, _style(cell.look, cell.form, look, styles))
            if cell.form is Form.NUMBER and _is_large(cell.value):
                written.number_format = _FORMATS[Form.WHOLE]
            if written.data_type == "s" and str(cell.value).startswith(_SIGNS):
                # It stays a word when somebody edits the cell, too.
                written.quotePrefix = True
    for first, last, choice in choices(sheet):
        target.add_data_validation(_offered(choice, look["choose"]))
        target.data_validations.dataValidation[-1].add(f"{first}:{last}")
    _on_paper(target)


def _raise(target: Any, row: int, lines: int) -> None:
    """Make a row as high as its text; one of a single line finds its height itself."""
    if lines > 1:
        target.row_dimensions[row].height = _LINE * lines + 2


def _is_large(value: Value) -> bool:
    """Whether a number is easier to read with separators, and is none that has decimals."""
    return isinstance(value, int | Decimal) and abs(Decimal(value)) >= _LARGE and not value % 1


def _offered(choice: Choice, message: str) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = choice.source or '"{}"'.format(",".join(choice.values))
    return DataValidation(
        type="list",
        formula1=listed,
        allow_blank=True,
        showErrorMessage=choice.closed,
        error=message,
    )


def _on_paper(target: Any) -> None:
    """The first row stays in sight and stands on every page, which says its number."""
    target.freeze_panes = "A2"
    target.print_title_rows = "1:1"
    target.page_setup.orientation, target.page_setup.paperSize = "landscape", 9
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    margins = target.page_margins
    margins.left = margins.right = margins.top = _MARGIN
    margins.bottom, margins.footer = 0.8, 0.4
    target.oddFooter.left.text, target.oddFooter.right.text = "&A", "&P / &N"


def _style(
    kind: Look, form: Form, look: Mapping[str, str], made: dict[tuple[Look, Form], dict[str, Any]]
) -> dict[str, Any]:
    """The parts of a style, made once for each look and form of a sheet."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    if (kind, form) not in made:
        line = Side(style="thin", color=look["text" if kind is Look.INPUT else "line"])
        ink = look["on_brand" if kind is Look.HEAD else "text"]
        fills = {Look.HEAD: look["brand"], Look.INPUT: look["field"], Look.TOTAL: look["surface"]}
        bold = kind in (Look.HEAD, Look.TOTAL)
        border = {"bottom": line} | (
            dict.fromkeys(("top", "left", "right"), line) if kind is Look.INPUT else {}
        )
        made[kind, form] = {
            "font": Font(name="Open Sans", size=10, bold=bold, color=ink),
            "fill": PatternFill("solid", fgColor=fills[kind]) if kind in fills else PatternFill(),
            "border": Border(**border),
            "alignment": Alignment(
                vertical="top",
                wrap_text=form is Form.TEXT or kind is Look.HEAD,
                horizontal=_side(kind, form),
                indent=1 if form is Form.TEXT else 0,
            ),
            "number_format": _FORMATS[form],
        }
    return made[kind, form]


def _side(kind: Look, form: Form) -> str | None:
    """Words begin at the left; the name of a column of numbers stands above them."""
    if form is Form.TEXT:
        return "left"
    return "right" if kind is Look.HEAD else None


def _dress(cell: Any, style: Mapping[str, Any]) -> None:
    for part, value in style.items():
        setattr(cell, part, value)


def _with_numbers(xml: str, sheet: Sheet) -> str:
    """Put what a formula gives beside it: a preview that does not reckon shows it, too."""
    cells = dict(sheet.cells)

    def numbered(found: re.Match[str]) -> str:
        at, rest, formula = found.groups()
        kind, shown = _shown(cells[at])
        return f'<c r="{at}"{_KIND.sub("", rest)}{kind}><f>{formula}</f><v>{shown}</v></c>'

    return _FORMULA.sub(numbered, xml)


def _shown(cell: Cell) -> tuple[str, str]:
    value = cell.value
    if isinstance(value, datetime.date):
        return "", str((value - _FIRST_DAY).days)
    if isinstance(value, int | Decimal):
        return "", f"{value:f}" if isinstance(value, Decimal) else str(value)
    return ' t="str"', escape(str(value or ""))
