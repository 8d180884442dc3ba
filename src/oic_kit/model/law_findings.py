"""What stands between a place and its legal pages: values for `check`, without words.

Source:
    The gate before going live: `research/legal.md` 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from oic_kit.model.law import Law
from oic_kit.model.law_privacy import SERVICES
from oic_kit.model.law_shown import is_missing, value_at
from oic_kit.model.part import Fact, State
from oic_kit.model.place import Place

_YEAR = timedelta(days=365)


class LawIssue(StrEnum):
    """What is open. All but the last four keep a site from going live."""

    MISSING = "missing"
    DRAFT = "draft"
    NOBODY_CONFIRMED = "nobody-confirmed"
    REVIEW_PAST = "review-past"
    LAW_UNVERIFIED = "law-unverified"
    DATE_AHEAD = "date-ahead"
    STATEMENT_OLD = "statement-old"
    CONTRACT_MISSING = "contract-missing"
    STATE_UNKNOWN = "state-unknown"
    NO_TEMPLATE = "no-template"
    LAW_REVIEW_DUE = "law-review-due"
    LANGUAGE_MISSING = "language-missing"
    PROJECT_AS_OPERATOR = "project-as-operator"
    LONG_LOGS = "long-logs"


ADVICE = frozenset(
    {
        LawIssue.LAW_REVIEW_DUE,
        LawIssue.LANGUAGE_MISSING,
        LawIssue.PROJECT_AS_OPERATOR,
        LawIssue.LONG_LOGS,
    }
)
"""What is worth knowing, but keeps no site from going live."""


@dataclass(frozen=True)
class LawFinding:
    """Something that is open.

    Args:
        key: dotted path in `place.yaml`, or the name of a fact of the law (`accessibility.body`).
        page: the legal page it concerns, if one.
        detail: a name, a date or an address that the words about it can use.
        name: what the law says there: a proper name, a key of the theme's words, or `6 weeks`.
    """

    issue: LawIssue
    key: str
    page: str = ""
    detail: str = ""
    name: str = ""

    @property
    def stops_going_live(self) -> bool:
        """Whether it must be mended before the site may be public."""
        return self.issue not in ADVICE


def law_findings(place: Place, law: Law, today: date) -> tuple[LawFinding, ...]:
    """List everything that is open, in the order of the pages.

    Args:
        today: the day by which dates are judged.
    """
    return (
        *_needed(place, law, today),
        *_law(place, law, today),
        *_dates(place, today),
        *_contracts(place),
        *_advice(place, law),
    )


def _needed(place: Place, law: Law, today: date) -> Iterator[LawFinding]:
    seen: set[str] = set()
    for need in law.needs:
        if need.key in seen:
            continue
        seen.add(need.key)
        value = value_at(place, need.key)
        if is_missing(place, need.key):
            yield LawFinding(LawIssue.MISSING, need.key, need.page)
        elif isinstance(value, Fact):
            yield from _fact(value, need.key, need.page, today)


def _fact(fact: Fact, key: str, page: str, today: date) -> Iterator[LawFinding]:
    if fact.state is State.DRAFT:
        yield LawFinding(LawIssue.DRAFT, key, page, fact.value)
    elif fact.state is State.CONFIRMED and not fact.confirmed_by:
        yield LawFinding(LawIssue.NOBODY_CONFIRMED, key, page, fact.value)
    if fact.review_by is not None and fact.review_by < today:
        yield LawFinding(LawIssue.REVIEW_PAST, key, page, fact.review_by.isoformat())


def _law(place: Place, law: Law, today: date) -> Iterator[LawFinding]:
    for fact in law.unverified:
        page = fact.key.partition(".")[0]
        # The note of the source is for those who keep the data; it speaks English only.
        yield LawFinding(LawIssue.LAW_UNVERIFIED, fact.key, page, fact.source_url, fact.name)
    if not law.template:
        yield LawFinding(LawIssue.NO_TEMPLATE, "place.country", detail=place.place.country)
    elif place.place.country == "DE" and law.id == "de":
        yield LawFinding(LawIssue.STATE_UNKNOWN, "place.state", detail=place.place.state)
    if law.review_due(today):
        yield LawFinding(LawIssue.LAW_REVIEW_DUE, law.id, detail=law.review_by.isoformat())


def _dates(place: Place, today: date) -> Iterator[LawFinding]:
    facts = place.legal.accessibility
    dates = {
        "legal.imprint_changed": place.legal.imprint_changed,
        "legal.privacy.last_changed": place.legal.privacy.last_changed,
        "legal.accessibility.prepared_on": facts.prepared_on,
        "legal.accessibility.assessed_on": facts.assessed_on,
        "legal.accessibility.last_changed": facts.last_changed,
    }
    for key, day in dates.items():
        if day is not None and day > today:
            yield LawFinding(LawIssue.DATE_AHEAD, key, detail=day.isoformat())
    for key in ("legal.accessibility.assessed_on", "legal.accessibility.last_changed"):
        day = dates[key]
        if day is not None and day < today - _YEAR:
            yield LawFinding(LawIssue.STATEMENT_OLD, key, "accessibility", day.isoformat())


def _contracts(place: Place) -> Iterator[LawFinding]:
    """Whoever lets others process data has a contract with them (Art. 28 GDPR)."""
    host, operator = place.hosting.provider, place.operator.legal_name.value
    by_others = host.name.known and host.name.value.casefold() != operator.casefold()
    if by_others and host.contract_on is None:
        yield LawFinding(LawIssue.CONTRACT_MISSING, "hosting.provider.contract_on", "privacy")
    for name in SERVICES:
        service = getattr(place.integrations, name)
        uses = service.kind != "none" and name in ("tickets", "newsletter")
        if uses and service.contract_on is None:
            key = f"integrations.{name}.contract_on"
            yield LawFinding(LawIssue.CONTRACT_MISSING, key, "privacy")


def _advice(place: Place, law: Law) -> Iterator[LawFinding]:
    for gap in law.accessibility.gaps:
        yield LawFinding(LawIssue.LANGUAGE_MISSING, f"modules.{gap}", "accessibility")
    if place.operator.legal_name.value.casefold() == place.site.title.casefold():
        yield LawFinding(LawIssue.PROJECT_AS_OPERATOR, "operator.legal_name", "imprint")
    if place.hosting.provider.log_days > 14:
        days = str(place.hosting.provider.log_days)
        yield LawFinding(LawIssue.LONG_LOGS, "hosting.provider.log_days", "privacy", days)
