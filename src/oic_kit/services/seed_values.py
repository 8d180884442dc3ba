"""What the template may use: the place, its grammar, its people words, its first dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from oic_kit.model.markdown_text import literal
from oic_kit.model.place import Address, Place
from oic_kit.services.jobs import timetable_of
from oic_kit.services.language_data import languages, people_for
from oic_kit.services.sample_days import sample_days
from oic_kit.services.switches import switched_off
from oic_kit.services.texts import grammar_of


def seed_values(place: Place) -> dict[str, Any]:
    """Everything that a `*.jinja` file may use.

    Returns:
        `place`: the record as plain values · `languages`: locale, label, direction and paths of
        the chosen ones · `plain`: grammar by language, for front matter · `w`: the same, safe inside
        Markdown, as is `site_title` · `people`: people words
        by language · `say`: picks the sentence written for the form of address · `day`: first
        dates as text · `switched_off`: content folders of modules that are off · `publish`: when
        the jobs of the forge run.
    """
    spoken = place.site.languages
    grammar = grammar_of(place)
    return {
        "place": place.model_dump(mode="json"),
        "languages": {code: languages()[code].model_dump(mode="json") for code in spoken},
        "site_title": literal(place.site.title),
        "plain": grammar,
        "w": {code: _literal(forms) for code, forms in grammar.items()},
        "people": {
            # A star in a word for people would begin an emphasis in Markdown.
            code: _literal(people_for(place.site.gender, code, head=forms["head"]))
            for code, forms in grammar.items()
        },
        "say": speaker(place.site.address),
        "day": sample_days(place),
        "switched_off": switched_off(place),
        "publish": asdict(timetable_of(place)),
    }


def _literal(words: Mapping[str, str]) -> dict[str, str]:
    return {key: literal(word) for key, word in words.items()}


def speaker(address: Address) -> Callable[..., str]:
    """A function for templates that picks one of three full sentences."""

    def say(*, du: str, sie: str, neutral: str) -> str:
        return {Address.DU: du, Address.SIE: sie, Address.NEUTRAL: neutral}[address]

    return say
