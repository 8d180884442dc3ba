"""A number that knows where it comes from, and text in every language of the kit.

Chapter 27 of the playbook lists every number with its origin; so no number travels without one.
Money is `Decimal` and rounded to the cent line by line, so that every sum is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from oic_kit.model.text import LanguageCode, Text

CENT = Decimal("0.01")
KIT_LANGUAGES = ("de", "en")


def _complete(texts: dict[str, str]) -> dict[str, str]:
    missing = [language for language in KIT_LANGUAGES if not texts.get(language)]
    if missing:
        raise ValueError(f"write the text in {' and '.join(missing)} as well")
    return texts


Bilingual = Annotated[dict[LanguageCode, Text], AfterValidator(_complete)]
"""A text of ours in every language of the kit: `{de: …, en: …}`; more languages may follow."""


class Origin(StrEnum):
    """Where a number comes from: a source, the place's own answer, or our proposal."""

    FACT = "fact"
    ANSWER = "answer"
    OURS = "ours"


@dataclass(frozen=True)
class Figure:
    """One number with unit and origin.

    Args:
        id: name that stays the same over all versions, such as `post-cost`.
        value: the number itself; euros are exact to the cent.
        unit: key in `units` of `assumptions.yaml`, such as `EUR` or `posts`.
        origin: fact, answer or ours. A computed number is ours unless every input was answered.
        source: key in `sources` of `assumptions.yaml`; never empty for a fact.
        basis: ids of the assumptions that a computed number rests on.
    """

    id: str
    value: Decimal
    unit: str
    origin: Origin = Origin.OURS
    source: str = ""
    basis: tuple[str, ...] = ()

    def answered(self, value: float | None) -> Figure:
        """Give the figure that the place answered, or this one if it did not."""
        if value is None:
            return self
        return replace(self, value=exact(value), origin=Origin.ANSWER, source="", basis=())


def exact(value: float) -> Decimal:
    """Turn an answer into a decimal as it was written, to the hundredth: a cent, 0.01 of a post."""
    return cents(Decimal(str(value)))


def cents(euros: Decimal) -> Decimal:
    """Round euros to the cent, half up, as an invoice does."""
    return euros.quantize(CENT, ROUND_HALF_UP)


def half_up(value: Decimal, step: Decimal = Decimal(1)) -> Decimal:
    """Round to the nearest multiple of `step`; a half goes up.

    Args:
        value: any number.
        step: size of one step, in the same unit; greater than 0.
    """
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def filled(text: Mapping[str, str], **words: Mapping[str, str] | str) -> dict[str, str]:
    """Put words into the `{gaps}` of a text, each language with its own words.

    Args:
        text: `{language: sentence}`.
        words: for each gap a word that is the same everywhere, or one for each language.
    """
    return {
        language: sentence.format(**{gap: _in(word, language) for gap, word in words.items()})
        for language, sentence in text.items()
    }


def _in(word: Mapping[str, str] | str, language: str) -> str:
    if isinstance(word, str):
        return word
    return word.get(language) or word["en"]
