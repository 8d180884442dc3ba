"""Look up the public holidays and the weekend of a country or state, named in each language."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, partial
from typing import Any

from oic_kit.model.calendar import FreeDays
from oic_kit.model.figure import KIT_LANGUAGES

_SATURDAY, _SUNDAY = 5, 6


@cache
def free_days(country: str, state: str, first_year: int, last_year: int) -> FreeDays:
    """Give the public holidays of some years.

    A country that the library does not know has no holidays, a state that it does not know those
    of the whole country, and some calendars end in a few years; each comes with a warning, not
    with an error.

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
    look_up = partial(holidays.country_holidays, country, years=range(first_year, last_year + 1))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", UserWarning)
        spoken, warning = _spoken(look_up, state)
        named = {
            language: look_up(
                subdiv=spoken.subdiv, language=_closest(language, spoken.supported_languages)
            )
            for language in KIT_LANGUAGES
        }
    if any(issubclass(one.category, UserWarning) for one in told) and not warning:
        warning = "holidays-end"
    days = {day: _names(day, named, spoken) for day in sorted(spoken)}
    return FreeDays(days, _weekend(spoken, first_year), warning)


def _spoken(look_up: Callable[..., Any], state: str) -> tuple[Any, str]:
    """Holidays in the words of the country, and the notice for a state that is not known."""
    try:
        return look_up(subdiv=state or None), ""
    except NotImplementedError:
        country = look_up()
        # Where every state keeps the holidays of the country, nothing is missed.
        others = (look_up(subdiv=other) for other in country.subdivisions)
        missed = any(set(other) != set(country) for other in others)
        return country, "unknown-state" if missed else ""


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
