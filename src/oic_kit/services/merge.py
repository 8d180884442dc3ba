"""Merge the texts that the kit and the place share: three ways, line by line, with libgit2.

Everything is a byte here: an old encoding, a picture or an odd line end comes out as it went in.
Where both changed the same passage, the place's own stays; the kit's is handed back beside it.
No marker of a conflict exists anywhere, so none can reach a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pygit2
from pygit2.enums import ConfigLevel, FileMode, MergeFavor, MergeFlag

from oic_kit.errors import PlaceFileError
from oic_kit.model.update_plan import is_drawn
from oic_kit.model.update_step import Why
from oic_kit.services.front_matter import HeadError, split_page
from oic_kit.services.record_text import parse_record
from oic_kit.services.scratch import scratch

Files = Mapping[str, bytes]
_LEVELS = (ConfigLevel.PROGRAMDATA, ConfigLevel.SYSTEM, ConfigLevel.XDG, ConfigLevel.GLOBAL)


@dataclass(frozen=True)
class Sides:
    """One file three times: as the kit gave it, as the place has it, as the kit would give it."""

    base: bytes | None
    mine: bytes | None
    kits: bytes | None


@dataclass(frozen=True)
class Merge:
    """What became of one file.

    Args:
        result: what shall lie there.
        rival: the same with the kit's passages where the two changes clash.
        clash: why they do not go together; nothing if they do.
    """

    result: bytes | None
    rival: bytes | None
    clash: Why | None = None


@contextmanager
def workshop() -> Iterator[Any]:
    """A bare repository that lives as long as the block, deaf to every git setting of the reader.

    Settings of libgit2 belong to the whole process: they are put back at the end.
    """
    paths = pygit2.settings.search_path
    before = {level: paths[level] for level in _LEVELS}
    try:
        for level in _LEVELS:
            paths[level] = ""
        with scratch() as folder:
            yield pygit2.init_repository(str(folder), bare=True)
    finally:
        for level, path in before.items():
            paths[level] = path


def tree_of(repository: Any, files: Files) -> Any:
    """Keep files as a tree of the repository; its names are those of the mapping."""
    index = pygit2.Index()
    for name, content in files.items():
        index.add(pygit2.IndexEntry(name, repository.create_blob(content), FileMode.BLOB))
    return index.write_tree(repository)


def merge(repository: Any, sides: Mapping[str, Sides]) -> dict[str, Merge]:
    """Merge files that lie under the same path on all their sides.

    Args:
        repository: an open `workshop`.
        sides: by path, which only says what kind of file it is.
    """
    plain = {path: _plainly(path, one) for path, one in sides.items()}
    hard = {path: sides[path] for path, made in plain.items() if made is None}
    made = {path: made for path, made in plain.items() if made is not None}
    return made | _by_lines(repository, hard)


def _plainly(path: str, one: Sides) -> Merge | None:
    """The merges that need no look into the lines; nothing for all others."""
    base, mine, kits = one.base, one.mine, one.kits
    if mine is None:
        return Merge(kits if base is None else None, kits)
    if kits is None:
        return Merge(None if base == mine else mine, None)
    if mine == kits or kits == base:
        return Merge(mine, mine)
    if mine == base:
        return Merge(kits, kits)
    if base is None:
        return Merge(mine, kits, Why.BOTH_NEW)
    return None if _has_lines(path, one) else Merge(mine, kits, Why.BOTH_FILES)


def _has_lines(path: str, one: Sides) -> bool:
    """Whether a file is a text: parts of two pictures make none, even where they are drawn in XML."""
    sides = (one.base, one.mine, one.kits)
    return not is_drawn(path) and not any(b"\0" in (side or b"") for side in sides)


def _by_lines(repository: Any, sides: Mapping[str, Sides]) -> dict[str, Merge]:
    named = {f"{number:06}": path for number, path in enumerate(sides)}
    trees = [
        tree_of(repository, {name: _evened(sides[path])[side] for name, path in named.items()})
        for side in range(3)
    ]

    def merged(favour: MergeFavor) -> Any:
        return repository.merge_trees(*trees, favor=favour, flags=MergeFlag(0))

    tried, ours, theirs = map(merged, (MergeFavor.NORMAL, MergeFavor.OURS, MergeFavor.THEIRS))
    clashes = {entry.path for three in tried.conflicts or () for entry in three if entry}
    return {
        path: _read_back(
            path,
            sides[path].mine or b"",
            ours=repository[ours[name].id].data,
            theirs=repository[theirs[name].id].data,
            clash=name in clashes,
        )
        for name, path in named.items()
    }


def _read_back(path: str, mine: bytes, *, ours: bytes, theirs: bytes, clash: bool) -> Merge:
    result, rival = (_as_dos(_as_unix(it)) if _is_dos(mine) else it for it in (ours, theirs))
    if clash:
        # Even the lines that go together must not break what the place has.
        return Merge(mine if _breaks(path, mine, result) else result, rival, Why.PASSAGE)
    if _breaks(path, mine, result):
        return Merge(mine, result, Why.BREAKS)
    return Merge(result, result)


def _evened(one: Sides) -> tuple[bytes, bytes, bytes]:
    """The three sides with the same line ends, where a side has the same at all its lines."""
    sides = (one.base or b"", one.mine or b"", one.kits or b"")
    base, mine, kits = (_as_unix(side) if _is_dos(side) else side for side in sides)
    return base, mine, kits


def _is_dos(content: bytes) -> bool:
    """Whether every line ends as on Windows: only then can the ends be put back exactly."""
    return b"\r\n" in content and _as_dos(_as_unix(content)) == content


def _as_unix(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def _as_dos(content: bytes) -> bytes:
    return content.replace(b"\n", b"\r\n")


def _breaks(path: str, before: bytes, after: bytes) -> bool:
    """Whether a merge made something unreadable of what could be read.

    Two changes that touch no common line can still name a key twice.
    """
    return _is_read(path, before) and not _is_read(path, after)


def _is_read(path: str, content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
        if path.endswith((".yaml", ".yml", ".json")):
            parse_record(text, named=path)
        elif path.endswith(".md") and text.startswith("---"):
            split_page(text)
    except (UnicodeDecodeError, PlaceFileError, HeadError):
        return False
    return True
