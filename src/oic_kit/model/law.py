"""The law that holds for a place: its country and state, the kind of operator, what the site does.

Everything is computed from the record and from the jurisdictions that came with the kit
(`model/jurisdiction.py`). The legal pages print it, `check` judges by it, nothing of it is stored.

Source:
    `research/legal.md` 1 and 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from oic_kit.model.jurisdiction import Jurisdiction, resolved
from oic_kit.model.law_facts import Named, Proof
from oic_kit.model.law_imprint import Imprint, imprint
from oic_kit.model.law_privacy import PrivacyNotice, privacy_notice, rights_of
from oic_kit.model.law_shown import (
    LegalFact,
    Need,
    Shown,
    concerns,
    is_missing,
    legal_fact,
    shown,
)
from oic_kit.model.law_statement import LANGUAGES_OF_ALL, Statement, statement
from oic_kit.model.legal import AiUse
from oic_kit.model.place import Place


@dataclass(frozen=True)
class Law:
    """What the law says to a place.

    Args:
        id: the most special record that holds, such as `de-nw`; `world` where there is none.
        chain: all records that hold, the most general first.
        template: whether the kit knows this law; else somebody has to review the pages.
        checked_on: when the kit last looked at the most special record.
        review_by: when the first of the records must be looked at again.
        ai: the law on AI-made texts, if any.
        needs: every key of `place.yaml` that the legal pages must show.
        facts: what the pages show of the law, with its proof.
        outdated_terms: names of laws that are gone → today's name; empty when nothing follows.
    """

    id: str
    chain: tuple[str, ...]
    template: bool
    checked_on: date
    review_by: date
    imprint: Imprint
    privacy: PrivacyNotice
    accessibility: Statement
    ai: Shown | None
    needs: tuple[Need, ...]
    facts: tuple[LegalFact, ...]
    outdated_terms: Mapping[str, str]

    @property
    def unverified(self) -> tuple[LegalFact, ...]:
        """Facts that nobody read at their source and that the operator has not confirmed."""
        return tuple(fact for fact in self.facts if not fact.sure)

    def review_due(self, today: date) -> bool:
        """Whether the kit's look at this law is too old."""
        return today > self.review_by

    def missing_fields(self, place: Place) -> tuple[str, ...]:
        """Keys of `place.yaml` that a legal page must show and that are empty, each once."""
        return tuple(dict.fromkeys(n.key for n in self.needs if is_missing(place, n.key)))


def law(place: Place, chain: tuple[Jurisdiction, ...], abroad: Mapping[str, bool]) -> Law:
    """Combine country, state and kind of operator.

    Args:
        chain: the records that hold, the most general first.
        abroad: for every country named in the record, whether data need a safeguard there.
    """
    found = resolved(chain)
    pages = (
        imprint(place, found),
        privacy_notice(place, found, abroad),
        statement(place, found),
    )
    return Law(
        id=found.id,
        chain=tuple(record.id for record in chain),
        template=bool(found.template),
        checked_on=found.checked_on,
        review_by=found.review_by,
        imprint=pages[0],
        privacy=pages[1],
        accessibility=pages[2],
        ai=shown("ai", found.ai, place.legal.confirmed) if found.ai else None,
        needs=_needs(place, found, pages),
        facts=_facts(place, found, pages),
        outdated_terms=found.outdated,
    )


def _needs(
    place: Place, found: Jurisdiction, pages: tuple[Imprint, PrivacyNotice, Statement]
) -> tuple[Need, ...]:
    asked = (
        Need(need.page, key, need.waivable)
        for need in found.require
        if concerns(need.types, place.operator.type)
        for key in need.keys
    )
    return _single((*asked, *(need for page in pages for need in page.needs), *_ai(place)))


def _ai(place: Place) -> tuple[Need, ...]:
    ai = place.legal.ai
    editor = (Need("licences", "legal.ai.editor"),) if ai.use == AiUse.REVIEWED else ()
    return (Need("licences", "legal.ai.use"), *editor)


def _single(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Every key once a page; what one law lets go and another does not stays."""
    found: dict[tuple[str, str], Need] = {}
    for need in needs:
        before = found.get((need.page, need.key))
        if before is None or before.waivable:
            found[need.page, need.key] = need
    return tuple(found.values())


def _facts(
    place: Place, found: Jurisdiction, pages: tuple[Imprint, PrivacyNotice, Statement]
) -> tuple[LegalFact, ...]:
    """The facts that the pages of this place show; what the operator gave instead is none of them."""
    on_pages = {(it.key, it.text or it.word) for it in _all_shown(pages)}
    held = (
        legal_fact(key, name, proof, place.legal.confirmed)
        for key, name, proof in _every_fact(place, found)
    )
    return tuple(fact for fact in held if (fact.key, fact.name) in on_pages or fact.key in _UNNAMED)


_UNNAMED = (
    "accessibility.reply",
    "privacy.rights",
    *(f"accessibility.{name}" for name in LANGUAGES_OF_ALL),
)
CONFIRMABLE = frozenset({
    "imprint.bases", "imprint.editor_basis", "imprint.dispute_law",
    "privacy.clause", "privacy.authority", "privacy.storage",
    "accessibility.laws", "accessibility.standards", "accessibility.body", *_UNNAMED,
})  # fmt: skip
"""The names that `legal.confirmed` may use."""


def _all_shown(pages: tuple[Imprint, PrivacyNotice, Statement]) -> Iterator[Shown]:
    facts, privacy, access = pages
    yield from facts.bases
    yield from access.laws
    yield from access.standards
    for one in (facts.editor_basis, privacy.clause, privacy.authority, privacy.storage):
        if one is not None:
            yield one
    if facts.consumers and facts.dispute_law is not None:
        yield facts.dispute_law
    if access.body is not None:
        yield access.body.name


def _every_fact(place: Place, found: Jurisdiction) -> Iterator[tuple[str, str, Proof]]:
    """Every fact of the records as (key, name, proof)."""
    public = place.operator.type.is_public
    privacy, access = found.privacy, found.accessibility
    named: list[tuple[str, tuple[Named | None, ...]]] = [
        ("imprint.bases", found.imprint.bases or ()),
        ("imprint.editor_basis", (found.imprint.editor_basis,)),
        ("imprint.dispute_law", (found.imprint.dispute_law,)),
        ("privacy.clause", (privacy.clause,)),
        ("privacy.authority", (privacy.authority if public else privacy.authority_private,)),
        ("privacy.storage", (privacy.storage,)),
        ("accessibility.laws", access.laws or ()),
        ("accessibility.standards", access.standards or ()),
        ("accessibility.body", (access.body,)),
    ]
    for key, names in named:
        for name in names:
            if name is not None:
                yield key, name.text or name.word, name
    rights = rights_of(place, found)
    if open_right := next((right for right in rights if not right.verified), None):
        yield "privacy.rights", " ".join(right.article for right in rights).strip(), open_right
    if access.reply is not None and place.legal.accessibility.reply_days is None:
        yield "accessibility.reply", f"{access.reply.count} {access.reply.unit}", access.reply
    for kind in LANGUAGES_OF_ALL:
        duty = getattr(access, kind)
        if duty is not None and duty.level != "none":
            yield f"accessibility.{kind}", duty.level, duty
