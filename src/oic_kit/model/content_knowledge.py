"""Formats and methods: how people meet, and how they work when they do."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from oic_kit.model.address import Https
from oic_kit.model.content import Item, Minutes, choice, choices
from oic_kit.model.content_event_words import Audience, Mode
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Text

_PEOPLE = "write a whole number of people"
_MINUTES = "write a whole number of minutes"
_STEPS = "write a list of {title: …, minutes: …, text: …}"


class Rhythm(StrEnum):
    """How often a format takes place."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    ON_DEMAND = "on-demand"
    ONCE = "once"


class FormatState(StrEnum):
    """Whether a format runs."""

    ACTIVE = "active"
    PAUSED = "paused"
    ARCHIVED = "archived"


class _Sized(Item):
    """Something that fits a group of a certain size."""

    group_min: Annotated[
        int | None, Field(title="Smallest group", ge=1, le=100_000, description=_PEOPLE)
    ] = None
    group_max: Annotated[
        int | None, Field(title="Largest group", ge=1, le=100_000, description=_PEOPLE)
    ] = None

    @field_validator("group_max")
    @classmethod
    def _not_below_the_least(cls, value: int | None, info: ValidationInfo) -> int | None:
        least = info.data.get("group_min")
        if value is not None and least is not None and value < least:
            raise ValueError("write a number that is not below group_min")
        return value


class Format(_Sized):
    """A kind of meeting that comes back."""

    promise: Annotated[
        Line,
        Field(
            title="Promise",
            min_length=10,
            max_length=120,
            description="promise something in 10 to 120 letters",
        ),
    ]
    rhythm: Annotated[Rhythm, Field(title="How often", description=choice(Rhythm))]
    duration_min: Annotated[Minutes, Field(title="Duration in minutes", description=_MINUTES)]
    mode: Annotated[Mode, Field(title="On site or online", description=choice(Mode))]
    audience: Annotated[
        tuple[Audience, ...], Field(title="For whom", description=choices(Audience))
    ] = ()
    state: Annotated[FormatState, Field(title="Does it run?", description=choice(FormatState))] = (
        FormatState.ACTIVE
    )
    how_to_join: Annotated[
        Text,
        Field(
            title="How to take part",
            max_length=600,
            description="say how to take part the first time",
        ),
    ] = ""
    steps: Annotated[
        tuple[Annotated[Line, Field(min_length=2)], ...],
        Field(title="Steps", max_length=20, description="write a list of steps, one sentence each"),
    ] = ()


class MethodPhase(StrEnum):
    """Where in the work a method helps."""

    WARM_UP = "warm-up"
    UNDERSTAND = "understand"
    FOCUS = "focus"
    IDEATE = "ideate"
    PROTOTYPE = "prototype"
    TEST = "test"
    DECIDE = "decide"
    REFLECT = "reflect"


class PlaceMode(StrEnum):
    """Whether a method works in a room, on screens, or both."""

    ONSITE = "onsite"
    REMOTE = "remote"
    BOTH = "both"


class Step(Part):
    """One step of a method."""

    title: Annotated[
        Line,
        Field(title="Name of the step", min_length=2, max_length=120, description="name the step"),
    ]
    minutes: Annotated[int, Field(title="Minutes", ge=0, le=100_000, description=_MINUTES)]
    text: Annotated[
        Text, Field(title="What happens", max_length=1200, description="say what happens")
    ] = ""


class Variation(Part):
    """Another way to use a method."""

    title: Annotated[
        Line,
        Field(
            title="Name of the variation",
            min_length=2,
            max_length=120,
            description="name the variation",
        ),
    ]
    text: Annotated[
        Text, Field(title="What is different", max_length=1200, description="say what is different")
    ] = ""


class Method(_Sized):
    """A way to work in a group, step by step."""

    goal: Annotated[
        Line,
        Field(
            title="Goal", min_length=10, max_length=160, description="say what you have afterwards"
        ),
    ]
    phases: Annotated[
        tuple[MethodPhase, ...],
        Field(title="Phases", min_length=1, description=choices(MethodPhase)),
    ]
    duration_min: Annotated[Minutes, Field(title="Duration in minutes", description=_MINUTES)]
    difficulty: Annotated[
        int,
        Field(
            title="Difficulty", ge=1, le=3, description="write 1 (easy), 2 or 3 (needs practice)"
        ),
    ] = 1
    place_mode: Annotated[
        PlaceMode, Field(title="Room or screen", description=choice(PlaceMode))
    ] = PlaceMode.BOTH
    materials: Annotated[tuple[Line, ...], Field(title="Material", description="write a list")] = ()
    steps: Annotated[
        tuple[Step, ...], Field(title="Steps", min_length=1, max_length=20, description=_STEPS)
    ]
    variations: Annotated[
        tuple[Variation, ...],
        Field(title="Variations", description="write a list of {title: …, text: …}"),
    ] = ()
    accessibility_tips: Annotated[
        Text,
        Field(
            title="So that everybody can take part",
            max_length=1200,
            description="say how everybody can take part",
        ),
    ] = ""
    pitfalls: Annotated[
        tuple[Line, ...], Field(title="Pitfalls", description="write a list of sentences")
    ] = ()
    origin: Annotated[
        Line, Field(title="Origin", description="name where the method comes from")
    ] = ""
    origin_url: Annotated[
        Https | None, Field(title="Address of the origin", description="begin with https://")
    ] = None

    @field_validator("steps")
    @classmethod
    def _minutes_add_up(cls, value: tuple[Step, ...], info: ValidationInfo) -> tuple[Step, ...]:
        whole, sum_ = info.data.get("duration_min", 0), sum(step.minutes for step in value)
        if whole and abs(sum_ - whole) > max(1, whole * 0.2):
            raise ValueError("let the minutes of the steps add up to duration_min")
        return value
