"""Render the template with Copier, in process and with every unsafe feature off."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from oic_kit.model.ownership import Owner, owner_of
from oic_kit.services.template import files_below, template_root


def render_template(values: Mapping[str, Any], into: Path, *, without: Sequence[str] = ()) -> None:
    """Fill a folder with the template: `*.jinja` rendered, everything else byte for byte.

    Args:
        values: what the templates may use. They are values: never read as a template again.
        into: an empty folder.
        without: patterns of paths to leave out, as in a `.gitignore`.
    """
    _copy_kit(into)
    _run_copier(values, into, without)


def _copy_kit(into: Path) -> None:
    """Copy the kit's own paths without Copier, which would take a second for their many files."""
    root = template_root()
    for source in files_below(root / "site" / "themes"):
        path = source.relative_to(root)
        assert owner_of(path.as_posix()) is Owner.KIT  # noqa: S101 - themes/ belongs to the kit
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _run_copier(values: Mapping[str, Any], into: Path, without: Sequence[str]) -> None:
    # Copier, with its own terminal library, takes a second to import: only when it is used.
    import copier
    import plumbum

    with warnings.catch_warnings(), plumbum.local.env(PATH=""):
        # An empty PATH hides git, which Copier would start once for every file it writes.
        warnings.simplefilter("ignore")
        copier.run_copy(
            str(template_root()),
            into,
            data=dict(values),
            exclude=list(without),
            defaults=True,
            overwrite=True,
            quiet=True,
            unsafe=False,
            settings=copier.Settings(),
        )
