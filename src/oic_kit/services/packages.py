"""Office documents are ZIP files of XML: read one, and write one that is the same every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from string import Template
from xml.sax.saxutils import escape

# A ZIP file cannot hold an earlier day.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
# OpenDocument wants its type first and not compressed, so that tools find it at a fixed place.
_TYPE = "mimetype"

Parts = dict[str, bytes]
"""Content by path inside the document."""


def unpack(document: bytes) -> Parts:
    """Give the parts of a document."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Make a document of its parts: the same parts give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in sorted(parts, key=lambda name: (name != _TYPE, name)):
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.compress_type = zipfile.ZIP_STORED if name == _TYPE else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, parts[name])
    return made.getvalue()


def filled(xml: str, values: Mapping[str, str], raw: Mapping[str, str] | None = None) -> bytes:
    """Fill `${gaps}` in XML.

    Args:
        xml: text with gaps.
        values: plain text; signs with a meaning in XML are escaped.
        raw: pieces of XML.

    Raises:
        KeyError: a gap has no value.
    """
    texts = {key: escape(text, {'"': "&quot;"}) for key, text in values.items()}
    return Template(xml).substitute({**texts, **(raw or {})}).encode()


def with_text(xml: str, tag: str, text: object) -> str:
    """Give every element of a name another text."""
    said = f"<{tag}>{escape(str(text))}</{tag}>"
    return re.sub(rf"<{tag}>.*?</{tag}>", lambda _found: said, xml, flags=re.DOTALL)


def insert(parts: Parts, name: str, before: str, xml: str) -> None:
    """Put XML into a part, before a piece of it such as its last tag."""
    parts[name] = parts[name].decode().replace(before, xml + before).encode()
