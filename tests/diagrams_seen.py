"""Read a diagram as the eye does: which text stands where, and on what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from oic_kit.model.colour import contrast
from oic_kit.services.type_widths import type_width
from tests.drawings import SVG, svg

ASCENT, DESCENT = 0.78, 0.22
"""How far letters reach above and below their base line, in sizes of the font."""

_STANDING = re.compile(r"[\d.\s%+−€A-IK-PR-Z]+")
"""Signs that do not reach below their base line."""

PRINTED = 160.0
"""How wide a diagram is printed, in millimetres."""

POINT = 25.4 / 72

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle, in units of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, air: float = 0.0) -> bool:
        """Whether two boxes overlap, or come nearer than `air`."""
        beside = self.right + air <= other.left or other.right + air <= self.left
        above = self.bottom + air <= other.top or other.bottom + air <= self.top
        return not beside and not above

    def points(self) -> list[Point]:
        """Points all along the edge, and the middle."""
        steps = [number / 6 for number in range(7)]
        wide, high = self.right - self.left, self.bottom - self.top
        across = [(self.left + wide * step, y) for step in steps for y in (self.top, self.bottom)]
        down = [(x, self.top + high * step) for step in steps for x in (self.left, self.right)]
        return [*across, *down, ((self.left + self.right) / 2, (self.top + self.bottom) / 2)]


@dataclass(frozen=True)
class Said:
    """One line of text."""

    text: str
    size: float
    colour: str
    box: Box


@dataclass(frozen=True)
class Area:
    """One filled area.

    Args:
        ground: its colour as `#rrggbb`.
        pattern: what lies over it, `solid` for nothing.
    """

    outline: tuple[Point, ...]
    ground: str
    pattern: str

    @property
    def box(self) -> Box:
        across, down = zip(*self.outline, strict=True)
        return Box(min(across), min(down), max(across), max(down))

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        inside, (x, y) = False, point
        for (ax, ay), (bx, by) in zip(
            self.outline, self.outline[1:] + self.outline[:1], strict=True
        ):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
        return inside


@dataclass(frozen=True)
class Seen:
    """A whole drawing: paper, areas from the lowest to the topmost, and text."""

    root: Element
    width: float
    height: float
    areas: tuple[Area, ...]
    texts: tuple[Said, ...]

    @property
    def words(self) -> str:
        """All text, in the order of the drawing."""
        return " ".join(said.text for said in self.texts)

    def points(self, said: Said) -> float:
        """Size of a text in typographic points when the drawing is printed."""
        return said.size * PRINTED / self.width / POINT

    def under(self, said: Said) -> Area | None:
        """The topmost area that the middle of a text lies on; nothing is the paper."""
        middle = said.box.points()[-1]
        return next((area for area in reversed(self.areas) if area.holds(middle)), None)

    def labelled(self, area: Area, air: float = 12.0) -> bool:
        """Whether a text stands in an area or right beside it."""
        box = area.box
        beside = Box(box.left - air, box.top, box.right + air, box.bottom)
        return any(said.box.meets(beside) for said in self.texts)


def seen(drawing: str) -> Seen:
    """Look at a diagram."""
    root = svg(drawing)
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    grounds = {
        pattern.attrib["id"]: (pattern[0].attrib["fill"], pattern.attrib["id"])
        for pattern in root.iter(f"{SVG}pattern")
    }
    _paper, *shapes = [child for child in root if child.tag[len(SVG) :] in _OUTLINES]
    areas = [_area(shape, grounds) for shape in shapes if shape.attrib["fill"] != "none"]
    texts = tuple(_said(text) for text in root.iter(f"{SVG}text"))
    return Seen(root, wide, high, tuple(areas), texts)


def apart(one: Area, other: Area, least: float = 1.25) -> bool:
    """Whether two areas can be told apart by somebody who sees no colour."""
    grounds = (_grey(one.ground), _grey(other.ground))
    return one.pattern != other.pattern or contrast(*grounds) >= least


def _grey(colour: str) -> str:
    """What a black-and-white printer makes of a colour."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


def _said(text: Element) -> Said:
    size, x, y = (float(text.attrib[name]) for name in ("font-size", "x", "y"))
    said = text.text or ""
    wide = type_width(said, int(text.attrib["font-weight"])) * size
    start = x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.attrib["text-anchor"]]
    low = y if _STANDING.fullmatch(said) else y + DESCENT * size
    box = Box(start, y - ASCENT * size, start + wide, low)
    return Said(said, size, text.attrib["fill"], box)


def _area(shape: Element, grounds: dict[str, tuple[str, str]]) -> Area:
    fill = shape.attrib["fill"]
    named = re.fullmatch(r"url\(#(.+)\)", fill)
    ground, pattern = grounds[named[1]] if named else (fill, "solid")
    outline = _OUTLINES[shape.tag[len(SVG) :]](shape)
    return Area(tuple(outline), ground, pattern)


def _rectangle(shape: Element) -> list[Point]:
    x, y = (float(shape.attrib.get(name, 0)) for name in "xy")
    wide, high = (float(shape.attrib[name]) for name in ("width", "height"))
    return [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]


def _circle(shape: Element) -> list[Point]:
    x, y, radius = (float(shape.attrib[name]) for name in ("cx", "cy", "r"))
    return _flat(
        f"M{x} {y - radius}a{radius} {radius} 0 0 1 0 {2 * radius}a{radius} {radius} 0 0 1 0 {-2 * radius}z"
    )


def _path(shape: Element) -> list[Point]:
    return _flat(shape.attrib["d"])


def _flat(path: str) -> list[Point]:
    """The corners of a path; curves become many short sides."""
    pen = RecordingPen()
    parse_path(path, pen)
    found: list[Point] = []
    for kind, points in pen.value:
        if kind == "curveTo":
            found += _curve(found[-1], *points)
        else:
            found += points
    return found


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    shares = [number / 12 for number in range(1, 13)]
    weights = [((1 - s) ** 3, 3 * s * (1 - s) ** 2, 3 * s * s * (1 - s), s**3) for s in shares]
    corners = (start, one, two, end)
    return [
        (
            sum(w * corner[0] for w, corner in zip(weight, corners, strict=True)),
            sum(w * corner[1] for w, corner in zip(weight, corners, strict=True)),
        )
        for weight in weights
    ]


_OUTLINES = {"rect": _rectangle, "circle": _circle, "path": _path}
