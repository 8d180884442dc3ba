"""Make the folder of a place: the template rendered, the derived files computed, then renamed."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import oic_kit
from oic_kit.errors import OicError
from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.place import Place
from oic_kit.services.derive import write_derived
from oic_kit.services.place_file import dump_place, read_place
from oic_kit.services.playbook_values import playbook_values
from oic_kit.services.record_pages import write_record_pages
from oic_kit.services.render import render_template
from oic_kit.services.seed_values import seed_values
from oic_kit.services.staging import staged
from oic_kit.services.switches import seeds_for
from oic_kit.services.template import files_below


@dataclass(frozen=True)
class Made:
    """What a generation made."""

    folder: Path
    place: Place
    files: int


def generate(place: Place, *, into: Path) -> Made:
    """Make the website and the playbook of a place in a new folder.

    Two runs with the same place and the same kit give the same bytes.

    Raises:
        FolderError: the folder is not free; nothing is touched.
    """
    with staged(into) as part:
        values = {**seed_values(place), **playbook_values(place)}
        render_template(values, part, wanted=seeds_for(place))
        write_record_pages(place, part)
        (part / "place.yaml").write_text(dump_place(place), encoding="utf-8", newline="\n")
        write_derived(place, part)
        _remember(part)
        _look_over(place, part)
        count = sum(1 for _file in files_below(part))
    return Made(folder=into.absolute(), place=place, files=count)


def _remember(folder: Path) -> None:
    """Keep what was rendered, the base of later merges, and say which kit made it."""
    base = folder / ".oic" / "base"
    for path in list(files_below(folder)):
        relative = path.relative_to(folder)
        if owner_of(relative.as_posix()) is Owner.SHARED or relative.as_posix() == "place.yaml":
            (base / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, base / relative)
    about = {"kit": oic_kit.__version__, "format": 1}
    (folder / ".oic" / "kit.json").write_text(
        json.dumps(about, indent=2) + "\n", encoding="utf-8", newline="\n"
    )


def _look_over(place: Place, folder: Path) -> None:
    """Refuse to hand over a folder that does not say what the record says."""
    if read_place(folder / "place.yaml") != place:
        raise OicError(
            "The record did not survive being written.",
            remedy="This is a fault of oic-kit: please report it with the answers that you gave.",
        )
