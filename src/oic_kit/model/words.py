"""The grammar of a place: "der Stadt", "im Stadtbezirk Sennestadt", "in Gent".

How a language speaks of a city, a district and a region stands in `data/words/<code>.yaml`; here
is only the way from a place to its forms. Templates take every noun for the place from these forms.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.errors import Fault, PlaceFileError
from oic_kit.model.grammar import Grammar, Speech, with_capitals
from oic_kit.model.place import About
from oic_kit.model.text import LanguageCode

FACTS = ("head", "own_body", "legal_body")
"""No wording, so no place replaces them here.

`head` names the word for people that stands at the head (`model/people.py`), `own_body` says
whether the place is a legal body (`yes`, `no`, `depends`), and `legal_body` how the body is called
that would answer for the site; it is empty where nobody can know that from the place alone.
"""

_GIVEN = ("_called", "_kind", "_legal_kind", "_country", "_state", "_parent", "_population")


class LanguageWords(Grammar):
    """How one language speaks of a place."""

    code: LanguageCode
    options: Annotated[
        dict[str, str],
        Field(
            default_factory=dict,
            description="write what a place may set that no text prints, and its pattern",
        ),
    ]
    samples: Annotated[
        tuple[str, str, str, str],
        Field(description="write four sentences that show how the texts will speak"),
    ]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        steps = (f"_{option}" for option in self.options)
        missing = self.unfilled((*_GIVEN, *steps), self.samples)
        missing += sorted({"name", *FACTS} - self.keys)
        if missing:
            raise ValueError(f"nothing fills {', '.join(missing)}")
        return self


def words(about: About, language: LanguageWords) -> dict[str, str]:
    """Give every form in which the texts of one language speak of a place.

    Args:
        about: the place; its own wording for this language replaces forms, and what is put
            together from them follows.
        language: the grammar.

    Returns:
        Forms by key, such as `where` → "im Stadtbezirk Sennestadt"; with a capital key the form
        that begins a sentence. No form is empty, and the keys are the same for every place.
        The `FACTS` stand among them.

    Raises:
        PlaceFileError: if the place sets a form that does not exist.
    """
    forms = _speech(about, language).forms()
    facts = {key: forms.pop(key) for key in FACTS}
    return {**with_capitals(forms, untouched=forms["name"]), **facts}


def samples(about: About, language: LanguageWords) -> tuple[str, str, str, str]:
    """Four sentences in which the wording of a place can be judged before anything is written.

    Raises:
        PlaceFileError: if the place sets a form that does not exist.
    """
    speech = _speech(about, language)
    first, second, third, fourth = (speech.fill(sample) for sample in language.samples)
    return first, second, third, fourth


class Miss(StrEnum):
    """Why an own wording cannot stay, as an English sentence for developers."""

    EMPTY = "write the wording, or remove the line"
    OPTION = "write one of: {detail}"
    NEAR = "did you mean {detail}?"
    UNKNOWN = "remove it; no text uses this form"


@dataclass(frozen=True)
class WordFault:
    """One line of an own wording that cannot stay.

    Args:
        key: dotted path in `place.yaml`.
        given: the wording, shortened.
        detail: what `miss` leaves open.
    """

    key: str
    given: str
    miss: Miss
    detail: str = ""


def word_faults(about: About, language: LanguageWords) -> tuple[WordFault, ...]:
    """What cannot stay in the own wording of a place for this language."""
    own = about.words.get(language.code, {})
    found = ((key, _missed(_form_key(key), text, language)) for key, text in own.items())
    return tuple(
        WordFault(f"place.words.{language.code}.{key}", own[key][:60], *missed)
        for key, missed in found
        if missed
    )


def _missed(key: str, text: str, language: LanguageWords) -> tuple[Miss, str] | None:
    if not text:
        return Miss.EMPTY, ""
    if key in language.options:
        pattern = language.options[key]
        fits = re.fullmatch(pattern, text)
        return None if fits else (Miss.OPTION, pattern.replace("|", ", "))
    if key in language.keys and key not in FACTS:
        return None
    known = sorted(language.keys.union(language.options).difference(FACTS))
    near = difflib.get_close_matches(key, known, n=1)
    return (Miss.NEAR, near[0]) if near else (Miss.UNKNOWN, "")


def _form_key(key: str) -> str:
    # Keys of `place.words` are slugs, so a place may write `where-noun` for our `where_noun`.
    return key.replace("-", "_")


def _speech(about: About, language: LanguageWords) -> Speech:
    if faults := word_faults(about, language):
        raise PlaceFileError(
            "The own wording of the place cannot stay as it is.",
            remedy="Mend the lines under place.words.",
            faults=[Fault(it.key, it.given, it.miss.format(detail=it.detail)) for it in faults],
        )
    return language.speak({**_given(about), **_own(about, language)})


def _given(about: About) -> dict[str, str]:
    values = (
        about.name,
        about.kind.value,
        about.legal_kind,
        about.country,
        about.state,
        about.parent,
        str(about.population),
    )
    return dict(zip(_GIVEN, values, strict=True))


def _own(about: About, language: LanguageWords) -> dict[str, str]:
    own = {_form_key(key): text for key, text in about.words.get(language.code, {}).items()}
    return {f"_{key}" if key in language.options else key: text for key, text in own.items()}
