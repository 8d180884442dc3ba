"""A place as the gazetteer knows it: always a proposal, never an answer.

Source:
    GeoNames, CC BY 4.0; wherever its data are shown, its name has to be: https://www.geonames.org
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# One and many: CLDR has no unit for people.
_PEOPLE = {"de": ("Mensch", "Menschen"), "en": ("person", "people")}


@dataclass(frozen=True)
class StateNames:
    """How a state is called; an empty name means: as in English.

    Args:
        en: in English, else as GeoNames writes it; empty when nothing is known.
        de: in German.
        native: in the country's own language, in Latin letters.
    """

    en: str = ""
    de: str = ""
    native: str = ""

    def spoken(self, language: str) -> str:
        """The name in a language."""
        own = {"en": self.en, "de": self.de}.get(language, self.native)
        return own or self.en


@dataclass(frozen=True)
class Found:
    """A place that carries a name somebody typed.

    Args:
        name: as the reader would write it; another than GeoNames' first name where one was typed.
        country: two letters of ISO 3166-1.
        state: the end of the ISO 3166-2 code (`NW` for DE-NW), empty where none is certain.
        population: people who live there; None where GeoNames does not know.
        timezone: name in the time-zone database, such as `Europe/Berlin`.
        latitude: degrees north, four decimals (about ten metres).
        longitude: degrees east, four decimals.
        geonameid: GeoNames' number; the same place keeps it.
    """

    name: str
    country: str
    state: str
    population: int | None
    timezone: str
    latitude: float
    longitude: float
    geonameid: int
    state_names: StateNames = field(default=StateNames(), repr=False)

    def state_name(self, language: str) -> str:
        """The state in words, empty where it has no name."""
        return self.state_names.spoken(language)

    def country_name(self, language: str) -> str:
        """The country in words; its code where the language has none."""
        return str(_locale(language).territories.get(self.country, self.country))

    def population_text(self, language: str) -> str:
        """The population with the separators of the language, empty where it is not known."""
        from babel.numbers import format_decimal

        known = self.population
        return "" if known is None else format_decimal(known, locale=_locale(language))

    def label(self, language: str) -> str:
        """One line that tells this place from others with its name.

        Returns:
            Such as `Münster – Nordrhein-Westfalen, Deutschland (308.258 Menschen)`. A state that
            is called like the place is left out.
        """
        state = self.state_name(language)
        where = [state] if state and state != self.name else []
        line = f"{self.name} – {', '.join([*where, self.country_name(language)])}"
        if self.population is None:
            return line
        one, many = _PEOPLE.get(language, _PEOPLE["en"])
        people = one if self.population == 1 else many
        return f"{line} ({self.population_text(language)} {people})"


@cache
def _locale(language: str) -> Locale:
    """The rules of a language, else those of British English."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse("en_GB" if language == "en" else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")
