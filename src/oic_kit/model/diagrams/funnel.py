"""The funnel of a year: from ideas over tries and prototypes to what somebody takes over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from oic_kit.model.diagrams.diagram import Counted, Diagram, DiagramWords, Pen
from oic_kit.model.diagrams.paints import Paint
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, Sheet, polygon
from oic_kit.model.diagrams.typesetting import (
    BOLD,
    PITCH,
    PLAIN,
    QUIET,
    Style,
    fitting,
    wrap,
)
from oic_kit.model.format_choice import Planned
from oic_kit.model.funnel_table import FunnelTable, Stage, stages
from oic_kit.model.indicators import Indicator
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Slug

NAME = "funnel"
_HIGH, _GAP, _INSIDE = 240.0, 6.0, 13.0
# How far each piece has narrowed at its two ends, as on the home page of the site.
_CUTS = ((0.0, 0.0), (0.05, 0.16), (0.18, 0.28), (0.30, 0.35))
_SIZES = (58.0, 52.0, 44.0, 36.0)
_SHAPES = (2, 3, 1, 4)
_LABEL = Style(14)


class StageWords(Part):
    """Words of one piece: what it counts, and what that means."""

    label: Counted
    told: Counted
    means: Line
    source: Line = ""


class FunnelWords(DiagramWords):
    """Words of the funnel.

    Args:
        stages: words of each piece.
        nothing: where a number comes from when no format feeds it.
        unit: so many of a format.
        note: what the numbers are.
    """

    stages: dict[Slug, StageWords]
    nothing: Line
    unit: Line
    note: Line


def funnel(
    running: Sequence[Planned],
    indicators: Sequence[Indicator],
    table: FunnelTable,
    words: FunnelWords,
    pen: Pen,
) -> Diagram:
    """Draw what a year of formats can bring.

    Args:
        running: the units that the year counts.
        indicators: of the plan; one of them says how much is taken over.
        table: what one unit gives.
        words: in the language of the pen.
        pen: what to draw with.
    """
    share = _adopted(indicators, table.adopted)
    found = stages(running, table, share / 100)
    told = {s.id: _told(s, words, pen) for s in found}
    facts = {**told, "share": pen.write.percent(share)}
    alt = words.alt.format(**facts)
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, found, words)
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption.format(**facts),
        (words.columns, *_rows(found, words, pen, facts)),
    )


def _adopted(indicators: Sequence[Indicator], measure: str) -> Decimal:
    """The middle of what is aimed at, in per cent."""
    for target in (target for found in indicators for target in found.targets):
        if target.id == measure:
            ends = [end.value for end in (target.third or target.first, target.upper) if end]
            return sum(ends, Decimal(0)) / len(ends)
    return Decimal(0)


def _told(stage: Stage, words: FunnelWords, pen: Pen) -> str:
    number = pen.write.number(Decimal(stage.count))
    return words.stages[stage.id].told.of(stage.count).format(number=number)


def _rows(
    found: Sequence[Stage], words: FunnelWords, pen: Pen, facts: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    for stage in found:
        said = words.stages[stage.id]
        units = [
            words.unit.format(count=pen.write.number(unit.count), title=unit.title[pen.language])
            for unit in stage.units
        ]
        source = said.source.format(**facts) or ", ".join(units) or words.nothing
        number = pen.write.number(Decimal(stage.count))
        yield said.label.other, number, said.means, source


def _draw(sheet: Sheet, found: Sequence[Stage], words: FunnelWords) -> float:
    wide = (RIGHT - LEFT - _GAP * (len(found) - 1)) / len(found)
    lowest = _HIGH
    for number, stage in enumerate(found):
        x = LEFT + number * (wide + _GAP)
        _piece(sheet, stage, words.stages[stage.id], number, x, wide)
        low = sheet.paragraph(x, _HIGH + 26, words.stages[stage.id].means, PLAIN, wide - 6)
        lowest = max(lowest, low)
    sheet.rule(lowest - 6)
    return sheet.paragraph(LEFT, lowest + 14, words.note, QUIET, RIGHT - LEFT) - 4


def _piece(
    sheet: Sheet, stage: Stage, said: StageWords, number: int, x: float, wide: float
) -> None:
    start, end = (_HIGH * cut for cut in _CUTS[number])
    top = 4.0
    corners = [
        (x, top + start),
        (x + wide, top + end),
        (x + wide, top + _HIGH - end),
        (x, top + _HIGH - start),
    ]
    paper = f"shape-{_SHAPES[number]}"
    sheet.shape(polygon(corners), Paint(paper), edged=False)
    room = wide - 2 * _INSIDE + 4
    count = sheet.pen.write.number(Decimal(stage.count))
    giant = Style(_SIZES[number], BOLD, f"on-{paper}")
    giant = fitting(count, giant, room, sheet.pen.measure)
    label = _LABEL.on(f"on-{paper}")
    lines = wrap(said.label.of(stage.count), label, room, sheet.pen.measure)
    high = giant.size * 0.72 + 8 + len(lines) * label.size * PITCH
    base = top + (_HIGH - high) / 2 + giant.size * 0.72
    sheet.text(x + _INSIDE, base, count, giant)
    sheet.lines(x + _INSIDE, base + 8 + label.size, lines, label)
