"""The accessibility statement: what the law asks it to say, and what it must not say.

Source:
    `research/legal.md` 1.4.2 (Implementing Decision (EU) 2018/1523), 1.4.3, 1.9 and 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oic_kit.model.jurisdiction import Jurisdiction
from oic_kit.model.law_facts import Body, Duty
from oic_kit.model.law_shown import (
    Need,
    Shown,
    concerns,
    given,
    legal_fact,
    shown,
)
from oic_kit.model.place import Place

LANGUAGES_OF_ALL = ("easy_language", "sign_language")


@dataclass(frozen=True)
class BodyShown:
    """The body that helps when a report of a barrier stays without result."""

    name: Shown
    role: str = "enforcement"
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    ask_first: tuple[str, ...] = ()
    free: bool = False


@dataclass(frozen=True)
class ReplyShown:
    """How soon a report of a barrier is answered; unit: days, weeks or months."""

    count: int
    unit: str
    sure: bool


@dataclass(frozen=True)
class DutyShown:
    """Whether easy language or sign language must be there: required, recommended, ask, none."""

    level: str
    sure: bool


@dataclass(frozen=True)
class Statement:
    """What the accessibility statement says about the law.

    Args:
        voluntary: whether the operator publishes it without a duty.
        standards: what the law measures by; what was tested by is a fact of the operator.
        gaps: what is known to be missing without any test: `easy_language`, `sign_language`.
        since: from when the duty holds, where that day matters.
        level_in_footer: whether every page must say how far the site is accessible.
    """

    voluntary: bool
    laws: tuple[Shown, ...]
    standards: tuple[Shown, ...]
    body: BodyShown | None
    reply: ReplyShown | None
    easy_language: DutyShown
    sign_language: DutyShown
    gaps: tuple[str, ...]
    since: date | None
    level_in_footer: bool
    needs: tuple[Need, ...]


def statement(place: Place, found: Jurisdiction) -> Statement:
    """Put together what the statement needs from the law."""
    law, confirmed = found.accessibility, place.legal.confirmed
    own_law = given("legal.accessibility.law", place.legal.accessibility.law)
    gaps = known_gaps(place, found)
    return Statement(
        voluntary=is_voluntary(place, found),
        laws=(
            *(() if own_law is None else (own_law,)),
            *(shown("accessibility.laws", it, confirmed) for it in law.laws or ()),
        ),
        standards=tuple(
            shown("accessibility.standards", it, confirmed) for it in law.standards or ()
        ),
        body=_body(place, law.body),
        reply=_reply(place, found),
        easy_language=_duty(place, "easy_language", law.easy_language),
        sign_language=_duty(place, "sign_language", law.sign_language),
        gaps=gaps,
        since=_since(place, found),
        level_in_footer=law.level_in_footer is not None,
        needs=_needs(place, found, gaps),
    )


def is_voluntary(place: Place, found: Jurisdiction) -> bool:
    """Whether no law asks for the statement: in doubt one does."""
    private = not place.operator.type.is_public and place.operator.publicly_controlled is False
    return found.accessibility.statement != "required" or private


def known_gaps(place: Place, found: Jurisdiction) -> tuple[str, ...]:
    """What the law requires and the site does not have."""
    if is_voluntary(place, found):
        return ()
    duties = {name: getattr(found.accessibility, name) for name in LANGUAGES_OF_ALL}
    return tuple(
        name
        for name, duty in duties.items()
        if duty and duty.level == "required" and not getattr(place.modules, name)
    )


def _body(place: Place, body: Body | None) -> BodyShown | None:
    facts = place.legal.accessibility
    own = given("legal.accessibility.enforcement", facts.enforcement, facts.enforcement_url)
    if own is not None:
        return BodyShown(own)
    if body is None:
        return None
    return BodyShown(
        name=shown("accessibility.body", body, place.legal.confirmed),
        role=body.role,
        address=body.address,
        email=body.email or "",
        phone=body.phone or "",
        ask_first=body.ask_first,
        free=body.free,
    )


def _reply(place: Place, found: Jurisdiction) -> ReplyShown | None:
    if days := place.legal.accessibility.reply_days:
        return ReplyShown(days, "days", sure=True)
    reply = found.accessibility.reply
    if reply is None:
        return None
    fact = legal_fact("accessibility.reply", "", reply, place.legal.confirmed)
    return ReplyShown(reply.count, reply.unit, fact.sure)


def _duty(place: Place, name: str, duty: Duty | None) -> DutyShown:
    if duty is None:
        return DutyShown("none", sure=True)
    fact = legal_fact(f"accessibility.{name}", "", duty, place.legal.confirmed)
    return DutyShown(duty.level, fact.sure)


def _since(place: Place, found: Jurisdiction) -> date | None:
    """The first deadline that fits; the record lists the special ones first."""
    for deadline in found.accessibility.deadlines or ():
        fits = concerns(deadline.types, place.operator.type)
        if fits and place.place.population >= deadline.population_from:
            return deadline.since
    return None


def _needs(place: Place, found: Jurisdiction, gaps: tuple[str, ...]) -> tuple[Need, ...]:
    facts = place.legal.accessibility
    keys = ["legal.accessibility.last_changed"]
    law = found.accessibility
    if law.body_needed and law.body is None and not is_voluntary(place, found):
        keys.append("legal.accessibility.enforcement")
    if facts.status.value in ("partial", "non") and not gaps:
        keys.append("legal.accessibility.issues")
    if any(issue.category == "burden" for issue in facts.issues):
        keys.append("legal.accessibility.burden_assessment")
    return tuple(Need("accessibility", key) for key in keys)
