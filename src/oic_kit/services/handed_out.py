"""Remember what the kit handed out: a print of every file, in `.oic/files.json`.

By it an update tells a file that a place edited from one that it left alone, a page that a place
deleted from one that it never had, and a file of the kit from one that a place put beside it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from oic_kit.model.ownership import Owner, owner_of
from oic_kit.services.template import files_below

FORMAT = 1
"""Format of the folder `.oic/`: an update refuses a higher one."""
PATH = ".oic/files.json"
_COUNTED = frozenset({Owner.KIT, Owner.SHARED, Owner.PLACE})


def print_of(content: bytes) -> str:
    """The SHA-256 of a content, as 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def is_counted(path: str) -> bool:
    """Whether the kit remembers that it handed out a path; the record itself is the place's."""
    return owner_of(path) in _COUNTED and not path.startswith(".oic/") and path != "place.yaml"


def prints_of(folder: Path) -> dict[str, str]:
    """The prints of everything that was just made in a folder, by path."""
    paths = (path.relative_to(folder).as_posix() for path in files_below(folder))
    return {path: print_of((folder / path).read_bytes()) for path in paths if is_counted(path)}


def handed_out_as_text(prints: Mapping[str, str]) -> bytes:
    """The prints as a file: one path a line, sorted."""
    return (json.dumps(dict(sorted(prints.items())), indent=0) + "\n").encode()


def write_handed_out(folder: Path, prints: Mapping[str, str]) -> None:
    """Write the prints into a folder that is being made."""
    (folder / PATH).parent.mkdir(parents=True, exist_ok=True)
    (folder / PATH).write_bytes(handed_out_as_text(prints))


def read_handed_out(folder: Path) -> dict[str, str] | None:
    """What the kit handed out to a folder; nothing if that cannot be read any more."""
    try:
        held = json.loads((folder / PATH).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(held, dict):
        return None
    return {str(path): str(mark) for path, mark in held.items()}
