"""Turn the template into a folder: what has a value to fill in through Copier, the rest as it is.

Copier renders in process, with every unsafe feature off. It compiles a template for each part of
each path, so it only gets the files that need it; the others are copied byte for byte.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from oic_kit.services.template import files_below, template_root

_SUFFIX = ".jinja"
# What Copier reads and no place receives.
_STAYS = ("copier.yml", "guide/")


def render_template(
    values: Mapping[str, Any], into: Path, *, wanted: Callable[[str], bool] = lambda _path: True
) -> None:
    """Fill a folder with the template.

    Args:
        values: what the templates may use. They are values: never read as a template again.
        into: an empty folder.
        wanted: says of a path below the folder whether it is made at all.
    """
    root = template_root()
    with tempfile.TemporaryDirectory(prefix="oic-kit-") as scratch:
        source = Path(scratch, "template")
        for file in files_below(root):
            path = file.relative_to(root).as_posix()
            if path.startswith(_STAYS):
                _copy(file, source / path)
            elif wanted(path.removesuffix(_SUFFIX)):
                _copy(file, (source if path.endswith(_SUFFIX) else into) / path)
        _run_copier(source, values, into)


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def _run_copier(source: Path, values: Mapping[str, Any], into: Path) -> None:
    # Copier, with its own terminal library, takes a second to import: only when it is used.
    import copier
    import plumbum

    with warnings.catch_warnings(), plumbum.local.env(PATH=""):
        # An empty PATH hides git, which Copier would start once for every file it writes.
        warnings.simplefilter("ignore")
        copier.run_copy(
            str(source),
            into,
            data=dict(values),
            defaults=True,
            overwrite=True,
            quiet=True,
            unsafe=False,
            settings=copier.Settings(),
        )
