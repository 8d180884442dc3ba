"""The sample places: public facts of real places, and one with awkward names."""

from __future__ import annotations

import datetime
from pathlib import Path

from oic_kit.model.place import Place
from oic_kit.services.completion import complete_place
from oic_kit.services.record_text import read_record

FOLDER = Path(__file__).parent / "profiles"
PROFILES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
TODAY = datetime.date(2027, 1, 15)


def path_of(name: str) -> Path:
    """The file of a sample place."""
    return FOLDER / f"{name}.yaml"


def profile(name: str) -> Place:
    """A sample place as `oic-kit new --profile` would read it."""
    return complete_place(read_record(path_of(name)), today=TODAY, named=name)
