"""Draw letters as outlines, so that a wordmark looks the same without any font on the machine.

Open Sans comes as a package under the SIL Open Font License; it knows the letters of Latin, Greek
and Cyrillic. A run with any other sign is left to the reader's own fonts. The font has no kerning.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from oic_kit.model.mark_files import UNITS, Letters

_PACKAGE = "fontpkg_open_sans"
_FILE = "files/OpenSans[wdth,wght].ttf"
_LIGHT, _BOLD = 300.0, 700.0
_GUESS = 0.62  # how wide an unknown letter runs, in sizes of the font
_GUESS_WIDE = 1.05


@cache
def letters(text: str, *, bold: bool) -> Letters:
    """Outline a run of letters; what the font lacks stays text, its width a careful guess.

    Args:
        text: one line; letters that run from right to left are not outlined.
        bold: weight 700, else 300.
    """
    known = _font().getBestCmap()
    if any(ord(sign) not in known or _runs_left(sign) for sign in text):
        return Letters(text, bold, sum(_guessed(sign) for sign in text))
    outline, advance = _outline([known[ord(sign)] for sign in text], _BOLD if bold else _LIGHT)
    return Letters(text, bold, advance / UNITS, outline)


@cache
def known_signs() -> frozenset[int]:
    """The code of every sign that the font can draw."""
    return frozenset(_font().getBestCmap())


def _outline(names: list[str], weight: float) -> tuple[str, int]:
    # Loaded only when a mark is drawn: commands that draw nothing start faster.
    from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
    from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]

    glyphs = _font().getGlyphSet(location={"wght": weight})
    pen = SVGPathPen(glyphs, ntos=lambda value: str(round(value)))
    advance = 0
    for name in names:
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, advance, 0)))
        advance += round(glyphs[name].width)
    return pen.getCommands(), advance


def _runs_left(sign: str) -> bool:
    return unicodedata.bidirectional(sign) in ("R", "AL")


def _guessed(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0.0
    wide = unicodedata.east_asian_width(sign) in "WF" or sign.isupper()
    return _GUESS_WIDE if wide else _GUESS


@cache
def _font() -> Any:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with as_file(files(_PACKAGE).joinpath(_FILE)) as path:
        # Read whole: the path may be a temporary one that is gone after this block.
        return TTFont(path, lazy=False)
