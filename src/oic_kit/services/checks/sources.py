"""The texts of a folder that people of the place write: pages, own words, own layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oic_kit.services.template import files_below

_TEXTS = {
    "site/content": (".md",),
    "site/i18n": (".yaml", ".yml", ".toml"),
    "site/data": (".yaml", ".yml"),
    "site/layouts": (".html", ".xml", ".txt", ".ics", ".json"),
}
_LANGUAGE = re.compile(r"(?:^|[./])([a-z]{2,3}(?:-[A-Z]{2})?)\.(?:md|ya?ml|toml)$")
_LARGEST = 1_000_000


@dataclass(frozen=True)
class Source:
    """A text and where it lies.

    Args:
        file: path below the folder of the place, with `/`.
        language: code of its language; empty when it is for all of them.
    """

    file: str
    language: str
    text: str

    def line_at(self, offset: int) -> int:
        """The line of the file, from 1, in which a letter of the text stands."""
        return self.text.count("\n", 0, offset) + 1

    @property
    def in_content(self) -> bool:
        """Whether it is a page."""
        return self.file.startswith("site/content/")


def sources_in(folder: Path) -> Iterator[Source]:
    """Read the texts of a folder; what is no text or very large is left to others."""
    for below, endings in _TEXTS.items():
        root = folder / below
        for path in files_below(root) if root.is_dir() else ():
            if path.suffix not in endings or path.stat().st_size > _LARGEST:
                continue
            file = path.relative_to(folder).as_posix()
            found = _LANGUAGE.search(file)
            text = path.read_bytes().decode("utf-8-sig", "replace")
            yield Source(file, found.group(1) if found else "", text)
