"""What the head of a chapter of the playbook says, and of a sheet that stands beside the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from oic_kit.model.part import Part
from oic_kit.model.text import Line, Name

LAST_PART = 6
"""Parts of the book are numbered from 0."""


class SheetHead(Part):
    """The head of a document of a few pages, such as the Monday sheet."""

    title: Annotated[Name, Field(description="write the title of the page, in quotes")]
    description: Annotated[
        Line, Field(min_length=1, description="write one sentence that says what it is about")
    ]


class ChapterHead(SheetHead):
    """The head of a chapter."""

    part: Annotated[
        int, Field(ge=0, le=LAST_PART, description=f"write the part, from 0 to {LAST_PART}")
    ]
    number: Annotated[int, Field(ge=0, le=99, description="write the number of the chapter")]


@dataclass(frozen=True)
class Text:
    """A text of the playbook as it lies in the folder of a place.

    Args:
        file: its name, such as `06-size.md`.
        id: its name without number and ending: the same in every language.
        body: Markdown without the head.
    """

    file: str
    id: str
    head: SheetHead
    body: str


@dataclass(frozen=True)
class Chapter(Text):
    """One chapter of the book."""

    head: ChapterHead
