"""Posts: news, look-backs, interviews and guides."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from oic_kit.model.content import DAY, IDS, Day, Ids, Item, choice
from oic_kit.model.text import Line, Slug


class Category(StrEnum):
    """What kind of text a post is; free categories do not exist."""

    NEWS = "news"
    LOOKBACK = "lookback"
    INSIGHT = "insight"
    INTERVIEW = "interview"
    GUIDE = "guide"
    ANNOUNCEMENT = "announcement"


class Post(Item):
    """A text with a date and somebody who answers for it."""

    date: Annotated[Day, Field(title="Date", description=DAY)]
    authors: Annotated[Ids, Field(title="Authors", description=IDS)] = ()
    guest: Annotated[
        Line,
        Field(
            title="Guest author",
            validate_default=True,
            max_length=160,
            description="write who wrote it and for which organisation",
        ),
    ] = ""
    category: Annotated[Category, Field(title="Category", description=choice(Category))]
    lookback_of: Annotated[
        Slug | None, Field(title="Looks back on", description="write the folder name of the event")
    ] = None
    toc: Annotated[bool, Field(title="Table of contents", description="write true or false")] = (
        False
    )

    @field_validator("guest")
    @classmethod
    def _somebody_wrote_it(cls, value: str, info: ValidationInfo) -> str:
        if not value and not info.data.get("authors"):
            raise ValueError("name the authors (folders under people), or a guest")
        return value

    @field_validator("lookback_of")
    @classmethod
    def _only_a_look_back(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("category") is not Category.LOOKBACK:
            raise ValueError("write category: lookback, or remove this line")
        return value
