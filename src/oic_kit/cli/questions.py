"""The questions of the interview: one list, in the order in which they are asked.

A question knows its block of the record, its default, its rule and what its answer causes.
The rule comes from the model, so the terminal refuses exactly what the file would refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from oic_kit.cli.prompts import Option
from oic_kit.model.text import Line
from oic_kit.say import _
from oic_kit.services.place_file import field_of

Answers = Mapping[str, Any]
"""What the reader answered, by key of the record; untouched defaults are not in it."""


@dataclass(frozen=True)
class Question:
    """One question. Everything that depends on earlier answers is a function of them.

    With `several`, any number of the options may be chosen, and answer and default are lists.
    """

    key: str
    group: str
    ask: str
    explain: str
    default: Callable[[Answers], Any]
    options: Callable[[Answers], Sequence[Option]] | None = None
    applies: Callable[[Answers], bool] = lambda _answers: True
    echo: Callable[[Answers], Sequence[str]] = lambda _answers: ()
    optional: bool = False
    several: bool = False

    def fault(self, given: str) -> str:
        """Say what is wrong with a typed answer; empty when the record would take it."""
        if not given:
            return "" if self.optional else _("Please type something.")
        return fault_in(self.key, given)


def fault_in(key: str, given: str) -> str:
    """Hold one typed value against the model: the cure, or nothing.

    Args:
        key: dotted path in the record, such as `contact.email`; another key is one line of text.
        given: what was typed; for a number, its digits.
    """
    field = field_of(key)
    rule: Any = Annotated[field.annotation, field] if field else Line
    try:
        TypeAdapter(rule).validate_strings(given)
    except ValidationError as error:
        detail = error.errors()[0]
        if detail["type"] == "value_error":
            return _(str(detail["ctx"]["error"]))
        described = field.description if field else None
        return _(described) if described else str(detail["msg"])
    return ""
