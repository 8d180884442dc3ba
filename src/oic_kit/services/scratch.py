"""An empty folder for the time of a block; what a killed run left of one is swept away by the next.

It lies where the system keeps such folders, under a name that nobody else uses, and its owner holds
a lock on it for as long as it is at work. The system lets go of the lock when the process ends, in
any way: a folder whose lock is free belongs to nobody any more.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = ".oic-kit-scratch-"
# Younger ones may be waiting for their lock; without locks, as on Windows, age alone must tell.
_SECONDS_WITH_LOCKS = 60.0
_SECONDS_WITHOUT = 86_400.0


@contextmanager
def scratch() -> Iterator[Path]:
    """Give an empty folder that only this user can read; it is gone after the block."""
    _sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        lock = _locked(Path(name))
        try:
            yield Path(name)
        finally:
            if lock:
                os.close(lock)


def _sweep(root: Path) -> None:
    """Remove what killed runs of the same user left; what cannot be removed is no fault."""
    with suppress(OSError):
        for left in root.glob(f"{_PREFIX}*"):
            with suppress(OSError):
                _remove_if_left(left)


def _remove_if_left(folder: Path) -> None:
    about = folder.lstat()
    ours = not hasattr(os, "getuid") or about.st_uid == os.getuid()
    if not ours or folder.is_symlink() or not folder.is_dir():
        return
    lock = _locked(folder)
    free = lock is not None
    oldest = _SECONDS_WITH_LOCKS if lock else _SECONDS_WITHOUT
    try:
        if free and time.time() - about.st_mtime > oldest:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        if lock:
            os.close(lock)


def _locked(folder: Path) -> int | None:
    """Hold a folder, and give what lets go of it; 0 without locks, nothing when another holds it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return 0
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle
