"""The words that checks of a language need; a language without a file is not asked by them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from oic_kit.model.check_words import CheckWords
from oic_kit.services.kit_yaml import kit_yaml

_EVERY = "any"


@cache
def check_words(language: str) -> CheckWords | None:
    """The words of a language; nothing when the kit has none for it."""
    held = _held(language.partition("-")[0])
    return None if held is None else CheckWords.model_validate_json(json.dumps(held))


@cache
def placeholders(language: str) -> re.Pattern[str]:
    """What stands where somebody still has to write something, in any language and in this one."""
    words = check_words(language)
    return either((*_held(_EVERY)["placeholders"], *(words.placeholders if words else ())))


def spoken(languages: Iterable[str]) -> Iterator[CheckWords]:
    """The words of some languages, as far as there are any."""
    yield from (words for code in languages if (words := check_words(code)))


@cache
def either(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for several; without any, one that is never found. Case is ignored."""
    return re.compile("|".join(f"(?:{it})" for it in patterns) or r"(?!)", re.IGNORECASE)


@cache
def exactly(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """The same for patterns whose case counts."""
    return re.compile("|".join(f"(?:{it})" for it in patterns) or r"(?!)")


def _held(name: str) -> Any:
    file = files("oic_kit").joinpath("data", "checks", f"{name}.yaml")
    return kit_yaml(file.read_text(encoding="utf-8")) if file.is_file() else None
