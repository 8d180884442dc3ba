"""The law of a country or a state as data: what `data/jurisdictions/<id>.yaml` may say.

A record is based on another one and only says what differs: `de-nw` on `de`, `de` on `eu`. Every
fact says where it comes from and whether somebody read that source; the rest is for the operator
to confirm. Proper names stay in their own language; words are keys of the theme's catalogues, so
that a further language of the pages needs no change here.

Source:
    `research/legal.md` 1 and 2; the fields of a record: 1.1 and the end of 2.3.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, model_validator

from oic_kit.model.law_facts import (
    Body,
    Deadline,
    Duty,
    Named,
    Refused,
    Reply,
    Requirement,
    Right,
)
from oic_kit.model.part import Part
from oic_kit.model.text import Line

Id = Annotated[str, Field(pattern=r"^[a-z]{2,8}(-[a-z0-9]{1,3})?$")]
_P = TypeVar("_P", bound=Part)


class ImprintLaw(Part):
    """What the imprint is based on."""

    bases: tuple[Named, ...] | None = None
    editor_basis: Named | None = None
    postal_code: Line | None = None
    vat: Line | None = None
    vat_example: Line | None = None
    dispute_law: Named | None = None


class PrivacyLaw(Part):
    """What the privacy notice is based on. A regime is a family of words in the theme.

    Args:
        free_flow: records whose countries data may go to without a further safeguard.
    """

    regime: Literal["gdpr", "uk_gdpr", "ch_federal", "ch_canton", "none"] | None = None
    regime_private: Literal["gdpr", "uk_gdpr", "ch_federal", "none"] | None = None
    clause: Named | None = None
    authority: Named | None = None
    authority_private: Named | None = None
    storage: Named | None = None
    officer: Literal["public", "none"] | None = None
    free_flow: tuple[Id, ...] | None = None
    rights: tuple[Right, ...] | None = None
    rights_private: tuple[Right, ...] | None = None


class AccessibilityLaw(Part):
    """What the accessibility statement is based on."""

    statement: Literal["required", "recommended"] | None = None
    laws: tuple[Named, ...] | None = None
    standards: tuple[Named, ...] | None = None
    body: Body | None = None
    body_needed: bool | None = None
    refused: tuple[Refused, ...] | None = None
    reply: Reply | None = None
    easy_language: Duty | None = None
    sign_language: Duty | None = None
    deadlines: tuple[Deadline, ...] | None = None
    level_in_footer: Duty | None = None


class Jurisdiction(Part):
    """One record; what it leaves out comes from the record that it is based on.

    Args:
        outdated: names of laws that are gone → today's name; empty when nothing follows.
        ai: the law on AI-made texts.
        template: whether the pages know this law; else they say that a review is needed.
    """

    id: Id
    based_on: Id | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | Literal[""] = ""
    state: Annotated[str, Field(pattern=r"^[A-Z0-9]{0,3}$")] = ""
    checked_on: date
    review_by: date
    template: bool | None = None
    imprint: ImprintLaw = ImprintLaw()
    privacy: PrivacyLaw = PrivacyLaw()
    accessibility: AccessibilityLaw = AccessibilityLaw()
    ai: Named | None = None
    require: tuple[Requirement, ...] = ()
    outdated: dict[Line, Line] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _review_follows(self) -> Jurisdiction:
        if self.review_by <= self.checked_on:
            raise ValueError("the next review comes after the last one")
        return self


def dated(given: Any, day: Any) -> Any:
    """Plain values of a record in which every fact carries the date of the record, or its own."""
    if isinstance(given, list):
        return [dated(inner, day) for inner in given]
    if not isinstance(given, dict):
        return given
    filled = {key: dated(inner, day) for key, inner in given.items()}
    return {"checked_on": day, **filled} if "verified" in filled else filled


def resolved(chain: tuple[Jurisdiction, ...]) -> Jurisdiction:
    """One record out of a chain, the most general first: the special law goes before.

    Requirements and outdated names add up; the review is due as soon as that of one record is.
    """
    found, *more = chain
    for own in more:
        found = own.model_copy(
            update={
                **{name: _over(getattr(found, name), getattr(own, name)) for name in _BLOCKS},
                **{name: getattr(found, name) for name in _SINGLE if getattr(own, name) is None},
                "require": (*found.require, *own.require),
                "outdated": {**found.outdated, **own.outdated},
                "review_by": min(found.review_by, own.review_by),
            }
        )
    return found


_BLOCKS = ("imprint", "privacy", "accessibility")
_SINGLE = ("ai", "template")


def _over(base: _P, own: _P) -> _P:
    """A block with what `own` says, and what only `base` says."""
    return base.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})
