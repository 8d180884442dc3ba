"""Rules by which the self-assessment changes the playbook.

Source:
    `research/playbook.md` F.4; ours. A rule says when it holds, what follows in words, and what
    follows in numbers; the words always reach the reader, the numbers change the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.assessment import Answers, Assessment, StatementTable
from oic_kit.model.figure import Bilingual
from oic_kit.model.part import Part
from oic_kit.model.roadmap_table import MilestoneId
from oic_kit.model.sizing import Tier
from oic_kit.model.text import Slug


class Do(StrEnum):
    """What a rule can do; each needs the fields named in `_NEEDS`."""

    CHAPTER_FIRST = "chapter-first"
    CHAPTER_BEFORE = "chapter-before"
    CHAPTER_LONG = "chapter-long"
    TASK = "task"
    TIER = "tier"
    WEEKS = "weeks"
    SKIP_PHASE = "skip-phase"
    MOST_FORMATS = "most-formats"
    ADD_FORMAT = "add-format"
    NOT_BEFORE = "not-before"
    ONLY_BEFORE = "only-before"
    MARK_FORMATS = "mark-formats"
    ACCESS_POINTS = "access-points"
    TOP_RISK = "top-risk"
    ROLE_FIRST = "role-first"
    MODULE = "module"
    FEATURE = "feature"


_NEEDS: dict[Do, frozenset[str]] = {
    Do.CHAPTER_FIRST: frozenset({"chapter"}),
    Do.CHAPTER_BEFORE: frozenset({"chapter", "number"}),
    Do.CHAPTER_LONG: frozenset({"chapter"}),
    Do.TASK: frozenset({"milestone"}),
    Do.TIER: frozenset({"tier"}),
    Do.WEEKS: frozenset({"number", "phases"}),
    Do.SKIP_PHASE: frozenset({"phases"}),
    Do.MOST_FORMATS: frozenset({"number"}),
    Do.ADD_FORMAT: frozenset({"units"}),
    Do.NOT_BEFORE: frozenset({"units", "milestone"}),
    Do.ONLY_BEFORE: frozenset({"units", "milestone"}),
    Do.MARK_FORMATS: frozenset({"units", "chapter"}),
    Do.ACCESS_POINTS: frozenset({"number"}),
    Do.TOP_RISK: frozenset({"name"}),
    Do.ROLE_FIRST: frozenset({"name"}),
    Do.MODULE: frozenset({"name", "number"}),
    Do.FEATURE: frozenset({"name"}),
}


class Effect(Part):
    """One change of the plan.

    Args:
        number: weeks, points, formats, months, or the second chapter, as `do` needs it.
        name: a risk, a role, a part of the website, or a template that is switched on.
    """

    do: Do
    chapter: Annotated[int, Field(ge=0, le=27)] | None = None
    milestone: MilestoneId | None = None
    number: Annotated[int, Field(ge=1, le=100)] | None = None
    tier: Tier | None = None
    name: Slug | None = None
    units: tuple[Slug, ...] = ()
    phases: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        given = {
            name for name in type(self).model_fields if name != "do" and getattr(self, name)
        } | ({"chapter"} if self.chapter == 0 else set())
        if given != _NEEDS[self.do]:
            raise ValueError(f"{self.do} needs {', '.join(sorted(_NEEDS[self.do]))}, and no more")
        return self


class When(Part):
    """When a rule holds: an answer below or from a value on, or the overall level.

    Args:
        any_of: statements; one of them is enough.
        below: holds for answers below this; "don't know" counts 0.
        least: holds for answers from this on.
        level: holds for this overall level.
    """

    any_of: tuple[str, ...] = ()
    below: Annotated[int, Field(ge=1, le=4)] | None = None
    least: Annotated[int, Field(ge=1, le=4)] | None = None
    level: Slug | None = None

    @model_validator(mode="after")
    def _one_condition(self) -> Self:
        if [bool(self.any_of), self.level is not None].count(True) != 1:
            raise ValueError("name statements, or a level")
        bounds = [self.below is not None, self.least is not None].count(True)
        if bounds != (1 if self.any_of else 0):
            raise ValueError("give one of below and least for statements, and none for a level")
        return self

    def because(self, answers: Answers, level: str) -> dict[str, int | None]:
        """The answers that make it hold; for a level, the level with no value. Empty if not."""
        if self.level is not None:
            return {self.level: None} if self.level == level else {}
        return {s: answers[s] for s in self.any_of if s in answers and self._holds(answers[s] or 0)}

    def _holds(self, value: int) -> bool:
        return value < self.below if self.below is not None else value >= (self.least or 0)


class GateRow(Part):
    """One rule: when, what follows in words, what follows in the plan."""

    id: Slug
    when: When
    then: Bilingual
    effects: Annotated[tuple[Effect, ...], Field(min_length=1)]


class GateTable(Part):
    """Everything that `gates.yaml` holds."""

    gates: tuple[GateRow, ...]

    @model_validator(mode="after")
    def _ids_are_single(self) -> Self:
        ids = [row.id for row in self.gates]
        if twice := {one for one in ids if ids.count(one) > 1}:
            raise ValueError(f"these rules stand there twice: {', '.join(sorted(twice))}")
        return self


@dataclass(frozen=True)
class Gate:
    """A rule that holds for a place.

    Args:
        because: statement ids with the answer given (`None` is "don't know"), or the level.
        short: the same in signs that need no language, such as "G4 = 1, P3 = ?".
        words: the same in words.
    """

    id: str
    because: Mapping[str, int | None]
    short: str
    words: Mapping[str, str]
    then: Mapping[str, str]
    effects: tuple[Effect, ...]


def gates(
    answers: Answers, result: Assessment, table: GateTable, statements: StatementTable
) -> tuple[Gate, ...]:
    """Give the rules that hold, in the order of the table.

    Args:
        answers: what was answered.
        result: the scores that follow from it.
        table: all rules.
        statements: words for "don't know" and for the levels.
    """
    found = []
    for row in table.gates:
        because = row.when.because(answers, result.level)
        if because:
            is_level = row.when.level is not None
            short = result.level if is_level else _told(because, "?")
            words = {
                language: result.level_title.get(language, short)
                if is_level
                else _told(because, said)
                for language, said in statements.unknown.items()
            }
            found.append(Gate(row.id, because, short, words, row.then, row.effects))
    return tuple(found)


def _told(because: Mapping[str, int | None], unknown: str) -> str:
    """Write "G4 = 1, P3 = ?" with a word or sign for "don't know"."""
    return ", ".join(
        f"{statement.upper()} = {unknown if value is None else value}"
        for statement, value in because.items()
    )


def effects(found: Iterable[Gate], do: Do) -> tuple[tuple[Gate, Effect], ...]:
    """All effects of one sort, with the rule that each comes from."""
    return tuple((gate, effect) for gate in found for effect in gate.effects if effect.do is do)
