"""Events and what may be said about them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from oic_kit.model.address import Https
from oic_kit.model.content import (
    COORDINATES,
    IDS,
    MOMENT,
    Coordinates,
    Ids,
    Item,
    Moment,
    choice,
    choices,
)
from oic_kit.model.content_event_words import (
    Access,
    Audience,
    Cost,
    EventKind,
    Mode,
    Registration,
    Status,
)
from oic_kit.model.text import Email, LanguageCode, Line, Slug


class Event(Item):
    """A date in the calendar: one file for every date."""

    allday: Annotated[bool, Field(title="All day", description="write true or false")] = False
    start: Annotated[Moment, Field(title="Begin", description=MOMENT)]
    end: Annotated[Moment, Field(title="End", description=MOMENT)]
    timezone: Annotated[
        Line,
        Field(
            title="Time zone",
            pattern=r"^([A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2})?$",
            description="write a zone name such as Europe/Berlin, or leave it out",
        ),
    ] = ""
    status: Annotated[Status, Field(title="Does it take place?", description=choice(Status))] = (
        Status.SCHEDULED
    )
    previous_start: Annotated[
        Moment | None, Field(title="Planned before for", validate_default=True, description=MOMENT)
    ] = None
    mode: Annotated[Mode, Field(title="On site or online", description=choice(Mode))]
    venue: Annotated[
        Line,
        Field(
            title="Venue",
            validate_default=True,
            max_length=160,
            description="write where people meet",
        ),
    ] = ""
    address: Annotated[
        Line,
        Field(title="Address", max_length=200, description="write street, postal code and town"),
    ] = ""
    coordinates: Annotated[
        Coordinates | None, Field(title="Coordinates", description=COORDINATES)
    ] = None
    online_url: Annotated[
        Https | None, Field(title="Link to take part", description="begin with https://")
    ] = None
    online_note: Annotated[
        Line,
        Field(
            title="How people get the link",
            validate_default=True,
            max_length=200,
            description="say how people get the link, e.g. by e-mail after registration",
        ),
    ] = ""
    kind: Annotated[EventKind, Field(title="Kind of event", description=choice(EventKind))]
    audience: Annotated[
        tuple[Audience, ...], Field(title="For whom", description=choices(Audience))
    ] = ()
    event_languages: Annotated[
        tuple[LanguageCode, ...],
        Field(
            title="Languages of the event",
            description="write a list of language codes, e.g. [de, en]",
        ),
    ] = ()
    accessibility: Annotated[
        tuple[Access, ...], Field(title="Accessibility", min_length=1, description=choices(Access))
    ] = (Access.UNKNOWN,)
    cost: Annotated[Cost, Field(title="Cost", description=choice(Cost))] = Cost.FREE
    price: Annotated[
        Line,
        Field(
            title="Price",
            validate_default=True,
            max_length=60,
            description='write the price with its currency in quotes, e.g. "12 €"',
        ),
    ] = ""
    registration: Annotated[
        Registration, Field(title="Registration", description=choice(Registration))
    ] = Registration.NONE
    registration_url: Annotated[
        Https | None,
        Field(
            title="Address for registration",
            validate_default=True,
            description="begin with https://",
        ),
    ] = None
    registration_email: Annotated[
        Email | None,
        Field(
            title="E-mail for registration",
            description="write one e-mail address, or leave it out: then it is the OIC's own",
        ),
    ] = None
    registration_closes: Annotated[
        Moment | None, Field(title="End of registration", description=MOMENT)
    ] = None
    capacity: Annotated[
        int | None,
        Field(title="Seats", ge=1, le=100_000, description="write a whole number of people"),
    ] = None
    hosts: Annotated[Ids, Field(title="Hosts", description=IDS)] = ()
    format: Annotated[
        Slug | None,
        Field(title="Format of the event", description="write the folder name of a format"),
    ] = None
    series: Annotated[
        Ids, Field(title="Series", description="write a list of series, e.g. [meetup-series]")
    ] = ()
    project: Annotated[
        Slug | None, Field(title="Project", description="write the folder name of a project")
    ] = None
    challenge: Annotated[
        Slug | None, Field(title="Challenge", description="write the folder name of a challenge")
    ] = None
    lookback: Annotated[
        Slug | None, Field(title="Look-back", description="write the folder name of a post")
    ] = None
    uid: Annotated[
        Line,
        Field(
            title="Identifier in calendars",
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
