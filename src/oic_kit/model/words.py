"""The grammar of a place: "der Stadt", "im Stadtbezirk Sennestadt", "in Gent".

How a language speaks of a city, a district and a region stands in `data/words/<code>.yaml`; here
is only the way from a place to its forms. Templates take every noun for the place from these forms.
"""

from __future__ import annotations

import difflib
import re
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


def word_faults(about: About, language: LanguageWords) -> tuple[Fault, ...]:
    """What cannot stay in the own wording of a place for this language."""
    own = about.words.get(language.code, {})
    found = ((key, _cure(_form_key(key), text, language)) for key, text in own.items())
    return tuple(
        Fault(key=f"place.words.{language.code}.{key}", given=own[key][:60], cure=cure)
        for key, cure in found
        if cure
    )


def _cure(key: str, text: str, language: LanguageWords) -> str:
    if not text:
        return "write the wording, or remove the line"
    if key in language.options:
        pattern = language.options[key]
        return "" if re.fullmatch(pattern, text) else f"write one of: {pattern.replace('|', ', ')}"
    if key in language.keys and key not in FACTS:
        return ""
    known = sorted(language.keys.union(language.options).difference(FACTS))
    near = difflib.get_close_matches(key, known, n=1)
    return f"did you mean {near[0]}?" if near else "remove it; no text uses this form"


def _form_key(key: str) -> str:
    # Keys of `place.words` are slugs, so a place may write `where-noun` for our `where_noun`.
    return key.replace("-", "_")


def _speech(about: About, language: LanguageWords) -> Speech:
    if faults := word_faults(about, language):
        raise PlaceFileError(
            "The own wording of the place cannot stay as it is.",
            remedy="Mend the lines under place.words.",
            faults=faults,
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
