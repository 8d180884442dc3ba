"""Kinds of actors that most places have: they fill the grid until a place has placed its own."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from oic_kit.model.part import Part
from oic_kit.model.place import Kind
from oic_kit.model.site_blocks import Group
from oic_kit.model.text import Slug

_Degree = Annotated[int, Field(ge=0, le=3)]


class SampleRow(Part):
    """A kind of actor that most places have: where it usually stands, and for which places."""

    id: Slug
    group: Group
    influence: _Degree
    interest: _Degree
    kinds: tuple[Kind, ...] = tuple(Kind)


class SampleTable(Part):
    """Everything that `actors.yaml` holds."""

    samples: Annotated[tuple[SampleRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _every_group(self) -> Self:
        for kind in Kind:
            found = {row.group for row in self.samples if kind in row.kinds}
            if missing := set(Group) - found:
                raise ValueError(f"{kind}: give a sample of {', '.join(sorted(missing))}")
        return self
