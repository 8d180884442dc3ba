"""The mark of a place as plain geometry: on the page, as an icon, and on the social card.

The open brand is three shapes that read O, I, C; the circle carries the accent. A place with an
identity of its own gets a dot over a bar instead, so that nobody takes it for a member of the
family. Every drawing, SVG or PNG, is made from these values.

Source:
    `research/site.md` D.5: measured from the corporate design (CC BY 4.0, Open Innovation City).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Identity = Literal["oic", "own"]
Part = Literal["accent", "mark"]

HEIGHT = 100.0
"""Every mark is drawn this high; `WIDTHS` says how wide."""

WIDTHS: dict[Identity, float] = {"oic": 216.0, "own": 100.0}
ICON = 64.0
CARD_SIZE = (1200, 630)


@dataclass(frozen=True)
class Disc:
    """A circle: left, top, and how high it is."""

    x: float
    y: float
    height: float
    part: Part


@dataclass(frozen=True)
class Bar:
    """A rectangle: left, top, width and height."""

    x: float
    y: float
    width: float
    height: float
    part: Part


@dataclass(frozen=True)
class Half:
    """The left half of a circle, its flat side right: left, top, and how high it is."""

    x: float
    y: float
    height: float
    part: Part


Shape = Disc | Bar | Half

MARKS: dict[Identity, tuple[Shape, ...]] = {
    "oic": (
        Disc(0, 0, 100, "accent"),
        Bar(118.5, 0, 28, 100, "mark"),
        Half(166, 0, 100, "mark"),
    ),
    "own": (Disc(44, 0, 56, "accent"), Bar(0, 72, 100, 28, "mark")),
}


def placed(shape: Shape, *, left: float, top: float, scale: float) -> Shape:
    """The same shape, larger or smaller, elsewhere."""
    x, y, height = left + scale * shape.x, top + scale * shape.y, scale * shape.height
    if isinstance(shape, Bar):
        return replace(shape, x=x, y=y, height=height, width=scale * shape.width)
    return replace(shape, x=x, y=y, height=height)


def icon(identity: Identity, *, side: float, margin: float) -> tuple[Shape, ...]:
    """The mark in the middle of a square.

    Args:
        identity: whose mark it is.
        side: of the square, in any unit.
        margin: share of the side that stays free left and right, 0.0 to 0.4.
    """
    wide = side * (1 - 2 * margin)
    scale = wide / WIDTHS[identity] if identity == "oic" else min(wide, side * 0.62) / HEIGHT
    left, top = (side - scale * WIDTHS[identity]) / 2, (side - scale * HEIGHT) / 2
    return tuple(placed(it, left=left, top=top, scale=scale) for it in MARKS[identity])


def poster(identity: Identity) -> tuple[Shape, ...]:
    """The mark cut large for the right side of the social card, flush with its edges.

    The letters stand in two rows, O above I and C: so each is three times the size of one row.
    """
    wide, high = CARD_SIZE
    if identity == "own":
        scale = 4.1
        left, top = wide - 100 * scale, high - 100 * scale
        return tuple(placed(it, left=left, top=top, scale=scale) for it in MARKS["own"])
    scale = 3.0
    left, low = wide - 100 * scale, high - 100 * scale
    disc, bar, half = MARKS["oic"]
    return (
        placed(disc, left=left, top=0, scale=scale),
        placed(replace(bar, x=0), left=left, top=low, scale=scale),
        placed(replace(half, x=50), left=left, top=low, scale=scale),
    )


def svg_shape(shape: Shape, fill: str, *, name: str = "") -> str:
    """One shape as an SVG element.

    Args:
        shape: what to draw.
        fill: any paint without quotes, such as `#00b2bb` or `currentColor`.
        name: a class, or nothing.
    """
    named = f' class="{name}"' if name else ""
    x, y, high = _number(shape.x), _number(shape.y), _number(shape.height)
    half, middle = _number(shape.height / 2), _number(shape.x + shape.height / 2)
    match shape:
        case Disc():
            low = _number(shape.y + shape.height / 2)
            drawn = f'circle{named} cx="{middle}" cy="{low}" r="{half}"'
        case Bar():
            wide = _number(shape.width)
            drawn = f'rect{named} x="{x}" y="{y}" width="{wide}" height="{high}"'
        case Half():
            drawn = f'path{named} d="M{middle} {y}a{half} {half} 0 0 0 0 {high}z"'
    return f'<{drawn} fill="{fill}"/>'


def _number(value: float) -> str:
    """At most two decimals and no useless zero."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
