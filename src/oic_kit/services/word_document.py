"""The frame of a DOCX: styles of the place before pandoc writes, fonts and properties after."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oic_kit.services.packages import filled, insert, pack, unpack, with_text
from oic_kit.services.style_values import style_values
from oic_kit.services.word_fonts import embed_fonts, font_table, related, relations

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BREAK = "<w:pageBreakBefore/>"

# Parts of the document, and the file of the design that each is filled from.
_FILLED = {
    "word/styles.xml": "styles.xml",
    "word/document.xml": "document.xml",
    "word/header1.xml": "header.xml",
    "word/header2.xml": "cover-header.xml",
    "word/footer1.xml": "footer.xml",
}
# Heads and feet as `document.xml` names them.
_HEADS = (
    ("rIdHeader", "header", "header1.xml"),
    ("rIdCover", "header", "header2.xml"),
    ("rIdFooter", "footer", "footer1.xml"),
)

# Half points and twentieths of a point. In a book, parts and chapters begin on a page of their own.
_BOOK = {"title_before": "1900", "title_size": "80", "part_break": _BREAK, "part_before": "2400",
         "part_size": "64", "chapter_before": "0", "chapter_size": "46",
         "title_page": "<w:titlePg/>"}  # fmt: skip
_SHEET = {"title_before": "0", "title_size": "52", "part_break": "", "part_before": "320",
          "part_size": "26", "chapter_before": "240", "chapter_size": "22", "part_band": "",
          "title_page": ""}  # fmt: skip
_BAND_EDGE = 'w:val="single" w:sz="96" w:space="6" w:color='

# Twentieths of a point by which every level of a list is set in: pandoc's step, and ours.
_INCH_STEP, _LIST_STEP = 720, 340


def word_frame(bare: bytes, design: Path, book: Mapping[str, Any], cover: bytes) -> bytes:
    """Make the document whose styles, margins, heads and feet pandoc takes over.

    Args:
        bare: pandoc's own reference document.
        design: the folder `playbook/design/word`.
        book: the gathered document.
        cover: a PNG of one page A4, behind the text of the cover.
    """
    values, parts = style_values(book), unpack(bare)
    kind = _kind(book, values)
    for name, source in _FILLED.items():
        parts[name] = filled((design / source).read_text(encoding="utf-8"), values, kind)
    parts |= {
        "word/media/cover.png": cover,
        "word/_rels/header2.xml.rels": relations(("rId1", "image", "media/cover.png")),
        "word/fontTable.xml": font_table(),
    }
    insert(parts, "word/_rels/document.xml.rels", "</Relationships>", related(*_HEADS))
    types = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_TYPE}.{kind}+xml"/>'
        for _name, kind, target in _HEADS
    )
    types += '<Default Extension="png" ContentType="image/png"/>'
    insert(parts, "[Content_Types].xml", "</Types>", types)
    return pack(parts)


def _kind(book: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, str]:
    """What a book sets otherwise than a sheet: the title of a part stands in a band of colour."""
    if "sheet" in book:
        return {**_SHEET, "part_ink": values["text"]}
    brand = values["brand"]
    sides = "".join(
        f'<w:{side} {_BAND_EDGE}"{brand}"/>' for side in ("top", "left", "bottom", "right")
    )
    band = f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{brand}"/>'
    return {**_BOOK, "part_band": band, "part_ink": values["on_brand"]}


def word_finish(document: bytes, book: Mapping[str, Any]) -> bytes:
    """Put the fonts into a document that pandoc wrote, and say who made it, without a clock."""
    parts = unpack(document)
    embed_fonts(parts)
    for name, finished in (
        ("word/document.xml", _whole_rows),
        ("word/numbering.xml", _closer_lists),
        ("word/settings.xml", lambda xml: _settings(xml, book)),
        ("docProps/core.xml", lambda xml: _core(xml, book["meta"])),
    ):
        parts[name] = finished(parts[name].decode()).encode()
    return pack(parts)


def _settings(xml: str, book: Mapping[str, Any]) -> str:
    """How Word shall treat the document: its language, its fonts, and what it does on opening."""
    locale = book["meta"]["lang"]
    xml = re.sub(r'(<w:themeFontLang w:val=")[^"]*', rf"\g<1>{locale}", xml)
    xml = xml.replace("<w:embedSystemFonts />", "<w:embedTrueTypeFonts/>", 1)
    if "sheet" not in book:
        # Word counts the pages of the contents when the reader opens the document, and asks before.
        xml = xml.replace("<w:rsids>", '<w:updateFields w:val="true"/><w:rsids>', 1)
    return re.sub(r"(<w:defaultTabStop[^>]*/>)", r"\1<w:autoHyphenation/>", xml)


def _core(xml: str, meta: Mapping[str, Any]) -> str:
    """Title and author; a day would make every print another file."""
    xml = re.sub(r"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", "", xml)
    return with_text(with_text(xml, "dc:title", meta["title"]), "dc:creator", meta["author"])


def _whole_rows(document: str) -> str:
    """No row of a table is cut by the end of a page."""
    whole = "<w:cantSplit/>"
    document = re.sub(r"<w:trPr>", f"<w:trPr>{whole}", document)
    return re.sub(r"(<w:tr>)(\s*<w:tc>)", rf"\1<w:trPr>{whole}</w:trPr>\2", document)


def _closer_lists(numbering: str) -> str:
    """Lists begin at the left edge of the text; pandoc would set them in by half an inch."""
    return re.sub(
        r'<w:ind w:left="(\d+)" w:hanging="\d+" ?/>|<w:ind w:hanging="\d+" w:left="(\d+)" ?/>',
        lambda found: (
            f'<w:ind w:left="{int(found[1] or found[2]) // _INCH_STEP * _LIST_STEP}" '
            f'w:hanging="{_LIST_STEP}"/>'
        ),
        numbering,
    )
