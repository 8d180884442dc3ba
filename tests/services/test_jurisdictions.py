"""The law that came with the kit: whole records, and combinations that no law allows."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from pydantic import ValidationError

from oic_kit.errors import PlaceFileError
from oic_kit.model.jurisdiction import Jurisdiction, dated
from oic_kit.model.law_facts import Proof
from oic_kit.say import speaking
from oic_kit.services.gazetteer_tables import states_source
from oic_kit.services.jurisdictions import chain_of, jurisdiction, jurisdiction_ids
from tests.law_places import FACT, bare

LAENDER = {
    "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH",
}  # fmt: skip
UNION = {
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
}  # fmt: skip
RECORDS = [jurisdiction(name) for name in jurisdiction_ids()]
TODAY = datetime.date(2027, 1, 20)


def facts_of(value: object) -> list[Proof]:
    """Every fact in a record, however deep."""
    if isinstance(value, tuple):
        return [fact for inner in value for fact in facts_of(inner)]
    if not hasattr(value, "model_fields_set"):
        return []
    own = [value] if isinstance(value, Proof) else []
    return own + [
        fact for name in type(value).model_fields for fact in facts_of(getattr(value, name))
    ]


def test_every_country_and_state_that_we_promise_is_there():
    """
    An officer in any German Land, in Austria, Switzerland, the Union, the UK or the US is served.
    """
    held = {(record.country, record.state) for record in RECORDS}

    assert {("DE", land) for land in LAENDER} <= held
    assert {("AT", str(number)) for number in range(1, 10)} <= held
    assert {(country, "") for country in UNION | {"CH", "LI", "NO", "IS", "GB", "US"}} <= held
    assert "world" in jurisdiction_ids()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_fact_says_where_it_comes_from_and_whether_somebody_looked(record: Jurisdiction):
    """
    A lawyer finds the source, the day of the last look and the honest mark beside every fact.
    """
    assert record.checked_on < record.review_by
    assert record.checked_on <= TODAY
    for fact in facts_of(record):
        assert re.search(r"\w{3}", fact.source)
        assert not (fact.verified and "not read" in fact.source)
        assert record.checked_on <= fact.checked_on <= TODAY


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_a_record_is_called_like_its_country_and_state(record: Jurisdiction):
    """
    A template maintainer finds the record of a state by the codes that the record of a place uses.
    """
    if record.country:
        name = "-".join(filter(None, (record.country.lower(), record.state.lower())))
        assert name == record.id
    if record.state:
        assert record.state in codes_of(record.country)


def codes_of(country: str) -> set[str]:
    """The codes of the states of a country, as the gazetteer knows them."""
    lines = states_source().decode().splitlines()
    cells = (line.split("\t") for line in lines if line.startswith(f"{country}\t"))
    return {cell[2] for cell in cells}


def test_a_state_follows_its_country_and_nothing_follows_itself():
    """
    A template maintainer may rely on it: every record leads to the world's, by way of its country.
    """
    for record in RECORDS:
        chain = [it.id for it in chain_of(record.country, record.state)]

        assert "world" == chain[0]
        assert len(chain) == len(set(chain))


@pytest.mark.parametrize(
    "change",
    [
        {"verified": None},
        {"source": ""},
        {"text": "§ 3 DSG NRW", "word": "law_ai_act"},
        {"url": "http://unsafe.example/"},
        {"surprise": 1},
    ],
)
def test_a_fact_without_proof_is_refused(change: dict[str, object]):
    """
    A template maintainer who adds a law without source or mark is stopped by the schema.
    """
    clause = {"text": "§ 3", "lang": "de", "verified": False, "source": "The act", **change}
    values = {
        "id": "de-xx", "checked_on": "2026-11-22", "review_by": "2027-11-22",
        "privacy": {"clause": {key: value for key, value in clause.items() if value is not None}},
    }  # fmt: skip

    with pytest.raises(ValidationError):
        Jurisdiction.model_validate_json(json.dumps(dated(values, "2026-11-22")))


METHOD = {"value": "self", **FACT}
BARRIER = {"what": {"de": "Film ohne Untertitel"}, "category": "non-compliance"}
NOT_APPLICABLE = {"state": "not_applicable", "reason": "weil wir das nicht wollen"}
CONFIRMED = {
    "fact": "accessibility.boddy",
    "confirmed_by": "Rechtsamt",
    "confirmed_on": "2027-01-15",
}
BOTH = {"easy_language": True, "sign_language": True}
TESTED = {"status": "full", "assessed_on": "2027-01-10", "method": METHOD}
LZ_BARR = "Schlichtungsstelle beim Landeszentrum Barrierefreiheit (LZ-BARR)"


def statement(facts: dict[str, object], **more: object) -> dict[str, object]:
    """The block of a record that holds the facts of the accessibility statement."""
    return {"legal": {"accessibility": facts}, **more}


WRONG = [
    # blocks of the record, key of the fault, words of its cure
    (statement({"enforcement": "Schlichtungsstelle BGG"}),
     "legal.accessibility.enforcement", "federal bodies only"),
    (statement({"enforcement": "Schlichtungsstelle nach § 16 BGG, Berlin"}),
     "legal.accessibility.enforcement", "federal bodies only"),
    (statement({"enforcement_url": "https://www.schlichtungsstelle-bgg.de/"}),
     "legal.accessibility.enforcement_url", "federal bodies only"),
    (statement({"enforcement": LZ_BARR}),
     "legal.accessibility.enforcement", "another state (BW)"),
    ({"legal": {"privacy": {"basis": "interest"}}}, "legal.privacy.basis", "Art. 6(1)"),
    (statement({"status": "full", "issues": [BARRIER]}),
     "legal.accessibility.status", "write partial"),
    (statement(TESTED),
     "legal.accessibility.status", "easy language"),
    (statement({"status": "full"}, modules=BOTH),
     "legal.accessibility.status", "without a test"),
    (statement({"issues": [{**BARRIER, "category": "burden"}]}),
     "legal.accessibility.issues.0.category", "burden_assessment"),
    ({"operator": {"legal_name": NOT_APPLICABLE}}, "operator.legal_name", "asks every operator"),
    ({"operator": {"vat_id": "12/345/67890"}}, "operator.vat_id", "never be published"),
    ({"operator": {"vat_id": "DE12400195"}}, "operator.vat_id", "DE124001953"),
    ({"operator": {"vat_id": "DE124001954"}}, "operator.vat_id", "check digit"),
    ({"operator": {"address": {"postal_code": "1010"}}}, "operator.address.postal_code", "postal codes"),
    ({"legal": {"privacy": {"clause": "§ 13 Telemediengesetz"}}},
     "legal.privacy.clause", "Digitale-Dienste-Gesetz"),
    ({"legal": {"confirmed": [CONFIRMED]}},
     "legal.confirmed.0.fact", "accessibility.body"),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "key", "cure"), WRONG)
def test_what_no_law_allows_is_refused_with_the_reason(blocks, key: str, cure: str):
    """
    An officer who combines what no law allows is told which line it is, why, and what to write.
    """
    with pytest.raises(PlaceFileError) as refused:
        bare("DE", "NW", **blocks)

    cures = {fault.key: fault.cure for fault in refused.value.faults}
    assert [key] == list(cures)
    assert cure in cures[key]
    with speaking("de"), pytest.raises(PlaceFileError) as german:
        bare("DE", "NW", **blocks)
    assert cures[key] != german.value.faults[0].cure


def test_a_reply_later_than_the_law_allows_is_refused():
    """
    An officer in Hesse cannot promise an answer after the six weeks that the law gives.
    """
    with pytest.raises(PlaceFileError) as refused:
        bare("DE", "HE", legal={"accessibility": {"reply_days": 60}})

    assert "at most 42" in refused.value.faults[0].cure


@pytest.mark.parametrize(
    ("country", "state", "blocks"),
    [
        ("DE", "NW", statement({"enforcement": "Ombudsstelle für barrierefreie Informationstechnik"})),
        ("DE", "ST", statement({"enforcement": "Ombudsstelle nach § 16d BGG LSA"})),
        ("DE", "BY", statement(TESTED)),
        ("DE", "NW", {"operator": {"vat_id": NOT_APPLICABLE}}),
        ("AT", "9", {"operator": {"vat_id": "ATU13585627", "address": {"postal_code": "1010"}}}),
        ("XX", "", {"operator": {"address": {"postal_code": "A-1"}}}),
    ],
)  # fmt: skip
def test_what_the_law_allows_is_accepted(country: str, state: str, blocks):
    """
    An officer who answers correctly is never held up by a rule of another country or Land.
    """
    assert country == bare(country, state, **blocks).place.country


def test_a_private_operator_may_name_its_interest():
    """
    A company names its legitimate interest, which only a public body may not.
    """
    assert (
        "interest"
        == bare("DE", "NW", "company", legal={"privacy": {"basis": "interest"}}).legal.privacy.basis
    )


def test_every_fact_of_the_record_can_be_confirmed_with_a_date():
    """
    An officer who writes who confirmed a fact and when is understood, in every block.
    """
    dates = {"value": "Stadt Lerchenau", **FACT, "review_by": "2028-01-15"}
    place = bare(
        "DE",
        "NW",
        operator={"legal_name": dates},
        hosting={"provider": {"contract_on": "2027-01-02"}},
    )

    assert datetime.date(2027, 1, 15) == place.operator.legal_name.confirmed_on
    assert datetime.date(2028, 1, 15) == place.operator.legal_name.review_by
    assert datetime.date(2027, 1, 2) == place.hosting.provider.contract_on
