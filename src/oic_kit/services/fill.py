"""Fill a folder with everything that this kit makes of a place, and note what was handed out."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import oic_kit
from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.place import Place
from oic_kit.services.country_spelling import spell_folder
from oic_kit.services.derive import derive, write_derived
from oic_kit.services.handed_out import FORMAT, prints_of, write_handed_out
from oic_kit.services.meanwhile import meanwhile
from oic_kit.services.playbook_figures import Figures
from oic_kit.services.playbook_values import plan_of, playbook_values
from oic_kit.services.record_pages import write_record_pages
from oic_kit.services.render import render_template
from oic_kit.services.seed_values import seed_values
from oic_kit.services.switches import seeds_for
from oic_kit.services.template import files_below


def fill(folder: Path, place: Place, *, record: bytes) -> None:
    """Fill an empty folder with everything that this kit makes of a place.

    Args:
        folder: where to; it must be empty.
        place: the record.
        record: the same as the text of `place.yaml`, with its comments.
    """
    with meanwhile(partial(derive, place)) as computed:
        figures = Figures(place, plan_of(place))
        values = {**seed_values(place), **playbook_values(place, figures)}
        render_template(values, folder, wanted=seeds_for(place))
        figures.write(folder)
        write_record_pages(place, folder)
        spell_folder(folder, place)
        (folder / "place.yaml").write_bytes(record)
        write_derived(place, folder, computed())
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
