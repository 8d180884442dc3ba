"""Fonts inside a DOCX: Word shows them wherever the document is opened."""

from __future__ import annotations

import uuid

from oic_kit.services.packages import Parts, insert
from oic_kit.services.static_fonts import CUTS, Cut, static_font

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Word reads an embedded font only when its first 32 bytes are masked with the key of the file.
_MASKED = 32


def related(*found: tuple[str, str, str]) -> str:
    """Relations of a part to others as XML.

    Args:
        found: id, kind such as `image`, and path of each.
    """
    return "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for name, kind, target in found
    )


def relations(*found: tuple[str, str, str]) -> bytes:
    """The file that holds the relations of a part; see `related`."""
    body = related(*found)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{body}</Relationships>'.encode()


def _key(cut: Cut) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"oic-kit {cut.family} {cut.style}")


def font_table() -> bytes:
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


def embed_fonts(parts: Parts) -> None:
    """Put every cut of the font into a document."""
    found = []
    for number, cut in enumerate(CUTS, start=1):
        name = f"fonts/font{number}.odttf"
        parts[f"word/{name}"] = _masked(static_font(cut), _key(cut))
        found.append((f"rId{number}", "font", name))
    parts["word/fontTable.xml"] = font_table()
    parts["word/_rels/fontTable.xml.rels"] = relations(*found)
    masked = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    # Word refuses a document that names a type twice; some versions of pandoc name this one.
    if b'Extension="odttf"' not in parts["[Content_Types].xml"]:
        kind = f'<Default Extension="odttf" ContentType="{masked}"/>'
        insert(parts, "[Content_Types].xml", "</Types>", kind)


def _masked(font: bytes, key: uuid.UUID) -> bytes:
    """Mask the head of a font as Word expects it: with the key read from its end.

    Source:
        ECMA-376 part 4, 2.8.1 “Font Embedding”.
    """
    mask = bytes.fromhex(key.hex)[::-1] * 2
    head = bytes(byte ^ mask[at] for at, byte in enumerate(font[:_MASKED]))
    return head + font[_MASKED:]
