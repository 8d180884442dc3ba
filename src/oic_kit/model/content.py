"""What the front matter of every page may hold: the fields that all kinds of page share.

The kinds themselves stand in `content_events.py`, `content_stories.py`, `content_actors.py`,
`content_work.py` and `content_knowledge.py`; `content_kinds.py` says which folder holds which.
The `description` of a field is the cure that a reader of a fault gets.

Source:
    Fields and limits follow `research/site.md` C.2 and the contract of the content types.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from oic_kit.model.address import Https
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Slug

DAY = "write a date as year-month-day, e.g. 2027-03-01"
MOMENT = 'write day and time in quotes, e.g. "2027-01-14T12:30"'
MONTH = 'write year and month in quotes, e.g. "2027-03"'
IDS = "write a list of folder names, e.g. [open-lab, library]"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
COORDINATES = "write [latitude, longitude], e.g. [51.96, 7.63]"


def choice(kind: type[StrEnum]) -> str:
    """The cure for a value outside a closed list: all of its words."""
    return "choose one of: " + ", ".join(member.value for member in kind)


def choices(kind: type[StrEnum]) -> str:
    """The cure for a list with a value outside a closed list: all of its words."""
    return "write a list of: " + ", ".join(member.value for member in kind)


def _of_our_time(value: date) -> date:
    """Refuse a slip of the pen: Hugo takes the year 1 for no date at all."""
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise ValueError("check the year; it lies between 1900 and 2199")
    return value


def _moment(value: str) -> str:
    """Accept a day, or a day with hour and minute; without seconds and without an offset."""
    if len(value) in (10, 16):
        try:
            day = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(MOMENT) from None
        _of_our_time(day)
        return value
    raise ValueError(MOMENT)


def _month(value: str) -> str:
    try:
        date.fromisoformat(f"{value}-01")
    except ValueError:
        raise ValueError(MONTH) from None
    return value


def _question(value: str) -> str:
    if not value.endswith("?"):
        raise ValueError("end it with a question mark")
    return value


Moment = Annotated[Line, AfterValidator(_moment)]
"""A local day (`2027-01-14`) or day and time (`2027-01-14T12:30`), as clocks on site show it."""

Month = Annotated[Line, AfterValidator(_month)]
"""A month, such as `2027-03`."""

Question = Annotated[Line, AfterValidator(_question), Field(min_length=10, max_length=160)]
"""An open question, in one sentence."""

Day = Annotated[date, AfterValidator(_of_our_time)]
Lead = Annotated[Line, Field(description="write one or two sentences of at most 300 letters")]
Minutes = Annotated[int, Field(ge=1, le=100_000)]
Ids = tuple[Slug, ...]


class Licence(StrEnum):
    """Under which terms a picture may be shown."""

    CC0 = "CC0"
    BY = "CC-BY-4.0"
    BY_SA = "CC-BY-SA-4.0"
    OWN = "own"
    OTHER = "other"


class Translation(StrEnum):
    """How a page in another language came about; a missing one is a draft that waits for words."""

    ORIGINAL = "original"
    MACHINE = "machine"
    OUTDATED = "outdated"
    MISSING = "missing"


Coordinates = tuple[
    Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]
]
"""Latitude and longitude in degrees, as on a map: `[51.96, 7.63]`."""


class Link(Part):
    """A link to a page elsewhere."""

    label: Annotated[
        Line,
        Field(
            title="Text of the link",
            min_length=2,
            max_length=80,
            description="write what is linked",
        ),
    ]
    url: Annotated[Https, Field(title="Address of the link", description="begin with https://")]
    kind: Annotated[
        Literal["code", "data", "report", "demo", "press", "website", "profile", "other"],
        Field(
            title="Kind of link",
            description="choose one of: code, data, report, demo, press, website, profile, other",
        ),
    ] = "other"


class Base(Part):
    """What any page may say about itself."""

    title: Annotated[
        Line,
        Field(
            title="Title",
            min_length=3,
            max_length=90,
            description="write a title of 3 to 90 letters",
        ),
    ]
    description: Annotated[
        Line,
        Field(
            title="Summary",
            min_length=40,
            max_length=200,
            description="say in 40 to 200 letters what the page is about",
        ),
    ]
    lastmod: Annotated[Day | None, Field(title="Last changed", description=DAY)] = None
    image: Annotated[
        Line, Field(title="Picture", description="write the name of a picture beside this file")
    ] = ""
    image_alt: Annotated[
        Line,
        Field(
            title="What the picture shows",
            validate_default=True,
            max_length=180,
            description="say in 5 to 180 letters what the picture shows",
        ),
    ] = ""
    image_credit: Annotated[
        Line,
        Field(
            title="Who made the picture", max_length=200, description="name who made the picture"
        ),
    ] = ""
    image_license: Annotated[
        Licence | None, Field(title="Licence of the picture", description=choice(Licence))
    ] = None
    sample: Annotated[bool, Field(title="Sample", description="write true or false")] = False
    featured: Annotated[bool, Field(title="Featured", description="write true or false")] = False
    draft: Annotated[bool, Field(title="Draft", description="write true or false")] = False
    noindex: Annotated[
        bool, Field(title="Hidden from search engines", description="write true or false")
    ] = False
    weight: Annotated[
        int, Field(title="Order", description="write a whole number; small ones come first")
    ] = 0
    aliases: Annotated[
        tuple[Annotated[Line, Field(pattern=r"^/")], ...],
        Field(title="Old addresses", description="write a list of old addresses that begin with /"),
    ] = ()
    translation: Annotated[
        Translation | None, Field(title="State of the translation", description=choice(Translation))
    ] = None

    @field_validator("image_alt")
    @classmethod
    def _picture_is_described(cls, value: str, info: ValidationInfo) -> str:
        if not info.data.get("image") or value == "decorative":
            return value
        if len(value) < 5:
            raise ValueError("say in 5 to 180 letters what the picture shows, or write: decorative")
        if value == info.data["image"]:
            raise ValueError("say what the picture shows, not how the file is called")
        return value


class Item(Base):
    """What every item of a collection has: an event, a post, a project, a person …"""

    date: Annotated[Day | None, Field(title="Date", description=DAY)] = None
    topics: Annotated[
        Ids, Field(title="Topics", description="write a list of topics from place.yaml")
    ] = ()
    contacts: Annotated[Ids, Field(title="Contact persons", description=IDS)] = ()
