"""Read what `.oic/` says about a folder: which kit made it, and whether this one may update it."""

from __future__ import annotations

import json
from pathlib import Path

from packaging.version import InvalidVersion, Version

import oic_kit
from oic_kit.errors import FolderError
from oic_kit.say import _
from oic_kit.services.handed_out import FORMAT


def made_by(folder: Path) -> str:
    """The version of the kit that made a folder, or updated it last.

    Raises:
        FolderError: `.oic/` is missing, damaged or a link, or a newer kit made the folder.
    """
    notes = folder / ".oic"
    for path in (notes, notes / "base"):
        if path.is_symlink():
            raise FolderError(
                _("{path} is a link to another place.").format(path=path),
                remedy=_("Put the folder itself there and run this again."),
            )
        if not path.is_dir():
            raise _without_notes(folder)
    version, layout = _about(folder, notes / "kit.json")
    if layout > FORMAT or version > Version(oic_kit.__version__):
        raise FolderError(
            _("{folder} was made with oic-kit {made}; this is the older oic-kit {here}.").format(
                folder=folder, made=version, here=oic_kit.__version__
            ),
            remedy=_("Install a newer oic-kit: pip install --upgrade oic-kit"),
        )
    return str(version)


def _without_notes(folder: Path) -> FolderError:
    return FolderError(
        _(
            "{folder} has no notes of oic-kit (the folder .oic/base), so nobody can tell what you "
            "changed and what came from the kit."
        ).format(folder=folder),
        remedy=_(
            "Copy the folder .oic along from where this one came from; file managers hide it. "
            "If it is lost: make a new folder with oic-kit new --profile place.yaml, then copy "
            "site/content, site/assets, site/static, site/data and your chapters into it."
        ),
    )


def _about(folder: Path, file: Path) -> tuple[Version, int]:
    try:
        held = json.loads(file.read_bytes())
        return Version(held["kit"]), int(held["format"])
    except (OSError, ValueError, TypeError, KeyError, InvalidVersion):
        raise FolderError(
            _("{file} is missing or damaged: it says which oic-kit made {folder}.").format(
                file=".oic/kit.json", folder=folder
            ),
            remedy=_("Write this into it: {line}").format(
                line=json.dumps({"kit": "0.1.0", "format": FORMAT})
            ),
        ) from None
