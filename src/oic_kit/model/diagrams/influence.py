"""The grid of influence and interest: who must be won, and who only needs to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from oic_kit.model.diagrams.diagram import Counted, Diagram, DiagramWords, Pen, some
from oic_kit.model.diagrams.paints import FULL, Paint
from oic_kit.model.diagrams.sample_actors import SampleTable
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, Sheet
from oic_kit.model.diagrams.typesetting import PITCH, PLAIN, QUIET, STRONG, Style, wrap
from oic_kit.model.place import Kind
from oic_kit.model.site_blocks import Actor, Group
from oic_kit.model.text import Line, Slug

NAME = "influence"
LEVELS = 3
_GAP, _PAD, _INDENT, _LEAST = 4.0, 9.0, 10.0, 64.0
_MOST = 8
"""Names in a cell, if they have room."""

_PAGE = 540.0
"""How high the rows and what stands below may be together, so that all fits on a page."""

_WIDE = (RIGHT - LEFT - _GAP * (LEVELS - 1)) / LEVELS
_TINTS = ("surface", "surface", "surface-2", "brand-tint", "brand")


class InfluenceWords(DiagramWords):
    """Words of the grid.

    Args:
        levels: names of the three steps, from low to high.
        influence: says how much influence a row has.
        interest: says how much interest a column has.
        advice: what to do in each cell; keys are influence and interest from 1 to 3, as in `3-1`.
        samples: names of the kinds of actors.
        sample_alt: the alternative text when the place has placed nobody yet.
        sample_caption: the caption in that case.
        unplaced: actors for whom influence or interest is not known.
        nobody: an empty cell in the alternative text.
        more: how many actors a cell has no room for.
    """

    levels: Annotated[tuple[Line, ...], Field(min_length=LEVELS, max_length=LEVELS)]
    influence: Line
    interest: Line
    advice: dict[str, Line]
    samples: dict[Slug, Line]
    sample_alt: Line
    sample_caption: Line
    unplaced: Line
    nobody: Line
    more: Counted
    groups: dict[Group, Line]


@dataclass(frozen=True)
class _Stand:
    """Somebody in the grid; steps run from 1 (low) to 3 (high); 0 counts as 1."""

    name: str
    group: Group
    influence: int
    interest: int


def influence(
    kind: Kind, who: Sequence[Actor], table: SampleTable, words: InfluenceWords, pen: Pen
) -> Diagram:
    """Draw where the actors stand; without any, where actors of a place like this usually stand.

    Args:
        kind: of the place; it chooses the samples.
        who: actors of the place.
        table: kinds of actors that most places have.
        words: in the language of the pen.
        pen: what to draw with.
    """
    placed = [
        _Stand(a.name, a.group, max(a.influence, 1), max(a.interest, 1))
        for a in who
        if a.influence is not None and a.interest is not None
    ]
    stands = placed or _samples(kind, table, words)
    unplaced = [a for a in who if a.influence is None or a.interest is None]
    alt = (words.alt if placed else words.sample_alt).format(**_facts(stands, words))
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, stands, [actor.name for actor in unplaced], words)
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption if placed else words.sample_caption,
        (words.columns, *_rows(stands, unplaced, words)),
    )


def _samples(kind: Kind, table: SampleTable, words: InfluenceWords) -> list[_Stand]:
    return [
        _Stand(words.samples[row.id], row.group, max(row.influence, 1), max(row.interest, 1))
        for row in table.samples
        if kind in row.kinds
    ]


def _in(stands: Sequence[_Stand], row: int, column: int) -> list[_Stand]:
    return [stand for stand in stands if (stand.influence, stand.interest) == (row, column)]


def _facts(stands: Sequence[_Stand], words: InfluenceWords) -> Mapping[str, str]:
    def names(row: int, column: int) -> str:
        found = [stand.name for stand in _in(stands, row, column)]
        return ", ".join(found) or words.nobody

    return {"both": names(3, 3), "win": names(3, 1), "neither": names(1, 1)}


def _rows(
    stands: Sequence[_Stand], unplaced: Sequence[Actor], words: InfluenceWords
) -> Iterator[tuple[str, ...]]:
    for stand in stands:
        row, column = stand.influence, stand.interest
        advice = words.advice[f"{row}-{column}"]
        levels = words.levels[row - 1], words.levels[column - 1]
        yield stand.name, words.groups[stand.group], *levels, advice
    for actor in unplaced:
        yield actor.name, words.groups[actor.group], "–", "–", words.unplaced


def _draw(
    sheet: Sheet, stands: Sequence[_Stand], unplaced: Sequence[str], words: InfluenceWords
) -> float:
    said = f"{words.unplaced}: {', '.join(some(unplaced, _MOST, words.more))}"
    below = wrap(said, QUIET, RIGHT - LEFT, sheet.pen.measure) if unplaced else ()
    room = _PAGE - len(below) * QUIET.size * PITCH
    y = 4.0
    for row, cells in zip((3, 2, 1), _grid(sheet.pen, stands, words, room), strict=True):
        y = _row(sheet, cells, row, words, y)
    sheet.rule(y)
    for column, level in enumerate(words.levels):
        x = LEFT + column * (_WIDE + _GAP)
        axis = words.interest.format(level=level)
        low = sheet.paragraph(x, y + 19, axis, STRONG, _WIDE - 4)
    return sheet.lines(LEFT, low + 8, below, QUIET) - (6 if below else 12)


_Lines = tuple[tuple[str, ...], Style]
_Cell = list[_Lines]


def _grid(
    pen: Pen, stands: Sequence[_Stand], words: InfluenceWords, room: float
) -> list[list[_Cell]]:
    """Rows of cells from high influence to low, with as many names as a page has room for."""
    for most in range(_MOST, 0, -1):
        grid = [
            [
                _cell(pen, [s.name for s in _in(stands, row, column)], words, (row, column), most)
                for column in (1, 2, 3)
            ]
            for row in (3, 2, 1)
        ]
        if sum(_high(cells) for cells in grid) <= room:
            break
    return grid


def _cell(
    pen: Pen, names: Sequence[str], words: InfluenceWords, at: tuple[int, int], most: int
) -> _Cell:
    """What stands in a cell: what to do, then who."""
    room = _WIDE - 2 * _PAD
    advice = wrap(words.advice[f"{at[0]}-{at[1]}"], QUIET, room, pen.measure)
    who = [
        (wrap(name, PLAIN, room - _INDENT, pen.measure), PLAIN)
        for name in some(names, most, words.more)
    ]
    return [(advice, QUIET), *who]


def _high(cells: Sequence[_Cell]) -> float:
    """How high a row is: as high as the fullest of its cells."""
    full = max(sum(len(lines) * style.size * PITCH + 2 for lines, style in c) for c in cells)
    return max(_LEAST, full + 2 * _PAD)


def _row(sheet: Sheet, cells: Sequence[_Cell], row: int, words: InfluenceWords, y: float) -> float:
    """A rule with the level, and three cells."""
    sheet.rule(y)
    sheet.text(LEFT, y + 18, words.influence.format(level=words.levels[row - 1]), STRONG)
    y += 27
    high = _high(cells)
    for column, cell in enumerate(cells, start=1):
        x = LEFT + (column - 1) * (_WIDE + _GAP)
        ground = _TINTS[row + column - 2]
        sheet.bar(x, y, _WIDE, high, Paint(ground), edged=False)
        _fill(sheet, cell, x + _PAD, y + _PAD + 11, "on-brand" if ground == "brand" else "")
    return y + high + 12


def _fill(sheet: Sheet, cell: _Cell, x: float, base: float, ink: str) -> None:
    """What to do, then a dot and a name for each actor; `ink` overrules the usual colours."""
    for lines, style in cell:
        known = style is PLAIN
        if known:
            sheet.disc(x + 3, base - 4.5, 3, Paint(ink or FULL.ground))
        here = style.on(ink) if ink else style
        base = sheet.lines(x + (_INDENT + 2 if known else 0), base, lines, here) + 2
