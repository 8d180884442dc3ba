"""Find the dates in a text, and the weekday before them, as a language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from oic_kit.services.checks.words import check_words

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Written:
    """A date in a text.

    Args:
        text: the date as it is written, with its weekday.
        start: where it begins.
        weekday: 0 for Monday to 6 for Sunday, if one stands before it.
        year: if it is written.
    """

    text: str
    start: int
    weekday: int | None
    day: int
    month: int
    year: int | None

    def on(self, year: int) -> date | None:
        """The day in its own year or, if it has none, in another; nothing for a 30 February."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def dates_in(text: str, language: str) -> Iterator[Written]:
    """Every date of a text, in the order in which they stand; one a passage."""
    done = 0
    for found in _pattern(language).finditer(text):
        if found.start() < done:
            continue
        done = found.end()
        if written := _written(found, language):
            yield written


def _written(found: re.Match[str], language: str) -> Written | None:
    parts = {name[0]: text for name, text in found.groupdict().items() if text}
    names = _months(language)
    month = int(parts["n"]) if "n" in parts else names.get(parts["m"].casefold(), 0)
    if not 1 <= month <= 12:
        return None
    name = parts.get("w", "")
    days = _weekdays(language)
    weekday = days.get(name, days.get(name.casefold()))
    year = int(parts["y"]) if "y" in parts else None
    return Written(found.group(), found.start(), weekday, int(parts["d"]), month, year)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = check_words(language)
    if words is None:
        return _NEVER
    long = "|".join(name for day in words.weekdays for name in day)
    short = "|".join(name for day in words.short_weekdays for name in day)
    weekday = rf"(?:\b(?P<w>(?i:{long})|{short})(?i:{words.before_date}))?"
    return re.compile(weekday + f"(?:{'|'.join(_forms(language))})")


def _forms(language: str) -> Iterator[str]:
    words = check_words(language)
    if words is None:
        return
    months = "|".join(sorted(_months(language), key=len, reverse=True))
    for at, form in enumerate(words.dates):
        # A group may be named once in a pattern: each form numbers its own.
        filled = (
            form.replace("{day}", rf"(?<!\d)(?P<d{at}>\d{{1,2}})(?!\d)")
            .replace("{month}", rf"(?P<m{at}>{months})")
            .replace("{number}", rf"(?P<n{at}>\d{{1,2}})")
            .replace("{year}", rf"(?P<y{at}>(?:19|20)\d\d)(?!\d)")
        )
        yield f"(?i:{filled})"


@cache
def _months(language: str) -> dict[str, int]:
    words = check_words(language)
    found = enumerate(words.months, start=1) if words else ()
    return {name.casefold(): number for number, names in found for name in names}


@cache
def _weekdays(language: str) -> dict[str, int]:
    """Whole names in small letters, abbreviations as they are written."""
    words = check_words(language)
    if words is None:
        return {}
    found = {name: at for at, names in enumerate(words.short_weekdays) for name in names}
    return found | {
        name.casefold(): at for at, names in enumerate(words.weekdays) for name in names
    }
