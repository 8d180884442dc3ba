"""The radar of the self-assessment: one spoke for each dimension, one ring for each level."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from oic_kit.model.assessment import Assessment, Dimension
from oic_kit.model.diagrams.diagram import Counted, Diagram, DiagramWords, Pen
from oic_kit.model.diagrams.paints import FULL, Paint
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, WIDTH, Sheet, polygon
from oic_kit.model.diagrams.typesetting import (
    BOLD,
    LIGHT,
    PLAIN,
    QUIET,
    STRONG,
    Style,
    wrap,
)
from oic_kit.model.text import Line

NAME = "radar"
_RADIUS, _TOP = 126.0, 66.0
_RINGS = (25, 50, 75, 100)
_VALUE = Style(24, BOLD)
_LEVEL = Style(30, BOLD)
_LEAD = Style(30, LIGHT)

Point = tuple[float, float]


class RadarWords(DiagramWords):
    """Words of the radar.

    Args:
        level: stands before the name of the level that was reached.
        open: a dimension that nobody answered yet.
        unknown: stands in place of the level until every dimension was answered.
        priority: marks the two weakest dimensions.
        reached: alternative text when every dimension was answered.
        partly: the same when only some were.
        dimension: one dimension with its score.
        answers: so many answers of all.
        rings: explains the rings.
    """

    level: Line
    open: Line
    unknown: Line
    priority: Line
    reached: Line
    partly: Line
    dimension: Line
    answers: Counted
    rings: Line


def radar(
    found: Assessment, levels: Sequence[tuple[str, int]], words: RadarWords, pen: Pen
) -> Diagram:
    """Draw the self-assessment; what nobody answered is left open, for open is not zero.

    Args:
        found: scores of the dimensions.
        levels: name of each level, and the per cent from which on it holds.
        words: in the language of the pen.
        pen: what to draw with.
    """
    alt = _alt(found, words, pen)
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, found, levels, words)
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption,
        (words.columns, *_rows(found, words, pen)),
    )


def _percent(dimension: Dimension) -> Decimal | None:
    return None if dimension.percent is None else dimension.percent.value


def _alt(found: Assessment, words: RadarWords, pen: Pen) -> str:
    facts = {
        "dimensions": ", ".join([d.title[pen.language] for d in found.dimensions]),
        "scores": ", ".join(
            [
                words.dimension.format(
                    name=d.title[pen.language], percent=pen.write.percent(d.percent.value)
                )
                for d in found.dimensions
                if d.percent
            ]
        ),
        "open": ", ".join([d.title[pen.language] for d in found.dimensions if not d.percent]),
        "level": found.level_title.get(pen.language, ""),
    }
    if not facts["scores"]:
        return words.alt.format(**facts)
    return (words.partly if facts["open"] else words.reached).format(**facts)


def _rows(found: Assessment, words: RadarWords, pen: Pen) -> Iterator[tuple[str, ...]]:
    for dimension in found.dimensions:
        percent = _percent(dimension)
        yield (
            dimension.title[pen.language],
            words.open if percent is None else pen.write.percent(percent),
            dimension.level_title.get(pen.language, "–"),
            words.priority if dimension.priority else "–",
        )


def _draw(
    sheet: Sheet, found: Assessment, levels: Sequence[tuple[str, int]], words: RadarWords
) -> float:
    centre = (WIDTH / 2, _TOP + 54 + _RADIUS)
    spokes = {
        dimension.id: math.tau * number / len(found.dimensions)
        for number, dimension in enumerate(found.dimensions)
    }
    _result(sheet, found, words)
    _rings(sheet, list(spokes.values()), centre)
    _area(sheet, found, spokes, centre)
    for dimension in found.dimensions:
        _label(sheet, dimension, spokes[dimension.id], centre, words)
    low = centre[1] + _RADIUS * 0.81 + 76
    return _ring_names(sheet, levels, words, low)


def _result(sheet: Sheet, found: Assessment, words: RadarWords) -> None:
    """The level in large letters, light and bold as in the wordmark."""
    level = found.level_title.get(sheet.pen.language)
    said = f"{words.level} " if level else ""
    sheet.text(LEFT, 34, said.strip(), _LEAD)
    sheet.text(LEFT + sheet.wide(said, _LEAD), 34, level or "", _LEVEL)
    if not level:
        sheet.text(LEFT, 34, words.unknown, _LEAD)
    count = words.answers.of(found.answered)
    total = sum(len(d.answers) for d in found.dimensions)
    sheet.text(LEFT, 56, count.format(count=found.answered, total=total), QUIET)


def _at(angle: float, centre: Point, far: float) -> Point:
    return centre[0] + far * math.sin(angle), centre[1] - far * math.cos(angle)


def _rings(sheet: Sheet, angles: Sequence[float], centre: Point) -> None:
    for percent in _RINGS:
        ring = polygon([_at(angle, centre, _RADIUS * percent / 100) for angle in angles])
        outer = percent == _RINGS[-1]
        sheet.frame(ring, "line-strong" if outer else "line", thick=1.5 if outer else 1)


def _area(sheet: Sheet, found: Assessment, spokes: Mapping[str, float], centre: Point) -> None:
    """Spokes that were answered are solid, others dashed; an area only where all were answered."""
    points = {
        d.id: _at(spokes[d.id], centre, _RADIUS * float(d.percent.value) / 100)
        for d in found.dimensions
        if d.percent
    }
    if len(points) == len(spokes):
        sheet.shape(polygon(list(points.values())), Paint("brand-tint"), edged=False)
        sheet.frame(polygon(list(points.values())), FULL.ground, thick=2)
    for dimension in found.dimensions:
        x, y = _at(spokes[dimension.id], centre, _RADIUS)
        path = f"M{centre[0]:.2f} {centre[1]:.2f}L{x:.2f} {y:.2f}"
        if dimension.id not in points:
            sheet.frame(path, "line-strong", dashes="3 5")
            continue
        sheet.frame(path, "line", thick=1)
        x, y = points[dimension.id]
        sheet.frame(f"M{centre[0]:.2f} {centre[1]:.2f}L{x:.2f} {y:.2f}", FULL.ground, thick=5)
        sheet.disc(x, y, 8, FULL)


def _label(
    sheet: Sheet, dimension: Dimension, angle: float, centre: Point, words: RadarWords
) -> None:
    """Name and score outside the end of a spoke."""
    lean = math.sin(angle)
    x, y = _at(angle, centre, _RADIUS + 14)
    percent = _percent(dimension)
    name = dimension.title[sheet.pen.language]
    if abs(lean) < 0.2:
        said = words.open if percent is None else sheet.pen.write.percent(percent)
        _top_label(sheet, name, said, percent is not None, dimension.priority, words, (x, y))
        return
    side, room = ("left", RIGHT - x) if lean > 0 else ("right", x - LEFT)
    low = math.cos(angle) < 0
    base = y + (STRONG.size if low else -8)
    base = sheet.lines(x, base, [name], STRONG, "left" if lean > 0 else "right")
    if percent is None:
        lines = wrap(words.open, QUIET, room, sheet.pen.measure)
        base = sheet.lines(x, base, lines, QUIET, "left" if side == "left" else "right")
        return
    sheet.text(
        x, base + 9, sheet.pen.write.percent(percent), _VALUE, "left" if lean > 0 else "right"
    )
    if dimension.priority:
        sheet.text(x, base + 27, words.priority, PLAIN, "left" if lean > 0 else "right")


def _top_label(
    sheet: Sheet,
    name: str,
    said: str,
    known: bool,
    priority: bool,
    words: RadarWords,
    at: Point,
) -> None:
    x, y = at
    more = f" · {words.priority}" if priority else ""
    value = _VALUE if known else QUIET
    sheet.text(x, y - (26 if known else 18), name + more, STRONG, "middle")
    sheet.text(x, y, said, value, "middle")


def _ring_names(
    sheet: Sheet, levels: Sequence[tuple[str, int]], words: RadarWords, y: float
) -> float:
    sheet.rule(y)
    said = ", ".join(f"{name} {sheet.pen.write.percent(Decimal(least))}" for name, least in levels)
    return sheet.paragraph(LEFT, y + 19, words.rings.format(levels=said), PLAIN, RIGHT - LEFT) - 6
