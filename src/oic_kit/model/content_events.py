"""Events and what may be said about them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from oic_kit.model.address import Https
from oic_kit.model.content import (
    IDS,
    MOMENT,
    Ids,
    Item,
    Moment,
    choice,
    choices,
)
from oic_kit.model.text import Email, LanguageCode, Line, Slug


class Status(StrEnum):
    """Whether an event takes place as announced."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED_ONLINE = "moved-online"
    FULL = "full"


class Mode(StrEnum):
    """Where people meet."""

    ONSITE = "onsite"
    ONLINE = "online"
    HYBRID = "hybrid"


class EventKind(StrEnum):
    """What kind of meeting it is."""

    WORKSHOP = "workshop"
    TALK = "talk"
    MEETUP = "meetup"
    BARCAMP = "barcamp"
    FESTIVAL = "festival"
    EXHIBITION = "exhibition"
    CONSULTATION = "consultation"
    VISIT = "visit"
    TRAINING = "training"
    OTHER = "other"


class Audience(StrEnum):
    """Whom it is for."""

    EVERYONE = "everyone"
    ADMINISTRATION = "administration"
    BUSINESS = "business"
    RESEARCH = "research"
    CULTURE = "culture"
    CIVIL_SOCIETY = "civil-society"
    YOUTH = "youth"
    SCHOOLS = "schools"


class Access(StrEnum):
    """What makes it easier to take part; `unknown` is honest, silence is not."""

    STEP_FREE = "step-free"
    LIFT = "lift"
    ACCESSIBLE_WC = "accessible-wc"
    HEARING_LOOP = "hearing-loop"
    CAPTIONS = "captions"
    SIGN_LANGUAGE = "sign-language"
    EASY_LANGUAGE = "easy-language"
    QUIET_ROOM = "quiet-room"
    REMOTE_OPTION = "remote-option"
    CHILDCARE = "childcare"
    UNKNOWN = "unknown"


class Cost(StrEnum):
    """What it costs to come."""

    FREE = "free"
    PAID = "paid"
    DONATION = "donation"


class Registration(StrEnum):
    """How to say that one is coming."""

    NONE = "none"
    OPEN_DOOR = "open-door"
    LINK = "link"
    EMAIL = "email"
    TICKETS = "tickets"


class Event(Item):
    """A date in the calendar: one file for every date."""

    allday: Annotated[bool, Field(description="write true or false")] = False
    start: Annotated[Moment, Field(description=MOMENT)]
    end: Annotated[Moment, Field(description=MOMENT)]
    timezone: Annotated[
        Line,
        Field(
            pattern=r"^([A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2})?$",
            description="write a zone name such as Europe/Berlin, or leave it out",
        ),
    ] = ""
    status: Annotated[Status, Field(description=choice(Status))] = Status.SCHEDULED
    previous_start: Annotated[Moment | None, Field(validate_default=True, description=MOMENT)] = (
        None
    )
    mode: Annotated[Mode, Field(description=choice(Mode))]
    venue: Annotated[
        Line,
        Field(validate_default=True, max_length=160, description="write where people meet"),
    ] = ""
    address: Annotated[
        Line, Field(max_length=200, description="write street, postal code and town")
    ] = ""
    online_url: Annotated[Https | None, Field(description="begin with https://")] = None
    online_note: Annotated[
        Line,
        Field(
            validate_default=True,
            max_length=200,
            description="say how people get the link, e.g. by e-mail after registration",
        ),
    ] = ""
    kind: Annotated[EventKind, Field(description=choice(EventKind))]
    audience: Annotated[tuple[Audience, ...], Field(description=choices(Audience))] = ()
    event_languages: Annotated[
        tuple[LanguageCode, ...],
        Field(description="write a list of language codes, e.g. [de, en]"),
    ] = ()
    accessibility: Annotated[
        tuple[Access, ...], Field(min_length=1, description=choices(Access))
    ] = (Access.UNKNOWN,)
    cost: Annotated[Cost, Field(description=choice(Cost))] = Cost.FREE
    price: Annotated[
        Line,
        Field(
            validate_default=True,
            max_length=60,
            description='write the price with its currency in quotes, e.g. "12 €"',
        ),
    ] = ""
    registration: Annotated[Registration, Field(description=choice(Registration))] = (
        Registration.NONE
    )
    registration_url: Annotated[
        Https | None, Field(validate_default=True, description="begin with https://")
    ] = None
    registration_email: Annotated[
        Email | None,
        Field(description="write one e-mail address, or leave it out: then it is the OIC's own"),
    ] = None
    registration_closes: Annotated[Moment | None, Field(description=MOMENT)] = None
    capacity: Annotated[
        int | None, Field(ge=1, le=100_000, description="write a whole number of people")
    ] = None
    hosts: Annotated[Ids, Field(description=IDS)] = ()
    format: Annotated[Slug | None, Field(description="write the folder name of a format")] = None
    series: Annotated[Ids, Field(description="write a list of series, e.g. [meetup-series]")] = ()
    project: Annotated[Slug | None, Field(description="write the folder name of a project")] = None
    challenge: Annotated[Slug | None, Field(description="write the folder name of a challenge")] = (
        None
    )
    lookback: Annotated[Slug | None, Field(description="write the folder name of a post")] = None
    uid: Annotated[
        Line,
        Field(
            pattern=r"^[A-Za-z0-9@._-]*$",
            max_length=120,
            description="leave it out, or write letters, digits and hyphens; never change it",
        ),
    ] = ""

    @field_validator("start")
    @classmethod
    def _start_has_a_time(cls, value: str, info: ValidationInfo) -> str:
        if "T" not in value and not info.data.get("allday"):
            raise ValueError('add the time, e.g. "2027-01-14T12:30"; or add allday: true')
        return value

    @field_validator("end")
    @classmethod
    def _end_comes_later(cls, value: str, info: ValidationInfo) -> str:
        start = info.data.get("start", "")
        allday = bool(info.data.get("allday"))
        if "T" not in value and not allday:
            raise ValueError('add the time, e.g. "2027-01-14T12:30"; or add allday: true')
        if start and (value < start or (value == start and not allday)):
            raise ValueError("choose an end after the start")
        return value

    @field_validator("previous_start")
    @classmethod
    def _postponed_from_when(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("status") is Status.POSTPONED:
            raise ValueError('say when it was planned before, e.g. "2027-01-14T12:30"')
        return value

    @field_validator("venue")
    @classmethod
    def _venue_is_named(cls, value: str, info: ValidationInfo) -> str:
        if not value and info.data.get("mode") in (Mode.ONSITE, Mode.HYBRID):
            raise ValueError("write where people meet, or choose mode: online")
        return value

    @field_validator("online_note")
    @classmethod
    def _way_online_is_named(cls, value: str, info: ValidationInfo) -> str:
        online = info.data.get("mode") in (Mode.ONLINE, Mode.HYBRID)
        if online and not value and not info.data.get("online_url"):
            raise ValueError("add online_url, or say in online_note how people get the link")
        return value

    @field_validator("price")
    @classmethod
    def _price_is_named(cls, value: str, info: ValidationInfo) -> str:
        if not value and info.data.get("cost") is Cost.PAID:
            raise ValueError('write the price with its currency in quotes, e.g. "12 €"')
        return value

    @field_validator("registration_url")
    @classmethod
    def _registration_is_linked(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("registration") is Registration.LINK:
            raise ValueError("add the address for the registration, or choose another way")
        return value

    @field_validator("registration_closes")
    @classmethod
    def _closes_in_time(cls, value: str | None, info: ValidationInfo) -> str | None:
        end = info.data.get("end", "")
        if value and end and value > end:
            raise ValueError("choose a moment before the end of the event")
        return value
