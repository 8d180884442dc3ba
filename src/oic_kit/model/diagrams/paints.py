"""What areas of a diagram are filled with: colours, and patterns that can be told apart in grey.

Every pattern takes both its colours from a pair that the palette promises to keep apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oic_kit.model.colour import contrast
from oic_kit.model.promises import Roles

_SEEN = 3.0  # least contrast of a shape with the page, WCAG 2.2, 1.4.11


class Pattern(StrEnum):
    """What lies over the ground of an area."""

    SOLID = "solid"
    HATCH = "hatch"
    DOTS = "dots"
    ROWS = "rows"
    GRID = "grid"


@dataclass(frozen=True)
class Paint:
    """A ground, and what lies over it.

    Args:
        ground: role of the colour that fills the area.
        ink: role of lines or dots; nothing for a plain ground.
    """

    ground: str
    pattern: Pattern = Pattern.SOLID
    ink: str = ""


FULL = Paint("brand-strong")
SERIES: tuple[Paint, ...] = (
    FULL,
    Paint("accent", Pattern.DOTS, "on-accent"),
    Paint("bg", Pattern.HATCH, "mark"),
    Paint("brand-tint", Pattern.ROWS, "on-brand-tint"),
    Paint("bg", Pattern.GRID, "line-strong"),
)
"""Five paints that differ in colour and, for those who see none, in pattern."""

OVER = SERIES[2]

_LINES = {
    Pattern.HATCH: (7, "M-1 8 8 -1M-1 1 1 -1M6 8 8 6", 2.0),
    Pattern.ROWS: (5, "M0 2.5H5", 1.5),
    Pattern.GRID: (7, "M3.5 0V7M0 3.5H7", 1.2),
}


def edge(paint: Paint, roles: Roles) -> str:
    """The role of the line around an area: none where the area itself stands out from the page."""
    plain = paint.pattern is Pattern.SOLID
    if plain and contrast(roles[paint.ground], roles["bg"]) >= _SEEN:
        return ""
    return "line-strong"


def pattern_element(name: str, paint: Paint, roles: Roles) -> str:
    """A pattern as an SVG element.

    Args:
        name: its id in the drawing.
        paint: one that has a pattern.
        roles: the colours.
    """
    ground, ink = roles[paint.ground], roles[paint.ink]
    if paint.pattern is Pattern.DOTS:
        step = 8.0
        drawn = f'<circle cx="2" cy="2" r="1.2" fill="{ink}"/>'
        drawn += f'<circle cx="6" cy="6" r="1.2" fill="{ink}"/>'
    else:
        step, path, wide = _LINES[paint.pattern]
        drawn = f'<path d="{path}" stroke="{ink}" stroke-width="{wide:g}" fill="none"/>'
    size = f'width="{step:g}" height="{step:g}"'
    return (
        f'<pattern id="{name}" {size} patternUnits="userSpaceOnUse">'
        f'<rect {size} fill="{ground}"/>{drawn}</pattern>'
    )
