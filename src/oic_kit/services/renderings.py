"""Keep the latest renderings in the cache of the user: who looks first and then updates waits once.

A rendering is kept under a print of everything that it depends on: each byte of the kit, the
versions of the libraries that write into it, and the record. Equal prints mean equal bytes.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import platformdirs

from oic_kit.services.template import fingerprint

_LIBRARIES = ("babel", "copier", "fonttools", "holidays", "jinja2", "pillow", "pyyaml", "tzdata")
_KEPT = 8


def kept_rendering(record: bytes) -> dict[str, bytes] | None:
    """What this kit makes of a record, by path, if that was rendered lately.

    Args:
        record: the text of `place.yaml`.
    """
    try:
        with zipfile.ZipFile(_file_for(record)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, ValueError, zipfile.BadZipFile):
        return None


def keep_rendering(record: bytes, files: Mapping[str, bytes]) -> None:
    """Keep what this kit makes of a record; a cache that cannot be written is no fault.

    Args:
        record: the text of `place.yaml`.
        files: everything that was made of it, by path.
    """
    target = _file_for(record)
    part = target.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with zipfile.ZipFile(part, "w") as archive:
                for path, content in files.items():
                    archive.writestr(path, content)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        _prune(target.parent)


def _file_for(record: bytes) -> Path:
    libraries = ",".join(f"{name}={version(name)}" for name in _LIBRARIES)
    digest = hashlib.sha256(f"{fingerprint()}\n{libraries}\n".encode() + record)
    return platformdirs.user_cache_path("oic-kit") / "renderings" / f"{digest.hexdigest()}.zip"


def _prune(folder: Path) -> None:
    """Leave the latest ones; another process may do the same at the same time."""
    by_age = sorted(folder.glob("*.zip"), key=lambda path: path.stat().st_mtime)
    for path in by_age[:-_KEPT]:
        path.unlink(missing_ok=True)
