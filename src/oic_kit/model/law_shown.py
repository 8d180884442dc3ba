"""What legal pages show: a fact of the law, or one that the operator gave; and what they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from oic_kit.model.law_facts import Named, Proof
from oic_kit.model.legal import Confirmation
from oic_kit.model.operator import OperatorType
from oic_kit.model.part import Fact, State
from oic_kit.model.place import Place

Page = str
"""imprint, privacy, accessibility or licences."""


@dataclass(frozen=True)
class Shown:
    """A name on a legal page.

    Args:
        key: what a confirmation calls it, such as `accessibility.body`; for what the operator
            gave, its key in `place.yaml`.
        text: the proper name, or empty when `word` is a key of the theme's words.
        sure: whether it may stand there without a mark.
    """

    key: str
    text: str = ""
    word: str = ""
    lang: str = ""
    url: str = ""
    sure: bool = False


@dataclass(frozen=True)
class Need:
    """A key of `place.yaml` that a legal page must show.

    Args:
        waivable: whether it may be `not_applicable`, with a reason.
    """

    page: Page
    key: str
    waivable: bool = False


@dataclass(frozen=True)
class LegalFact:
    """A fact of the law as the kit holds it, with the proof that goes with it.

    Args:
        name: what it says, for a list of facts to confirm.
        confirmed: whether the operator confirmed it after the kit's last look.
    """

    key: str
    name: str
    verified: bool
    confirmed: bool
    source: str
    source_url: str
    checked_on: date

    @property
    def sure(self) -> bool:
        """Whether a page may show it without a mark."""
        return self.verified or self.confirmed


def legal_fact(key: str, name: str, proof: Proof, confirmed: Iterable[Confirmation]) -> LegalFact:
    """A fact with what the operator says about it; a newer look at the law needs a newer word."""
    return LegalFact(
        key=key,
        name=name,
        verified=proof.verified,
        confirmed=any(it.fact == key and it.confirmed_on >= proof.checked_on for it in confirmed),
        source=proof.source,
        source_url=proof.source_url or "",
        checked_on=proof.checked_on,
    )


def shown(key: str, name: Named, confirmed: Iterable[Confirmation]) -> Shown:
    """A name that came with the kit."""
    return Shown(
        key=key,
        text=name.text,
        word=name.word,
        lang=name.lang,
        url=name.url or "",
        sure=legal_fact(key, "", name, confirmed).sure,
    )


def given(key: str, fact: Fact, url: str | None = None) -> Shown | None:
    """A name that the operator gave instead, if there is one."""
    if not fact.known:
        return None
    return Shown(key=key, text=fact.value, url=url or "", sure=fact.state is State.CONFIRMED)


def concerns(types: tuple[OperatorType, ...], type_: OperatorType) -> bool:
    """Whether something that is said of some kinds of operator is said of this one."""
    return not types or type_ in types


def value_at(place: Place, key: str) -> object:
    """What the record holds under a dotted key, such as `operator.address.street`."""
    here: object = place
    for step in key.split("."):
        here = getattr(here, step) if isinstance(here, BaseModel) else None
    return here


def is_missing(place: Place, key: str) -> bool:
    """Whether nobody answered: neither a value nor a reason why there is none."""
    value = value_at(place, key)
    if isinstance(value, Fact):
        return not value.known and value.state is not State.NOT_APPLICABLE
    return value in (None, "", (), {})
