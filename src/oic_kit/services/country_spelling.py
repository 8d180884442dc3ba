"""Texts of the kit as the country of a place spells them; what the place itself wrote stays.

German has no ß in Switzerland and Liechtenstein. Which letters change stands with the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from html import escape
from pathlib import Path
from typing import Any, TypeVar, cast

from oic_kit.model.markdown_text import literal
from oic_kit.model.place import Place
from oic_kit.services.language_data import languages
from oic_kit.services.template import files_below

_T = TypeVar("_T")
_BELOW = ("site/content", "playbook")
_TEXTS = frozenset({".md", ".yaml", ".svg"})
_LANGUAGE = re.compile(r"(?:/|\.)([a-z]{2,3})(?=\.|/)")


def spell_folder(folder: Path, place: Place) -> None:
    """Respell the texts that were rendered for a place: pages, playbook, README.

    Args:
        folder: a folder that was just filled, without `place.yaml`.
        place: the record.
    """
    codes = [code for code in place.site.languages if _letters(place, code)]
    for path in _texts(folder) if codes else ():
        found = _LANGUAGE.findall(f"/{path.relative_to(folder).as_posix()}")
        code = found[-1] if found else place.main_language
        if code in codes:
            text = path.read_bytes().decode("utf-8")
            path.write_bytes(spelled(text, place, code).encode())


def spelled(value: _T, place: Place, code: str) -> _T:
    """A text, or everything in a list, a table or a dataclass, with the letters of the country.

    Args:
        value: what the kit says in a language; values of the record in it are left alone.
        place: the record.
        code: code of the language.
    """
    letters = _letters(place, code)
    if not letters:
        return value
    given = _own(place.model_dump(mode="json"), letters)
    # As it stands in Markdown and in drawings.
    forms = {form for text in given for form in (text, literal(text), escape(text))}
    own = {_swapped(text, letters): text for text in sorted(forms, key=len, reverse=True)}
    return cast(_T, _respelled(value, letters, own))


def _letters(place: Place, code: str) -> Mapping[str, str]:
    return languages()[code].spelling.get(place.place.country, {})


def _texts(folder: Path) -> Iterator[Path]:
    yield from folder.glob("README*.md")
    for below in _BELOW:
        for path in files_below(folder / below) if (folder / below).is_dir() else ():
            if path.suffix in _TEXTS and "design" not in path.relative_to(folder).parts:
                yield path


def _own(value: Any, letters: Mapping[str, str]) -> set[str]:
    """Every text of the record in which such a letter stands."""
    if isinstance(value, str):
        return {value} if any(letter in value for letter in letters) else set()
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set().union(*(_own(it, letters) for it in inner))


def _swapped(text: str, letters: Mapping[str, str]) -> str:
    for letter, other in letters.items():
        text = text.replace(letter, other)
    return text


def _respelled(value: Any, letters: Mapping[str, str], own: Mapping[str, str]) -> Any:
    def again(inner: Any) -> Any:
        return _respelled(inner, letters, own)

    if isinstance(value, str):
        return _text(value, letters, own)
    if isinstance(value, Mapping):
        return {key: again(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(again, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{it.name: again(getattr(value, it.name)) for it in fields(value)})
    return value


def _text(value: str, letters: Mapping[str, str], own: Mapping[str, str]) -> str:
    text = _swapped(value, letters)
    if text == value:
        return value  # the same object: a word of a closed list stays one
    for changed, kept in own.items():
        text = text.replace(changed, kept)
    return text
