"""Facts for the legal pages that are not the operator's own.

Source:
    The fields follow `research/legal.md` 1.3 (privacy), 1.4 (accessibility) and 1.13 (others).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from oic_kit.model.address import Https
from oic_kit.model.part import Fact, Part
from oic_kit.model.text import Line, Localised

_FACT = Field(default_factory=Fact)
_A_DATE = "write a date as year-month-day, e.g. 2027-03-01"
_DATE = Field(title="Last changed", description=_A_DATE)
_WORDS: Any = Field(default_factory=dict, description="write {de: …, en: …}")

RESULTS = ("full", "partial", "non")


class PrivacyFacts(Part):
    """What the privacy notice must name. What stays empty follows from country, state and body."""

    officer: Annotated[
        Fact, Field(title="Data-protection officer", description="an office will do")
    ] = _FACT
    officer_email: Annotated[Fact, Field(title="E-mail of the data-protection officer")] = _FACT
    basis: Annotated[
        Literal["auto", "task", "interest"],
        Field(
            title="Legal basis of the site",
            description="choose one of: auto, task, interest",
        ),
    ] = "auto"
    clause: Annotated[
        Fact, Field(title="Clause of national law", description="e.g. § 3 DSG NRW")
    ] = _FACT
    law: Annotated[
        Fact, Field(title="Data-protection law", description="e.g. the act of the canton")
    ] = _FACT
    authority: Annotated[Fact, Field(title="Supervisory authority for data protection")] = _FACT
    authority_url: Annotated[
        Https | None, Field(title="Website of the authority", description="begin with https://")
    ] = None
    joint_with: Annotated[
        Fact, Field(title="Jointly responsible", description="who decides together with you")
    ] = _FACT
    joint_terms: Annotated[
        Localised,
        Field(
            default_factory=dict,
            title="What was arranged",
            description="write {de: …, en: …}",
        ),
    ]
    registration_days: Annotated[
        int,
        Field(
            ge=0,
            le=3650,
            title="Registrations kept",
            description="write the days that registrations are kept after an event",
        ),
    ] = 42
    last_changed: Annotated[date | None, _DATE] = None


class Barrier(Part):
    """Something that is not accessible, as the statement must name it."""

    what: Annotated[
        Localised, Field(min_length=1, title="What", description="write {de: …, en: …}")
    ]
    where: Annotated[Line, Field(title="Where", description="write a page or a part of one")] = ""
    criterion: Annotated[
        Line, Field(title="Criterion", description="e.g. WCAG 1.2.2, EN 301 549 9.1.2.2")
    ] = ""
    category: Annotated[
        Literal["non-compliance", "burden", "out-of-scope"],
        Field(
            title="Why",
            description="choose one of: non-compliance, burden, out-of-scope",
        ),
    ] = "non-compliance"
    reason: Annotated[Localised, _WORDS]
    alternative: Annotated[Localised, _WORDS]
    fix_by: Annotated[date | None, Field(title="Mended by", description=_A_DATE)] = None


class AccessibilityFacts(Part):
    """What the accessibility statement must name. The result has no default: somebody tests."""

    status: Annotated[
        Fact, Field(title="Result of the test", description="write full, partial or non")
    ] = _FACT
    standard: Annotated[
        Fact, Field(title="Tested against", description="e.g. EN 301 549 V3.2.1 (WCAG 2.1 AA)")
    ] = _FACT
    method: Annotated[Fact, Field(title="How it was tested", description="self or third party")] = (
        _FACT
    )
    assessed_on: Annotated[date | None, Field(title="Tested on", description=_A_DATE)] = None
    report: Annotated[
        Https | None, Field(title="Report of the test", description="begin with https://")
    ] = None
    prepared_on: Annotated[
        date | None, Field(title="Statement prepared on", description=_A_DATE)
    ] = None
    scope: Annotated[
        tuple[Annotated[Https, Field(description="begin with https://")], ...],
        Field(title="Further addresses covered", description="write a list of addresses"),
    ] = ()
    issues: Annotated[
        tuple[Barrier, ...], Field(title="Known barriers", description="write a list")
    ] = ()
    burden_assessment: Annotated[
        Fact,
        Field(
            title="Assessment of the burden",
            description="write when and by whom the burden was weighed",
        ),
    ] = _FACT
    law: Annotated[
        Fact, Field(title="Accessibility law", description="the act that binds the operator")
    ] = _FACT
    contact: Annotated[Fact, Field(title="Contact for barriers")] = _FACT
    reply_days: Annotated[
        int | None,
        Field(
            ge=1,
            le=90,
            title="Days until an answer",
            description="write the days until an answer, 1 to 90",
        ),
    ] = None
    enforcement: Annotated[Fact, Field(title="Enforcement body")] = _FACT
    enforcement_url: Annotated[
        Https | None, Field(title="Website of the body", description="begin with https://")
    ] = None
    last_changed: Annotated[date | None, _DATE] = None

    @field_validator("status")
    @classmethod
    def _is_a_result(cls, status: Fact) -> Fact:
        if status.known and status.value not in RESULTS:
            raise ValueError("write full, partial or non")
        return status


class ConsumerFacts(Part):
    """Whether the operator sells to consumers, such as paid tickets or courses."""

    contracts: Annotated[
        bool, Field(title="Sells to consumers", description="write true or false")
    ] = False
    dispute_resolution: Annotated[
        Literal["", "ready", "not-ready", "obliged"],
        Field(
            title="Consumer arbitration",
            description="choose one of: ready, not-ready, obliged",
        ),
    ] = ""
    body: Annotated[Fact, Field(title="Consumer arbitration body")] = _FACT


class AiUse(StrEnum):
    """How texts and pictures of the site come about."""

    NONE = "none"
    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"


class AiFacts(Part):
    """What the site says about artificial intelligence."""

    use: Annotated[
        AiUse | Literal[""],
        Field(
            title="AI-made texts and pictures",
            description="choose one of: none, reviewed, unreviewed",
        ),
    ] = ""
    editor: Annotated[Fact, Field(title="Checks AI-made content", description="a role will do")] = (
        _FACT
    )


class Confirmation(Part):
    """Somebody with authority looked up a fact of the law that came with the kit."""

    fact: Annotated[
        str,
        Field(
            pattern=r"^[a-z_]+(\.[a-z_]+)+$",
            description="write the name shown with the fact, e.g. accessibility.body",
        ),
    ]
    confirmed_by: Annotated[
        Line, Field(min_length=2, description="write the role that confirmed it")
    ]
    confirmed_on: Annotated[date, Field(title="Confirmed on", description=_A_DATE)]


class Legal(Part):
    """Facts for the legal pages that are not the operator's own."""

    imprint_changed: Annotated[date | None, _DATE] = None
    privacy: Annotated[PrivacyFacts, Field(default_factory=PrivacyFacts)]
    accessibility: Annotated[AccessibilityFacts, Field(default_factory=AccessibilityFacts)]
    consumer: Annotated[ConsumerFacts, Field(default_factory=ConsumerFacts)]
    ai: Annotated[AiFacts, Field(default_factory=AiFacts)]
    reviewed: Annotated[
        Fact,
        Field(
            title="Legal pages reviewed by",
            description="write the role that reviewed them, for countries without a template",
        ),
    ] = _FACT
    confirmed: Annotated[
        tuple[Confirmation, ...],
        Field(
            title="Law confirmed",
            description="write a list of facts with confirmed_by and confirmed_on",
        ),
    ] = ()
