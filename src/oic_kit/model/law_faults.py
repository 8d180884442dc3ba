"""Combinations in `place.yaml` that the law does not allow. The words for them are the service's.

Source:
    `research/legal.md` 0 no. 5, 1.1, 1.2, 1.3, 1.4.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel

from oic_kit.model.jurisdiction import Jurisdiction
from oic_kit.model.law import CONFIRMABLE, Law
from oic_kit.model.law_shown import value_at
from oic_kit.model.part import Fact, State
from oic_kit.model.place import Place
from oic_kit.model.vat import right_check_digit

_TAX_NUMBER = re.compile(r"\d{2,3}/\d{3,4}/\d{4,5}|\d{10,13}")


class Wrong(StrEnum):
    """What is wrong with a value."""

    FEDERAL_BODY = "federal-body"
    OTHER_BODY = "other-body"
    INTEREST = "interest"
    FULL_WITH_ISSUES = "full-with-issues"
    FULL_UNTESTED = "full-untested"
    BURDEN_UNWEIGHED = "burden-unweighed"
    NOT_WAIVABLE = "not-waivable"
    TAX_NUMBER = "tax-number"
    VAT_FORM = "vat-form"
    VAT_DIGIT = "vat-digit"
    POSTAL_CODE = "postal-code"
    REPLY_LATE = "reply-late"
    OUTDATED = "outdated"
    UNKNOWN_FACT = "unknown-fact"


@dataclass(frozen=True)
class LawFault:
    """A value that cannot stay.

    Args:
        key: dotted path in `place.yaml`.
        detail: what the words about it need, such as today's name of a law.
    """

    key: str
    given: str
    wrong: Wrong
    detail: str = ""


def law_faults(
    place: Place, found: Jurisdiction, law: Law, foreign: Mapping[str, str]
) -> tuple[LawFault, ...]:
    """List every combination that the law does not allow.

    Args:
        found: the records that hold for the place, in one.
        foreign: names of bodies of other states → the state; empty when no body was given.
    """
    return (
        *_body(place, found, foreign),
        *_basis(place),
        *_statement(place, found, law),
        *_numbers(place, found),
        *_waived(place, law),
        *_outdated(place, found),
        *_confirmations(place),
    )


def _body(place: Place, found: Jurisdiction, foreign: Mapping[str, str]) -> Iterator[LawFault]:
    facts = place.legal.accessibility
    texts = {"enforcement": facts.enforcement.value, "enforcement_url": facts.enforcement_url or ""}
    for name, text in texts.items():
        key = f"legal.accessibility.{name}"
        if any(re.search(it.pattern, text.casefold()) for it in found.accessibility.refused or ()):
            yield LawFault(key, text, Wrong.FEDERAL_BODY)
        for body, state in foreign.items():
            if name == "enforcement" and body.casefold() in text.casefold():
                yield LawFault(key, text, Wrong.OTHER_BODY, state)


def _basis(place: Place) -> Iterator[LawFault]:
    if place.operator.type.is_public and place.legal.privacy.basis == "interest":
        yield LawFault("legal.privacy.basis", "interest", Wrong.INTEREST)


def _statement(place: Place, found: Jurisdiction, law: Law) -> Iterator[LawFault]:
    facts = place.legal.accessibility
    key = "legal.accessibility.status"
    if facts.status.value == "full":
        if law.accessibility.gaps or any(it.category != "out-of-scope" for it in facts.issues):
            yield LawFault(key, "full", Wrong.FULL_WITH_ISSUES)
        if facts.assessed_on is None or not facts.method.known:
            yield LawFault(key, "full", Wrong.FULL_UNTESTED)
    for number, issue in enumerate(facts.issues):
        if issue.category == "burden" and not facts.burden_assessment.known:
            where = f"legal.accessibility.issues.{number}.category"
            yield LawFault(where, "burden", Wrong.BURDEN_UNWEIGHED)
    reply = found.accessibility.reply
    if reply and reply.verified and facts.reply_days and facts.reply_days > reply.days + 1:
        where = "legal.accessibility.reply_days"
        yield LawFault(where, str(facts.reply_days), Wrong.REPLY_LATE, str(reply.days))


def _numbers(place: Place, found: Jurisdiction) -> Iterator[LawFault]:
    law, operator = found.imprint, place.operator
    vat, code = operator.vat_id.value, operator.address.postal_code.value
    if vat and _TAX_NUMBER.fullmatch(vat.replace(" ", "")):
        yield LawFault("operator.vat_id", "…", Wrong.TAX_NUMBER)
    elif vat and law.vat and not re.fullmatch(law.vat, vat):
        yield LawFault("operator.vat_id", vat, Wrong.VAT_FORM, law.vat_example or "")
    elif vat and not right_check_digit(vat):
        yield LawFault("operator.vat_id", vat, Wrong.VAT_DIGIT)
    if code and law.postal_code and not re.fullmatch(law.postal_code, code):
        yield LawFault("operator.address.postal_code", code, Wrong.POSTAL_CODE)


def _waived(place: Place, law: Law) -> Iterator[LawFault]:
    """A fact that no operator of this kind can do without."""
    for key in dict.fromkeys(need.key for need in law.needs if not need.waivable):
        value = value_at(place, key)
        if isinstance(value, Fact) and value.state is State.NOT_APPLICABLE:
            yield LawFault(key, State.NOT_APPLICABLE.value, Wrong.NOT_WAIVABLE)


def _outdated(place: Place, found: Jurisdiction) -> Iterator[LawFault]:
    for block in ("operator", "legal"):
        for key, text in _texts(block, getattr(place, block)):
            for term, today in found.outdated.items():
                if term.casefold() in text.casefold() and not _is_refused(found, text):
                    yield LawFault(key, text, Wrong.OUTDATED, today)


def _is_refused(found: Jurisdiction, text: str) -> bool:
    """A body that is refused with its own reason."""
    refused = found.accessibility.refused or ()
    return any(re.search(it.pattern, text.casefold()) for it in refused)


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Every text below a block of the record, with its key."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Fact):
        yield path, value.value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(f"{path}.{name}", getattr(value, name))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(f"{path}.{name}", inner)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _texts(f"{path}.{number}", inner)


def _confirmations(place: Place) -> Iterator[LawFault]:
    for number, one in enumerate(place.legal.confirmed):
        if one.fact not in CONFIRMABLE:
            known = ", ".join(sorted(CONFIRMABLE))
            yield LawFault(f"legal.confirmed.{number}.fact", one.fact, Wrong.UNKNOWN_FACT, known)
