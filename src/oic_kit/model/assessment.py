"""The self-assessment: 25 statements, a score for each of five dimensions, and one level.

Source:
    `research/playbook.md` F.1–F.3. Dimensions from the studies of the pilot; the rest is ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.figure import Bilingual, Figure, Origin, filled, half_up
from oic_kit.model.part import Part
from oic_kit.model.roadmap_table import Chapters
from oic_kit.model.text import Slug

MOST = 4
"""Points of the highest answer."""

Answers = Mapping[str, int | None]
"""0 to 4 for each statement; `None` is "don't know". What is missing was not asked yet."""


class StatementRow(Part):
    """One statement."""

    id: Annotated[str, Field(pattern=r"^[a-z]\d$")]
    text: Bilingual


class DimensionRow(Part):
    """One dimension with its statements, and the chapters that help with it."""

    id: Slug
    title: Bilingual
    chapters: Chapters
    statements: Annotated[tuple[StatementRow, ...], Field(min_length=1)]


class LevelRow(Part):
    """One level, from a score in per cent."""

    id: Slug
    least: Annotated[int, Field(ge=0, le=100, alias="from")]
    title: Bilingual
    meaning: Bilingual


class StatementTable(Part):
    """Everything that `statements.yaml` holds."""

    scale: Annotated[tuple[Bilingual, ...], Field(min_length=MOST + 1, max_length=MOST + 1)]
    unknown: Bilingual
    find_out: Bilingual
    levels: Annotated[tuple[LevelRow, ...], Field(min_length=2)]
    dimensions: Annotated[tuple[DimensionRow, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        starts = [level.least for level in self.levels]
        if starts[0] != 0 or starts != sorted(set(starts)):
            raise ValueError("let the levels begin at 0 and rise")
        ids = [statement.id for statement in self.statements]
        if len(set(ids)) != len(ids):
            raise ValueError("give every statement an id of its own")
        return self

    @property
    def statements(self) -> tuple[StatementRow, ...]:
        """All statements, dimension by dimension."""
        return tuple(row for dimension in self.dimensions for row in dimension.statements)

    def level_of(self, percent: Decimal) -> LevelRow:
        """The level that a score belongs to."""
        return [level for level in self.levels if level.least <= percent][-1]


@dataclass(frozen=True)
class Answer:
    """What was answered to one statement; `asked` is false while nobody answered it."""

    id: str
    text: Mapping[str, str]
    value: int | None
    asked: bool


@dataclass(frozen=True)
class Dimension:
    """One spoke of the radar.

    Args:
        percent: points of all that could be had, in per cent; nothing while nothing was asked.
        level: id of the level, or nothing.
        priority: whether it is one of the two weakest.
    """

    id: str
    title: Mapping[str, str]
    percent: Figure | None
    level: str
    level_title: Mapping[str, str]
    priority: bool
    chapters: tuple[int, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Assessment:
    """The result of the self-assessment.

    Args:
        level: second-lowest level of the dimensions; nothing until every dimension was asked.
        find_out: a task for every "don't know".
        priorities: chapters of the two weakest dimensions; they open the table of contents.
        complete: whether every statement was answered, be it with "don't know".
    """

    dimensions: tuple[Dimension, ...]
    level: str
    level_title: Mapping[str, str]
    level_meaning: Mapping[str, str]
    find_out: tuple[Mapping[str, str], ...]
    priorities: tuple[int, ...]
    answered: int
    complete: bool


def assess(answers: Answers, table: StatementTable) -> Assessment:
    """Score the answers.

    "Don't know" counts 0 and leaves a task to find out. A statement that nobody was asked yet
    counts neither way, so that half a questionnaire promises nothing.

    Args:
        answers: by id of the statement; unknown ids are ignored.
        table: statements and levels.
    """
    percents = {row.id: _percent(row, answers) for row in table.dimensions}
    weakest = _weakest(percents)
    dimensions = tuple(
        _dimension(row, answers, percents, weakest, table) for row in table.dimensions
    )
    known = [percent for percent in percents.values() if percent is not None]
    overall = None
    if len(known) == len(table.dimensions):
        # One weak spot may not be averaged away, one outlier may not sink all.
        overall = table.level_of(sorted(known)[1])
    return Assessment(
        dimensions=dimensions,
        level=overall.id if overall else "",
        level_title=overall.title if overall else {},
        level_meaning=overall.meaning if overall else {},
        find_out=tuple(
            filled(table.find_out, statement=row.text)
            for row in table.statements
            if row.id in answers and answers[row.id] is None
        ),
        priorities=tuple(c for d in dimensions if d.priority for c in d.chapters),
        answered=sum(row.id in answers for row in table.statements),
        complete=all(row.id in answers for row in table.statements),
    )


def _percent(row: DimensionRow, answers: Answers) -> Decimal | None:
    given = [answers[s.id] or 0 for s in row.statements if s.id in answers]
    if not given:
        return None
    return Decimal(100 * sum(given)) / (MOST * len(given))


def _weakest(percents: Mapping[str, Decimal | None]) -> frozenset[str]:
    """The two weakest dimensions; among equals, those that come first. None when all are alike."""
    known = {name: percent for name, percent in percents.items() if percent is not None}
    if len(set(known.values())) < 2:
        return frozenset()
    return frozenset(sorted(known, key=lambda name: known[name])[:2])


def _score(dimension: str, percent: Decimal) -> Figure:
    """Nothing but the place's own answers, added up."""
    return Figure(f"score-{dimension}", half_up(percent), "percent", Origin.ANSWER)


def _dimension(
    row: DimensionRow,
    answers: Answers,
    percents: Mapping[str, Decimal | None],
    weakest: frozenset[str],
    table: StatementTable,
) -> Dimension:
    percent = percents[row.id]
    level = None if percent is None else table.level_of(percent)
    return Dimension(
        row.id,
        row.title,
        None if percent is None else _score(row.id, percent),
        level.id if level else "",
        level.title if level else {},
        row.id in weakest,
        row.chapters,
        tuple(Answer(s.id, s.text, answers.get(s.id), s.id in answers) for s in row.statements),
    )


@dataclass(frozen=True)
class Spread:
    """How far the answers of several people to one statement lie apart."""

    id: str
    text: Mapping[str, str]
    least: int
    most: int
    talk_first: bool


def spread(sheets: Sequence[Answers], table: StatementTable, wide: int = 3) -> tuple[Spread, ...]:
    """Compare the answers of several people, the widest spread first.

    Args:
        sheets: one record of answers for each person; "don't know" counts 0.
        table: statements.
        wide: points from which on a statement is to be talked about first.
    """
    found = []
    for row in table.statements:
        given = [sheet[row.id] or 0 for sheet in sheets if row.id in sheet]
        if given:
            apart = max(given) - min(given)
            found.append(Spread(row.id, row.text, min(given), max(given), apart >= wide))
    return tuple(sorted(found, key=lambda s: s.least - s.most))
