"""How text is set in a diagram: sizes, weights, and where a line breaks.

Source:
    A diagram is 496 units wide and printed 160 mm wide; so the smallest text, 13 units, is 12 pt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

Measure = Callable[[str, int], float]
"""How wide a line of text runs at a weight (300, 400 or 700), in sizes of the font."""

LIGHT, REGULAR, BOLD = 300, 400, 700
PITCH = 1.28
"""From one base line to the next, in sizes of the font."""

CAPITAL = 0.72
"""How high a capital letter is, in sizes of the font."""

_JOINERS = "\u200d"
_VOWELS = "aeiouyäöüáàâåéèêëíìîïóòôøúùû"
_TOGETHER = ("ch", "ck", "ph", "qu", "sc", "sh", "th")
_JOINTS = "-–/"
_BACK = 7


@dataclass(frozen=True)
class Style:
    """How a text looks.

    Args:
        size: of the font, in units of the drawing.
        weight: 300, 400 or 700.
        role: its colour.
    """

    size: float = 13
    weight: int = REGULAR
    role: str = "text"

    def on(self, role: str) -> Style:
        """The same in another colour."""
        return replace(self, role=role)


PLAIN = Style()
QUIET = Style(role="muted")
STRONG = Style(weight=BOLD)
HEADING = Style(16, BOLD)
GIANT = Style(52, BOLD)


def width(text: str, style: Style, measure: Measure) -> float:
    """How wide a line runs, in units of the drawing."""
    return measure(text, style.weight) * style.size


def wrap(text: str, style: Style, room: float, measure: Measure) -> tuple[str, ...]:
    """Break a text into lines that fit; a word that is too long for a line breaks anywhere.

    Args:
        text: one paragraph; runs of blanks count as one.
        style: how it will look.
        room: width of a line in units of the drawing.
        measure: how wide letters run.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer, style, measure) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, style, room, measure)
        lines += full
    return (*lines, line) if line else tuple(lines)


def balanced(text: str, style: Style, room: float, measure: Measure) -> tuple[str, ...]:
    """Break a short text into as few lines as fit, and those about equally long."""
    lines = wrap(text, style, room, measure)
    while room > style.size and len(narrower := wrap(text, style, room - 4, measure)) == len(lines):
        lines, room = narrower, room - 4
    return lines


def _pieces(word: str, style: Style, room: float, measure: Measure) -> list[str]:
    """A word as it is, or cut where a line is full; a hyphen shows a cut between two letters."""
    pieces: list[str] = []
    signs = list(_signs(word))
    while len(signs) > 1 and width("".join(signs), style, measure) > room:
        # Two letters alone on a line would look lost.
        end = min(_filling(signs, style, room, measure), max(len(signs) - 3, 1))
        end = _joint(signs, end) or _syllable(signs, max(end, 1))
        letters = signs[end - 1][0].isalpha() and signs[end][0].isalpha()
        pieces.append("".join(signs[:end]) + ("-" if letters else ""))
        signs = signs[end:]
    return [*pieces, "".join(signs)]


def _filling(signs: Sequence[str], style: Style, room: float, measure: Measure) -> int:
    """How many signs and a hyphen fill a line; never all of them."""
    for end in range(1, len(signs)):
        if width("".join(signs[: end + 1]) + "-", style, measure) > room:
            return end
    return len(signs) - 1


def _joint(signs: Sequence[str], end: int) -> int:
    """The last hyphen or slash of the word before a full line; 0 if there is none."""
    return next((cut for cut in range(end, 2, -1) if signs[cut - 1] in _JOINTS), 0)


def _syllable(signs: Sequence[str], end: int) -> int:
    """The last end of a syllable before a full line, if one is near: before consonant and vowel."""
    for cut in range(min(end, len(signs) - 2), max(end - _BACK, 1), -1):
        before, first, second = (sign.lower() for sign in signs[cut - 1 : cut + 2])
        consonant = first.isalpha() and first not in _VOWELS
        if consonant and second in _VOWELS and before + first not in _TOGETHER:
            return cut
        if "".join(signs[cut : cut + 3]).lower() == "sch":
            return cut
    return end


def _signs(word: str) -> Iterator[str]:
    """What the eye sees as one sign: a letter with its accents, an emoji with its parts."""
    sign = ""
    for part in word:
        joined = unicodedata.category(part) in ("Mn", "Me", "Mc") or part in _JOINERS
        if sign and not joined and sign[-1] not in _JOINERS:
            yield sign
            sign = ""
        sign += part
    yield sign


def fitting(text: str, style: Style, room: float, measure: Measure) -> Style:
    """The style, made smaller until a line of text fits."""
    wide = width(text, style, measure)
    return style if wide <= room else replace(style, size=style.size * room / wide)


def middle(style: Style) -> float:
    """How far the base line lies below the middle of the capitals, in units of the drawing."""
    return style.size * CAPITAL / 2
