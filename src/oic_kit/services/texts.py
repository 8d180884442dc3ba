"""The texts that depend on the record: form of address, words for people, grammar of the place.

The theme ships every sentence that speaks to the reader once for each form of address, as a file
in `wording/`; here the chosen one is taken whole. No answer of a place ever becomes part of a text
that Hugo reads as a template: answers travel as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from oic_kit.errors import OicError
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.language_data import languages, people_for, words_for
from oic_kit.services.template import template_root

_WORDING = ("site", "themes", "oic", "wording")
_TEXTS = ("site", "themes", "oic", "i18n")
PEOPLE = "people_"


def grammar_of(place: Place) -> dict[str, dict[str, str]]:
    """How every language of the site speaks of the place, by language.

    Raises:
        PlaceFileError: the place sets a form that does not exist.
        OicError: the kit does not speak one of the languages.
    """
    return {code: words_for(place.place, code) for code in place.site.languages}


def texts_of(place: Place) -> dict[str, dict[str, Any]]:
    """The texts that the theme gets beside its own, by language and key.

    Args:
        place: its form of address chooses the wording, its gender style the words for people.

    Raises:
        OicError: the kit does not speak one of the languages, or a wording cannot be read.
    """
    found = {}
    for code, forms in grammar_of(place).items():
        spoken = people_for(place.site.gender, code, head=forms["head"])
        named = {f"{PEOPLE}{key}": text for key, text in spoken.items()}
        chosen = {**_wording(code, place.site.address.value), **named}
        found[code] = _spelled(chosen, code, place.place.country)
    return found


def _spelled(texts: dict[str, Any], code: str, country: str) -> dict[str, Any]:
    """The texts as the country spells them; then the theme's own texts are overruled as well."""
    letters = languages()[code].spelling.get(country)
    if not letters:
        return texts
    mended = {key: _replaced(text, letters) for key, text in _theme_texts(code).items()}
    changed = {key: text for key, text in mended.items() if text != _theme_texts(code)[key]}
    return {**changed, **{key: _replaced(text, letters) for key, text in texts.items()}}


def _replaced(text: Any, letters: Mapping[str, str]) -> Any:
    """A text, or one for every number, with other letters."""
    if isinstance(text, dict):
        return {key: _replaced(inner, letters) for key, inner in text.items()}
    for letter, other in letters.items() if isinstance(text, str) else ():
        text = text.replace(letter, other)
    return text


@cache
def _theme_texts(code: str) -> dict[str, Any]:
    """Everything that the theme says in a language without addressing anybody."""
    found: dict[str, Any] = {}
    for file in sorted(template_root().joinpath(*_TEXTS).rglob(f"{code}.yaml")):
        found |= kit_yaml(file.read_text(encoding="utf-8"))
    return found


def _wording(code: str, address: str) -> dict[str, Any]:
    """Read the sentences of one language; one file serves a language without forms of address."""
    folder = template_root().joinpath(*_WORDING)
    for name in (f"{code}.{address}.yaml", f"{code}.yaml"):
        file = folder / name
        if file.is_file():
            held = kit_yaml(file.read_text(encoding="utf-8"))
            if isinstance(held, dict):
                return held
            raise OicError(
                _("{file} holds no texts.").format(file=name),
                remedy=_("Install oic-kit again: pip install --force-reinstall oic-kit"),
            )
    return {}
