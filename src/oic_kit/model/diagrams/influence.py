"""The grid of influence and interest: who must be won, and who only needs to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.diagrams.diagram import Diagram, DiagramWords, Pen
from oic_kit.model.diagrams.paints import FULL, Paint
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, Sheet
from oic_kit.model.diagrams.typesetting import PITCH, PLAIN, QUIET, STRONG, Style, wrap
from oic_kit.model.part import Part
from oic_kit.model.place import Kind
from oic_kit.model.site_blocks import Actor, Group
from oic_kit.model.text import Line, Slug

NAME = "influence"
LEVELS = 3
_GAP, _PAD, _LEAST = 4.0, 9.0, 64.0
_WIDE = (RIGHT - LEFT - _GAP * (LEVELS - 1)) / LEVELS
_TINTS = ("surface", "surface", "surface-2", "brand-tint", "brand")

_Degree = Annotated[int, Field(ge=0, le=3)]


class SampleRow(Part):
    """A kind of actor that most places have: where it usually stands, and for which places."""

    id: Slug
    group: Group
    influence: _Degree
    interest: _Degree
    kinds: tuple[Kind, ...] = tuple(Kind)


class SampleTable(Part):
    """Everything that `actors.yaml` holds."""

    samples: Annotated[tuple[SampleRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _every_group(self) -> Self:
        for kind in Kind:
            found = {row.group for row in self.samples if kind in row.kinds}
            if missing := set(Group) - found:
                raise ValueError(f"{kind}: give a sample of {', '.join(sorted(missing))}")
        return self


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
    y = 4.0
    for row in (3, 2, 1):
        y = _row(sheet, stands, row, words, y)
    sheet.rule(y)
    for column, level in enumerate(words.levels):
        x = LEFT + column * (_WIDE + _GAP)
        said = words.interest.format(level=level)
        low = sheet.paragraph(x, y + 19, said, STRONG, _WIDE - 4)
    y = low - 4
    if unplaced:
        said = f"{words.unplaced}: {', '.join(unplaced)}"
        y = sheet.paragraph(LEFT, y + 12, said, QUIET, RIGHT - LEFT) - 6
    return y


def _row(
    sheet: Sheet, stands: Sequence[_Stand], row: int, words: InfluenceWords, y: float
) -> float:
    """A rule with the level, and three cells as high as the fullest of them."""
    sheet.rule(y)
    sheet.text(LEFT, y + 18, words.influence.format(level=words.levels[row - 1]), STRONG)
    y += 27
    cells = [_cell(sheet, _in(stands, row, column), words, row, column) for column in (1, 2, 3)]
    high = max(_LEAST, *(_high(cell) for cell in cells))
    for column, cell in enumerate(cells, start=1):
        x = LEFT + (column - 1) * (_WIDE + _GAP)
        ground = _TINTS[row + column - 2]
        sheet.bar(x, y, _WIDE, high, Paint(ground), edged=False)
        _fill(sheet, cell, x + _PAD, y + _PAD + 11, "on-brand" if ground == "brand" else "")
    return y + high + 12


def _fill(sheet: Sheet, cell: Sequence[_Lines], x: float, base: float, ink: str) -> None:
    """What to do, then a dot and a name for each actor; `ink` overrules the usual colours."""
    for lines, style in cell:
        known = style is PLAIN
        if known:
            sheet.disc(x + 3, base - 4.5, 3, Paint(ink or FULL.ground))
        here = style.on(ink) if ink else style
        base = sheet.lines(x + (12 if known else 0), base, lines, here) + 2


_Lines = tuple[tuple[str, ...], Style]


def _cell(
    sheet: Sheet, inside: Sequence[_Stand], words: InfluenceWords, row: int, column: int
) -> list[_Lines]:
    """What stands in a cell: what to do, then who."""
    measure = sheet.pen.measure
    advice = wrap(words.advice[f"{row}-{column}"], QUIET, _WIDE - 2 * _PAD, measure)
    names = [(wrap(s.name, PLAIN, _WIDE - 2 * _PAD - 10, measure), PLAIN) for s in inside]
    return [(advice, QUIET), *names]


def _high(cell: Sequence[_Lines]) -> float:
    return 2 * _PAD + sum(len(lines) * style.size * PITCH + 2 for lines, style in cell)
