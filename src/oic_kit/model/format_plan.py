"""Who does what and when: roles, agendas by the minute and checklists by the day."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.format_blocks import Claim, Clock, Minutes, Short
from oic_kit.model.format_size import Scale
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Slug

EVERYONE = "everyone"
"""In an agenda: nobody in particular, all who are there."""


class Role(Part):
    """A task that somebody takes on: never a name."""

    id: Slug
    title: Short
    people: Annotated[int, Field(ge=1, le=30)]
    task: Annotated[Line, Field(min_length=10)]


class Step(Part):
    """One line of an agenda.

    Args:
        when: `during` counts towards the duration; `before`, `after` and `parallel` do not.
        who: ids of roles of the record, or `everyone`.
        say: a sentence to read aloud; empty when none is needed.
    """

    minutes: Minutes
    title: Short
    who: Annotated[tuple[Slug, ...], Field(min_length=1)]
    what: Annotated[Line, Field(min_length=8)]
    say: Line = ""
    material: Annotated[Line, Field(max_length=140)] = ""
    when: Literal["before", "during", "parallel", "after"] = "during"


class Agenda(Part):
    """One meeting or day, minute by minute, at one scale."""

    title: Short
    scale: Scale
    start: Clock
    duration_min: Minutes
    source: Claim
    steps: Annotated[tuple[Step, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _minutes_add_up(self) -> Self:
        total = sum(step.minutes for step in self.steps if step.when == "during")
        if total != self.duration_min:
            raise ValueError(
                f"the minutes of {self.title!r} ({self.scale}) add up to {total}, "
                f"not to {self.duration_min}; change a step or duration_min"
            )
        return self


class Task(Part):
    """Something to do, days counted from the event: -56 is eight weeks before."""

    offset: Annotated[int, Field(ge=-200, le=900)]
    owner: Slug
    text: Annotated[Line, Field(min_length=8, max_length=220)]


class Promise(Part):
    """What those who came get, days after the event."""

    offset: Annotated[int, Field(ge=0, le=900)]
    text: Annotated[Line, Field(min_length=8)]


class Checklists(Part):
    """What is to do before, on the day and after."""

    before: Annotated[tuple[Task, ...], Field(min_length=4)]
    during: Annotated[tuple[Task, ...], Field(min_length=2)]
    after: Annotated[tuple[Task, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for name, tasks in (
            ("before", self.before),
            ("during", self.during),
            ("after", self.after),
        ):
            offsets = [task.offset for task in tasks]
            if offsets != sorted(offsets):
                raise ValueError(f"sort the tasks of {name} by offset, earliest first")
        if self.before[-1].offset > 0 or self.after[0].offset < 0:
            raise ValueError("before takes offsets up to 0, after takes offsets from 0")
        return self

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks in the order of the calendar."""
        return self.before + self.during + self.after
