"""See whether a folder lies in a git checkout with changes that nobody committed yet.

This only reads, through libgit2: no git on the machine, no hook and no program of the reader runs.
"""

from __future__ import annotations

from pathlib import Path

import pygit2
from pygit2.enums import FileStatus

from oic_kit.errors import FolderError
from oic_kit.say import _, ngettext

_CLEAN = FileStatus.CURRENT | FileStatus.IGNORED
_SHOWN = 5


def is_checkout(folder: Path) -> bool:
    """Whether a folder lies in a git checkout."""
    return pygit2.discover_repository(str(folder)) is not None


def refuse_uncommitted(folder: Path) -> None:
    """Make sure that git could give back every file of a folder as it is now.

    Raises:
        FolderError: something is changed or new, or the checkout cannot be read.
    """
    found = pygit2.discover_repository(str(folder))
    if found is None:
        return
    changed = _uncommitted(found, folder)
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


def _uncommitted(repository: str, folder: Path) -> list[str]:
    # A folder of another user is refused by default, because git may run programs. This does not.
    before, pygit2.settings.owner_validation = pygit2.settings.owner_validation, False
    try:
        opened = pygit2.Repository(repository)
        status = opened.status(untracked_files="all", ignored=False)
        inside = folder.resolve().relative_to(Path(opened.workdir or folder).resolve()).as_posix()
    except (pygit2.GitError, ValueError, OSError, KeyError) as error:
        raise FolderError(
            _("The git checkout of {folder} cannot be read: {why}").format(
                folder=folder, why=error
            ),
            remedy=_("Mend it, or add --allow-dirty."),
        ) from error
    finally:
        pygit2.settings.owner_validation = before
    prefix = "" if inside == "." else f"{inside}/"
    return sorted(
        path.removeprefix(prefix)
        for path, flags in status.items()
        if path.startswith(prefix) and flags & ~_CLEAN
    )
