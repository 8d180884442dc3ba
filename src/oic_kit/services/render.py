"""Turn the template into a folder: what has a value to fill in through Copier, the rest as it is.

Copier renders in process, with every unsafe feature off. It compiles a template for each part of
each path and asks the disk about each file, so it gets one sheet on which all texts stand one
below the other; the files that hold no value are copied byte for byte.
"""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from oic_kit.errors import OicError
from oic_kit.services.meanwhile import meanwhile
from oic_kit.services.scratch import scratch
from oic_kit.services.template import files_below, template_root

_SUFFIX = ".jinja"
# What Copier reads and no place receives.
_STAYS = ("copier.yml", "guide/")
# No value may hold this sign, so none can begin a text of its own.
_EDGE = "\0"
_SHEETS = "sheets"
_ONLY_SHEETS = f"\n_subdirectory: {_SHEETS}\n"


def render_template(
    values: Mapping[str, Any],
    into: Path,
    *,
    wanted: Callable[[str], bool] = lambda _path: True,
    root: Path | None = None,
) -> None:
    """Fill a folder with the template.

    Args:
        values: what the templates may use. They are values: never read as a template again.
        into: an empty folder.
        wanted: says of a path below the folder whether it is made at all.
        root: the template, if not the kit's own.
    """
    root = root or template_root()
    with scratch() as desk:
        source = desk / "template"
        texts = []
        for file in files_below(root):
            path = file.relative_to(root).as_posix()
            if path.startswith(_STAYS):
                _copy(file, source / path)
            elif wanted(path.removesuffix(_SUFFIX)):
                filled = path.endswith(_SUFFIX)
                _copy(file, (source if filled else into) / path)
                texts += [path] if filled else []
        for path, text in _rendered(source, texts, values, desk / "made"):
            _write(text, into / path)


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def _write(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="")


def _rendered(
    source: Path, texts: Sequence[str], values: Mapping[str, Any], made: Path
) -> Iterator[tuple[str, str]]:
    """Each text by its path; a path may hold a value as well."""
    if not texts:
        return
    with (source / "copier.yml").open("a", encoding="utf-8") as settings:
        settings.write(_ONLY_SHEETS)
    halves = {f"sheet-{number}": texts[number::2] for number in (0, 1)}
    sheets = [name for name, half in halves.items() if half]
    for name in sheets:
        parts = (
            f'{_EDGE}{path.removesuffix(_SUFFIX)}{_EDGE}{{% include "{path}" %}}'
            for path in halves[name]
        )
        _write("".join(parts), source / _SHEETS / f"{name}{_SUFFIX}")
    _fill(source, sheets, values, made)
    for name in sheets:
        _before, *cut = (made / name).read_bytes().decode().split(_EDGE)
        yield from zip(map(_inside, cut[::2]), cut[1::2], strict=True)


def _inside(path: str) -> str:
    """Make sure that a path stays in the folder, whatever value it holds."""
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise OicError(
            f"The template would write outside of the folder: {path}",
            remedy="This is a fault of the template: please report it.",
        )
    return path


def _fill(source: Path, sheets: Sequence[str], values: Mapping[str, Any], made: Path) -> None:
    """Fill in the sheets; two at a time where the system can double a process safely."""
    # Copier, with its own terminal library, takes a while to import: only when it is used, and once.
    import copier  # noqa: F401
    import plumbum  # noqa: F401

    first, others = sheets[:1], sheets[1:]
    if not others:
        _run_copier(source, values, made, *first)
        return
    with meanwhile(partial(_run_copier, source, values, made, *first)) as wait_for_first:
        _run_copier(source, values, made, *others)
        wait_for_first()


def _run_copier(source: Path, values: Mapping[str, Any], into: Path, *sheets: str) -> None:
    """Fill in some of the sheets."""
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
            exclude=["*", *(f"!{name}" for name in sheets)],
        )
