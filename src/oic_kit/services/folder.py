"""Find the generated folder that a command is about."""

from __future__ import annotations

from pathlib import Path

from oic_kit.errors import FolderError
from oic_kit.say import _
from oic_kit.services.swap import finish_interrupted


def find_folder(start: Path) -> Path:
    """Find the generated folder at or above a path.

    An update of it that was killed half-way is finished first: no command sees the folder between.

    Raises:
        FolderError: there is none.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / "place.yaml").is_file() and (folder / "site").is_dir():
            finish_interrupted(folder)
            return folder
    raise FolderError(
        _("{folder} is not the folder of a place, nor does it lie in one.").format(folder=start),
        remedy=_("Go to the folder that holds place.yaml, or name it as the last argument."),
    )
