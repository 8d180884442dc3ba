"""How wide text runs in Open Sans, sign by sign: what a diagram needs to know to set its text."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

_PACKAGE = "fontpkg_open_sans"
_FILE = "files/OpenSans[wdth,wght].ttf"
_UNITS = 2048
_GUESS = 0.62  # a sign that the font lacks, in sizes of the font
_GUESS_WIDE = 1.05


def type_width(text: str, weight: int) -> float:
    """How wide a line runs, in sizes of the font; signs that the font lacks are guessed wide.

    Args:
        text: one line; the font has no kerning.
        weight: 300 (light) to 800.
    """
    return sum(_sign(sign, weight) for sign in text)


@cache
def _sign(sign: str, weight: int) -> float:
    name = _font().getBestCmap().get(ord(sign))
    if name is not None:
        return float(_glyphs(weight)[name].width) / _UNITS
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0.0
    wide = unicodedata.east_asian_width(sign) in "WF" or sign.isupper()
    return _GUESS_WIDE if wide else _GUESS


@cache
def _glyphs(weight: int) -> Any:
    return _font().getGlyphSet(location={"wght": float(weight)})


@cache
def _font() -> Any:
    # Loaded only when something is drawn: commands that draw nothing start faster.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    whole = files(_PACKAGE).joinpath(_FILE).read_bytes()
    # Lazy: outlines are never needed, and reading them all takes a second.
    return TTFont(BytesIO(whole), lazy=True)
