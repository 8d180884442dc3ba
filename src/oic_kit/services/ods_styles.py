"""Styles of the spreadsheets for LibreOffice: forms of numbers, looks of cells, widths, the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oic_kit.model.sheet_layout import head_lines, row_lines
from oic_kit.model.workbook import Form, Look, Workbook
from oic_kit.services.packages import filled
from oic_kit.services.records import data_folder

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    **{it: f"{_OASIS}:{it}:1.0" for it in ("office", "style", "text", "table", "meta")},
    "number": f"{_OASIS}:datastyle:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "of": f"{_OASIS}:of:1.2",
    "dc": "http://purl.org/dc/elements/1.1/",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
"""What the prefixes of all parts mean."""

_LETTER_MM = 2.1
_LINE_MM = 4.9
_INDENT_MM = 2.5
_AROUND_MM = 2.2
_FILLS = {Look.HEAD: "brand", Look.INPUT: "field", Look.TOTAL: "surface"}


def manifest() -> bytes:
    """What lies in the document."""
    return _kept("manifest").encode()


def page_styles(look: Mapping[str, str]) -> bytes:
    """Font, language and paper of the document."""
    return filled(_kept("styles"), look, {"spaces": NAMESPACES})


def automatic_styles(book: Workbook, look: Mapping[str, str]) -> str:
    """The styles that the cells of a spreadsheet name."""
    widths = sorted({column.width for sheet in book.sheets for column in sheet.columns})
    columns = "".join(
        f'<style:style style:name="col{width}" style:family="table-column"><style:table-column-'
        f'properties style:column-width="{width * _LETTER_MM + _INDENT_MM:.1f}mm"/></style:style>'
        for width in widths
    )
    counts = {head_lines(sheet) for sheet in book.sheets}
    counts |= {row_lines(sheet, row) for sheet in book.sheets for row in sheet.rows}
    rows = "".join(map(_row, sorted(counts - {1})))
    forms = filled(_kept("forms"), look).decode()
    cells = "".join(_cell(kind, form, look) for kind in Look for form in Form)
    return f"<office:automatic-styles>{forms}{columns}{rows}{cells}</office:automatic-styles>"


def row_style(lines: int) -> str:
    """The name of the style of a row; one of a single line finds its height itself."""
    return "row" if lines == 1 else f"row{lines}"


def _row(lines: int) -> str:
    height = lines * _LINE_MM + _AROUND_MM
    return (
        f'<style:style style:name="{row_style(lines)}" style:family="table-row"><style:table-row-'
        f'properties style:row-height="{height:.1f}mm" style:use-optimal-row-height="false"/>'
        "</style:style>"
    )


def _cell(kind: Look, form: Form, look: Mapping[str, str]) -> str:
    data = "" if form is Form.TEXT else f' style:data-style-name="n-{form}"'
    wraps = form is Form.TEXT or kind is Look.HEAD
    wrap = ' fo:wrap-option="wrap"' if wraps else ""
    lean = ' fo:text-align="end"' if kind is Look.HEAD else ""
    # Words keep a distance to the numbers of the column before them.
    lean = ' fo:text-align="start" fo:margin-left="1.5mm"' if form is Form.TEXT else lean
    side = f"<style:paragraph-properties{lean}/>" if lean else ""
    ink = look["on_brand" if kind is Look.HEAD else "text"]
    bold = ' fo:font-weight="bold"' if kind in (Look.HEAD, Look.TOTAL) else ""
    return (
        f'<style:style style:name="{kind}-{form}" style:family="table-cell" '
        f'style:parent-style-name="Default"{data}><style:table-cell-properties'
        f'{"".join(_ground(kind, look))}{wrap} fo:padding="1mm" style:vertical-align="top"/>'
        f'{side}<style:text-properties fo:color="#{ink}"{bold}/></style:style>'
    )


def _ground(kind: Look, look: Mapping[str, str]) -> Iterator[str]:
    """Colour and lines of a cell; what may be filled in has a frame as well as a colour."""
    if kind in _FILLS:
        yield f' fo:background-color="#{look[_FILLS[kind]]}"'
    if kind is Look.INPUT:
        yield f' fo:border="0.5pt solid #{look["text"]}"'
    else:
        yield f' fo:border-bottom="0.5pt solid #{look["line"]}"'


def _kept(name: str) -> str:
    return (data_folder("print") / "ods" / f"{name}.xml").read_text(encoding="utf-8")
