"""One format of an Open Innovation City as a record: page, runbook, checklist and sheet read it.

A format is one file per language; its numbers, ids and rules are the same in each
(`format_parity.py`), its words are written for readers of that language. What a unit of it takes
out of a year, and which place starts with which formats, stands in `format_sets.yaml`; a test
compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import ceil
from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from oic_kit.model.content_event_words import Audience
from oic_kit.model.format_blocks import (
    OURS,
    Indicator,
    Paragraph,
    Room,
    Serves,
    SiteTexts,
    Source,
    Sourced,
    Variants,
)
from oic_kit.model.format_plan import EVERYONE, Agenda, Checklists, Promise, Role
from oic_kit.model.format_rhythm import Cadence
from oic_kit.model.format_size import Cost, Material, Scale, Size, Staff
from oic_kit.model.part import Part
from oic_kit.model.text import Line, Name, Slug

# An A4 page with 20 mm margins holds 60 lines of 9 pt text on 12 pt leading; a full line of an
# agenda holds 66 characters beside the columns for time and role, one of a checklist 84.
PRINTED_LINES = 120
"""Lines on two printed pages: at most so many for the agenda of one scale, and for the checklist."""
_AGENDA_WIDTH = 66
_CHECKLIST_WIDTH = 84


class Trigger(StrEnum):
    """What in a format makes a look into the law necessary.

    Source:
        `research/playbook.md` C.0 and C.16.
    """

    PRIVACY = "privacy"
    PHOTO = "photo"
    RECORDING = "recording"
    FOOD = "food"
    MUSIC = "music"
    PRIZE = "prize"
    IP = "ip"
    MINORS = "minors"
    INSURANCE = "insurance"
    ASSEMBLY_PLACE = "assembly-place"
    PROCUREMENT = "procurement"
    PUBLIC_SPACE = "public-space"


class FormatRecord(Part):
    """Everything that is needed to announce, run, cost and follow up one format."""

    id: Slug
    order: Annotated[int, Field(ge=1, le=999)]
    title: Name
    promise: Annotated[Line, Field(min_length=20, max_length=120)]
    purpose: Paragraph
    when_not: Annotated[Line, Field(min_length=20)]
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    goals: Serves
    size: Size
    rhythm: Cadence
    lead_weeks: Annotated[int, Field(ge=1, le=26)]
    evidence: tuple[Sourced, ...]
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    agendas: Annotated[tuple[Agenda, ...], Field(min_length=1)]
    materials: Annotated[tuple[Material, ...], Field(min_length=3)]
    room: Room
    cost: Cost
    staff: Annotated[tuple[Staff, ...], Field(min_length=1)]
    accessibility: Annotated[tuple[Sourced, ...], Field(min_length=3)]
    checklists: Checklists
    follow_up: Annotated[tuple[Promise, ...], Field(min_length=1)]
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=2)]
    pitfalls: Annotated[tuple[Sourced, ...], Field(min_length=2)]
    variants: Variants
    legal: tuple[Trigger, ...]
    related: Annotated[tuple[Slug, ...], Field(min_length=1)]
    methods: tuple[Slug, ...]
    site: SiteTexts
    sources: tuple[Source, ...]

    def agendas_at(self, scale: Scale) -> tuple[Agenda, ...]:
        """The agendas of one scale; a format that has none there runs as usual."""
        found = tuple(agenda for agenda in self.agendas if agenda.scale is scale)
        return found or tuple(agenda for agenda in self.agendas if agenda.scale is Scale.USUAL)

    @model_validator(mode="after")
    def _sources_are_known_and_used(self) -> Self:
        known = {source.id for source in self.sources}
        cited = {claim for claim in _claims(self) if claim != OURS}
        if missing := cited - known:
            raise ValueError(f"add to sources: {', '.join(sorted(missing))}")
        if idle := known - cited:
            raise ValueError(f"cite or remove the sources {', '.join(sorted(idle))}")
        if any(fact.source == OURS for fact in self.evidence):
            raise ValueError("evidence is what a source says; move our own view to pitfalls")
        return self

    @model_validator(mode="after")
    def _roles_are_known(self) -> Self:
        known = {role.id for role in self.roles}
        named = {who for agenda in self.agendas for step in agenda.steps for who in step.who}
        named |= {task.owner for task in self.checklists.tasks}
        if missing := named - known - {EVERYONE}:
            raise ValueError(f"describe under roles: {', '.join(sorted(missing))}")
        return self

    @model_validator(mode="after")
    def _duration_is_that_of_the_usual_agenda(self) -> Self:
        usual = [agenda.duration_min for agenda in self.agendas if agenda.scale is Scale.USUAL]
        if self.rhythm.duration_min not in {*usual, sum(usual)}:
            raise ValueError(f"duration_min is none of the usual agendas ({usual}) nor their sum")
        return self

    @model_validator(mode="after")
    def _cost_lies_in_its_range(self) -> Self:
        total = self.cost.total(self.size)
        if not self.cost.low <= total <= self.cost.high:
            raise ValueError(f"the items cost {total:.0f} euros, outside of low and high")
        return self

    @model_validator(mode="after")
    def _preparation_fits_the_lead_time(self) -> Self:
        first = self.checklists.before[0].offset
        if first != -7 * self.lead_weeks:
            raise ValueError(f"the first task is due at {-7 * self.lead_weeks}, not at {first}")
        return self

    @model_validator(mode="after")
    def _fits_on_paper(self) -> Self:
        for scale in Scale:
            if (lines := agenda_lines(self.agendas_at(scale))) > PRINTED_LINES:
                raise ValueError(f"the {scale} agenda needs {lines} lines of {PRINTED_LINES}")
        if (lines := checklist_lines(self.checklists)) > PRINTED_LINES:
            raise ValueError(f"the checklists need {lines} lines of {PRINTED_LINES}")
        return self


def agenda_lines(agendas: tuple[Agenda, ...]) -> int:
    """Estimate the printed lines of agendas: a heading of two lines each, then step by step."""
    texts = (
        text
        for agenda in agendas
        for step in agenda.steps
        for text in (f"{step.title} {step.what}", step.say, step.material)
    )
    return 2 * len(agendas) + sum(ceil(len(text) / _AGENDA_WIDTH) for text in texts)


def checklist_lines(checklists: Checklists) -> int:
    """Estimate the printed lines of the three checklists with their headings."""
    return 6 + sum(ceil(len(task.text) / _CHECKLIST_WIDTH) for task in checklists.tasks)


def _claims(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name == "source":
                yield inner
            else:
                yield from _claims(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _claims(inner)
