"""Facts about a place from its name alone, where the gazetteer leaves no doubt which one is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oic_kit.errors import Fault
from oic_kit.model.gazette import Found
from oic_kit.model.spelling import alike
from oic_kit.say import _, language
from oic_kit.services.gazetteer import search, suggest

_MOST = 20
_SHOWN = 4
_FAR_LARGER = 4
"""So many times larger is a place that is meant when nothing else is said."""


def with_known_facts(about: Mapping[str, Any]) -> tuple[dict[str, Any], Fault | None]:
    """Fill in what the gazetteer knows about a place; what was given stays.

    Args:
        about: the block `place` of a record, as somebody wrote it; a state, a country or the number
            of inhabitants tells places of one name apart.

    Returns:
        The block with country, state, population, time zone and coordinates, and what is wrong.
    """
    given = {key: value for key, value in about.items() if value not in (None, "")}
    name = str(given.get("name", "")).strip()
    if not name or "population" in given:
        return given, None
    matches = [it for it in search(name, limit=_MOST) if _fits(it, given)]
    exact = [it for it in matches if alike(it.name, name)]
    if not exact:
        return given, Fault("place.population", "", _unknown(name, matches or suggest(name)))
    if not _is_clear(exact):
        return given, Fault("place.state", "", _ambiguous(name, exact))
    return {**_facts(exact[0]), **given}, None


def _fits(found: Found, given: Mapping[str, Any]) -> bool:
    return all(
        str(given[key]).strip().upper() == getattr(found, key)
        for key in ("country", "state")
        if key in given
    )


def _is_clear(exact: Sequence[Found]) -> bool:
    first, *others = (it.population or 0 for it in exact)
    return all(first >= _FAR_LARGER * other for other in others)


def _facts(found: Found) -> dict[str, Any]:
    facts = {
        "country": found.country,
        "state": found.state,
        "timezone": found.timezone,
        "coordinates": [found.latitude, found.longitude],
    }
    return facts | ({"population": found.population} if found.population else {})


def _unknown(name: str, near: Sequence[Found]) -> str:
    names = list(dict.fromkeys(it.name for it in near))[:_SHOWN]
    if not names:
        return _("no place is called “{name}” in the list of places; write its inhabitants").format(
            name=name
        )
    return _(
        "no place is called “{name}” in the list of places; did you mean {names}? "
        "If not, write its inhabitants"
    ).format(name=name, names=", ".join(names))


def _ambiguous(name: str, exact: Sequence[Found]) -> str:
    where = ", ".join(f"{it.country} {it.state} ({_size(it)})" for it in exact[:_SHOWN])
    return _("there is more than one “{name}”; add country and state, one of: {where}").format(
        name=name, where=where
    )


def _size(found: Found) -> str:
    return found.population_text(language()) or "?"
