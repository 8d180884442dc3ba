"""People and partners: who takes part."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from oic_kit.model.address import Https
from oic_kit.model.content import COORDINATES, Coordinates, Item, Link, choice, choices
from oic_kit.model.site_blocks import Group
from oic_kit.model.text import Email, Line


class Resource(StrEnum):
    """What partners give or look for."""

    ROOMS = "rooms"
    DATA = "data"
    EXPERTISE = "expertise"
    FUNDING = "funding"
    TEST_SITES = "test-sites"
    VOLUNTEERS = "volunteers"
    TOOLS = "tools"


class Person(Item):
    """Somebody to talk to. In samples the title is a role, never a name."""

    role: Annotated[
        Line,
        Field(
            title="Task", min_length=2, max_length=120, description="write what this person does"
        ),
    ]
    org: Annotated[
        Line, Field(title="Organisation", max_length=120, description="write the organisation")
    ] = ""
    talk_to_me_about: Annotated[
        tuple[Annotated[Line, Field(min_length=2, max_length=60)], ...],
        Field(
            title="Talk to me about",
            max_length=6,
            description="write a list of at most six short subjects",
        ),
    ] = ()
    email: Annotated[
        Email | None, Field(title="E-mail", description="write one e-mail address, or leave it out")
    ] = None
    links: Annotated[
        tuple[Link, ...],
        Field(title="Links", description="write a list of {label: …, url: https://…}"),
    ] = ()
    team: Annotated[bool, Field(title="Part of the team", description="write true or false")] = True
    active: Annotated[
        bool,
        Field(title="Still here", description="write true, or false for somebody who has left"),
    ] = True


class Partner(Item):
    """An organisation that takes part; it has agreed to stand here."""

    group: Annotated[Group, Field(title="Group of actors", description=choice(Group))]
    website: Annotated[Https | None, Field(title="Website", description="begin with https://")] = (
        None
    )
    offers: Annotated[
        tuple[Resource, ...], Field(title="Offers", description=choices(Resource))
    ] = ()
    seeks: Annotated[tuple[Resource, ...], Field(title="Seeks", description=choices(Resource))] = ()
    role: Annotated[
        Line,
        Field(
            title="Contribution",
            max_length=200,
            description="say in one sentence what it contributes",
        ),
    ] = ""
    coordinates: Annotated[
        Coordinates | None, Field(title="Coordinates", description=COORDINATES)
    ] = None
    since: Annotated[
        int | None,
        Field(title="Partner since", ge=1900, le=2200, description="write a year, e.g. 2027"),
    ] = None
