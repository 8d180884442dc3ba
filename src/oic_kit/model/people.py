"""Words for people in the chosen gender style: "Teilnehmende", "Bürgerinnen und Bürger".

Which words there are, and how a style is built, stands in `data/people/<code>.yaml`. A language
without grammatical gender gives the same words in every style.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.grammar import Grammar
from oic_kit.model.part import Part
from oic_kit.model.place import Gender

_STYLE = "_style"
HEAD = "head"
"""Stands for the head of the administration, whoever that is in the place."""


class Lexeme(Part):
    """One word for people: what the rules need to know about it.

    `neutral` describes the neutral noun. Without one, the neutral style falls back to `words`,
    which the rules then write as a pair.
    """

    words: Annotated[dict[str, str], Field(min_length=1)]
    neutral: Annotated[dict[str, str], Field(default_factory=dict)]

    def facts(self, gender: Gender) -> dict[str, str]:
        """What the rules need to know in one style."""
        return self.neutral or self.words if gender is Gender.NEUTRAL else self.words


class PeopleTable(Grammar):
    """How one language names people."""

    people: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")], Lexeme], Field(min_length=1)
    ]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        facts = (fact for one in self.people.values() for fact in (*one.words, *one.neutral))
        if missing := self.unfilled((_STYLE, *(f"_{fact}" for fact in facts))):
            raise ValueError(f"nothing fills {', '.join(missing)}")
        return self


def people(gender: Gender, table: PeopleTable, *, head: str = "") -> dict[str, str]:
    """Give every word for people in one gender style.

    Args:
        gender: the style.
        table: the words of one language.
        head: who stands at the head, as `words(…)["head"]` says it, e.g. `mayor`.

    Returns:
        Forms by key: the word, then the case (`nom`, `gen`, `dat`, `acc`), then `sg` or `pl`, then
        `def` where an article stands before it: `participants_dat_pl_def` → "den Teilnehmenden".
        With a head, its words stand once more under `head_…`; without, there is no such key, so
        that a text cannot name the wrong head.

    Raises:
        KeyError: if the language has no word for the head.
    """
    spoken = {name: _spoken(gender, table, one) for name, one in table.people.items()}
    if head:
        spoken[HEAD] = spoken[head]
    return {
        f"{name}_{form}": text for name, forms in spoken.items() for form, text in forms.items()
    }


def _spoken(gender: Gender, table: PeopleTable, one: Lexeme) -> dict[str, str]:
    facts = {f"_{fact}": text for fact, text in one.facts(gender).items()}
    return table.speak({_STYLE: gender.value, **facts}).forms()
