"""The annual report: what was planned and what was achieved, one data file a year."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from oic_kit.model.content import Link
from oic_kit.model.part import Part
from oic_kit.model.text import Localised, Slug

_LOCALISED = "write {de: …, en: …}"
_COUNT = "write a number that is not below 0"


class Principle(Part):
    """A guiding sentence that results are linked to."""

    id: Annotated[Slug, Field(description="use small letters and hyphens, e.g. open")]
    title: Annotated[Localised, Field(description=_LOCALISED)]
    text: Annotated[Localised, Field(description=_LOCALISED)]


class Result(Part):
    """One figure: planned and achieved in the same unit."""

    title: Annotated[Localised, Field(description=_LOCALISED)]
    planned: Annotated[float, Field(ge=0, description=_COUNT)]
    achieved: Annotated[float, Field(ge=0, description=_COUNT)]
    unit: Annotated[Localised, Field(description=_LOCALISED)]
    comment: Annotated[Localised, Field(default_factory=dict, description=_LOCALISED)]


class ReportCategory(Part):
    """Results that belong together, and the principles they serve."""

    name: Annotated[Localised, Field(description=_LOCALISED)]
    principles: Annotated[
        tuple[Slug, ...], Field(description="write a list of principles of this file")
    ] = ()
    results: Annotated[tuple[Result, ...], Field(min_length=1, description="write a list")]


class Other(Part):
    """Something that nobody had planned."""

    title: Annotated[Localised, Field(description=_LOCALISED)]
    count: Annotated[int, Field(ge=0, description=_COUNT)]


class Report(Part):
    """`site/data/report/<year>.yaml`."""

    year: Annotated[int, Field(ge=1990, le=2200, description="write a year, e.g. 2027")]
    sample: Annotated[bool, Field(description="write true or false")] = False
    note: Annotated[Localised, Field(default_factory=dict, description=_LOCALISED)]
    sources: Annotated[
        tuple[Link, ...], Field(description="write a list of {label: …, url: https://…}")
    ] = ()
    principles: Annotated[tuple[Principle, ...], Field(min_length=1, description="write a list")]
    categories: Annotated[
        tuple[ReportCategory, ...], Field(min_length=1, description="write a list")
    ]
    other: Annotated[tuple[Other, ...], Field(description="write a list")] = ()

    @field_validator("categories")
    @classmethod
    def _principles_exist(
        cls, value: tuple[ReportCategory, ...], info: ValidationInfo
    ) -> tuple[ReportCategory, ...]:
        known = {principle.id for principle in info.data.get("principles", ())}
        for category in value:
            if known and not known.issuperset(category.principles):
                raise ValueError("name only principles that stand above, by their id")
        return value
