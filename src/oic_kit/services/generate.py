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
from oic_kit.services.handed_out import FORMAT, prints_of, write_handed_out
from oic_kit.services.place_file import dump_place, read_place
from oic_kit.services.playbook_figures import Figures
from oic_kit.services.playbook_values import plan_of, playbook_values
from oic_kit.services.record_pages import write_record_pages
from oic_kit.services.render import render_template
from oic_kit.services.renderings import keep_rendering
from oic_kit.services.seed_values import seed_values
from oic_kit.services.staging import staged
from oic_kit.services.switches import seeds_for
from oic_kit.services.template import contents_of, files_below


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
        fill(part, place, record=dump_place(place).encode())
        _look_over(place, part)
        files = contents_of(part)
    keep_rendering(files["place.yaml"], files)
    return Made(folder=into.absolute(), place=place, files=len(files))


def fill(folder: Path, place: Place, *, record: bytes) -> None:
    """Fill an empty folder with everything that this kit makes of a place.

    Args:
        folder: where to; it must be empty.
        place: the record.
        record: the same as the text of `place.yaml`, with its comments.
    """
    figures = Figures(place, plan_of(place))
    values = {**seed_values(place), **playbook_values(place, figures)}
    render_template(values, folder, wanted=seeds_for(place))
    figures.write(folder)
    write_record_pages(place, folder)
    (folder / "place.yaml").write_bytes(record)
    write_derived(place, folder)
    _remember(folder)


def _remember(folder: Path) -> None:
    """Keep what was rendered, the base of later merges, and say which kit made which files."""
    write_handed_out(folder, prints_of(folder))
    base = folder / ".oic" / "base"
    for path in list(files_below(folder)):
        relative = path.relative_to(folder)
        if owner_of(relative.as_posix()) is Owner.SHARED or relative.as_posix() == "place.yaml":
            (base / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, base / relative)
    about = {"kit": oic_kit.__version__, "format": FORMAT}
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
