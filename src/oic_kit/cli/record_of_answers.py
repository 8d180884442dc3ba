"""From answers on the terminal to a record: what was found, derived and typed, put together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from oic_kit.cli.questions import Answers
from oic_kit.model.gazette import Found
from oic_kit.model.place import About, Kind
from oic_kit.model.spelling import alike, begins
from oic_kit.services.completion import languages_for
from oic_kit.services.language_data import words_for

NONE_OF_THESE = "none"
AND = "+"
"""Joins the codes of several languages in one answer, such as `de+en`."""
_DEFAULT_NAME = "Münster"
_DEFAULT_POPULATION = 50_000
_MOST_FOUND = 6


def found_places(answers: Answers) -> tuple[Found, ...]:
    """Places in the gazetteer that are called so, however it is spelt; the largest first."""
    return _search(name_of(answers))


@cache
def _search(name: str) -> tuple[Found, ...]:
    from oic_kit.errors import GazetteerError
    from oic_kit.services.gazetteer import search

    try:
        found = search(name, limit=_MOST_FOUND)
    except GazetteerError:
        return ()
    typed = name.partition(",")[0]
    return tuple(place for place in found if alike(place.name, typed) or begins(place.name, typed))


def found_place(answers: Answers) -> Found | None:
    """The place that the reader chose; the first one until they choose."""
    chosen = answers.get("found")
    if chosen == NONE_OF_THESE:
        return None
    places = found_places(answers)
    return next((place for place in places if str(place.geonameid) == chosen), None) or next(
        iter(places), None
    )


def name_of(answers: Answers) -> str:
    """The name as typed."""
    return str(answers.get("place.name", _DEFAULT_NAME))


def _proper_name(answers: Answers, found: Found | None) -> str:
    """The name as typed; where it was only typed roughly (`Muenster`), as the gazetteer has it."""
    typed = name_of(answers)
    return found.name if found and alike(found.name, typed.partition(",")[0]) else typed


def kind(answers: Answers) -> Kind:
    """City, district or region."""
    return Kind(answers.get("place.kind", Kind.CITY))


def country(answers: Answers) -> str:
    """The country, as found or typed."""
    found = found_place(answers)
    return str(answers.get("place.country", found.country if found else "DE"))


def population(answers: Answers) -> int:
    """The inhabitants, as typed or found."""
    found = found_place(answers)
    known = found.population if found and found.population else _DEFAULT_POPULATION
    return int(answers.get("place.population", known))


def main_language(answers: Answers) -> str:
    """The first language of the site."""
    return languages_of(answers)[0]


def languages_of(answers: Answers) -> list[str]:
    """The languages of the site, the main one first."""
    chosen = answers.get("site.languages")
    return chosen.split(AND) if chosen else languages_for(country(answers))


def speaks_german(answers: Answers) -> bool:
    """Whether the site has German texts, which know two forms of address."""
    return "de" in languages_of(answers)


def words_of(answers: Answers) -> Mapping[str, str]:
    """The grammar of the place in its main language, without the reader's own wording."""
    return words_for(about_of(answers), main_language(answers))


def about_of(answers: Answers) -> About:
    """The first block of the record, as far as it is answered."""
    return About.model_validate_json(json.dumps(_about(answers)))


def _about(answers: Answers) -> dict[str, Any]:
    found = found_place(answers)
    about: dict[str, Any] = {
        "name": _proper_name(answers, found),
        "kind": kind(answers).value,
        "country": country(answers),
        "state": answers.get("place.state", found.state if found else ""),
        "parent": answers.get("place.parent", ""),
        "population": population(answers),
    }
    if found:
        about["timezone"] = found.timezone
        about["coordinates"] = [found.latitude, found.longitude]
    return about


def record_of(answers: Answers) -> dict[str, Any]:
    """The record as a profile would give it: what was found and typed, without defaults."""
    record: dict[str, Any] = {"place": _about(answers)}
    for key, value in answers.items():
        block, dot, name = key.partition(".")
        if dot and block != "place":
            record.setdefault(block, {})[name] = value or None
    record.setdefault("site", {})["languages"] = languages_of(answers)
    if "operator.legal_name" not in answers:
        record.setdefault("operator", {})["legal_name"] = words_of(answers)["legal_body"]
    wording = answers.get("wording")
    if wording and wording != words_of(answers)["where"]:
        record["place"]["words"] = {main_language(answers): {"where": wording}}
    return record
