"""See whether a folder lies in a git checkout with changes that nobody committed yet.

This only reads, through libgit2: no git on the machine, no hook and no program of the reader runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pygit2
from pygit2.enums import FileStatus

from oic_kit.errors import FolderError
from oic_kit.say import _, ngettext

_CLEAN = FileStatus.CURRENT | FileStatus.IGNORED
_SHOWN = 5


def is_checkout(folder: Path) -> bool:
    """Whether git looks after a folder: it is a checkout, or files of it are in one."""
    with suppress(FolderError), reading(folder) as found:
        return found is not None
    return False


def refuse_uncommitted(folder: Path) -> None:
    """Make sure that git could give back every file of a folder as it is now.

    Raises:
        FolderError: something is changed or new, or the checkout cannot be read.
    """
    with reading(folder) as found:
        changed = uncommitted(*found) if found else []
    if changed:
        named = ", ".join(changed[:_SHOWN]) + (" …" if len(changed) > _SHOWN else "")
        raise FolderError(
            ngettext(
                "{count} file is not committed yet: {names}",
                "{count} files are not committed yet: {names}",
                len(changed),
            ).format(count=len(changed), names=named),
            remedy=_("Commit first, so that git can undo the update; or add --allow-dirty."),
        )


@contextmanager
def reading(folder: Path, *, remedy: str = "") -> Iterator[tuple[Any, str] | None]:
    """Open the checkout around a folder, and say where in it the folder lies; nothing without one.

    Some people keep their whole home in git: a folder of which git knows no file is not in one.

    Args:
        remedy: what to do when it cannot be read, if there is another way than that of an update.

    Raises:
        FolderError: it cannot be read.
    """
    # A checkout of another user is refused by default, because git may run programs. This does not.
    before, pygit2.settings.owner_validation = pygit2.settings.owner_validation, False
    try:
        yield _opened(folder)
    except (pygit2.GitError, ValueError, OSError, KeyError) as error:
        raise FolderError(
            _("The git checkout of {folder} cannot be read: {why}").format(
                folder=folder, why=error
            ),
            remedy=remedy or _("Mend it, or add --allow-dirty."),
        ) from error
    finally:
        pygit2.settings.owner_validation = before


def _opened(folder: Path) -> tuple[Any, str] | None:
    found = pygit2.discover_repository(str(folder))
    if found is None:
        return None
    repository = pygit2.Repository(found)
    root = Path(repository.workdir or folder).resolve()
    if root == folder.resolve():
        return repository, ""
    prefix = f"{folder.resolve().relative_to(root).as_posix()}/"
    known = any(entry.path.startswith(prefix) for entry in repository.index)
    return (repository, prefix) if known else None


def uncommitted(repository: Any, prefix: str) -> list[str]:
    """The files below a folder of a checkout that are changed or new."""
    status = repository.status(untracked_files="all", ignored=False)
    return sorted(
        path.removeprefix(prefix)
        for path, flags in status.items()
        if path.startswith(prefix) and flags & ~_CLEAN
    )
