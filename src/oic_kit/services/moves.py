"""Find out which files were renamed, by what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pygit2.enums import DeltaStatus, DiffFind

from oic_kit.services.merge import tree_of
from oic_kit.services.switches import language_in

_MANY = 5000


def moves(repository: Any, gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> dict[str, str]:
    """Say which of the files that are gone live on under which new path.

    A file keeps its language: a German chapter never becomes an English one. Of two that resemble
    each other, the one that kept its name is meant, as when a whole folder is renamed.

    Args:
        repository: an open `workshop`.
        gone: content by path before.
        come: content by path after; at least half of its lines are those of before.
    """
    found: dict[str, str] = {}
    for group in (_language_and_name, _language):
        for kind in sorted({group(path) for path in gone}):
            before = {p: gone[p] for p in gone if p not in found and group(p) == kind}
            taken = set(found.values())
            after = {p: come[p] for p in come if p not in taken and _may_be(p, kind)}
            found.update(_alike(repository, before, after))
    return found


def _language(path: str) -> tuple[str, ...]:
    return (language_in(path),)


def _language_and_name(path: str) -> tuple[str, ...]:
    return (language_in(path), path.rpartition("/")[2])


def _may_be(path: str, kind: tuple[str, ...]) -> bool:
    """Whether a path may be the new one of a group; outside its folder it tells no language."""
    language, *name = kind
    known = language_in(path)
    return known in (language, "") and name in ([], [path.rpartition("/")[2]])


def _alike(
    repository: Any, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[tuple[str, str]]:
    if not before or not after:
        return
    old = {f"old-{number:06}": path for number, path in enumerate(before)}
    new = {f"new-{number:06}": path for number, path in enumerate(after)}
    trees = (
        tree_of(repository, {name: before[path] for name, path in old.items()}),
        tree_of(repository, {name: after[path] for name, path in new.items()}),
    )
    difference = repository[trees[0]].diff_to_tree(repository[trees[1]])
    difference.find_similar(flags=DiffFind.FIND_RENAMES, rename_limit=_MANY)
    for delta in difference.deltas:
        if delta.status == DeltaStatus.RENAMED:
            yield old[delta.old_file.path], new[delta.new_file.path]
