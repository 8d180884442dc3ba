"""The languages that came with the kit: each is a set of files, and nothing in the code names one."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TypeVar

from oic_kit.errors import Fault, OicError
from oic_kit.model.language import Language
from oic_kit.model.part import Part
from oic_kit.model.people import PeopleTable, people
from oic_kit.model.place import About, Gender
from oic_kit.model.words import LanguageWords, Miss, WordFault, samples, word_faults, words
from oic_kit.say import _
from oic_kit.services.kit_yaml import kit_yaml

_P = TypeVar("_P", bound=Part)


@cache
def languages() -> dict[str, Language]:
    """Every language that the kit speaks, by code, in the order of the codes.

    A language exists as soon as `data/languages/<code>.yaml` does.
    """
    return {code: _read("languages", code, Language) for code in _codes()}


@cache
def language_words(code: str) -> LanguageWords:
    """How a language speaks of a place.

    Raises:
        OicError: if the kit does not speak the language.
    """
    return _read("words", code, LanguageWords)


@cache
def people_table(code: str) -> PeopleTable:
    """How a language names people.

    Raises:
        OicError: if the kit does not speak the language.
    """
    return _read("people", code, PeopleTable)


def words_for(about: About, code: str) -> dict[str, str]:
    """How a language speaks of this place: `model/words.py` with the grammar that came along."""
    return words(about, language_words(code))


def samples_for(about: About, code: str) -> tuple[str, str, str, str]:
    """Four sentences that show how a language speaks of this place."""
    return samples(about, language_words(code))


def people_for(gender: Gender, code: str, *, head: str = "") -> dict[str, str]:
    """How a language names people: `model/people.py` with the words that came along."""
    return people(gender, people_table(code), head=head)


def wording_faults(about: About) -> tuple[Fault, ...]:
    """What cannot stay in the own wording of a place, in all its languages."""
    spoken = languages()
    choice = ", ".join(spoken)
    strange = (code for code in about.words if code not in spoken)
    unspoken = (
        Fault(f"place.words.{code}", code, _("write one of: {detail}").format(detail=choice))
        for code in strange
    )
    known = (fault for code in spoken for fault in word_faults(about, language_words(code)))
    return (*unspoken, *(Fault(it.key, it.given, _cure(it)) for it in known))


def _cure(fault: WordFault) -> str:
    """What to write instead, in the language of the reader."""
    sentence = {
        Miss.EMPTY: _("write the wording, or remove the line"),
        Miss.OPTION: _("write one of: {detail}"),
        Miss.NEAR: _("did you mean “{key}”?"),
        Miss.UNKNOWN: _("remove it; no text uses this form"),
    }[fault.miss]
    return sentence.format(detail=fault.detail, key=fault.detail)


def _codes() -> list[str]:
    found = files("oic_kit").joinpath("data", "languages").iterdir()
    return sorted(file.name.removesuffix(".yaml") for file in found if file.name.endswith(".yaml"))


def _read(folder: str, code: str, model: type[_P]) -> _P:
    file = files("oic_kit").joinpath("data", folder, f"{code}.yaml")
    if not file.is_file():
        raise OicError(
            _("oic-kit does not speak the language “{code}”.").format(code=code),
            remedy=_("Choose one of: {codes}").format(codes=", ".join(_codes())),
        )
    # By way of JSON, because strict models accept a JSON list as a tuple, but not a Python list.
    return model.model_validate_json(json.dumps(kit_yaml(file.read_text(encoding="utf-8"))))
