"""Open Sans cut to single weights, to be put into documents: Word knows no variable fonts.

The cut takes a second, so it is kept in the reader's cache.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

PACKAGE = "fontpkg_open_sans"
_UPRIGHT, _ITALIC = "OpenSans[wdth,wght].ttf", "OpenSans-Italic[wdth,wght].ttf"


@dataclass(frozen=True)
class Cut:
    """One weight as a font of its own.

    Args:
        family: how documents name it; a light weight is a family of its own in Word.
        style: `regular`, `bold` or `italic` of that family.
        file: of the variable font.
        weight: from 300 to 800.
    """

    family: str
    style: str
    file: str
    weight: float


CUTS = (
    Cut("Open Sans", "regular", _UPRIGHT, 400),
    Cut("Open Sans", "bold", _UPRIGHT, 700),
    Cut("Open Sans", "italic", _ITALIC, 400),
    Cut("Open Sans Light", "regular", _UPRIGHT, 300),
)


def font_folder() -> Path:
    """The folder with the variable fonts, for programs that read those."""
    with as_file(_files()) as folder:
        return folder


@cache
def static_font(cut: Cut) -> bytes:
    """Cut one weight, or take it from the cache."""
    source = (_files() / cut.file).read_bytes()
    mark = hashlib.sha256(source + repr(cut).encode()).hexdigest()[:16]
    kept = platformdirs.user_cache_path("oic-kit") / "fonts" / f"{mark}.ttf"
    with contextlib.suppress(OSError):
        return kept.read_bytes()
    made = _cut(source, cut)
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_bytes(made)
        fresh.replace(kept)
    return made


def _cut(source: bytes, cut: Cut) -> bytes:
    # Loaded only when a font is cut: everything else starts faster.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"wght": cut.weight, "wdth": 100})
    named = f"{cut.family} {cut.style.title()}"
    for record in font["name"].names:
        text = {1: cut.family, 2: cut.style.title(), 4: named, 6: named.replace(" ", "")}
        if record.nameID in text:
            record.string = text[record.nameID]
    # Without these a program would look for the weight under its own typographic family.
    font["name"].names = [name for name in font["name"].names if name.nameID not in (16, 17, 25)]
    font["OS/2"].usWeightClass = int(cut.weight)
    bold, italic = cut.style == "bold", cut.style == "italic"
    font["OS/2"].fsSelection = (0x20 if bold else 0) | (0x01 if italic else 0) or 0x40
    font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def _files() -> Traversable:
    return files(PACKAGE) / "files"
