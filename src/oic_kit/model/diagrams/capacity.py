"""How full the year is: the time of the team as a gauge, and each format where it lies in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from oic_kit.model.capacity import Capacity
from oic_kit.model.diagrams.diagram import Diagram, DiagramWords, Pen
from oic_kit.model.diagrams.paints import FULL, OVER
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, Sheet, Side
from oic_kit.model.diagrams.typesetting import (
    BOLD,
    LIGHT,
    PLAIN,
    QUIET,
    STRONG,
    Style,
    balanced,
    middle,
)
from oic_kit.model.text import Line

NAME = "capacity"
_GAUGE, _TOP, _ROWS, _MARK, _GAP, _SLIT = 34.0, 88.0, 156.0, 11.0, 7.0, 1.5
_BEFORE: Side = "right"
_AFTER: Side = "left"
_GIANT, _LEAD = Style(60, BOLD), Style(20, LIGHT)


class CapacityWords(DiagramWords):
    """Words of the gauge.

    Args:
        share: stands beside the percentage.
        no_team: stands in its place where there are no posts.
        idle: where nothing is planned.
        unit: a format, how often.
        hours: so many hours.
        free: hours that are left.
        over: hours that are missing.
        wait: marks what is to be postponed.
        waits: in the alternative text, what should wait.
        fits: the same, if nothing has to.
        total: row of the sum.
        available: row of the time there is.
        left: row of what is free.
        lacking: row of what is missing.
    """

    share: Line
    no_team: Line
    idle: Line
    unit: Line
    hours: Line
    free: Line
    over: Line
    wait: Line
    waits: Line
    fits: Line
    total: Line
    available: Line
    left: Line
    lacking: Line


@dataclass(frozen=True)
class _Part:
    """A format in the gauge, from its first to its last hour; of some formats a part can wait."""

    title: Mapping[str, str]
    count: Decimal
    first: Decimal
    last: Decimal
    waits: bool


@dataclass(frozen=True)
class _Scale:
    """Hours to units of the drawing."""

    most: Decimal

    def x(self, hours: Decimal) -> float:
        if not self.most:
            return LEFT
        return LEFT + float(hours / self.most) * (RIGHT - LEFT)


def capacity(found: Capacity, words: CapacityWords, pen: Pen) -> Diagram:
    """Draw the capacity check.

    Args:
        found: hours there are, hours that the formats take, and what should wait.
        words: in the language of the pen.
        pen: what to draw with.
    """
    alt = _alt(found, words, pen)
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, found, words)
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption.format(used=_number(found.used.value, pen)),
        (words.columns, *_rows(found, words, pen)),
    )


def _number(hours: Decimal, pen: Pen) -> str:
    return pen.write.number(hours.quantize(Decimal(1)))


def _parts(found: Capacity) -> Iterator[_Part]:
    """The largest first; what should wait comes last, where the gauge runs over."""
    waiting = {item.unit: item for item in found.postpone}
    kept = []
    for load in found.load:
        wait = waiting.get(load.unit)
        hours = load.hours.value - (wait.hours.value if wait else 0)
        if hours:
            count = load.count - (wait.count if wait else 0)
            kept.append((hours, load.title, count))
    kept.sort(key=lambda it: -it[0])
    late = [(item.hours.value, item.title, item.count) for item in found.postpone]
    done = Decimal(0)
    for number, (hours, title, count) in enumerate([*kept, *late]):
        yield _Part(title, count, done, done + hours, number >= len(kept))
        done += hours


def _alt(found: Capacity, words: CapacityWords, pen: Pen) -> str:
    if not found.load:
        return words.idle
    names = ", ".join(item.title[pen.language] for item in found.postpone)
    first = words.alt.format(
        used=_number(found.used.value, pen),
        available=_number(found.available.value, pen),
        percent=_percent(found, words, pen),
    )
    return f"{first} {words.waits.format(names=names) if names else words.fits}"


def _percent(found: Capacity, words: CapacityWords, pen: Pen) -> str:
    return words.no_team if found.percent is None else pen.write.percent(found.percent.value)


def _rows(found: Capacity, words: CapacityWords, pen: Pen) -> Iterator[tuple[str, ...]]:
    waiting = {item.unit: item for item in found.postpone}
    for load in sorted(found.load, key=lambda load: -load.hours.value):
        wait = waiting.get(load.unit)
        yield (
            load.title[pen.language],
            pen.write.number(load.count),
            _number(load.hours.value, pen),
            pen.write.number(wait.count) if wait else "–",
            _number(wait.hours.value, pen) if wait else "–",
        )
    free = found.available.value - found.used.value
    sums = (
        (words.total, found.used.value),
        (words.available, found.available.value),
        (words.left if free >= 0 else words.lacking, abs(free)),
    )
    for said, hours in sums:
        yield said, "–", _number(hours, pen), "–", "–"


def _draw(sheet: Sheet, found: Capacity, words: CapacityWords) -> float:
    scale = _Scale(max(found.available.value, found.used.value))
    parts = list(_parts(found))
    _head(sheet, found, words)
    _gauge(sheet, parts, scale, found)
    _end(sheet, found, words, scale)
    y = _ROWS
    for part in parts:
        y = _row(sheet, part, scale, y, words)
    return y + 2


def _head(sheet: Sheet, found: Capacity, words: CapacityWords) -> None:
    """The percentage in giant letters, and what it means beside it."""
    said = _percent(found, words, sheet.pen)
    style = _GIANT if found.percent is not None else Style(34, BOLD)
    sheet.text(LEFT, 52, said, style)
    x = LEFT + sheet.wide(said, style) + 16
    meaning = words.share if found.percent is not None else words.idle if not found.load else ""
    lines = balanced(meaning, _LEAD, RIGHT - x, sheet.pen.measure)
    base = sheet.lines(x, 22, lines, _LEAD) if lines else 46
    sheet.paragraph(x, base, found.sentence[sheet.pen.language], STRONG, RIGHT - x)


def _gauge(sheet: Sheet, parts: Sequence[_Part], scale: _Scale, found: Capacity) -> None:
    """The formats one after the other; what is free stays paper."""
    end = scale.x(found.available.value)
    if found.available.value:
        path = f"M{LEFT + 0.75:.2f} {_TOP + 0.75:.2f}H{end - 0.75:.2f}V{_TOP + _GAUGE - 0.75:.2f}"
        sheet.frame(f"{path}H{LEFT + 0.75:.2f}z", "line-strong")
    for part in parts:
        start, wide = _span(part, scale)
        sheet.bar(start, _TOP, wide, _GAUGE, OVER if part.waits else FULL)


def _span(part: _Part, scale: _Scale) -> tuple[float, float]:
    start = scale.x(part.first)
    return start, max(scale.x(part.last) - start - _SLIT, 1)


def _end(sheet: Sheet, found: Capacity, words: CapacityWords, scale: _Scale) -> None:
    """Where the time ends, and how much is free or missing."""
    free = found.available.value - found.used.value
    limit = scale.x(found.available.value)
    if found.available.value:
        sheet.frame(f"M{limit:.2f} {_TOP - 6:.2f}V{_TOP + _GAUGE + 6:.2f}", "text", thick=3)
    hours = _number(abs(free), sheet.pen)
    said = (words.free if free >= 0 else words.over).format(hours=hours)
    base = _TOP + _GAUGE + 22
    wide = sheet.wide(said, QUIET)
    left = limit - LEFT >= wide if free >= 0 else limit + wide > RIGHT
    sheet.text(limit, base, said, QUIET, _BEFORE if left else _AFTER)


def _row(sheet: Sheet, part: _Part, scale: _Scale, y: float, words: CapacityWords) -> float:
    """A bar below its part of the gauge, hours and name on a side where they have room."""
    pen = sheet.pen
    start, wide = _span(part, scale)
    sheet.bar(start, y + 4, wide, _MARK, OVER if part.waits else FULL)
    title, count = part.title[pen.language], pen.write.number(part.count)
    name = (words.wait if part.waits else words.unit).format(title=title, count=count)
    hours = words.hours.format(hours=_number(part.last - part.first, pen))
    left, right = start - _GAP, start + wide + _GAP
    need = sheet.wide(hours, STRONG) + 6
    room = RIGHT - right
    after = sheet.wide(name, PLAIN) + need <= room or room >= left - LEFT
    lines = balanced(name, PLAIN, (room if after else left - LEFT) - need, pen.measure)
    base = y + 4 + _MARK / 2 + middle(PLAIN)
    at, side = (right, _AFTER) if after else (left, _BEFORE)
    sheet.text(at, base, hours, STRONG, side)
    low = sheet.lines(at + (need if after else -need), base, lines, PLAIN, side)
    return low - base + y + 4.5
