"""The five groups of actors as rays around the place, and who is in each."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oic_kit.model.diagrams.diagram import Counted, Diagram, DiagramWords, Pen, some
from oic_kit.model.diagrams.paints import Paint
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, WIDTH, Sheet
from oic_kit.model.diagrams.typesetting import (
    BOLD,
    PITCH,
    PLAIN,
    QUIET,
    STRONG,
    Measure,
    Style,
    middle,
    width,
    wrap,
)
from oic_kit.model.site_blocks import Actor, Group
from oic_kit.model.text import Line

NAME = "actors"
_SHAPES = {group: f"shape-{number}" for number, group in enumerate(Group, start=1)}
_CORE, _AIR, _SHORT, _LONG, _LEAST = 54.0, 8.0, 36.0, 32.0, 12.0
_GAP = math.radians(5)
_PAGE = 690.0
"""How high the drawing may be, so that it fits on a page."""

_NAMES = 176.0
"""Where the names of the actors begin, right of the names of the groups."""


class ActorWords(DiagramWords):
    """Words of the rays.

    Args:
        groups: names of the five groups.
        nobody: stands where a group has no actor yet.
        empty: alternative text when nobody is entered.
        missing: second sentence of the alternative text, when groups are empty.
        complete: the same, when every group is there.
        count: so many actors.
        more: how many a group has no room for.
    """

    groups: dict[Group, Line]
    nobody: Line
    empty: Line
    missing: Line
    complete: Line
    count: Counted
    more: Counted


@dataclass(frozen=True)
class _Ray:
    """One group: where its ray begins and ends, in radians clockwise from the top, and how far."""

    group: Group
    count: int
    start: float
    end: float
    inner: float
    outer: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def actors(place_name: str, who: Sequence[Actor], words: ActorWords, pen: Pen) -> Diagram:
    """Draw who takes part.

    Args:
        place_name: stands in the middle.
        who: the actors that the place has named.
        words: in the language of the pen.
        pen: what to draw with.
    """
    by_group = {
        group: [actor.name for actor in who if actor.group is group] for group in words.groups
    }
    alt = _alt(place_name, by_group, words)
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, place_name, by_group, words)
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption.format(place=place_name),
        (words.columns, *_rows(by_group, words)),
    )


def _alt(place_name: str, by_group: Mapping[Group, Sequence[str]], words: ActorWords) -> str:
    counted = [f"{words.groups[group]} {len(names)}" for group, names in by_group.items() if names]
    if not counted:
        return words.empty.format(place=place_name, groups=", ".join(words.groups.values()))
    empty = [words.groups[group] for group, names in by_group.items() if not names]
    more = words.missing.format(groups=", ".join(empty)) if empty else words.complete
    total = sum(len(names) for names in by_group.values())
    first = words.alt.format(
        place=place_name,
        groups=", ".join(counted),
        actors=words.count.of(total).format(count=total),
    )
    return f"{first} {more}"


def _rows(by_group: Mapping[Group, Sequence[str]], words: ActorWords) -> Iterator[tuple[str, ...]]:
    for group, names in by_group.items():
        for name in names or [words.nobody]:
            yield words.groups[group], name


def _draw(
    sheet: Sheet, place_name: str, by_group: Mapping[Group, Sequence[str]], words: ActorWords
) -> float:
    core, lines, style = _core(place_name, sheet.pen.measure)
    rays = _rays(by_group, core)
    longest = max(ray.outer for ray in rays)
    x, y = WIDTH / 2, max(rays[0].outer + 26, longest * 0.8 + 18)
    low = y + core
    for ray in rays:
        _ray(sheet, ray, (x, y))
        end = max(-math.cos(ray.start), -math.cos(ray.end), -math.cos(ray.middle))
        named = _label(sheet, words.groups[ray.group], ray, (x, y), longest)
        low = max(low, y + ray.outer * end, named)
    sheet.disc(x, y, core, Paint("brand-strong"))
    base = y - (len(lines) - 1) * style.size * PITCH / 2 + middle(style)
    sheet.lines(x, base, lines, style, "middle")
    return _list(sheet, by_group, words, low + 20)


def _rays(by_group: Mapping[Group, Sequence[str]], core: float) -> list[_Ray]:
    """One ray for each group, the longer the more are in it; the first points up."""
    inner = core + _AIR
    # A large disc leaves less room for rays, so that their names keep theirs.
    growth = max(_LONG - (core - _CORE), _LEAST)
    most = _most(by_group)
    turn = math.tau / len(by_group)
    found = []
    for number, (group, names) in enumerate(by_group.items()):
        start = turn * (number - 0.5)
        outer = inner + _SHORT + growth * len(names) / most
        ray = _Ray(group, len(names), start + _GAP / 2, start + turn - _GAP / 2, inner, outer)
        found.append(ray)
    return found


def _most(by_group: Mapping[Group, Sequence[str]]) -> int:
    """How many are in the largest group; 1 if there is nobody."""
    return max(1, *(len(names) for names in by_group.values()))


def _core(name: str, measure: Measure) -> tuple[float, tuple[str, ...], Style]:
    """The disc that holds the name: as large as it must be, its letters as large as they can be."""
    for radius in (_CORE, _CORE + 12, _CORE + 24, _CORE + 44):
        for size in (22.0, 18.0, 15.0, 13.0):
            style = Style(size, BOLD, "on-brand-strong")
            lines = wrap(name, style, radius * 1.6, measure)
            half = len(lines) * size * PITCH / 2
            corner = max(math.hypot(width(line, style, measure) / 2, half) for line in lines)
            flat = " ".join(lines).replace("- ", "-")
            whole = all(word in flat for word in name.split())
            if corner <= radius - 3 and (whole or radius > _CORE + 24):
                return radius, lines, style
    return radius, lines, style


def _ray(sheet: Sheet, ray: _Ray, centre: tuple[float, float]) -> None:
    path = _sector(ray, centre)
    shape = _SHAPES[ray.group]
    if not ray.count:
        sheet.frame(path, "line-strong", dashes="4 4")
        return
    sheet.shape(path, Paint(shape), edged=False)
    style = Style(30, BOLD, f"on-{shape}")
    x, y = _at(ray.middle, centre, (ray.inner + ray.outer) / 2)
    sheet.text(x, y + middle(style), str(ray.count), style, "middle")


def _sector(ray: _Ray, centre: tuple[float, float]) -> str:
    inner, outer = ray.inner, ray.outer
    (ax, ay), (bx, by) = _at(ray.start, centre, outer), _at(ray.end, centre, outer)
    (cx, cy), (dx, dy) = _at(ray.end, centre, inner), _at(ray.start, centre, inner)
    return (
        f"M{ax:.2f} {ay:.2f}A{outer:.2f} {outer:.2f} 0 0 1 {bx:.2f} {by:.2f}"
        f"L{cx:.2f} {cy:.2f}A{inner:.2f} {inner:.2f} 0 0 0 {dx:.2f} {dy:.2f}z"
    )


def _at(angle: float, centre: tuple[float, float], far: float) -> tuple[float, float]:
    return centre[0] + far * math.sin(angle), centre[1] - far * math.cos(angle)


def _label(
    sheet: Sheet, name: str, ray: _Ray, centre: tuple[float, float], longest: float
) -> float:
    """The name of a group just outside its ray; gives the height at which it ends."""
    x, y = _at(ray.middle, centre, ray.outer + 9)
    lean = math.sin(ray.middle)
    if abs(lean) < 0.2:
        # A longer neighbour must not reach into the name.
        sheet.text(x, min(y, centre[1] - longest * 0.8), name, STRONG, "middle")
        return y
    room = (RIGHT - x) if lean > 0 else (x - LEFT)
    lines = wrap(name, STRONG, room, sheet.pen.measure)
    below = math.cos(ray.middle) < 0
    first = y + (STRONG.size if below else middle(STRONG))
    after = sheet.lines(x, first, lines, STRONG, "left" if lean > 0 else "right")
    return after - STRONG.size


def _list(
    sheet: Sheet, by_group: Mapping[Group, Sequence[str]], words: ActorWords, y: float
) -> float:
    """Who is in each group, in rows, with as many names as a page has room for."""
    for most in range(_most(by_group), 0, -1):
        named = {group: _named(sheet, names, words, most) for group, names in by_group.items()}
        if y + sum(len(lines) * PLAIN.size * PITCH + 16 for lines in named.values()) <= _PAGE:
            break
    for group, lines in named.items():
        sheet.rule(y)
        low = sheet.paragraph(LEFT, y + 19, words.groups[group], STRONG, _NAMES - LEFT - 12)
        style = PLAIN if by_group[group] else QUIET
        y = max(low, sheet.lines(_NAMES, y + 19, lines, style)) - 5
    return y + 4


def _named(sheet: Sheet, names: Sequence[str], words: ActorWords, most: int) -> list[str]:
    """The lines of one group: each name on its own."""
    said = some(names, most, words.more) or [words.nobody]
    return [line for name in said for line in wrap(name, PLAIN, RIGHT - _NAMES, sheet.pen.measure)]
