"""The smaller blocks of a format record, and what its texts and claims look like.

Every figure says where it comes from: the id of a source of the record, or `ours` for a proposal
that no source claims.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from oic_kit.model.content_event_words import EventKind
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Text

OURS = "ours"

Paragraph = Annotated[Text, Field(min_length=20, max_length=700)]
Short = Annotated[Line, Field(min_length=2, max_length=90)]
SourceId = Annotated[str, Field(pattern=r"^[A-Z]\d{2}(-[a-z0-9]+)*$")]
Claim = Annotated[str, Field(pattern=r"^(ours|[A-Z]\d{2}(-[a-z0-9]+)*)$")]
"""Where a figure or a statement comes from: `ours`, or the id of a source of the record."""

Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Minutes = Annotated[int, Field(ge=1, le=1440)]
Weight = Annotated[int, Field(ge=0, le=3)]


class Source(Part):
    """A work that a statement of the record rests on."""

    id: SourceId
    title: Annotated[Line, Field(min_length=5)]
    url: Annotated[str, Field(pattern=r"^(https://\S+)?$")] = ""


class Sourced(Part):
    """A statement and where it comes from."""

    text: Annotated[Text, Field(min_length=10, max_length=420)]
    source: Claim


class Serves(Part):
    """How much the format serves each of the four goals, 0 (not at all) to 3 (mainly); ours."""

    culture: Weight
    network: Weight
    future: Weight
    appeal: Weight


class Zone(Part):
    """A part of the room and what happens there."""

    title: Short
    text: Annotated[Line, Field(min_length=8)]


class Room(Part):
    """How the room is laid out, in words and as a list of zones from the entrance inwards."""

    layout: Literal[
        "screen",
        "circle",
        "islands",
        "rows",
        "stations",
        "stalls",
        "rooms",
        "table",
        "counter",
        "site",
    ]
    text: Paragraph
    zones: Annotated[tuple[Zone, ...], Field(min_length=2, max_length=9)]


class Indicator(Part):
    """What to count, how, and which indicators of the playbook it feeds (`N5`, `F2` …)."""

    title: Short
    how: Annotated[Line, Field(min_length=8)]
    feeds: tuple[Annotated[str, Field(pattern=r"^[CNFAX]\d$")], ...] = ()


class Variants(Part):
    """How it changes online, in a very small place, in a district and in a region."""

    online: Paragraph
    small_place: Paragraph
    district: Paragraph
    region: Paragraph


class SiteTexts(Part):
    """What the public page says: neutral, it addresses nobody.

    Args:
        event: what kind of event its dates are; those of a podcast are the days its episodes appear.
    """

    event: EventKind
    how_to_join: Annotated[Text, Field(min_length=20, max_length=400)]
    steps: Annotated[
        tuple[Annotated[Line, Field(min_length=8, max_length=140)], ...],
        Field(min_length=2, max_length=8),
    ]
