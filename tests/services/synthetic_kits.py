"""Small kits for tests of the update: a version is a few files, a folder is made in a moment."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import oic_kit
from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.place import Place
from oic_kit.model.update_wishes import Wishes
from oic_kit.services import update
from oic_kit.services.handed_out import handed_out_as_text, is_counted, print_of
from oic_kit.services.place_file import dump_place, place_from
from oic_kit.services.record_text import parse_record
from tests.places import profile

Files = Mapping[str, bytes]
RECORD = dump_place(profile("muenster")).encode()
LINES = [f"Line {number} of the chapter.\n" for number in range(1, 31)]


def chapter(**changed: str) -> bytes:
    """A chapter of thirty lines; `line_5="…"` gives one of them another text."""
    lines = list(LINES)
    for name, text in changed.items():
        lines[int(name.removeprefix("line_")) - 1] = f"{text}\n"
    return "".join(lines).encode()


@dataclass(frozen=True)
class Kit:
    """A version of the kit: its files, and a few that follow from the answers."""

    files: Files
    version: str = "0.1.0"
    follows: Callable[[Place], Files] = field(default=lambda _place: {})

    def make(self, place: Place, record: bytes) -> dict[str, bytes]:
        """Everything that this kit makes of a place, with the notes in `.oic/`."""
        colour = place.brand.colour.encode()
        made = {**self.files, **self.follows(place)}
        made |= {"place.yaml": record, ".oic/derived/colour.css": colour}
        counted = {path: print_of(it) for path, it in made.items() if is_counted(path)}
        base = {f".oic/base/{it}": made[it] for it in made if owner_of(it) is Owner.SHARED}
        about = {"kit": self.version, "format": 1}
        return {
            **made,
            **base,
            ".oic/base/place.yaml": record,
            ".oic/files.json": handed_out_as_text(counted),
            ".oic/kit.json": (json.dumps(about, indent=2) + "\n").encode(),
        }

    def generate(self, folder: Path, record: bytes = RECORD) -> Path:
        """Make a folder as `oic-kit new` would."""
        write(folder, self.make(place_of(record), record))
        (folder / "site").mkdir(exist_ok=True)
        return folder

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Be the kit that is installed."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(update, "fresh_files", self.make)
            patch.setattr(oic_kit, "__version__", self.version)
            # No power is cut here, so nobody need wait for every disk of the machine.
            patch.setattr(os, "sync", lambda: None)
            yield

    def update(self, folder: Path, **asked: Any) -> update.Prepared:
        """Update a folder to this kit."""
        with self.installed():
            prepared = update.prepare(folder, **asked)
            update.carry_out(prepared)
        return prepared


@cache
def place_of(record: bytes) -> Place:
    """The record as the model reads it."""
    return place_from(parse_record(record.decode(), named="place.yaml"), named="place.yaml")


@cache
def answers(**changed: str) -> bytes:
    """A record with other answers: `brand__colour="#123456"`."""
    values = yaml.safe_load(RECORD)
    for name, value in changed.items():
        block, key = name.split("__")
        values[block][key] = value
    plain = json.loads(json.dumps(values, default=str))
    return json.dumps(plain, ensure_ascii=False).encode()


def write(folder: Path, files: Files) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def everything(folder: Path) -> dict[str, bytes | str]:
    """What lies in a folder, links as their targets; empty folders do not count."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def restoring(*paths: str) -> Wishes:
    """The wish to have deleted files back."""
    return Wishes(restore=paths)


def actions(prepared: update.Prepared) -> dict[str, tuple[str, str]]:
    """Action and reason by path."""
    return {step.path: (step.action.value, step.why.value) for step in prepared.plan.steps}
