"""What every block of `place.yaml` has in common, and the fact that somebody must confirm."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from oic_kit.model.text import Line


def _day(given: Any) -> Any:
    """Read a day from text: a strict model does so by itself only where no short form is read."""
    if isinstance(given, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        with contextlib.suppress(ValueError):  # 31 June is left for the model to refuse
            return date.fromisoformat(given)
    return given


Day = Annotated[date, BeforeValidator(_day)]
"""A day as people write it in `place.yaml`: `2027-03-01`."""


class Part(BaseModel):
    """A block of `place.yaml`: frozen once read, and a key nobody knows is a fault."""

    # Built when first used: a command uses a few of all blocks, and blocks within blocks only once.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class State(StrEnum):
    """How sure a legal fact is. Only `confirmed` and `not_applicable` may go live."""

    CONFIRMED = "confirmed"
    DRAFT = "draft"
    PLACEHOLDER = "placeholder"
    NOT_APPLICABLE = "not_applicable"


class Fact(Part):
    """A legal fact with its state; a plain text in a profile is read as a draft.

    Source:
        `research/legal.md` 1.1: every legal field is an object, never a bare string.
    """

    value: Annotated[Line, Field(description="write the fact on one line")] = ""
    state: Annotated[
        State,
        Field(description="write confirmed, draft, placeholder or not_applicable"),
    ] = State.PLACEHOLDER
    reason: Annotated[Line, Field(description="say why the fact does not apply")] = ""
    confirmed_by: Annotated[Line, Field(description="write the role that confirmed it")] = ""
    confirmed_on: Annotated[
        Day | None, Field(description="write a date as year-month-day, e.g. 2027-03-01")
    ] = None
    review_by: Annotated[
        Day | None, Field(description="write a date as year-month-day, e.g. 2028-03-01")
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, given: Any) -> Any:
        if given is None or given == "":
            return {}
        if isinstance(given, str):
            return {"value": given, "state": State.DRAFT}
        return given

    @model_validator(mode="after")
    def _state_fits(self) -> Self:
        if self.state in (State.CONFIRMED, State.DRAFT) and not self.value:
            raise ValueError("fill in the value, or set its state to placeholder")
        if self.state is State.NOT_APPLICABLE and not self.reason:
            raise ValueError("give a reason why this fact does not apply")
        return self

    @property
    def known(self) -> bool:
        """Whether there is something to print."""
        return bool(self.value)
