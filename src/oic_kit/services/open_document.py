"""The frame of an ODT: styles of the place before pandoc writes, named lists and fonts after."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oic_kit.services.packages import Parts, filled, insert, pack, unpack, with_text
from oic_kit.services.static_fonts import CUTS, Cut, static_font
from oic_kit.services.style_values import style_values

_BREAK = ' fo:break-before="page"'
_BOOK = {"title_before": "32mm", "title_size": "40pt", "first_page": "Cover", "part_break": _BREAK,
         "part_before": "42mm", "part_size": "32pt", "chapter_before": "0mm",
         "chapter_size": "23pt"}  # fmt: skip
_SHEET = {"title_before": "0mm", "title_size": "26pt", "first_page": "Standard", "part_break": "",
          "part_band": "", "part_before": "6mm", "part_size": "13pt", "chapter_before": "4mm",
          "chapter_size": "11pt"}  # fmt: skip

# What `odt.lua` wrote behind a picture belongs into it.
_DESCRIBED = re.compile(r"</draw:frame>\s*(<svg:title>.*?</svg:title>)", re.DOTALL)

_CELLS = {
    "TableHeaderRowCell": 'fo:border-top="1.2pt solid #${text}" '
    'fo:border-bottom="0.9pt solid #${text}" fo:border-left="none" fo:border-right="none" '
    'fo:padding="0.9mm" fo:padding-left="0mm" fo:padding-right="2.5mm" style:vertical-align="bottom"',
    "TableRowCell": 'fo:border-bottom="0.45pt solid #${line}" fo:border-top="none" '
    'fo:border-left="none" fo:border-right="none" fo:padding="0.9mm" fo:padding-left="0mm" '
    'fo:padding-right="2.5mm"',
}


def open_frame(bare: bytes, design: Path, book: Mapping[str, Any], cover: bytes) -> bytes:
    """Make the document whose styles, page, heads and feet pandoc takes over.

    Args:
        bare: pandoc's own reference document.
        design: the folder `playbook/design/odt`.
        book: the gathered document.
        cover: a PNG of one page A4, behind the text of the cover.
    """
    parts, values = unpack(bare), style_values(book)
    xml = (design / "styles.xml").read_text(encoding="utf-8")
    parts["styles.xml"] = filled(xml, values, {**_kind(book, values), "fonts": _faces()})
    parts["Pictures/cover.png"] = cover
    return pack(parts)


def _kind(book: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, str]:
    """What a book sets otherwise than a sheet: the title of a part stands in a band of colour."""
    if "sheet" in book:
        return {**_SHEET, "part_ink": values["text"]}
    band = f' fo:background-color="#{values["brand"]}" fo:padding="5mm"'
    return {**_BOOK, "part_band": band, "part_ink": values["on_brand"]}


def open_finish(document: bytes, book: Mapping[str, Any]) -> bytes:
    """Name the lists, draw the lines of tables, add the fonts, and drop the clock."""
    parts = unpack(document)
    content = parts["content.xml"].decode()
    content = _DESCRIBED.sub(r"\1</draw:frame>", content)
    content = _boxes(_named_lists(content))
    content = _cells(content, style_values(book))
    content = re.sub(
        r"<office:font-face-decls>.*?</office:font-face-decls>",
        f"<office:font-face-decls>{_faces()}</office:font-face-decls>",
        content,
        flags=re.DOTALL,
    )
    parts["content.xml"] = content.encode()
    parts["meta.xml"] = _meta(parts["meta.xml"].decode(), book["meta"]).encode()
    _embed_fonts(parts)
    return pack(parts)


def _named_lists(content: str) -> str:
    """Lists take the styles of the document instead of one of their own each."""
    kinds = {}
    for name, body in re.findall(
        r'<text:list-style style:name="(L\d+)">(.*?)</text:list-style>', content, re.DOTALL
    ):
        numbered = body.lstrip().startswith("<text:list-level-style-number")
        kinds[name] = "Numbers" if numbered else "Bullets"
    content = re.sub(
        r'\s*<text:list-style style:name="L\d+">.*?</text:list-style>', "", content, flags=re.DOTALL
    )
    content = re.sub(
        r'(list-style-name|text:style-name)="(L\d+)"',
        lambda found: f'{found[1]}="{kinds.get(found[2], found[2])}"',
        content,
    )
    # A tight list is one whose paragraphs are compact; the space is a matter of the style.
    return re.sub(
        r'(<style:style style:name="P\d+" style:family="paragraph" style:parent-style-name=")'
        r'Text_20_body(" style:list-style-name="(?:Numbers|Bullets)">)\s*'
        r'<style:paragraph-properties fo:margin-top="0in" fo:margin-bottom="0in" />',
        r"\1Compact\2",
        content,
    )


def _boxes(content: str) -> str:
    """A list of things to tick has a box instead of its bullet, not one behind it."""

    def ticked(found: re.Match[str]) -> str:
        items, boxes = re.subn(r"(<text:list-item>\s*<text:p [^>]*>)☐ ", r"\1", found[0])
        count = items.count("<text:list-item>")
        return items.replace('"Bullets"', '"Boxes"', 1) if boxes == count else found[0]

    plain = r'<text:list text:style-name="Bullets">(?:(?!<text:list[ >]).)*?</text:list>'
    return re.sub(plain, ticked, content, flags=re.DOTALL)


def _cells(content: str, values: Mapping[str, str]) -> str:
    for name, properties in _CELLS.items():
        drawn = filled(f"<style:table-cell-properties {properties}/>", values).decode()
        content = re.sub(
            rf'(<style:style style:name="{name}" style:family="table-cell">\s*)'
            r"<style:table-cell-properties[^>]*/>",
            lambda found, drawn=drawn: found[1] + drawn,  # type: ignore[misc]
            content,
        )
    row = '<style:table-row-properties fo:keep-together="always"/>'
    style = f'<style:style style:name="WholeRow" style:family="table-row">{row}</style:style>'
    content = content.replace("</office:automatic-styles>", f"{style}</office:automatic-styles>", 1)
    return content.replace("<table:table-row>", '<table:table-row table:style-name="WholeRow">')


def _meta(xml: str, meta: Mapping[str, Any]) -> str:
    """Title and author; a day would make every print another file."""
    xml = re.sub(r"\s*<(meta:creation-date|dc:date)>[^<]*</\1>", "", xml)
    for tag, key in (
        ("dc:title", "title"),
        ("meta:initial-creator", "author"),
        ("dc:creator", "author"),
    ):
        xml = with_text(xml, tag, meta[key])
    return xml


def _name(number: int) -> str:
    return f"Fonts/font{number}.ttf"


def _faces() -> str:
    """The fonts of the document; they travel inside it."""
    families = dict.fromkeys(cut.family for cut in CUTS)
    return "".join(
        f'<style:font-face style:name="{family}" svg:font-family="\'{family}\'" '
        'style:font-family-generic="swiss" style:font-pitch="variable"><svg:font-face-src>'
        + "".join(_face(number, cut) for number, cut in enumerate(CUTS, 1) if cut.family == family)
        + "</svg:font-face-src></style:font-face>"
        for family in families
    )


def _face(number: int, cut: Cut) -> str:
    weight, style = ("bold" if cut.style == "bold" else "normal"), cut.style
    slant = "italic" if style == "italic" else "normal"
    return (
        f'<svg:font-face-uri xlink:href="{_name(number)}" xlink:type="simple" '
        f'loext:font-style="{slant}" loext:font-weight="{weight}" '
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">'
        '<svg:font-face-format svg:string="truetype"/></svg:font-face-uri>'
    )


def _embed_fonts(parts: Parts) -> None:
    listed = ""
    for number, cut in enumerate(CUTS, start=1):
        parts[_name(number)] = static_font(cut)
        listed += (
            f'<manifest:file-entry manifest:full-path="{_name(number)}" '
            'manifest:media-type="application/x-font-ttf"/>'
        )
    insert(parts, "META-INF/manifest.xml", "</manifest:manifest>", listed)
