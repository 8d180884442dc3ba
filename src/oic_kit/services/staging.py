"""Make a folder beside its place and put it there in one step: it is absent or complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oic_kit.errors import FolderError
from oic_kit.say import _

_SUFFIX = ".oic-part"


def refuse_unless_free(folder: Path) -> None:
    """Make sure that nothing would be overwritten.

    Raises:
        FolderError: the path holds something, is a link, or its parent is missing or read-only.
    """
    remedy = _("Choose another folder; nothing was changed.")
    if any(not sign.isprintable() for sign in str(folder)):
        raise FolderError(_("The name of the folder has invisible characters."), remedy=remedy)
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderError(_("{folder} is not a folder.").format(folder=folder), remedy=remedy)
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderError(_("{folder} is not empty.").format(folder=folder), remedy=remedy)
    if not folder.name or folder.name in (".", ".."):
        raise FolderError(
            _("{folder} is no name for a new folder.").format(folder=folder), remedy=remedy
        )
    if not _existing_parent(folder).is_dir() or not os.access(_existing_parent(folder), os.W_OK):
        raise FolderError(
            _("Nothing can be written in {folder}.").format(folder=_existing_parent(folder)),
            remedy=remedy,
        )


def _existing_parent(folder: Path) -> Path:
    parent = folder.absolute().parent
    while not parent.exists():
        parent = parent.parent
    return parent


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; at the end it becomes `folder`, on any failure it vanishes.

    The rename is atomic. A process that is killed leaves a hidden `.NAME.PID.oic-part` behind,
    which the next run sweeps away once that process is gone.

    Raises:
        FolderError: `folder` is not free.
    """
    folder = folder.absolute()
    refuse_unless_free(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder.parent, folder.name)
    part = folder.parent / f".{folder.name}.{os.getpid()}{_SUFFIX}"
    try:
        part.mkdir()
        yield part
        refuse_unless_free(folder)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _sweep(parent: Path, name: str) -> None:
    """Remove what killed runs left, and only that: our own name with a number of no process."""
    for left in parent.glob(f".{_glob_safe(name)}.*{_SUFFIX}"):
        number = left.name[len(name) + 2 : -len(_SUFFIX)]
        if number.isdigit() and not _runs(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _glob_safe(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
