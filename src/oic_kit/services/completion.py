"""Fill in what nobody answered: every default of a record, and why it is a sensible one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from oic_kit.model.place import HOME_FOR, Kind, Place
from oic_kit.model.slug import slug
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.language_data import languages
from oic_kit.services.place_file import place_from

_PREPARING = timedelta(days=28)
_MONDAY = 0


def complete_place(values: Mapping[str, Any], *, today: date, named: str) -> Place:
    """A whole place from the answers that were given; what was given stays.

    Args:
        values: keys and values as a person wrote them.
        today: the day from which the default kickoff is counted.
        named: how to call the source of the values in a message.

    Raises:
        PlaceFileError: with every fault of the values at once.
    """
    place = place_from(completed(values, today=today), named=named)
    if place.formats:
        return place
    return place.model_copy(update={"formats": default_formats(place, today=today)})


def completed(values: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """A record with every default that depends on other answers.

    Args:
        values: keys and values as a person wrote them, faults included: the model judges later.
        today: the day from which the default kickoff is counted.
    """
    record: dict[str, Any] = json.loads(json.dumps(values))
    place = _block(record, "place")
    name, kind = str(place.get("name", "")), _kind(place)
    site = _block(record, "site")
    _default(site, "title", f"Open Innovation City {name}".strip())
    _default(site, "url", default_url(name))
    _default(site, "languages", languages_for(str(place.get("country", "DE"))))
    _default(site, "home", HOME_FOR[kind].value)
    _default(_block(record, "playbook"), "kickoff", default_kickoff(today).isoformat())
    _default(record, "topics", default_topics())
    return record


def _block(record: dict[str, Any], key: str) -> dict[str, Any]:
    """A block of the record to fill; one that is no block is left for the model to refuse."""
    block = record.setdefault(key, {})
    return block if isinstance(block, dict) else {}


def _default(block: dict[str, Any], key: str, value: Any) -> None:
    if block.get(key) in (None, "", []):
        block[key] = value


def _kind(place: Mapping[str, Any]) -> Kind:
    given = place.get("kind", Kind.CITY)
    return Kind(given) if given in set(Kind) else Kind.CITY


def default_url(name: str) -> str:
    """An address to keep until there is a real one; a part of a host name has at most 63 letters."""
    return f"https://oic-{slug(name, fallback='demo')[:59].rstrip('-')}.example/"


def default_kickoff(today: date) -> date:
    """The first Monday after four weeks, and not around New Year: time to prepare, then begin."""
    earliest = today + _PREPARING
    monday = earliest + timedelta(days=(_MONDAY - earliest.weekday()) % 7)
    around_new_year = (monday.month, monday.day) >= (12, 20) or (monday.month, monday.day) <= (1, 6)
    return default_kickoff(today + timedelta(weeks=1)) if around_new_year else monday


def languages_for(country: str) -> list[str]:
    """The languages that a place in this country starts with; the main one first."""
    spoken = [code for code, language in languages().items() if country in language.countries]
    return [*spoken, *(code for code in ("en",) if code not in spoken)]


def default_topics() -> list[dict[str, Any]]:
    """Topics that any place can start with; each has a title in every language."""
    source = files("oic_kit").joinpath("data/topics.yaml").read_text(encoding="utf-8")
    topics: list[dict[str, Any]] = kit_yaml(source)
    return topics


def default_formats(place: Place, *, today: date) -> tuple[str, ...]:
    """The formats that fit a place of this kind, size and ambition, in the order of the plan."""
    from oic_kit.services.plan import plan

    running = plan(place, today=today).formats.running
    return tuple(dict.fromkeys(unit.format for unit in running if unit.format))
