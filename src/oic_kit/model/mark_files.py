"""The SVG files of the mark: inline on the page, in the browser's tab, and as a download."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from oic_kit.model.marks import HEIGHT, ICON, MARKS, WIDTHS, Identity, icon, svg_shape
from oic_kit.model.palette import Palette
from oic_kit.model.promises import Roles

CAP_HEIGHT = 0.714
"""How high a capital letter is, in sizes of its font (Open Sans)."""

UNITS = 2048
"""Units in one size of the font in which outlines are given."""

_PITCH = 1.16  # from line to line, in sizes of the font
_MOST = 46.0  # a single short line does not grow beyond this
_GAP = 24.0
_ROOM = 14.0
_FONTS = "'Open Sans', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


@dataclass(frozen=True)
class Letters:
    """A run of letters in one weight.

    Args:
        text: what they say.
        bold: the name of the place; anything else is light.
        width: how wide they run, in sizes of the font.
        outline: path data in `UNITS` a size, y upwards; empty when no font of ours has them.
    """

    text: str
    bold: bool
    width: float
    outline: str = ""


Lines = Sequence[Sequence[Letters]]


@dataclass(frozen=True)
class Inks:
    """The four paints of a wordmark."""

    accent: str
    mark: str
    light: str
    bold: str


def inks_of(roles: Roles) -> Inks:
    """The paints of a wordmark in one mode."""
    return Inks(roles["mark-accent"], roles["mark"], roles["text"], roles["link"])


def inline_mark(identity: Identity, light: Roles) -> str:
    """The shapes alone, to stand inside a page beside the name as text.

    They take their colours from the page's tokens; no style, script or id is in it, so that a
    strict Content-Security-Policy and a second copy on the same page do no harm.
    """
    paints = {
        part: f"var(--colour-{role}, {light[role]})"
        for part, role in (("accent", "mark-accent"), ("mark", "mark"))
    }
    shapes = "".join(
        svg_shape(shape, paints[shape.part], name=f"mark__{shape.part}")
        for shape in MARKS[identity]
    )
    wide = WIDTHS[identity]
    # The size holds until a stylesheet says otherwise.
    box = f'viewBox="0 0 {wide:.0f} {HEIGHT:.0f}" width="{wide * 0.3:.0f}" height="30"'
    return (
        f'{_SVG} class="mark mark--{identity}" {box} aria-hidden="true" focusable="false">'
        f"{shapes}</svg>\n"
    )


def favicon(identity: Identity, colours: Palette) -> str:
    """The shapes on a dark tile, which shows them in light and dark tabs alike."""
    parts = {"accent": "band-accent", "mark": "band-mark"}

    def rules(roles: Roles) -> str:
        paints = {".t": roles["band"], **{f".{p[0]}": roles[r] for p, r in parts.items()}}
        return "".join(f"{name}{{fill:{paint}}}" for name, paint in paints.items())

    style = f"{rules(colours.light)}@media (prefers-color-scheme:dark){{{rules(colours.dark)}}}"
    shapes = "".join(
        svg_shape(shape, colours.light[parts[shape.part]], name=shape.part[0])
        for shape in icon(identity, side=ICON, margin=0.07)
    )
    tile = f'<rect class="t" width="64" height="64" fill="{colours.light["band"]}"/>'
    return f'{_SVG} viewBox="0 0 64 64"><style>{style}</style>{tile}{shapes}</svg>\n'


def letter_size(lines: int) -> float:
    """The size of letters whose first capital and last base line meet the mark's edges."""
    return min(_MOST, HEIGHT / ((lines - 1) * _PITCH + CAP_HEIGHT))


def base_lines(lines: int) -> list[float]:
    """Where the lines stand, from the top of the mark; the last stands on its lower edge."""
    size = letter_size(lines)
    return [HEIGHT - (lines - 1 - number) * _PITCH * size for number in range(lines)]


def wordmark(identity: Identity, title: str, lines: Lines, inks: Inks) -> str:
    """The mark with its words, to be handed to printers and partners.

    Args:
        identity: whose mark it is.
        title: what it says, for screen readers.
        lines: the words as runs of letters; they go left-aligned beside the mark.
        inks: what it is painted with.
    """
    size = letter_size(len(lines))
    start = WIDTHS[identity] + _GAP
    wide = start + size * max(sum(run.width for run in line) for line in lines)
    drawn = [
        svg_shape(shape, inks.accent if shape.part == "accent" else inks.mark)
        for shape in MARKS[identity]
    ]
    for line, base in zip(lines, base_lines(len(lines)), strict=True):
        x = start
        for run in line:
            drawn.append(_run(run, x, base, size, inks.bold if run.bold else inks.light))
            x += run.width * size
    box = f"{-_ROOM:g} {-_ROOM:g} {wide + 2 * _ROOM:.0f} {HEIGHT + 2 * _ROOM:g}"
    words = escape(title)
    return f'{_SVG} viewBox="{box}" role="img"><title>{words}</title>{"".join(drawn)}</svg>\n'


def _run(run: Letters, x: float, base: float, size: float, fill: str) -> str:
    if run.outline:
        scale = f"{size / UNITS:.6f}"
        at = f"translate({x:.2f} {base:.2f}) scale({scale} -{scale})"
        return f'<path transform="{at}" fill="{fill}" d="{run.outline}"/>'
    if not run.text.strip():
        return ""
    weight = "700" if run.bold else "300"
    style = f'font-family="{_FONTS}" font-size="{size:.1f}" font-weight="{weight}"'
    return f'<text x="{x:.2f}" y="{base:.2f}" {style} fill="{fill}">{escape(run.text)}</text>'
