"""The privacy notice: built from what the site really does, and from nothing else.

Source:
    `research/legal.md` 1.3 (Arts. 6, 13 and 14 GDPR) and 1.6 (Switzerland).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from oic_kit.model.jurisdiction import Jurisdiction
from oic_kit.model.law_facts import Named, Right
from oic_kit.model.law_shown import Need, Shown, given, legal_fact, shown
from oic_kit.model.place import Place

SERVICES = ("tickets", "newsletter", "video", "maps")
_BASED = ("gdpr", "uk_gdpr")


@dataclass(frozen=True)
class Purpose:
    """Something that happens to data of visitors, and why that is allowed.

    Args:
        id: visit, contact, form, people or one of the services.
        basis: task, interest, consent or contract; empty where the law names none.
        mode: a plain link, or embedded after a click; empty for what is no service.
        host: the host of somebody else where data go, if any.
        abroad: whether that is a country to which data may not simply go.
    """

    id: str
    basis: str = ""
    mode: str = ""
    host: str = ""
    abroad: bool = False


@dataclass(frozen=True)
class RightShown:
    """A right of the persons concerned, with its article where the law numbers it."""

    id: str
    article: str


@dataclass(frozen=True)
class PrivacyNotice:
    """What the privacy notice says about the law and about this site.

    Args:
        regime: the family of words for it.
        basis: what the running of the site is based on, `task` or `interest`.
        abroad: whether the server stands where data may not simply go.
    """

    regime: str
    basis: str
    clause: Shown | None
    law: Shown | None
    authority: Shown | None
    storage: Shown | None
    officer: bool
    abroad: bool
    joint: bool
    rights: tuple[RightShown, ...]
    rights_sure: bool
    purposes: tuple[Purpose, ...]
    needs: tuple[Need, ...]


def privacy_notice(place: Place, found: Jurisdiction, abroad: Mapping[str, bool]) -> PrivacyNotice:
    """Put the notice together.

    Args:
        abroad: for every country named in the record, whether data need a safeguard there.
    """
    facts, law, confirmed = place.legal.privacy, found.privacy, place.legal.confirmed
    public = place.operator.type.is_public
    regime = (law.regime if public else law.regime_private) or "none"
    rights = rights_of(place, found)
    basis = operating_basis(place, regime)
    authority = given("legal.privacy.authority", facts.authority, facts.authority_url) or _named(
        place, "authority", law.authority if public else law.authority_private
    )
    clause = given("legal.privacy.clause", facts.clause) or _named(place, "clause", law.clause)
    server_abroad = abroad.get(place.hosting.provider.country, False)
    return PrivacyNotice(
        regime=regime,
        basis=basis,
        clause=clause if basis == "task" and regime in _BASED else None,
        law=given("legal.privacy.law", facts.law) if regime == "ch_canton" else None,
        authority=authority,
        storage=_named(place, "storage", law.storage),
        officer=public and law.officer == "public",
        abroad=server_abroad,
        joint=facts.joint_with.known,
        rights=tuple(RightShown(right.id, right.article) for right in rights),
        rights_sure=all(legal_fact("privacy.rights", "", it, confirmed).sure for it in rights),
        purposes=_purposes(place, regime, basis, abroad),
        needs=_needs(place, regime, has_authority=authority is not None, abroad=server_abroad),
    )


def rights_of(place: Place, found: Jurisdiction) -> tuple[Right, ...]:
    """The rights that the law gives against an operator of this kind."""
    private = None if place.operator.type.is_public else found.privacy.rights_private
    return private or found.privacy.rights or ()


def _named(place: Place, key: str, name: Named | None) -> Shown | None:
    return shown(f"privacy.{key}", name, place.legal.confirmed) if name else None


def operating_basis(place: Place, regime: str) -> str:
    """What the running of the site is based on: a public body may only name its task."""
    if regime not in _BASED:
        return "task" if regime == "ch_canton" else ""
    if place.operator.type.is_public or place.legal.privacy.basis == "task":
        return "task"
    return "interest"


def _purposes(
    place: Place, regime: str, basis: str, abroad: Mapping[str, bool]
) -> tuple[Purpose, ...]:
    found = [Purpose("visit", basis), Purpose("contact", basis)]
    home = urlsplit(place.site.url).netloc
    if place.contact.form:
        host = urlsplit(place.contact.form).netloc
        found.append(Purpose("form", basis, host="" if host == home else host))
    for name in SERVICES:
        service = getattr(place.integrations, name)
        if service.kind != "none" and service.url:
            why = _service_basis(name, service.kind, regime, basis)
            host = urlsplit(service.url).netloc
            found.append(
                Purpose(name, why, service.kind, host, abroad=abroad.get(service.country, False))
            )
    if place.modules.people:
        found.append(Purpose("people", basis))
    return tuple(found)


def _service_basis(name: str, kind: str, regime: str, basis: str) -> str:
    """Who registers is served by task or contract; letters and players need consent."""
    if regime not in _BASED:
        return basis
    if name == "tickets":
        return basis if basis == "task" else "contract"
    return "consent" if name == "newsletter" or kind == "embed" else ""


def _needs(place: Place, regime: str, *, has_authority: bool, abroad: bool) -> tuple[Need, ...]:
    keys = ["legal.privacy.last_changed"]
    if regime != "none" and not has_authority:
        keys.append("legal.privacy.authority")
    if abroad:
        keys.append("hosting.provider.safeguard")
    if place.legal.privacy.joint_with.known:
        keys.append("legal.privacy.joint_terms")
    for name in SERVICES:
        if getattr(place.integrations, name).kind != "none":
            keys += [f"integrations.{name}.provider", f"integrations.{name}.country"]
    return tuple(Need("privacy", key) for key in keys)
