"""The law that holds for a place, for every country, state and kind of operator."""

from __future__ import annotations

import datetime

import pytest

from oic_kit.model.law import CONFIRMABLE
from oic_kit.model.law_findings import LawIssue, law_findings
from oic_kit.model.law_shown import is_missing
from oic_kit.model.operator import OperatorType
from oic_kit.model.vat import right_check_digit
from oic_kit.services.jurisdictions import law_data, law_of
from tests.law_places import NOWHERE, SERVICE, answered, bare, blanks, combinations

TODAY = datetime.date(2027, 1, 20)
UK_OR_EU = ("gdpr", "uk_gdpr")


def test_every_jurisdiction_and_kind_of_operator_gives_whole_pages():
    """
    An officer anywhere, in any kind of body, gets legal pages that are whole once all is answered.
    """
    seen = 0
    for country, state, type_ in combinations():
        law = law_of(place := answered(country, state, type_))

        assert [] == blanks(place), (country, state, type_)
        assert () == law.unverified, (country, state, type_)
        assert law.accessibility.standards
        assert law.privacy.rights
        if law.privacy.regime != "none":
            assert law.privacy.authority is not None, (country, state, type_)
        if not law.accessibility.voluntary:
            assert law.accessibility.body is not None, (country, state, type_)
            assert law.accessibility.laws, (country, state, type_)
        seen += 1
    assert seen >= 600


def test_nobody_is_sure_who_did_not_confirm():
    """
    A lawyer who opens a fresh site sees what the kit never read marked, in every jurisdiction.
    """
    for country, state, type_ in combinations():
        law = law_of(bare(country, state, type_))
        keys = {fact.key for fact in law.unverified}

        assert keys <= CONFIRMABLE
        if law.privacy.authority is not None:
            assert law.privacy.authority.sure == ("privacy.authority" not in keys)


def test_a_confirmation_before_the_last_look_at_the_law_counts_no_more():
    """
    A lawyer is asked again when the kit has looked at the law after the last confirmation.
    """
    old = {"fact": "privacy.authority", "confirmed_by": "Rechtsamt", "confirmed_on": "2020-01-01"}
    new = {**old, "confirmed_on": "2027-01-15"}
    asked = [
        {fact.key for fact in law_of(bare("DE", "NW", legal={"confirmed": given})).unverified}
        for given in ([], [old], [new])
    ]

    assert "privacy.authority" in asked[0] & asked[1]
    assert "privacy.authority" not in asked[2]


@pytest.mark.parametrize("type_", OperatorType)
@pytest.mark.parametrize("country", ["DE", "AT", "FR", "GB"])
def test_the_legal_basis_follows_from_the_kind_of_operator(country: str, type_: OperatorType):
    """
    A visitor of a public body's site reads of its task, never of a legitimate interest.
    """
    privacy = law_of(bare(country, "", type_.value)).privacy

    assert ("task" if type_.is_public else "interest") == privacy.basis
    assert type_.is_public == privacy.officer


def test_a_company_with_a_public_task_may_say_so():
    """
    A municipal company that carries out a public task names that task and the clause of its Land.
    """
    company = bare("DE", "NW", "company", legal={"privacy": {"basis": "task"}})
    privacy = law_of(company).privacy

    assert ("task", "§ 3 DSG NRW") == (privacy.basis, privacy.clause and privacy.clause.text)


@pytest.mark.parametrize(
    ("state", "count", "unit"),
    [("HE", 6, "weeks"), ("MV", 6, "weeks"), ("BE", 1, "months"), ("ST", 1, "months")],
)
def test_the_land_sets_how_soon_a_report_is_answered(state: str, count: int, unit: str):
    """
    A visitor who reports a barrier reads the time that the law of the Land sets.
    """
    reply = law_of(bare("DE", state)).accessibility.reply

    assert reply is not None
    assert (count, unit, True) == (reply.count, reply.unit, reply.sure)


@pytest.mark.parametrize("state", ["BW", "BE", "HB", "NW", "RP"])
def test_missing_easy_language_is_a_known_barrier_where_the_law_asks_for_it(state: str):
    """
    A visitor who needs easy or sign language reads that it is missing, without waiting for a test.
    """
    without = law_of(bare("DE", state)).accessibility
    both = {"easy_language": True, "sign_language": True}

    assert ("easy_language", "sign_language") == without.gaps
    assert () == law_of(bare("DE", state, modules=both)).accessibility.gaps
    assert () == law_of(bare("DE", "BY")).accessibility.gaps


def test_saxony_anhalt_expects_a_form():
    """
    A visitor in Saxony-Anhalt finds a form, because the law of the Land expects one.
    """
    assert "contact.form" in law_of(bare("DE", "ST")).missing_fields(bare("DE", "ST"))
    assert "contact.form" not in law_of(bare("DE", "NW")).missing_fields(bare("DE", "NW"))


@pytest.mark.parametrize(
    ("population", "type_", "since"),
    [
        (50_000, "municipality", datetime.date(2027, 4, 26)),
        (49_999, "municipality", datetime.date(2028, 4, 26)),
        (900_000, "special-purpose-association", datetime.date(2028, 4, 26)),
    ],
)
def test_in_the_united_states_the_day_depends_on_size_and_kind(population, type_, since):
    """
    An officer in the United States reads from which day the rule binds this very body.
    """
    place = bare(
        "US",
        "NY",
        type_,
        place={"name": "Larksburg", "population": population, "country": "US", "state": "NY"},
    )

    assert since == law_of(place).accessibility.since


def test_imprints_ask_what_the_country_and_the_kind_of_operator_ask():
    """
    An officer is asked for a register only in a company, for an editorial line only in Austria.
    """
    asked = {
        (country, type_): {need.key for need in law_of(bare(country, "", type_)).needs}
        for country in ("DE", "AT", "FR")
        for type_ in ("municipality", "company", "association")
    }

    assert "operator.register_entry.number" not in asked["DE", "municipality"]
    assert "operator.register_entry.number" in asked["DE", "association"]
    assert "operator.vat_id" in asked["DE", "company"]
    assert {"operator.editorial_line", "operator.business_object"} <= asked["AT", "municipality"]
    assert "operator.owners" in asked["AT", "company"] - asked["AT", "municipality"]
    assert "operator.editorial_line" not in asked["DE", "municipality"]
    assert "hosting.provider.name" in asked["FR", "municipality"]


def test_the_privacy_notice_names_what_the_site_uses_and_nothing_else():
    """
    A visitor reads about tickets, letters and players exactly where the site uses them.
    """
    quiet = law_of(bare("DE", "NW", modules={"people": False})).privacy
    film = {"kind": "embed", "url": "https://video.example/1"}
    busy = law_of(
        bare("DE", "NW", integrations={"tickets": SERVICE, "newsletter": SERVICE, "video": film})
    ).privacy
    bases = {purpose.id: purpose.basis for purpose in busy.purposes}

    assert ["visit", "contact"] == [purpose.id for purpose in quiet.purposes]
    assert {"tickets": "task", "newsletter": "consent", "video": "consent"} == {
        key: bases[key] for key in ("tickets", "newsletter", "video")
    }


@pytest.mark.parametrize(
    ("country", "host", "abroad"),
    [("DE", "US", True), ("DE", "FR", False), ("DE", "NO", False), ("GB", "FR", False),
     ("GB", "US", True), ("CH", "DE", False), ("CH", "IN", True), ("US", "DE", False)],
)  # fmt: skip
def test_a_server_abroad_needs_a_safeguard(country: str, host: str, abroad: bool):
    """
    A visitor learns how data are protected wherever the server stands outside the safe countries.
    """
    place = bare(country, hosting={"provider": {"country": host}})
    law = law_of(place)

    assert abroad == law.privacy.abroad
    assert abroad == ("hosting.provider.safeguard" in law.missing_fields(place))


def test_outside_the_gdpr_nothing_of_it_is_cited():
    """
    A visitor in a country without a template reads no article of a law that does not hold there.
    """
    law = law_of(bare(NOWHERE))

    assert ("world", False, "none", "") == (
        law.id,
        law.template,
        law.privacy.regime,
        law.privacy.basis,
    )
    assert {""} == {right.article for right in law.privacy.rights}
    assert law.accessibility.body is None
    assert "legal.reviewed" in {need.key for need in law.needs}


def test_old_names_of_laws_are_known_with_todays():
    """
    An editor who copied an old imprint is told what the law is called today.
    """
    terms = law_of(bare("DE", "BY")).outdated_terms

    assert {"§ 5 TMG": "§ 5 DDG", "TTDSG": "TDDDG", "BayEGovV": "BayDiV"}.items() <= terms.items()
    assert "" == terms["ec.europa.eu/consumers/odr"]
    assert "Privacy Shield" in law_of(bare("FR")).outdated_terms
    assert {} == law_of(bare(NOWHERE)).outdated_terms


def issues(place, *, today=TODAY) -> set[tuple[LawIssue, str]]:
    return {(it.issue, it.key) for it in law_findings(place, law_of(place), today)}


def test_a_place_that_answered_and_confirmed_everything_may_go_live():
    """
    An officer who has answered and confirmed everything finds nothing that stops going live.
    """
    host = {"provider": {"contract_on": "2027-01-01"}}
    place = answered("DE", "NW", hosting=host)
    found = law_findings(place, law_of(place), TODAY)

    assert [] == [it for it in found if it.stops_going_live]
    assert {"modules.easy_language", "modules.sign_language"} == {it.key for it in found}


def test_what_is_open_is_named_with_its_kind():
    """
    An officer reads what is missing, only a draft, unconfirmed, too old or dated ahead.
    """
    fact = {"value": "Stadt Lerchenau", "state": "confirmed"}
    place = bare(
        "DE",
        "HE",
        operator={
            "legal_name": "Open Innovation City Lerchenau",
            "legal_form": {**fact, "confirmed_by": "Rechtsamt", "review_by": "2026-12-31"},
            "represented_by": {"role": fact},
        },
        legal={
            "imprint_changed": "2027-02-01",
            "accessibility": {"assessed_on": "2025-12-01"},
        },
        hosting={"provider": {"name": "Rechenzentrum", "log_days": 30}},
    )
    found = issues(place)

    assert {
        (LawIssue.MISSING, "operator.address.street"),
        (LawIssue.DRAFT, "operator.legal_name"),
        (LawIssue.PROJECT_AS_OPERATOR, "operator.legal_name"),
        (LawIssue.REVIEW_PAST, "operator.legal_form"),
        (LawIssue.NOBODY_CONFIRMED, "operator.represented_by.role"),
        (LawIssue.DATE_AHEAD, "legal.imprint_changed"),
        (LawIssue.STATEMENT_OLD, "legal.accessibility.assessed_on"),
        (LawIssue.CONTRACT_MISSING, "hosting.provider.contract_on"),
        (LawIssue.LAW_UNVERIFIED, "privacy.authority"),
        (LawIssue.LONG_LOGS, "hosting.provider.log_days"),
    } <= found


def test_a_law_that_nobody_looked_at_for_a_year_is_named():
    """
    An officer learns that the kit's knowledge of the law is more than a year old.
    """
    place = bare("DE")
    later = datetime.date(2028, 1, 1)

    assert (LawIssue.LAW_REVIEW_DUE, "de") in issues(place, today=later)
    assert (LawIssue.LAW_REVIEW_DUE, "de") not in issues(place)
    assert (LawIssue.STATE_UNKNOWN, "place.state") in issues(place)
    assert (LawIssue.NO_TEMPLATE, "place.country") in issues(bare(NOWHERE))


@pytest.mark.parametrize(
    ("number", "right"),
    [("DE124001953", True), ("DE124001954", False), ("ATU13585627", True), ("ATU13585628", False),
     ("CHE-123.456.788 MWST", True), ("CHE-123.456.789", False), ("FR12345678901", True)],
)  # fmt: skip
def test_a_mistyped_tax_identity_is_noticed(number: str, right: bool):
    """
    An officer who mistypes a digit of the VAT number is told before it stands in the imprint.
    """
    assert right == right_check_digit(number)


def test_pages_read_plain_data():
    """
    A template maintainer finds everything that the legal pages need in one plain file.
    """
    data = law_data(place := bare("DE", "NW"))

    assert {
        "id",
        "chain",
        "template",
        "imprint",
        "privacy",
        "accessibility",
        "ai",
        "required",
        "countries",
    } == set(data)
    assert is_missing(place, "operator.legal_name")
    assert "operator.legal_name" in data["required"]
