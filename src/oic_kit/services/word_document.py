"""The frame of a DOCX: styles of the place before pandoc writes, fonts and properties after."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oic_kit.services.packages import Parts, filled, pack, unpack
from oic_kit.services.static_fonts import CUTS, Cut, static_font
from oic_kit.services.style_values import style_values

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BREAK = "<w:pageBreakBefore/>"

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

# Word reads an embedded font only when its first 32 bytes are masked with the key of the file.
_MASKED = 32


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

    def part(name: str) -> bytes:
        return filled((design / name).read_text(encoding="utf-8"), values, kind)

    parts |= {
        "word/styles.xml": part("styles.xml"),
        "word/document.xml": part("document.xml"),
        "word/header1.xml": part("header.xml"),
        "word/header2.xml": part("cover-header.xml"),
        "word/footer1.xml": part("footer.xml"),
        "word/media/cover.png": cover,
        "word/_rels/header2.xml.rels": _relations(("rId1", "image", "media/cover.png")),
        "word/fontTable.xml": _font_table(),
    }
    new = [("rIdHeader", "header", "header1.xml"), ("rIdCover", "header", "header2.xml"),
           ("rIdFooter", "footer", "footer1.xml")]  # fmt: skip
    _insert(parts, "word/_rels/document.xml.rels", "</Relationships>", _related(*new))
    types = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_TYPE}.{kind}+xml"/>'
        for _name, kind, target in new
    )
    types += '<Default Extension="png" ContentType="image/png"/>'
    _insert(parts, "[Content_Types].xml", "</Types>", types)
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
    _embed_fonts(parts)
    parts["word/document.xml"] = _whole_rows(parts["word/document.xml"].decode()).encode()
    parts["word/numbering.xml"] = _closer_lists(parts["word/numbering.xml"].decode()).encode()
    settings = parts["word/settings.xml"].decode()
    locale = book["meta"]["lang"]
    settings = re.sub(r'(<w:themeFontLang w:val=")[^"]*', rf"\g<1>{locale}", settings)
    # Word counts the pages of the contents when the reader opens the document.
    settings = settings.replace("<w:embedSystemFonts />", "<w:embedTrueTypeFonts/>", 1)
    settings = settings.replace("<w:rsids>", '<w:updateFields w:val="true"/><w:rsids>', 1)
    parts["word/settings.xml"] = settings.encode()
    core = parts["docProps/core.xml"].decode()
    core = re.sub(r"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", "", core)
    meta = {key: str(value) for key, value in book["meta"].items()}
    for tag, key in (("title", "title"), ("creator", "author")):
        core = re.sub(
            rf"<dc:{tag}>.*?</dc:{tag}>",
            lambda _found, tag=tag, key=key: filled(  # type: ignore[misc]
                f"<dc:{tag}>${{{key}}}</dc:{tag}>", meta
            ).decode(),
            core,
            flags=re.DOTALL,
        )
    parts["docProps/core.xml"] = core.encode()
    return pack(parts)


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


def _insert(parts: Parts, name: str, before: str, xml: str) -> None:
    parts[name] = parts[name].decode().replace(before, xml + before).encode()


def _related(*relations: tuple[str, str, str]) -> str:
    return "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )


def _relations(*relations: tuple[str, str, str]) -> bytes:
    body = _related(*relations)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{body}</Relationships>'.encode()


def _key(cut: Cut) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"oic-kit {cut.family} {cut.style}")


def _font_table() -> bytes:
    """The fonts of the document, and what stands in where they cannot be read."""
    families = dict.fromkeys(cut.family for cut in CUTS)
    fonts = "".join(
        f'<w:font w:name="{family}"><w:altName w:val="Segoe UI"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        + "".join(
            f'<w:embed{cut.style.title()} r:id="rId{number}" '
            f'w:fontKey="{{{str(_key(cut)).upper()}}}"/>'
            for number, cut in enumerate(CUTS, start=1)
            if cut.family == family
        )
        + "</w:font>"
        for family in families
    )
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        f'xmlns:r="{_RELATION}"'
    )
    return f"{_HEAD}<w:fonts {spaces}>{fonts}</w:fonts>".encode()


def _embed_fonts(parts: Parts) -> None:
    relations = []
    for number, cut in enumerate(CUTS, start=1):
        name = f"fonts/font{number}.odttf"
        parts[f"word/{name}"] = _masked(static_font(cut), _key(cut))
        relations.append((f"rId{number}", "font", name))
    parts["word/fontTable.xml"] = _font_table()
    parts["word/_rels/fontTable.xml.rels"] = _relations(*relations)
    masked = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    _insert(
        parts,
        "[Content_Types].xml",
        "</Types>",
        f'<Default Extension="odttf" ContentType="{masked}"/>',
    )


def _masked(font: bytes, key: uuid.UUID) -> bytes:
    """Mask the head of a font as Word expects it: with the key read from its end.

    Source:
        ECMA-376 part 4, 2.8.1 “Font Embedding”.
    """
    mask = bytes.fromhex(key.hex)[::-1] * 2
    head = bytes(byte ^ mask[at] for at, byte in enumerate(font[:_MASKED]))
    return head + font[_MASKED:]
