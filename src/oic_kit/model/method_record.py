"""One method of an Open Innovation City as a record: the card, the page and the list read it.

A method is one file per language; its numbers and ids are the same in each, its words are
written for readers of that language. It addresses nobody and names no kind of place.
"""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.address import Https
from oic_kit.model.content import Question
from oic_kit.model.content_knowledge import MethodPhase, PlaceMode
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Name, Slug

# A card of 105 × 148 mm with margins of 6 mm holds 35 lines of 9 pt text on 11 pt leading; a line
# holds 64 letters of a sans serif set ragged right.
CARD_LINES = 35
"""Lines on one side of a card; the front says how to run it, the back how to adapt it."""
_WIDTH = 64
# What the card adds to a text in front: number and minutes of a step, a label, a pair of quotes.
_STEP_LABEL = 12
_LABEL = 10
_QUOTES = 2
# The title, in letters that are larger, and the line with minutes, people and phases.
_HEAD = 3
# A gap between two paragraphs takes a fifth of a line.
_GAPS_IN_A_LINE = 5

Sentence = Annotated[Line, Field(min_length=20, max_length=160)]


class Case(StrEnum):
    """For whom or where a method changes; every method says what to do in the first three."""

    REMOTE = "remote"
    LARGE_GROUP = "large-group"
    MIXED_LANGUAGES = "mixed-languages"
    OTHER = "other"


class MethodStep(Part):
    """One step: what to do, and a sentence to say aloud."""

    title: Annotated[Line, Field(min_length=3, max_length=40)]
    minutes: Annotated[int, Field(ge=1, le=120)]
    text: Annotated[Line, Field(min_length=20, max_length=200)]
    say: Annotated[Line, Field(min_length=10, max_length=140)]


class MethodVariation(Part):
    """Another way to run the method, and the case it is meant for."""

    case: Case
    title: Annotated[Line, Field(min_length=3, max_length=40)]
    text: Annotated[Line, Field(min_length=30, max_length=220)]


class MethodRecord(Part):
    """Everything that somebody needs who has never run the method.

    Args:
        why: one sentence on what makes it work.
        question: an example to practise with; it fits every kind of place.
        materials: each with its quantity.
        origin: who made it known; where nobody knows, it says so.
        certain: whether the origin is established.
        next: methods that follow well, by id.
        good_for: formats in which it helps, by id.
    """

    id: Slug
    order: Annotated[int, Field(ge=1, le=999)]
    title: Annotated[Name, Field(max_length=60)]
    goal: Annotated[Line, Field(min_length=40, max_length=160)]
    phases: Annotated[tuple[MethodPhase, ...], Field(min_length=1, max_length=3)]
    duration_min: Annotated[int, Field(ge=5, le=240)]
    group_min: Annotated[int, Field(ge=1, le=100)]
    group_max: Annotated[int, Field(ge=1, le=100)]
    difficulty: Annotated[int, Field(ge=1, le=3)]
    place_mode: PlaceMode
    materials: Annotated[
        tuple[Annotated[Line, Field(min_length=3, max_length=70, pattern=r"\d")], ...],
        Field(min_length=2, max_length=6),
    ]
    steps: Annotated[tuple[MethodStep, ...], Field(min_length=3, max_length=8)]
    why: Sentence
    question: Question
    variations: Annotated[tuple[MethodVariation, ...], Field(min_length=3, max_length=5)]
    accessibility_tips: Annotated[Line, Field(min_length=60, max_length=260)]
    pitfalls: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=4)]
    origin: Annotated[Line, Field(min_length=20, max_length=160)]
    certain: bool
    origin_url: Https | None = None
    next: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=3)]
    good_for: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=8)]

    @model_validator(mode="after")
    def _minutes_add_up(self) -> Self:
        total = sum(step.minutes for step in self.steps)
        if total != self.duration_min:
            raise ValueError(
                f"the steps take {total} minutes, not {self.duration_min}; "
                "change a step or duration_min"
            )
        return self

    @model_validator(mode="after")
    def _group_grows(self) -> Self:
        if self.group_min > self.group_max:
            raise ValueError("write group_min and group_max in this order of size")
        return self

    @model_validator(mode="after")
    def _every_case_is_covered(self) -> Self:
        missing = set(Case) - {Case.OTHER} - {variation.case for variation in self.variations}
        if missing:
            raise ValueError(f"add a variation for: {', '.join(sorted(missing))}")
        return self

    @model_validator(mode="after")
    def _nothing_is_named_twice(self) -> Self:
        for field in ("phases", "next", "good_for"):
            named = getattr(self, field)
            if len(set(named)) != len(named):
                raise ValueError(f"name each of {field} once")
        return self

    @model_validator(mode="after")
    def _only_what_is_certain_is_linked(self) -> Self:
        if self.origin_url and not self.certain:
            raise ValueError("leave origin_url out where the origin is not certain")
        return self

    @model_validator(mode="after")
    def _fits_on_a_card(self) -> Self:
        for side, lines in (("front", front_lines(self)), ("back", back_lines(self))):
            if lines > CARD_LINES:
                raise ValueError(f"the {side} of the card needs {lines} lines of {CARD_LINES}")
        return self


def front_lines(record: MethodRecord) -> int:
    """Estimate the printed lines of the front: head, goal, materials, and the steps."""
    lines = _HEAD + _lines(record.goal) + _lines("; ".join(record.materials), _LABEL)
    for step in record.steps:
        lines += _lines(step.title + step.text, _STEP_LABEL) + _lines(step.say, _QUOTES)
    return lines + ceil((len(record.steps) + 2) / _GAPS_IN_A_LINE)


def back_lines(record: MethodRecord) -> int:
    """Estimate the printed lines of the back: the title again, then all that the front left out."""
    texts = [record.why, record.question, record.accessibility_tips, *record.pitfalls]
    texts += [variation.title + variation.text for variation in record.variations]
    texts += [", ".join(record.next), ", ".join(record.good_for)]
    texts.append(f"{record.origin} {record.origin_url or ''}")
    lines = sum(_lines(text, _LABEL) for text in texts)
    return _HEAD - 1 + lines + ceil(len(texts) / _GAPS_IN_A_LINE)


def _lines(text: str, label: int = 0) -> int:
    return ceil((len(text) + label) / _WIDTH)
