"""Look up the public holidays and the weekend of a country or state, named in each language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from oic_kit.model.calendar import FreeDays
from oic_kit.model.figure import KIT_LANGUAGES

_SATURDAY, _SUNDAY = 5, 6


@cache
def free_days(country: str, state: str, first_year: int, last_year: int) -> FreeDays:
    """Give the public holidays of some years.

    A country that the library does not know has no holidays, a state that it does not know those
    of the whole country; both come with a warning instead of an error.

    Args:
        country: code of the country, such as `DE`.
        state: code of the state, such as `NW`; empty for the whole country.
        first_year: first year that counts.
        last_year: last year that counts.

    Source:
        The library `holidays`: https://holidays.readthedocs.io/
    """
    import holidays  # loads some hundred modules: only when a plan is made

    if country not in holidays.list_supported_countries():
        return FreeDays(warning="unknown-country")

    def look_up(language: str | None = None, subdivision: str | None = state or None) -> Any:
        years = range(first_year, last_year + 1)
        return holidays.country_holidays(
            country, subdiv=subdivision, years=years, language=language
        )

    try:
        spoken, subdivision, warning = look_up(), state or None, ""
    except NotImplementedError:
        spoken, subdivision = look_up(subdivision=None), None
        # Where every state keeps the holidays of the country, nothing is missed.
        others = (look_up(subdivision=other) for other in spoken.subdivisions)
        warning = "unknown-state" if any(set(other) != set(spoken) for other in others) else ""
    named = {
        language: look_up(_closest(language, spoken.supported_languages), subdivision)
        for language in KIT_LANGUAGES
    }
    return FreeDays(
        {day: _names(day, named, spoken) for day in sorted(spoken)},
        _weekend(spoken, first_year),
        warning,
    )


def _closest(language: str, supported: tuple[str, ...]) -> str | None:
    """The wording that comes closest: the language itself, English, or that of the country."""
    for wanted in (language, f"{language}_GB", f"{language}_US", "en_GB", "en_US", "en"):
        for found in supported:
            if found == wanted or found.split("_")[0] == wanted:
                return found
    return None


def _names(day: date, named: Mapping[str, Any], spoken: Any) -> dict[str, str]:
    return {language: found.get(day) or spoken[day] for language, found in named.items()}


def _weekend(spoken: Any, year: int) -> frozenset[int]:
    """Days off in the first week of a year; a lone Sunday brings the Saturday along."""
    week = [date(year, 1, 1) + timedelta(days=number) for number in range(7)]
    found = frozenset(day.weekday() for day in week if spoken.is_weekend(day))
    return frozenset({_SATURDAY, _SUNDAY}) if found == frozenset({_SUNDAY}) else found
