"""Single facts of the law: each says where it comes from and whether somebody read that source.

Source:
    `research/legal.md` 1.1 and the end of 2.3 say what a fact carries along.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from oic_kit.model.address import Https
from oic_kit.model.operator import OperatorType
from oic_kit.model.part import Part
from oic_kit.model.text import Email, LanguageCode, Line, Phone

Key = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)+$")]
WordId = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]


class Proof(Part):
    """Where a fact comes from, and whether somebody read it there.

    Args:
        verified: true when the source was read; else the operator is asked to confirm the fact.
        checked_on: the day of that; the date of the record when left out.
    """

    verified: bool
    source: Annotated[Line, Field(min_length=4)]
    source_url: Https | None = None
    checked_on: date


class Named(Proof):
    """A law, a clause, a standard or an authority by its own name.

    Args:
        text: the proper name, never translated.
        word: a key of the theme's words instead, for what has a name in every language.
        lang: the language of the name.
        types: the kinds of operator that it concerns; empty means all.
    """

    text: Line = ""
    word: WordId | Literal[""] = ""
    lang: LanguageCode | Literal[""] = ""
    url: Https | None = None
    types: tuple[OperatorType, ...] = ()

    @model_validator(mode="after")
    def _has_one_name(self) -> Named:
        if bool(self.text) == bool(self.word):
            raise ValueError("give either a text or a word")
        if self.text and not self.lang:
            raise ValueError("name the language of the text")
        return self


class Body(Named):
    """A body that helps when a barrier stays, with what it asks for first.

    Args:
        role: what it does, a word of the theme.
        ask_first: what somebody has to do before; words of the theme.
        free: whether it is known to cost nothing.
    """

    role: Literal["enforcement", "arbitration", "ombuds", "complaints", "information"]
    address: tuple[Line, ...] = ()
    email: Email | None = None
    phone: Phone | None = None
    ask_first: tuple[Literal["feedback", "resident", "form-missing"], ...] = ()
    free: bool = False


class Reply(Proof):
    """How soon a report of a barrier must be answered."""

    count: Annotated[int, Field(ge=1, le=12)]
    unit: Literal["weeks", "months"]

    @property
    def days(self) -> int:
        """The same in days, for comparing; a month counts 30."""
        return self.count * (7 if self.unit == "weeks" else 30)


class Duty(Proof):
    """Whether something must be there: `ask` where the sources do not say."""

    level: Literal["required", "recommended", "ask", "none"]


class Requirement(Proof):
    """Keys of `place.yaml` that a legal page must show, for some kinds of operator or for all.

    Args:
        waivable: whether a key may be `not_applicable`, with a reason.
    """

    page: Literal["imprint", "privacy", "accessibility"]
    keys: Annotated[tuple[Key, ...], Field(min_length=1)]
    types: tuple[OperatorType, ...] = ()
    waivable: bool = False


class Right(Proof):
    """A right of the persons concerned, with its article where the law numbers it."""

    id: Literal[
        "access", "correction", "erasure", "restriction", "portability", "objection", "handing-over"
    ]
    article: Line = ""


class Deadline(Proof):
    """From when a duty holds, by the inhabitants of the place."""

    since: date
    population_from: Annotated[int, Field(ge=0)] = 0
    types: tuple[OperatorType, ...] = ()


class Refused(Proof):
    """A body that people name by mistake; `pattern` is a regular expression, case ignored."""

    pattern: Line
