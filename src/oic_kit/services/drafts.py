"""The answers of an interview that was not finished, kept outside the folder to be made."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

import platformdirs


def _path(folder: Path) -> Path:
    """One draft a folder, in the reader's own state folder."""
    mark = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
    return platformdirs.user_state_path("oic-kit") / "drafts" / f"{mark}.json"


def save_draft(folder: Path, answers: dict[str, Any]) -> None:
    """Keep the answers so far; a state folder that cannot be written only costs the resuming."""
    with contextlib.suppress(OSError):
        path = _path(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
        fresh.replace(path)


def read_draft(folder: Path) -> dict[str, Any]:
    """The answers of last time; empty when there are none, or none that can be read."""
    try:
        answers = json.loads(_path(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return answers if isinstance(answers, dict) else {}


def drop_draft(folder: Path) -> None:
    """Forget the answers: the folder was made."""
    with contextlib.suppress(OSError):
        _path(folder).unlink()
