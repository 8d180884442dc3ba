"""Read an old site made with Jekyll: everything as text and plain values, nothing of it is run.

The folder may come from anybody. Links are not followed, files of no use are not opened, and what
cannot be read becomes a line of the report instead of an end of the import.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from oic_kit.errors import FolderError, PlaceFileError
from oic_kit.model.jekyll_outcome import Entry, Outcome
from oic_kit.model.jekyll_text import harmless
from oic_kit.say import _
from oic_kit.services.front_matter import HeadError, split_page
from oic_kit.services.record_text import parse_values

_SKIPPED = frozenset({"_site", "node_modules", "vendor", "_sass", "_layouts", "_plugins"})
_MOST_FILES = 50_000
_LARGEST_TEXT = 1_000_000
_TEXTS = (".md", ".markdown", ".html", ".htm")


@dataclass(frozen=True)
class Document:
    """A page of the old site, with its head as plain values.

    Args:
        path: where it lies below the folder of the old site, with `/`.
        collection: the folder of its collection without `_`; empty for a page of its own.
        head: what stands between the two lines of `---`.
        body: the rest.
        recoded: whether the file was not UTF-8.
    """

    path: str
    collection: str
    head: dict[str, Any]
    body: str = field(repr=False)
    recoded: bool = False

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


@dataclass(frozen=True)
class Source:
    """An old site.

    Args:
        root: its folder.
        config: what `_config.yml` says.
        files: size in bytes of every ordinary file, by path with `/`.
        documents: every page that could be read.
        data: what the files of `_data/` say, by name without ending.
        faults: what could not be read, as lines of the report.
    """

    root: Path
    config: dict[str, Any]
    files: dict[str, int]
    documents: tuple[Document, ...]
    data: dict[str, Any]
    faults: tuple[Entry, ...]

    @cached_property
    def by_lower(self) -> dict[str, str]:
        """Paths by their spelling in small letters: editors do not always meet the case."""
        return {path.lower(): path for path in self.files}

    def find(self, path: str) -> str | None:
        """The file that an address of the old site names; nothing when there is none."""
        wanted = path.strip().lstrip("/")
        return wanted if wanted in self.files else self.by_lower.get(wanted.lower())

    def without(self, refused: Collection[str]) -> Source:
        """The same site without some items, named as the report names them: `_data/team.yml#2`."""
        data = {
            name: [
                None if f"_data/{name}.yml#{number}" in refused else entry
                for number, entry in enumerate(values, start=1)
            ]
            if isinstance(values, list)
            else values
            for name, values in self.data.items()
            if f"_data/{name}.yml" not in refused
        }
        kept = tuple(one for one in self.documents if one.path not in refused)
        return replace(self, data=data, documents=kept)

    def of(self, *collections: str) -> list[Document]:
        """The documents of some collections, in the order of their paths."""
        return [one for one in self.documents if one.collection in collections]


def read_source(root: Path) -> Source:
    """Read the folder of an old site.

    Raises:
        FolderError: it is no folder of a Jekyll site, or holds too much.
        PlaceFileError: its `_config.yml` cannot be read.
    """
    if not root.is_dir():
        raise FolderError(
            _("{folder} is not a folder.").format(folder=root),
            remedy=_("Name the folder of the old site, the one that holds _config.yml."),
        )
    files, faults = _files(root)
    config = _config(root, files)
    data, broken = _data(root, files)
    documents, unread = _documents(root, files, config)
    return Source(root, config, files, documents, data, (*faults, *broken, *unread))


def _files(root: Path) -> tuple[dict[str, int], list[Entry]]:
    found: dict[str, int] = {}
    faults: list[Entry] = []
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(
            name
            for name in folders
            if name not in _SKIPPED and not name.startswith(".") and name not in linked
        )
        for name in sorted((*names, *linked)):
            path = here / name
            shown = path.relative_to(root).as_posix()
            about = path.lstat()
            if stat.S_ISREG(about.st_mode):
                found[shown] = about.st_size
            else:
                faults.append(_left(shown, _("It is a link or a device; links are not followed.")))
        if len(found) > _MOST_FILES:
            raise FolderError(
                _("{folder} holds more than {count} files.").format(folder=root, count=_MOST_FILES),
                remedy=_("Name the folder of the old site, the one that holds _config.yml."),
            )
    return found, faults


def _left(path: str, why: str) -> Entry:
    return Entry(harmless(path), "file", Outcome.LEFT, notes=(why,))


def _config(root: Path, files: dict[str, int]) -> dict[str, Any]:
    name = next((name for name in ("_config.yml", "_config.yaml") if name in files), None)
    if not name:
        raise FolderError(
            _("{folder} is not the folder of a Jekyll site: it has no _config.yml.").format(
                folder=root
            ),
            remedy=_("Name the folder of the old site, the one that holds _config.yml."),
        )
    values = parse_values(_text(root / name, files[name])[0], named=str(root / name))
    return values if isinstance(values, dict) else {}


def _text(path: Path, size: int) -> tuple[str, bool]:
    """The text of a file, and whether it was not UTF-8; old Windows letters are understood."""
    if size > _LARGEST_TEXT:
        raise PlaceFileError(
            _("{path} cannot be read: {why}.").format(
                path=path, why=_("it is larger than one megabyte")
            ),
            remedy=_("Mend the file and run the command again."),
            faults=[],
        )
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), True


def _data(root: Path, files: dict[str, int]) -> tuple[dict[str, Any], list[Entry]]:
    found: dict[str, Any] = {}
    faults: list[Entry] = []
    for path in files:
        folder, _slash, name = path.rpartition("/")
        stem, _dot, ending = name.rpartition(".")
        if folder != "_data" or ending not in ("yml", "yaml", "json"):
            continue
        try:
            text = _text(root / path, files[path])[0]
            found[stem] = json.loads(text) if ending == "json" else parse_values(text, named=path)
        except (PlaceFileError, ValueError, RecursionError, OSError) as error:
            faults.append(_left(path, _unread(error)))
    return found, faults


def _unread(error: Exception) -> str:
    return error.what if isinstance(error, PlaceFileError) else _("It cannot be read.")


def _documents(
    root: Path, files: dict[str, int], config: dict[str, Any]
) -> tuple[tuple[Document, ...], list[Entry]]:
    found: list[Document] = []
    faults: list[Entry] = []
    for path, collection in _pages(files, config):
        try:
            text, recoded = _text(root / path, files[path])
            if text.lstrip().startswith("---"):
                head, body, _line = split_page(text.lstrip().replace("\r\n", "\n"))
                found.append(Document(path, collection, head.values, harmless(body), recoded))
        except HeadError as error:
            why = _("Line {line} of its head: {cure}.").format(line=error.line, cure=error.cure)
            faults.append(_left(path, why))
        except (PlaceFileError, OSError) as error:
            faults.append(_left(path, _unread(error)))
    return tuple(found), faults


def _pages(files: dict[str, int], config: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every file that may be a page, with the name of its collection."""
    below = str(config.get("collections_dir") or "").strip("/")
    prefix = f"{below}/" if below else ""
    named = config.get("collections")
    collections = {str(name) for name in named} if isinstance(named, dict | list) else set()
    for path in files:
        if not path.lower().endswith(_TEXTS):
            continue
        first, slash, _rest = path.removeprefix(prefix).partition("/")
        if first.startswith("_"):
            if slash and first[1:] in (*collections, "posts", "drafts"):
                yield path, first[1:]
        elif first not in ("assets", "README.md"):
            yield path, ""
