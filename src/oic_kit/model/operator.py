"""Who answers for the site in law, and how to reach them.

Source:
    The fields follow `research/legal.md` 1.2 (imprint), 1.3 (hosting) and 1.5 (Austria).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, field_validator, model_validator

from oic_kit.model.address import Https
from oic_kit.model.part import Day, Fact, Part
from oic_kit.model.text import Email, Line, Localised, Phone

_FACT = Field(default_factory=Fact)


class OperatorType(StrEnum):
    """What the operator is in law; it decides the fields of the imprint."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    REGIONAL_ASSOCIATION = "regional-association"
    SPECIAL_PURPOSE_ASSOCIATION = "special-purpose-association"
    PUBLIC_INSTITUTION = "public-institution"
    COMPANY = "company"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    UNIVERSITY = "university"
    OTHER = "other"

    @property
    def is_public(self) -> bool:
        """Whether it is a public body: then it needs a data-protection officer."""
        return self not in (
            OperatorType.COMPANY,
            OperatorType.ASSOCIATION,
            OperatorType.FOUNDATION,
            OperatorType.OTHER,
        )


class Representative(Part):
    """Who represents the operator in law."""

    name: Annotated[Fact, Field(title="Name", description="write the name as the person does")] = (
        _FACT
    )
    role: Annotated[Fact, Field(title="Office", description="e.g. Oberbürgermeister")] = _FACT


class PostalAddress(Part):
    """An address for service: a street, never a post-office box."""

    street: Annotated[
        Fact, Field(title="Street and number", description="e.g. Klemensstraße 10")
    ] = _FACT
    postal_code: Annotated[
        Fact, Field(title="Postal code", description='write it in quotes, e.g. "01067"')
    ] = _FACT
    city: Annotated[Fact, Field(title="Town", description="e.g. Münster")] = _FACT

    @field_validator("street")
    @classmethod
    def _no_box(cls, street: Fact) -> Fact:
        words = street.value.casefold().replace(".", "").split()
        boxes = (["postfach"], ["pobox"], ["po", "box"], ["p", "o"])
        if any(words[: len(box)] == box for box in boxes):
            raise ValueError(
                "write a street and number; a post-office box is no address for service"
            )
        return street


class Register(Part):
    """The entry in a public register, for companies, associations and foundations."""

    court: Annotated[Fact, Field(title="Register court")] = _FACT
    number: Annotated[Fact, Field(title="Register number", description="e.g. HRB 2672")] = _FACT


class Responsible(Part):
    """Who is responsible for editorial content (Germany: § 18(2) MStV)."""

    name: Annotated[Fact, Field(title="Name")] = _FACT
    address: Annotated[Fact, Field(title="Address", description="the office address will do")] = (
        _FACT
    )


class Operator(Part):
    """Who answers for the site in law: the legal body, not the project."""

    type: Annotated[
        OperatorType,
        Field(
            title="Kind of body",
            description="choose one of: " + ", ".join(kind.value for kind in OperatorType),
        ),
    ] = OperatorType.MUNICIPALITY
    legal_name: Annotated[
        Fact, Field(title="Legal name", description="as in the statutes, e.g. Stadt Münster")
    ] = _FACT
    legal_form: Annotated[Fact, Field(title="Legal form")] = _FACT
    represented_by: Annotated[Representative, Field(default_factory=Representative)]
    address: Annotated[PostalAddress, Field(default_factory=PostalAddress)]
    unit: Annotated[
        Line, Field(title="Office in charge", description="e.g. Digital department")
    ] = ""
    vat_id: Annotated[
        Fact, Field(title="VAT number", description="e.g. DE124001953; never the tax number")
    ] = _FACT
    business_id: Annotated[
        Fact, Field(title="Business number", description="e.g. CHE-123.456.788, where there is one")
    ] = _FACT
    register_entry: Annotated[Register, Field(default_factory=Register)]
    supervisory_authority: Annotated[Fact, Field(title="Supervisory authority")] = _FACT
    responsible: Annotated[Responsible, Field(default_factory=Responsible)]
    business_object: Annotated[
        Fact, Field(title="Purpose of the body", description="Austria: what the body is there for")
    ] = _FACT
    owners: Annotated[
        Fact, Field(title="Owners", description="Austria: who owns the company, with shares")
    ] = _FACT
    editorial_line: Annotated[
        Localised,
        Field(
            default_factory=dict,
            title="Editorial line",
            description="Austria: write {de: …, en: …}, one sentence on what the site stands for",
        ),
    ]
    publicly_controlled: Annotated[
        bool | None,
        Field(
            title="Mostly in public hands",
            description="write true when public bodies pay or control more than half, else false",
        ),
    ] = None


class Contact(Part):
    """How the public reaches the people of the OIC: functions, never private numbers."""

    email: Annotated[
        Email | None,
        Field(title="E-mail", description="write one e-mail address, e.g. oic@stadt-muenster.de"),
    ] = None
    phone: Annotated[
        Phone | None,
        Field(title="Phone", description="write it with the country code, e.g. +49 251 4920"),
    ] = None
    form: Annotated[
        Https | None, Field(title="Contact form", description="begin with https://")
    ] = None


class Host(Part):
    """Who runs the web server; the privacy notice names them."""

    name: Annotated[Fact, Field(title="Name of the provider")] = _FACT
    address: Annotated[Fact, Field(title="Address of the provider")] = _FACT
    country: Annotated[
        Line,
        Field(
            pattern=r"^([A-Z]{2})?$",
            title="Country of the provider",
            description="write a country code, e.g. DE",
        ),
    ] = ""
    log_days: Annotated[
        int,
        Field(
            ge=0,
            le=90,
            title="Days that server logs are kept",
            description="write the days that server logs are kept, 0 to 90",
        ),
    ] = 7
    contract_on: Annotated[
        Day | None,
        Field(
            title="Processing contract signed",
            description="write a date as year-month-day, e.g. 2027-03-01",
        ),
    ] = None
    safeguard: Annotated[
        Fact,
        Field(
            title="Safeguard abroad",
            description="e.g. standard contractual clauses, when the server stands abroad",
        ),
    ] = _FACT


class Forge(StrEnum):
    """Where the folder lives and from where it is published."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"
    SERVER = "server"
    NONE = "none"


class Hosting(Part):
    """How the site is published."""

    forge: Annotated[
        Forge,
        Field(
            title="Publishing",
            description="choose one of: " + ", ".join(forge.value for forge in Forge),
        ),
    ] = Forge.NONE
    repository: Annotated[
        Https | None, Field(title="Repository", description="begin with https://")
    ] = None
    provider: Annotated[Host, Field(default_factory=Host)]

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        return {"forge": given} if isinstance(given, str) else given
