"""From a typed place name to country, state, population, time zone and coordinates, offline.

What is found is a proposal. GeoNames does not know every district and no region, so a name without
a match is nothing unusual, and every caller lets the reader type the facts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from oic_kit.errors import GazetteerError
from oic_kit.model.gazette import Found, StateNames
from oic_kit.model.spelling import (
    alike,
    begins,
    is_marked,
    keys,
    same_writing,
    shortens,
    without_office,
    words,
)
from oic_kit.say import _
from oic_kit.services.gazetteer_index import ask, is_ready
from oic_kit.services.gazetteer_tables import SMALLEST
from oic_kit.services.gazetteer_typos import near_keys

__all__ = ["is_ready", "search", "suggest"]

_LONGEST = 200  # letters; the longest name in the data has fewer
_LAST = "\U0010ffff"  # sorts behind every other sign
_MOST_ROWS = 200
_TELLING = 4  # letters: fewer begin too many names
_WELL_KNOWN = 5_000  # rank; more than 120,000 people
_FOREIGN = 20  # so many times larger is a place that comes first by a name which is not its first
_LANGUAGES = ("de", "en")


@dataclass(frozen=True, order=True)
class _Hit:
    """A name in the index; `rank` is the place's, 1 for the largest."""

    rank: int
    other: str


def search(
    query: str, *, limit: int = 10, country: str | None = None, folder: Path | None = None
) -> tuple[Found, ...]:
    """Find places by name: whole names first, then names that begin like it, the largest first.

    Args:
        query: as somebody typed it, with or without accents; a state or country may follow a comma.
        limit: how many places at most.
        country: two letters of ISO 3166-1, to look there only.
        folder: where the index is kept; without it, the user's cache.

    Returns:
        Places, named the way the query names them (`Cologne`); empty when none matches.

    Raises:
        GazetteerError: if the query is empty or longer than any name.
    """
    name = _checked(query)
    if not keys(name) or limit < 1:
        return ()
    return ask(partial(_search, name=name, limit=limit, country=_code(country)), folder)


def suggest(
    query: str, *, limit: int = 5, country: str | None = None, folder: Path | None = None
) -> tuple[Found, ...]:
    """Find places that somebody may have meant whose spelling matches no name, the nearest first.

    Args:
        query: a name that `search` does not find.
        limit: how many places at most.
        country: two letters of ISO 3166-1, to look there only.
        folder: where the index is kept; without it, the user's cache.

    Raises:
        GazetteerError: if the query is empty or longer than any name.
    """
    name = _checked(query)
    if not keys(name) or limit < 1:
        return ()
    return ask(partial(_suggest, name=name, limit=limit, country=_code(country)), folder)


def _checked(query: str) -> str:
    name = " ".join(query.split())
    if not name:
        raise GazetteerError(
            _("No place name was given."), remedy=_("Type a name, for example Münster.")
        )
    if len(name) > _LONGEST:
        raise GazetteerError(
            _("A place name has at most {most} letters; this one has {count}.").format(
                most=_LONGEST, count=len(name)
            ),
            remedy=_("Type only the name of the place, for example Münster."),
        )
    return name


def _code(country: str | None) -> str:
    return country.strip().upper() if country else ""


def _search(index: sqlite3.Connection, *, name: str, limit: int, country: str) -> tuple[Found, ...]:
    hits = _whole(index, name, country)
    if len(hits) < limit:
        hits += _beginning(index, name, country)
    if not hits:
        hits = _shortened(index, name, country) or _whole(index, without_office(name), country)
    found = _places(index, hits) if hits else _qualified(index, name, country)
    return tuple(islice(found, limit))


def _whole(index: sqlite3.Connection, name: str, country: str) -> list[_Hit]:
    """Places with exactly this name, first or other.

    The accents that somebody typed come first. Then the largest place wins, but another name
    (Wien for Vienna, Münster for Munster in France) counts only where its place is much larger.
    """
    typed = keys(name)
    rows = index.execute(
        "SELECT rank, other, place.name, population FROM name JOIN place USING (rank)"
        " WHERE key IN (?, ?) AND ? IN ('', name.country)",
        (typed[0], typed[-1], country),
    )
    ordered = []
    for rank, other, first, population in rows:
        foreign = bool(other) and not (begins(first, other) or alike(first, other))
        size = (population or SMALLEST) / (_FOREIGN if foreign else 1)
        other_writing = not same_writing(other or first, name)
        accents_differ = is_marked(name) and other_writing
        ordered.append((accents_differ, -size, rank, other_writing, other))
    return [_Hit(rank, other) for _accents, _size, rank, _writing, other in sorted(ordered)]


def _beginning(index: sqlite3.Connection, name: str, country: str) -> list[_Hit]:
    """Places whose name begins with this one, first as a whole word."""
    hits = []
    for end in (" ", ""):
        # Of the other names only those of large cities: GeoNames keeps them in every language.
        most = _WELL_KNOWN if len(name) >= _TELLING else 0
        rows = [
            _Hit(*row)
            for key in keys(name)
            for row in index.execute(
                "SELECT rank, other FROM name WHERE key > ? AND key < ? AND ? IN ('', country)"
                " AND (other = '' OR rank <= ?) ORDER BY rank LIMIT ?",
                (key + end, key + end + _LAST, country, most, _MOST_ROWS),
            )
        ]
        # Of several names of one place: the first, else the one that is closest to what was typed.
        hits += sorted(rows, key=lambda hit: (hit.rank, *_distance(hit.other, name)))
    return hits


def _distance(other: str, name: str) -> tuple[bool, int, str]:
    return not same_writing(other[: len(name)], name) and other != "", len(other), other


def _shortened(index: sqlite3.Connection, name: str, country: str) -> list[_Hit]:
    """Places whose name somebody shortened: `Frankfurt a. M.`, `Freiburg i. Br.`"""
    first, *more = words(name)
    if not more:
        return []
    rows = index.execute(
        "SELECT rank, other, place.name FROM name JOIN place USING (rank)"
        " WHERE key > ? AND key < ? AND ? IN ('', name.country) ORDER BY rank",
        (first + " ", first + " " + _LAST, country),
    )
    return [_Hit(rank, other) for rank, other, whole in rows if shortens(name, other or whole)]


def _qualified(index: sqlite3.Connection, name: str, country: str) -> Iterator[Found]:
    """Places in the state or country that follows the name: `Münster, Hessen`."""
    short, divider, where = name.partition("," if "," in name else "(")
    if not (divider and keys(short)):
        return iter(())
    whole = _whole(index, short.strip(), country)
    found = _places(index, whole + _beginning(index, short.strip(), country))
    there = [place for place in found if _lies_in(place, where.strip(" )"))]
    return iter(there) if there else _places(index, whole)


def _lies_in(found: Found, where: str) -> bool:
    names = {found.country, found.state, found.state_names.native}
    for language in _LANGUAGES:
        names |= {found.state_name(language), found.country_name(language)}
    return any(alike(name, where) for name in names)


def _places(index: sqlite3.Connection, hits: Iterable[_Hit]) -> Iterator[Found]:
    """Read every place once, named as the first hit names it."""
    seen: set[int] = set()
    for hit in hits:
        if hit.rank not in seen:
            seen.add(hit.rank)
            yield _place(index, hit)


def _place(index: sqlite3.Connection, hit: _Hit) -> Found:
    first, country, population, timezone, latitude, longitude, number, *state = index.execute(
        "SELECT name, place.country, population, timezone, latitude, longitude, geonameid,"
        " coalesce(code, ''), coalesce(en, ''), coalesce(de, ''), coalesce(native, '')"
        " FROM place LEFT JOIN state USING (country, admin1) WHERE rank = ?",
        (hit.rank,),
    ).fetchone()
    code, *names = state
    # The reader's name, but the full one where theirs only begins it: Halle (Saale).
    own = hit.other if hit.other and not begins(first, hit.other) else first
    return Found(
        name=own,
        country=country,
        state=code,
        population=population,
        timezone=timezone,
        latitude=latitude,
        longitude=longitude,
        geonameid=number,
        state_names=StateNames(*names),
    )


def _suggest(
    index: sqlite3.Connection, *, name: str, limit: int, country: str
) -> tuple[Found, ...]:
    hits = (
        _Hit(*row)
        for key in near_keys(index, keys(name))
        for row in index.execute(
            "SELECT rank, other FROM name WHERE key = ? AND ? IN ('', country) ORDER BY rank LIMIT ?",
            (key, country, limit),
        )
    )
    return tuple(islice(_places(index, hits), limit))
