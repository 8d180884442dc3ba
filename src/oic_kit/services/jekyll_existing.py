"""The pages that a generated folder has already: which take the place of old ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from oic_kit.model.content_kinds import KINDS, TAXONOMIES
from oic_kit.model.place import Place
from oic_kit.services import record_edit
from oic_kit.services.front_matter import HeadError, split_page
from oic_kit.services.language_data import languages
from oic_kit.services.template import files_below

_URL = re.compile(r"^url:\s*[\"']?([\w/.-]+)", re.MULTILINE)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_SAMPLE = re.compile(r"^sample:\s*true\s*(?:#.*)?$", re.MULTILINE)


@dataclass
class Existing:
    """The pages of a generated folder in one language.

    Args:
        folder: the generated folder.
        place: its record.
        language: code of the language.
        pages: file below the folder, by content path such as `/formats/open-lab`.
    """

    folder: Path
    place: Place
    language: str
    pages: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        content = self.folder / "site" / "content"
        for path in files_below(content):
            if path.name in (f"index.{self.language}.md", f"_index.{self.language}.md"):
                steps = path.relative_to(content).parent.as_posix()
                shown = "/" if steps == "." else f"/{steps}"
                self.pages[shown] = path.relative_to(self.folder).as_posix()

    def ids(self, kind: str) -> frozenset[str]:
        """The folders of one kind."""
        start = f"/{kind}/"
        return frozenset(path.removeprefix(start) for path in self.pages if path.startswith(start))

    def address_of(self, page: str) -> str:
        """The address of a page by its content path, whether it exists or will."""
        main = self.language == self.place.main_language
        prefix = "/" if main else f"/{self.language}/"
        kind, _slash, name = page.strip("/").partition("/")
        paths = languages()[self.language].paths
        if kind in (*KINDS, *TAXONOMIES, "report"):
            return f"{prefix}{paths[kind]}/{name}/" if name else f"{prefix}{paths[kind]}/"
        found = _URL.search(self._text(page)) if page in self.pages else None
        shown = found.group(1).strip("/") if found else page.strip("/")
        return f"{prefix}{shown}/" if shown else prefix

    def title_of(self, page: str) -> str:
        """What a page is called; nothing when its head does not say so on one line."""
        found = _TITLE.search(self._text(page))
        return found.group(1) if found else ""

    def is_sample(self, path: str) -> bool:
        """Whether a file of the folder is a page that says of itself that it is a sample."""
        file = self.folder / path
        if not file.is_file() or file.is_symlink():
            return False
        head = file.read_text("utf-8", errors="replace").split("\n---", 1)[0]
        return bool(_SAMPLE.search(head))

    def with_aliases(self, page: str, addresses: list[str]) -> bytes | None:
        """The text of a page that old addresses lead to as well; nothing when it cannot be read."""
        text = self._text(page)
        try:
            head, body, _line = split_page(text)
        except HeadError:
            return None
        known = head.values.get("aliases") or []
        wanted = [*known, *(one for one in addresses if one not in known)]
        lines = head.text.removeprefix("\n")
        change = record_edit.put if "aliases" in head.values else record_edit.add
        return f"---\n{change(lines, 'aliases', wanted).rstrip()}\n---\n{body}".encode()

    def _text(self, page: str) -> str:
        return (self.folder / self.pages[page]).read_text("utf-8-sig", errors="replace")
