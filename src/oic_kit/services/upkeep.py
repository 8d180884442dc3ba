"""Keep a folder equal to a set of files: write what changed, remove what is no longer meant."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from oic_kit.errors import FolderError
from oic_kit.say import _

_SUFFIX = ".oic-part"


def keep(folder: Path, meant: Mapping[str, bytes]) -> tuple[str, ...]:
    """Make a folder hold exactly these files; each one is old or new at any moment, never half.

    Args:
        folder: made when missing; everything in it is ours.
        meant: content by path inside the folder, with `/`.

    Returns:
        The paths that were written or removed, sorted; empty when everything was up to date.

    Raises:
        FolderError: the folder or a part of it is a link, or cannot be written.
    """
    try:
        _refuse_links(folder, meant)
        stale = [path for path in _held(folder) if path not in meant]
        for path in stale:
            (folder / path).unlink()
        fresh = [path for path, content in meant.items() if _write(folder / path, content)]
        _drop_empty(folder)
    except OSError as error:
        raise FolderError(
            _("{folder} cannot be written: {why}.").format(folder=folder, why=error.strerror),
            remedy=_("Free some space or mend the rights of the folder, then run this again."),
        ) from error
    return tuple(sorted((*stale, *fresh)))


def _refuse_links(folder: Path, meant: Mapping[str, bytes]) -> None:
    """A link would lead our writing out of the folder of the place."""
    inside = {folder / parent for path in meant for parent in Path(path).parents}
    for path in sorted({folder.parent, folder, *inside}):
        if path.is_symlink():
            raise FolderError(
                _("{path} is a link to another place.").format(path=path),
                remedy=_("Remove the link and run this again; an ordinary folder is made instead."),
            )


def _held(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _write(path: Path, content: bytes) -> bool:
    """Write a file in one step; say whether it had to be."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}{_SUFFIX}")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True


def _drop_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
