"""Make the folder of a place: the template rendered, the derived files computed, then renamed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from oic_kit.errors import OicError
from oic_kit.model.place import Place
from oic_kit.services.fill import fill
from oic_kit.services.first_year import FirstYear, write_first_years
from oic_kit.services.place_file import dump_place, read_place
from oic_kit.services.renderings import keep_rendering
from oic_kit.services.staging import staged
from oic_kit.services.template import contents_of, files_below


@dataclass(frozen=True)
class Made:
    """What a generation made.

    Args:
        files: how many files there are.
        dates: how many drafts of events are among them, counted once for all languages.
    """

    folder: Path
    place: Place
    files: int
    dates: int = 0


def generate(place: Place, *, into: Path, events: Sequence[FirstYear] = ()) -> Made:
    """Make the website and the playbook of a place in a new folder.

    Two runs with the same place and the same kit give the same bytes.

    Args:
        place: the record.
        into: the new folder.
        events: first years of formats to write as drafts. They are the place's own from the first
            day, as if `add series` had written them; no update knows of them.

    Raises:
        FolderError: the folder is not free; nothing is touched.
    """
    with staged(into) as part:
        fill(part, place, record=dump_place(place).encode())
        _look_over(place, part)
        files = contents_of(part)
        dates = write_first_years(part, place, events)
        count = sum(1 for _file in files_below(part)) if dates else len(files)
    keep_rendering(files["place.yaml"], files)
    return Made(into.absolute(), place, count, dates)


def _look_over(place: Place, folder: Path) -> None:
    """Refuse to hand over a folder that does not say what the record says."""
    if read_place(folder / "place.yaml") != place:
        raise OicError(
            "The record did not survive being written.",
            remedy="This is a fault of oic-kit: please report it with the answers that you gave.",
        )
