"""A language that generated texts may speak: how it is named, written and addressed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from oic_kit.model.part import Part
from oic_kit.model.text import Line, Slug


class Language(Part):
    """What `data/languages/<code>.yaml` says about a language."""

    locale: Annotated[
        str, Field(pattern=r"^[a-z]{2,3}-[A-Z]{2}$", description="write a locale, e.g. de-DE")
    ]
    label: Annotated[Line, Field(min_length=1, description="write what its speakers call it")]
    countries: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...],
        Field(description="write the codes of countries whose places start with this language"),
    ] = ()
    direction: Annotated[Literal["ltr", "rtl"], Field(description="write ltr or rtl")]
    paths: Annotated[
        dict[Slug, Slug], Field(min_length=1, description="write folder names and their addresses")
    ]
    spelling: Annotated[
        dict[str, dict[str, str]],
        Field(
            default_factory=dict,
            description="write country codes, and which letters are replaced there",
        ),
    ]
