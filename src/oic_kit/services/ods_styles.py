"""Styles of the spreadsheets for LibreOffice: forms of numbers, looks of cells, widths, the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
        f'properties style:column-width="{width * _LETTER_MM:.1f}mm"/></style:style>'
        for width in widths
    )
    forms = filled(_kept("forms"), look).decode()
    cells = "".join(_cell(kind, form, look) for kind in Look for form in Form)
    return f"<office:automatic-styles>{forms}{columns}{cells}</office:automatic-styles>"


def _cell(kind: Look, form: Form, look: Mapping[str, str]) -> str:
    data = "" if form is Form.TEXT else f' style:data-style-name="n-{form}"'
    wrap = ' fo:wrap-option="wrap"' if form is Form.TEXT else ""
    ink = look["on_brand" if kind is Look.HEAD else "text"]
    bold = ' fo:font-weight="bold"' if kind in (Look.HEAD, Look.TOTAL) else ""
    return (
        f'<style:style style:name="{kind}-{form}" style:family="table-cell" '
        f'style:parent-style-name="Default"{data}><style:table-cell-properties'
        f'{"".join(_ground(kind, look))}{wrap} fo:padding="1mm" style:vertical-align="top"/>'
        f'<style:text-properties fo:color="#{ink}"{bold}/></style:style>'
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
