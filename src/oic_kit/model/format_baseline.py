"""What every format shares and no record repeats: access for all, and what the law asks for."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.format_blocks import OURS, Paragraph, Source, Sourced
from oic_kit.model.format_record import Trigger
from oic_kit.model.part import Part
from oic_kit.model.text import Line


class Legal(Part):
    """One legal trigger: what it is called and what to settle, without advising on the law."""

    title: Annotated[Line, Field(min_length=3, max_length=60)]
    text: Paragraph


class FormatBaseline(Part):
    """Access that holds for every format, the legal triggers, and how many come.

    Source:
        `research/playbook.md` C.0, "Access baseline" and "Legal triggers used".
    """

    access: Annotated[tuple[Sourced, ...], Field(min_length=5)]
    turnout: Annotated[tuple[Sourced, ...], Field(min_length=1)]
    legal: dict[Trigger, Legal]
    sources: tuple[Source, ...]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if missing := set(Trigger) - set(self.legal):
            raise ValueError(f"explain the triggers {', '.join(sorted(missing))}")
        cited = {fact.source for fact in self.access + self.turnout} - {OURS}
        if cited != {source.id for source in self.sources}:
            raise ValueError("sources holds exactly what access and turnout cite")
        return self
