"""See what a generated folder holds, without following a link and without looking into builds."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from oic_kit.errors import FolderError
from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.update_plan import Tree
from oic_kit.say import _

# Made by builds or by other programs; an update neither reads nor copies them.
_UNSEEN = frozenset({"build", "site/public", "site/resources", ".oic/update"})
_UNSEEN_ANYWHERE = frozenset({".git", "__pycache__", "node_modules", ".venv", "venv"})
_LITTER = frozenset({".DS_Store", "Thumbs.db", ".hugo_build.lock"})


@dataclass(frozen=True)
class Held:
    """The names in a folder, and a way to what is in the files."""

    folder: Path
    tree: Tree

    def read(self, path: str) -> bytes:
        """The content of a file.

        Raises:
            FolderError: it cannot be read.
        """
        try:
            return (self.folder / path).read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error

    def owned(self, *owners: Owner) -> dict[str, bytes]:
        """The content of all files of some owners, by path."""
        paths = sorted(path for path in self.tree.files if owner_of(path) in owners)
        return {path: self.read(path) for path in paths}


def held_by(folder: Path) -> Held:
    """List a folder.

    Raises:
        FolderError: a part of it that an update needs cannot be listed.
    """
    files, folders, links = set(), set(), set()

    def stop(error: OSError) -> None:
        path = os.path.relpath(str(error.filename), folder).replace(os.sep, "/")
        if owner_of(path) is not Owner.NOBODY:
            raise _unreadable(path, error)

    for root, inner, names in os.walk(folder, onerror=stop):
        above = os.path.relpath(root, folder).replace(os.sep, "/")
        prefix = "" if above == "." else f"{above}/"
        for name in (*inner, *names):
            path, mode = f"{prefix}{name}", Path(root, name).lstat().st_mode
            if stat.S_ISDIR(mode):
                folders.add(path)
            elif not stat.S_ISREG(mode):
                links.add(path)
            elif name not in _LITTER:
                files.add(path)
        inner[:] = [name for name in inner if not _is_unseen(prefix, name)]
    return Held(folder, Tree(frozenset(files), frozenset(folders), frozenset(links)))


def _is_unseen(prefix: str, name: str) -> bool:
    return name in _UNSEEN_ANYWHERE or f"{prefix}{name}" in _UNSEEN


def _unreadable(path: str, error: OSError) -> FolderError:
    return FolderError(
        _("{path} cannot be read: {why}.").format(path=path, why=error.strerror),
        remedy=_("Mend its rights and run this again; nothing was changed."),
    )
