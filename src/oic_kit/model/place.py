"""`place.yaml` as one model: the only record of what a place told us.

Questions on the terminal, the YAML file, its JSON Schema and the reference page all come from it.
Nothing derived is stored here: grammar, colours, dates, law and sizes are computed from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from oic_kit.model.address import BaseUrl, Https
from oic_kit.model.legal import Legal
from oic_kit.model.operator import Contact, Hosting, Operator
from oic_kit.model.part import Part
from oic_kit.model.playbook_inputs import Playbook
from oic_kit.model.site_blocks import Actor, Brand, Goals, Integrations, Modules, Office, Topic
from oic_kit.model.text import LanguageCode, Line, Name, Slug


class Kind(StrEnum):
    """Three kinds of place are equal citizens."""

    CITY = "city"
    DISTRICT = "district"
    REGION = "region"


LEGAL_KINDS: dict[Kind, tuple[str, ...]] = {
    Kind.CITY: ("city", "municipality"),
    Kind.DISTRICT: ("city-district", "borough", "neighbourhood", "quarter"),
    Kind.REGION: ("region", "county", "rural-county", "metropolitan-region"),
}
"""The words that the grammar knows for each kind; the first is the default."""

WordKey = Annotated[
    str, Field(pattern=r"^[a-z][a-z_-]*$", description="write a form, e.g. where or noun_gen")
]
Words = dict[LanguageCode, dict[WordKey, Line]]
"""Forms of the grammar by language, in the place's own words."""


class Member(Part):
    """A municipality that belongs to a region."""

    name: Annotated[Name, Field(description="write the name of the municipality")]
    population: Annotated[
        int, Field(ge=1, le=50_000_000, description="write the inhabitants as a whole number")
    ]


class About(Part):
    """What the place is and where it lies."""

    name: Annotated[
        Name,
        Field(
            max_length=80,
            title="Name of the place",
            description='write the name as people say it, in quotes, e.g. "Münster"',
        ),
    ]
    kind: Annotated[
        Kind, Field(title="Kind of place", description="choose one of: city, district, region")
    ] = Kind.CITY
    legal_kind: Annotated[
        str,
        Field(
            validate_default=True,
            title="Kind in law",
            description="choose one of: " + ", ".join(sum(LEGAL_KINDS.values(), ())),
        ),
    ] = ""
    country: Annotated[
        str,
        Field(pattern=r"^[A-Z]{2}$", title="Country", description="write a country code, e.g. DE"),
    ] = "DE"
    state: Annotated[
        str,
        Field(
            pattern=r"^([A-Z0-9]{1,3})?$",
            title="State",
            description="write the code of the state, e.g. NW for North Rhine-Westphalia",
        ),
    ] = ""
    parent: Annotated[
        Line, Field(title="Belongs to", description="write the city that the district belongs to")
    ] = ""
    members: Annotated[
        tuple[Member, ...],
        Field(title="Members", description="write a list of names and populations"),
    ] = ()
    population: Annotated[
        int,
        Field(
            ge=1,
            le=50_000_000,
            title="Inhabitants",
            description="write a whole number without dots, e.g. 308258",
        ),
    ]
    timezone: Annotated[
        str, Field(title="Time zone", description="write a zone name, e.g. Europe/Berlin")
    ] = "Europe/Berlin"
    coordinates: Annotated[
        tuple[
            Annotated[float, Field(ge=-90, le=90)],
            Annotated[float, Field(ge=-180, le=180)],
        ]
        | None,
        Field(title="Coordinates", description="write [latitude, longitude], e.g. [51.96, 7.63]"),
    ] = None
    words: Annotated[
        Words,
        Field(
            default_factory=dict,
            title="Own wording",
            description="e.g. {de: {where: im Ruhrgebiet}}",
        ),
    ]

    @field_validator("legal_kind")
    @classmethod
    def _legal_kind_fits(cls, given: str, info: ValidationInfo) -> str:
        allowed = LEGAL_KINDS.get(info.data.get("kind", Kind.CITY), ())
        if given and given not in allowed:
            raise ValueError("choose a kind in law that fits the kind of place")
        return given or next(iter(allowed), "")


class Address(StrEnum):
    """How German texts speak to their readers."""

    DU = "du"
    SIE = "sie"
    NEUTRAL = "neutral"


class Gender(StrEnum):
    """How German texts name people where no neutral noun exists."""

    NEUTRAL = "neutral"
    PAIR = "pair"
    STAR = "star"
    COLON = "colon"


class Home(StrEnum):
    """The three home pages."""

    LETTERS = "letters"
    FUNNEL = "funnel"
    WINDOW = "window"


HOME_FOR: dict[Kind, Home] = {
    Kind.CITY: Home.LETTERS,
    Kind.DISTRICT: Home.WINDOW,
    Kind.REGION: Home.FUNNEL,
}


class Site(Part):
    """The website: where it lives and how it speaks."""

    title: Annotated[
        Name, Field(title="Title of the site", description="e.g. Open Innovation City Münster")
    ]
    url: Annotated[
        BaseUrl,
        Field(
            title="Address of the site",
            description="begin with https://, e.g. https://oic-muenster.de/",
        ),
    ]
    languages: Annotated[
        tuple[LanguageCode, ...],
        Field(
            min_length=1,
            title="Languages",
            description="write a list, the main one first: [de, en]",
        ),
    ] = ("de", "en")
    address: Annotated[
        Address, Field(title="Form of address", description="choose one of: du, sie, neutral")
    ] = Address.DU
    gender: Annotated[
        Gender,
        Field(title="Naming people", description="choose one of: neutral, pair, star, colon"),
    ] = Gender.NEUTRAL
    home: Annotated[
        Home, Field(title="Home page", description="choose one of: letters, funnel, window")
    ] = Home.LETTERS
    demo: Annotated[bool, Field(title="Only a demo", description="write true or false")] = False

    @field_validator("languages")
    @classmethod
    def _each_language_once(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(given)) != len(given):
            raise ValueError("name every language once")
        return given


class Place(Part):
    """Everything that a place told us, as `place.yaml` holds it."""

    oic: Annotated[
        Literal[1], Field(title="Format", description="leave this 1; it is the format of the file")
    ] = 1
    place: About
    site: Site
    brand: Annotated[Brand, Field(default_factory=Brand)]
    operator: Annotated[Operator, Field(default_factory=Operator)]
    contact: Annotated[Contact, Field(default_factory=Contact)]
    legal: Annotated[Legal, Field(default_factory=Legal)]
    office: Annotated[Office, Field(default_factory=Office)]
    goals: Annotated[Goals, Field(default_factory=Goals)]
    topics: Annotated[tuple[Topic, ...], Field(title="Topics", description="write a list")] = ()
    actors: Annotated[tuple[Actor, ...], Field(title="Actors", description="write a list")] = ()
    formats: Annotated[
        tuple[Slug, ...],
        Field(title="Formats", description="write a list of formats, e.g. [open-innovation-hour]"),
    ] = ()
    modules: Annotated[Modules, Field(default_factory=Modules)]
    integrations: Annotated[Integrations, Field(default_factory=Integrations)]
    playbook: Annotated[Playbook, Field(default_factory=Playbook)]
    hosting: Annotated[Hosting, Field(default_factory=Hosting)]
    network: Annotated[
        tuple[Https, ...],
        Field(title="Other OICs", description="write a list of addresses that begin with https://"),
    ] = ()

    @property
    def name(self) -> str:
        """The name of the place as people say it."""
        return self.place.name

    @property
    def kind(self) -> Kind:
        """City, district or region."""
        return self.place.kind

    @property
    def main_language(self) -> str:
        """The language that comes first."""
        return self.site.languages[0]
