"""The blocks of `place.yaml` that choose what the site shows and how it looks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.address import Https
from oic_kit.model.part import Fact, Part
from oic_kit.model.text import Colour, Line, Localised, Name, Slug

OIC_TURQUOISE = "#00b2bb"
OIC_YELLOW = "#fff564"


class Brand(Part):
    """Colours and mark. One colour is enough: the whole palette is computed from it."""

    identity: Annotated[
        Literal["oic", "own"],
        Field(title="Identity", description="choose oic (the open brand) or own"),
    ] = "oic"
    colour: Annotated[
        Colour, Field(title="Main colour", description="write # and six digits, e.g. #00b2bb")
    ] = OIC_TURQUOISE
    accent: Annotated[
        Colour | None,
        Field(title="Second colour", description="write # and six digits, or leave it empty"),
    ] = None
    logo: Annotated[
        Line, Field(title="Logo", description="write a file under site/assets/, e.g. logo.svg")
    ] = ""
    tagline: Annotated[
        Localised,
        Field(
            default_factory=dict,
            title="Tagline",
            description="write {de: …, en: …}, or leave it empty",
        ),
    ]


class Office(Part):
    """The innovation office: its own room, a shared one, a mobile one, or none yet."""

    space: Annotated[
        Literal["own", "shared", "mobile", "none"],
        Field(title="Space", description="choose one of: own, shared, mobile, none"),
    ] = "none"
    name: Annotated[Line, Field(title="Name of the office")] = "Innovation Office"
    street: Annotated[Line, Field(title="Street and number")] = ""
    postal_code: Annotated[
        Line, Field(title="Postal code", description='write it in quotes, e.g. "48143"')
    ] = ""
    city: Annotated[Line, Field(title="Town")] = ""
    hours: Annotated[
        Localised,
        Field(default_factory=dict, title="Opening hours", description="write {de: …, en: …}"),
    ]
    access: Annotated[
        Localised,
        Field(default_factory=dict, title="Step-free access", description="write {de: …, en: …}"),
    ]


class Goals(Part):
    """How much each of the four goals weighs; equal weights mean no preference.

    Source:
        The four goals of the seed document: `research/oic.md` D.1 no. 3.
    """

    culture: Annotated[int, Field(ge=0, le=5, description="write a weight from 0 to 5")] = 1
    network: Annotated[int, Field(ge=0, le=5, description="write a weight from 0 to 5")] = 1
    future: Annotated[int, Field(ge=0, le=5, description="write a weight from 0 to 5")] = 1
    appeal: Annotated[int, Field(ge=0, le=5, description="write a weight from 0 to 5")] = 1


class Topic(Part):
    """A subject that gathers events, posts and projects on one page."""

    id: Annotated[Slug, Field(description="use small letters and hyphens, e.g. climate")]
    title: Annotated[Localised, Field(description="write {de: …, en: …}")]


class Group(StrEnum):
    """The five groups of actors; the seed names arts and culture as one of their own."""

    ADMINISTRATION = "administration"
    BUSINESS = "business"
    RESEARCH = "research"
    CULTURE = "culture"
    CIVIL_SOCIETY = "civil-society"


class Actor(Part):
    """Somebody who takes part: an organisation, never a private person."""

    name: Annotated[Name, Field(description="write the name of the organisation")]
    group: Annotated[
        Group,
        Field(
            description="choose one of: administration, business, research, culture, civil-society"
        ),
    ]
    website: Annotated[Https | None, Field(description="begin with https://")] = None
    influence: Annotated[
        int | None, Field(ge=0, le=3, description="write 0 (little) to 3 (much)")
    ] = None
    interest: Annotated[
        int | None, Field(ge=0, le=3, description="write 0 (little) to 3 (much)")
    ] = None


class Modules(Part):
    """Which parts of the site are on. What is off leaves no trace."""

    events: bool = True
    posts: bool = True
    projects: bool = True
    formats: bool = True
    methods: bool = True
    people: bool = True
    partners: bool = True
    challenges: bool = True
    report: bool = False
    press: bool = True
    easy_language: bool = False
    sign_language: bool = False
    search: bool = True
    editor: bool = False
    playbook: Annotated[
        Literal["public", "internal"],
        Field(description="choose public (a section of the site) or internal"),
    ] = "internal"


class Service(Part):
    """A service outside the site: nothing of it is loaded before the visitor's click."""

    kind: Annotated[
        Literal["none", "link", "embed"],
        Field(description="choose none, link, or embed (after a click)"),
    ] = "none"
    url: Annotated[Https | None, Field(description="begin with https://")] = None
    provider: Annotated[
        Fact,
        Field(
            default_factory=Fact,
            title="Name of the provider",
            description="write who runs the service",
        ),
    ]
    country: Annotated[
        str,
        Field(
            pattern=r"^([A-Z]{2})?$",
            title="Country of the provider",
            description="write a country code, e.g. DE",
        ),
    ] = ""
    contract_on: Annotated[
        date | None,
        Field(
            title="Processing contract signed",
            description="write a date as year-month-day, e.g. 2027-03-01",
        ),
    ] = None

    @model_validator(mode="after")
    def _address_given(self) -> Self:
        if self.kind != "none" and self.url is None:
            raise ValueError("give the address (url) of the service, or set its kind to none")
        return self


class SocialLink(Part):
    """A profile elsewhere, as a plain link."""

    label: Annotated[Name, Field(description="write the name of the network, e.g. Mastodon")]
    url: Annotated[Https, Field(description="begin with https://")]


class EditorAccess(Part):
    """How editors sign in when modules.editor is on; where the pages lie stands under hosting.

    Source:
        `research/site.md` F: sign-in of GitHub, GitLab and Forgejo.
    """

    branch: Annotated[
        Line,
        Field(
            min_length=1,
            max_length=100,
            pattern=r"^[A-Za-z0-9._/-]+$",
            title="Branch",
            description="write the branch that the site is built from, e.g. main",
        ),
    ] = "main"
    app_id: Annotated[
        Line,
        Field(
            max_length=200,
            pattern=r"^[A-Za-z0-9-]*$",
            title="Application id",
            description="write the id that GitLab or Forgejo gave; without, editors use a token",
        ),
    ] = ""
    sign_in: Annotated[
        Https | None,
        Field(
            title="Sign-in helper for GitHub",
            description="begin with https://; without, editors use a token",
        ),
    ] = None
    review: Annotated[
        bool,
        Field(
            title="Changes wait for a second person",
            description="write true or false; GitHub and GitLab only",
        ),
    ] = False


class Integrations(Part):
    """Services of others; all are off unless somebody switches them on."""

    tickets: Annotated[Service, Field(default_factory=Service, title="Tickets")]
    newsletter: Annotated[Service, Field(default_factory=Service, title="Newsletter")]
    video: Annotated[Service, Field(default_factory=Service, title="Video")]
    maps: Annotated[Service, Field(default_factory=Service, title="Maps")]
    social: Annotated[tuple[SocialLink, ...], Field(title="Profiles elsewhere")] = ()
    editor: Annotated[EditorAccess, Field(default_factory=EditorAccess, title="Web editor")]
