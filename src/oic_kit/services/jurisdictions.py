"""The law that came with the kit: `data/jurisdictions/`, one file a country or state.

A country is known as soon as its file exists, a state as soon as `<country>-<state>.yaml` does;
nothing in the code names one.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from oic_kit.errors import Fault
from oic_kit.model.as_data import Data, as_data
from oic_kit.model.jurisdiction import Jurisdiction, dated, resolved
from oic_kit.model.law import Law, law
from oic_kit.model.law_faults import LawFault, Wrong, law_faults
from oic_kit.model.law_privacy import SERVICES
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.language_data import languages

FALLBACK = "world"
_KEPT_FROM_PAGES = ("facts", "outdated_terms", "needs", "checked_on", "review_by")


@cache
def jurisdiction_ids() -> tuple[str, ...]:
    """The ids of all records, sorted."""
    found = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


@cache
def jurisdiction(name: str) -> Jurisdiction:
    """One record as its file says it."""
    values = kit_yaml(_folder().joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
    return Jurisdiction.model_validate_json(json.dumps(dated(values, values["checked_on"])))


def chain_of(country: str, state: str = "") -> tuple[Jurisdiction, ...]:
    """The records that hold in a country or state, the most general first."""
    country, state = country.lower(), state.lower()
    known = (name for name in (f"{country}-{state}", country) if name in jurisdiction_ids())
    name: str | None = next(known, FALLBACK)
    chain: list[Jurisdiction] = []
    while name:
        chain.insert(0, jurisdiction(name))
        name = chain[0].based_on
    return tuple(chain)


def law_of(place: Place) -> Law:
    """The law that holds for a place: `model/law.py` with the records that came along."""
    chain = chain_of(place.place.country, place.place.state)
    return law(place, chain, _abroad(place, resolved(chain)))


def law_data(place: Place) -> dict[str, Data]:
    """What the legal pages read of the law, as plain data."""
    found = law_of(place)
    kept = {
        field.name: as_data(getattr(found, field.name))
        for field in fields(found)
        if field.name not in _KEPT_FROM_PAGES
    }
    return {
        **kept,
        "required": as_data(sorted({need.key for need in found.needs})),
        "countries": {code: _named_in(code, place) for code in sorted(_countries(place))},
    }


def faults_in_law(place: Place) -> list[Fault]:
    """What the law does not allow in a record, with what to write instead."""
    found = resolved(chain_of(place.place.country, place.place.state))
    known = law_faults(place, found, law_of(place), _foreign_bodies(place))
    return [Fault(it.key, it.given, _cure(it)) for it in known]


def _folder() -> Traversable:
    return files("oic_kit").joinpath("data", "jurisdictions")


def _abroad(place: Place, found: Jurisdiction) -> dict[str, bool]:
    """For every country that the record names: whether data may not simply go there."""
    free = found.privacy.free_flow
    return {
        country: bool(free) and not {it.id for it in chain_of(country)} & set(free or ())
        for country in _countries(place)
    }


def _countries(place: Place) -> set[str]:
    """The countries where the record says that data are processed."""
    services = (getattr(place.integrations, name) for name in SERVICES)
    named = {place.hosting.provider.country, *(service.country for service in services)}
    return named - {""}


def _named_in(country: str, place: Place) -> Data:
    """What the languages of the site call a country; its code where they have no name for it."""
    from babel import Locale  # only records that name a country need it

    locales = {code: languages()[code].locale for code in place.site.languages}
    return {
        code: Locale.parse(locale, sep="-").territories.get(country, country)
        for code, locale in locales.items()
    }


def _foreign_bodies(place: Place) -> dict[str, str]:
    """The bodies of other states of the country; read only when body and state are given."""
    if not (place.legal.accessibility.enforcement.known and place.place.state):
        return {}
    country, own = place.place.country.lower(), chain_of(place.place.country, place.place.state)
    bodies = {}
    for name in jurisdiction_ids():
        body = jurisdiction(name).accessibility.body
        if name.startswith(f"{country}-") and body and body.text and name != own[-1].id:
            bodies[body.text] = jurisdiction(name).state
    return {text: state for text, state in bodies.items() if text not in _own_names(own)}


def _own_names(own: tuple[Jurisdiction, ...]) -> set[str]:
    return {record.accessibility.body.text for record in own if record.accessibility.body}


def _cure(fault: LawFault) -> str:
    """One sentence that says what to write instead, and why."""
    if fault.wrong is Wrong.OUTDATED and not fault.detail:
        return _("remove it; this no longer exists or does not serve you")
    return {**_on_statement(), **_on_operator()}[fault.wrong].format(detail=fault.detail)


def _on_statement() -> dict[Wrong, str]:
    return {
        Wrong.FEDERAL_BODY: _(
            "leave it empty: this arbitration body serves federal bodies only; "
            "the body of the state is filled in by itself"
        ),
        Wrong.OTHER_BODY: _("leave it empty: this body serves another state ({detail})"),
        Wrong.FULL_WITH_ISSUES: _(
            "write partial: barriers are known, or easy language and sign language are missing"
        ),
        Wrong.FULL_UNTESTED: _(
            "say how and when it was tested (method, assessed_on); without a test nobody knows"
        ),
        Wrong.BURDEN_UNWEIGHED: _(
            "fill in burden_assessment: a burden only counts after it was weighed in writing"
        ),
        Wrong.REPLY_LATE: _("write at most {detail}: the law of the state sets this limit"),
    }


def _on_operator() -> dict[Wrong, str]:
    return {
        Wrong.INTEREST: _(
            "write auto: a public body cannot name a legitimate interest for its tasks "
            "(General Data Protection Regulation, Art. 6(1))"
        ),
        Wrong.NOT_WAIVABLE: _("fill it in: the law asks every operator of this kind for it"),
        Wrong.TAX_NUMBER: _("remove it: this is a tax number, which must never be published"),
        Wrong.VAT_FORM: _("write it like {detail}"),
        Wrong.VAT_DIGIT: _("check the digits; the check digit does not fit"),
        Wrong.POSTAL_CODE: _("check it; postal codes of this country look different"),
        Wrong.OUTDATED: _("write today’s name: {detail}"),
        Wrong.UNKNOWN_FACT: _("write one of: {detail}"),
    }
