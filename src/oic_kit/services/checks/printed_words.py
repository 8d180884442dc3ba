"""What is printed in `build/playbook/`, read as far as a program reads it without a printer.

The PDF of a document says what its office files and its pages say: they come from one text.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oic_kit.services.template import files_below

FOLDER = "build/playbook"
_PARTS = {
    ".docx": ("word/document.xml",),
    ".odt": ("content.xml",),
    ".ods": ("content.xml",),
    ".xlsx": ("xl/sharedStrings.xml",),
}
_PLAIN = (".html", ".ics")
_LANGUAGE = re.compile(r"(?:/|-)([a-z]{2,3}(?:-[A-Z]{2})?)(?=/|\.[a-z]+$)")
# What ends a paragraph or a cell; all other tags stand inside words.
_BLOCK = re.compile(r"</(?:w:p|w:tc|text:p|text:h|si|p|li|td|th|h\d)>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class PrintedText:
    """A printed file.

    Args:
        file: path below the folder of the place.
        language: code of its language; empty when its name does not say.
        words: what can be read in it.
    """

    file: str
    language: str
    words: str


def printed_texts(folder: Path) -> Iterator[PrintedText]:
    """Read what was printed for a place; a file that cannot be read is left out."""
    root = folder / FOLDER
    for path in files_below(root) if root.is_dir() else ():
        file = path.relative_to(folder).as_posix()
        try:
            text = _text(path)
        except (OSError, KeyError, zipfile.BadZipFile):
            continue
        if text:
            found = _LANGUAGE.findall(file)
            yield PrintedText(file, found[-1] if found else "", text)


def _text(path: Path) -> str:
    if path.suffix in _PLAIN:
        return _words(path.read_bytes().decode("utf-8", "replace"))
    if path.suffix not in _PARTS:
        return ""
    with zipfile.ZipFile(path) as package:
        return _words("".join(package.read(name).decode() for name in _PARTS[path.suffix]))


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", markup)))
