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
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from oic_kit.model.address import Https
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Slug, Text

DAY = "write a date as year-month-day, e.g. 2027-03-01"
MOMENT = 'write day and time in quotes, e.g. "2027-01-14T12:30"'
MONTH = 'write year and month in quotes, e.g. "2027-03"'
IDS = "write a list of folder names, e.g. [open-lab, library]"

_BOILERPLATE = "write a text that newspapers may copy, or leave it out"
_BESIDE = "write the name of a file beside this one"


def choice(kind: type[StrEnum]) -> str:
    """The cure for a value outside a closed list: all of its words."""
    return "choose one of: " + ", ".join(member.value for member in kind)


def choices(kind: type[StrEnum]) -> str:
    """The cure for a list with a value outside a closed list: all of its words."""
    return "write a list of: " + ", ".join(member.value for member in kind)


def _moment(value: str) -> str:
    """Accept a day, or a day with hour and minute; without seconds and without an offset."""
    if len(value) in (10, 16):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(MOMENT) from None
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

Day = date
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
    """How a page in another language came about."""

    ORIGINAL = "original"
    MACHINE = "machine"
    OUTDATED = "outdated"


class Link(Part):
    """A link to a page elsewhere."""

    label: Annotated[Line, Field(min_length=2, max_length=80, description="write what is linked")]
    url: Annotated[Https, Field(description="begin with https://")]
    kind: Annotated[
        Literal["code", "data", "report", "demo", "press", "website", "profile", "other"],
        Field(
            description="choose one of: code, data, report, demo, press, website, profile, other"
        ),
    ] = "other"


class Base(Part):
    """What any page may say about itself."""

    title: Annotated[
        Line, Field(min_length=3, max_length=90, description="write a title of 3 to 90 letters")
    ]
    description: Annotated[
        Line,
        Field(
            min_length=40,
            max_length=200,
            description="say in 40 to 200 letters what the page is about",
        ),
    ]
    lastmod: Annotated[Day | None, Field(description=DAY)] = None
    image: Annotated[Line, Field(description="write the name of a picture beside this file")] = ""
    image_alt: Annotated[
        Line,
        Field(
            validate_default=True,
            max_length=180,
            description="say in 5 to 180 letters what the picture shows",
        ),
    ] = ""
    image_credit: Annotated[
        Line, Field(max_length=200, description="name who made the picture")
    ] = ""
    image_license: Annotated[Licence | None, Field(description=choice(Licence))] = None
    sample: Annotated[bool, Field(description="write true or false")] = False
    featured: Annotated[bool, Field(description="write true or false")] = False
    draft: Annotated[bool, Field(description="write true or false")] = False
    noindex: Annotated[bool, Field(description="write true or false")] = False
    weight: Annotated[int, Field(description="write a whole number; small ones come first")] = 0
    aliases: Annotated[
        tuple[Annotated[Line, Field(pattern=r"^/")], ...],
        Field(description="write a list of old addresses that begin with /"),
    ] = ()
    translation: Annotated[Translation | None, Field(description=choice(Translation))] = None

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

    date: Annotated[Day | None, Field(description=DAY)] = None
    topics: Annotated[Ids, Field(description="write a list of topics from place.yaml")] = ()
    contacts: Annotated[Ids, Field(description=IDS)] = ()


class SinglePage(Base):
    """A page that stands for itself, such as "about" or the imprint."""

    layout: Annotated[
        Line,
        Field(pattern=r"^[a-z0-9-]*$", description="leave it as it was; it picks the look"),
    ] = ""
    url: Annotated[
        Line,
        Field(
            pattern=r"^([a-z0-9-]+/)*$",
            description="write small letters and a slash at the end, e.g. ueber-uns/",
        ),
    ] = ""
    lead: Lead = ""
    toc: Annotated[bool, Field(description="write true or false")] = False
    boilerplate_short: Annotated[Text, Field(max_length=300, description=_BOILERPLATE)] = ""
    boilerplate_medium: Annotated[Text, Field(max_length=800, description=_BOILERPLATE)] = ""
    boilerplate_long: Annotated[Text, Field(max_length=2000, description=_BOILERPLATE)] = ""
    reviewed: Annotated[
        Line, Field(max_length=160, description="write who tested the text or the film")
    ] = ""
    video: Annotated[Line, Field(description=_BESIDE)] = ""
    captions: Annotated[Line, Field(description=_BESIDE)] = ""
    transcript: Annotated[Line, Field(description=_BESIDE)] = ""


class Section(Base):
    """The page of a list: its title and what stands above the list."""

    lead: Lead = ""
    outputs: Annotated[
        tuple[Slug, ...], Field(description="write a list such as [html, calendar]")
    ] = ()
    cascade: Annotated[
        dict[str, Any] | list[Any] | None,
        Field(description="leave it as it was; Hugo hands these values down"),
    ] = None


class Home(Section):
    """The first page."""

    # The name of the place stands here, and some places have a name of one letter.
    title: Annotated[
        Line, Field(min_length=1, max_length=120, description="write the name of the place")
    ]
    claim: Annotated[
        Line,
        Field(
            min_length=10,
            max_length=120,
            description="write one sentence of 10 to 120 letters with a **bold** word",
        ),
    ]
