"""Pages that stand for themselves, lists, and the first page."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from oic_kit.model.content import Base, Lead
from oic_kit.model.text import Line, Slug, Text

_BOILERPLATE = "write a text that newspapers may copy, or leave it out"
_BESIDE = "write the name of a file beside this one"


class SinglePage(Base):
    """A page that stands for itself, such as "about" or the imprint."""

    layout: Annotated[
        Line,
        Field(
            title="Look",
            pattern=r"^[a-z0-9-]*$",
            description="leave it as it was; it picks the look",
        ),
    ] = ""
    url: Annotated[
        Line,
        Field(
            title="Address",
            pattern=r"^([a-z0-9-]+/)*$",
            description="write small letters and a slash at the end, e.g. ueber-uns/",
        ),
    ] = ""
    lead: Lead = ""
    toc: Annotated[bool, Field(title="Table of contents", description="write true or false")] = (
        False
    )
    boilerplate_short: Annotated[
        Text, Field(title="Text for the press, short", max_length=300, description=_BOILERPLATE)
    ] = ""
    boilerplate_medium: Annotated[
        Text, Field(title="Text for the press, medium", max_length=800, description=_BOILERPLATE)
    ] = ""
    boilerplate_long: Annotated[
        Text, Field(title="Text for the press, long", max_length=2000, description=_BOILERPLATE)
    ] = ""
    reviewed: Annotated[
        Line,
        Field(
            title="Tested by", max_length=160, description="write who tested the text or the film"
        ),
    ] = ""
    video: Annotated[Line, Field(title="Film", description=_BESIDE)] = ""
    captions: Annotated[Line, Field(title="Captions of the film", description=_BESIDE)] = ""
    transcript: Annotated[Line, Field(title="Transcript of the film", description=_BESIDE)] = ""


class Section(Base):
    """The page of a list: its title and what stands above the list."""

    lead: Lead = ""
    outputs: Annotated[
        tuple[Slug, ...], Field(description="write a list such as [html, calendar]")
    ] = ()
    cascade: Annotated[
        dict[str, Any] | list[Any] | None,
        Field(description="leave it as it was; Hugo hands these values down"),
    ] = None


class Home(Section):
    """The first page."""

    # The name of the place stands here, and some places have a name of one letter.
    title: Annotated[
        Line, Field(min_length=1, max_length=120, description="write the name of the place")
    ]
    claim: Annotated[
        Line,
        Field(
            min_length=10,
            max_length=120,
            description="write one sentence of 10 to 120 letters with a **bold** word",
        ),
    ]
