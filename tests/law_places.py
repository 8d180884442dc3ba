"""Places under every law: bare ones, and ones that answer everything that the law asks for."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from oic_kit.model.law_shown import is_missing
from oic_kit.model.operator import OperatorType
from oic_kit.model.place import Place
from oic_kit.services.jurisdictions import chain_of, jurisdiction, jurisdiction_ids, law_of
from oic_kit.services.place_file import place_from

NOWHERE = "XX"
FACT = {"state": "confirmed", "confirmed_by": "Rechtsamt", "confirmed_on": "2027-01-15"}
SERVICE = {"kind": "link", "url": "https://tickets.example/oic/"}
# What answers must look like, where not any text will do.
ANSWERS: dict[str, Any] = {
    "legal.accessibility.status": "partial",
    "legal.accessibility.method": "self",
    "legal.ai.use": "none",
    "legal.consumer.dispute_resolution": "ready",
    "hosting.provider.country": "DE",
    "contact.form": "https://oic.example/form/",
    "legal.accessibility.issues": [{"what": {"de": "Ein Video ohne Untertitel", "en": "A film"}}],
    "operator.editorial_line": {"de": "Offen berichten, was gelingt.", "en": "Report openly."},
    "legal.privacy.joint_terms": {"de": "Beide beantworten Anfragen.", "en": "Both answer."},
}
POSTAL_CODES = {
    "DE": "01067",
    "AT": "1010",
    "CH": "3000",
    "LI": "9490",
    "GB": "SW1A 1AA",
    "US": "10007",
}
VAT_IDS = {
    "DE": "DE124001953",
    "AT": "ATU13585627",
    "CH": "CHE-123.456.788 MWST",
    "GB": "GB123456789",
}


def bare(country: str, state: str = "", type_: str = "municipality", **blocks: Any) -> Place:
    """A place that answered only what nobody can leave out."""
    return place_from(values(country, state, type_, **blocks), named="a test")


def values(country: str, state: str, type_: str, **blocks: Any) -> dict[str, Any]:
    """The answers of a bare place, as plain values."""
    return {
        "place": {"name": "Lerchenau", "population": 60_000, "country": country, "state": state},
        "site": {"title": "Open Innovation City Lerchenau", "url": "https://oic.example/"},
        "contact": {"email": "oic@oic.example"},
        "playbook": {"kickoff": "2027-03-01"},
        **blocks,
        "operator": {"type": type_, **blocks.get("operator", {})},
    }


def answered(country: str, state: str = "", type_: str = "municipality", **blocks: Any) -> Place:
    """The same place after everything was answered and confirmed."""
    record = values(country, state, type_, **blocks)
    place = place_from(record, named="a test")
    for _round in range(3):  # an answer such as a result may lead to a further question
        for key in law_of(place).missing_fields(place):
            _put(record, key, _answer(place, key))
        place = place_from(record, named="a test")
    return confirmed(record)


def confirmed(record: dict[str, Any]) -> Place:
    """The same place after somebody looked up every fact of the law that nobody had read."""
    place = place_from(record, named="a test")
    keys = sorted({fact.key for fact in law_of(place).unverified})
    record.setdefault("legal", {})["confirmed"] = [
        {"fact": key, "confirmed_by": "Rechtsamt", "confirmed_on": "2027-01-15"} for key in keys
    ]
    return place_from(record, named="a test")


def _answer(place: Place, key: str) -> Any:
    country = place.place.country
    if key in ANSWERS:
        plain = key not in ("legal.accessibility.status", "legal.accessibility.method")
        return ANSWERS[key] if plain else {"value": ANSWERS[key], **FACT}
    if key.endswith(("_on", "_changed")):
        return "2027-01-15"
    if key.endswith(".country"):
        return "DE"
    named = {"operator.vat_id": VAT_IDS, "operator.address.postal_code": POSTAL_CODES}
    return {"value": named.get(key, {}).get(country, "Rathausgasse 1"), **FACT}


def _put(record: dict[str, Any], key: str, value: Any) -> None:
    *path, last = key.split(".")
    for step in path:
        record = record.setdefault(step, {})
    record[last] = value


def everywhere() -> Iterator[tuple[str, str]]:
    """Every country and state that has a record of its own, and one country that has none."""
    for name in jurisdiction_ids():
        record = jurisdiction(name)
        if record.country:
            yield record.country, record.state
    yield NOWHERE, ""


def combinations() -> Iterator[tuple[str, str, str]]:
    """Every jurisdiction with every kind of operator."""
    for (country, state), type_ in itertools.product(everywhere(), OperatorType):
        yield country, state, type_.value


def last_of(country: str, state: str) -> str:
    """The id of the record that holds."""
    return chain_of(country, state)[-1].id


def blanks(place: Place) -> list[str]:
    """Keys that a legal page of this place would show as missing."""
    return [need.key for need in law_of(place).needs if is_missing(place, need.key)]
