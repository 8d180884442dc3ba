"""The words around a method record on its page, one set per language."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oic_kit.model.part import Part
from oic_kit.model.text import Line

_Text = Annotated[Line, Field(pattern=r"\{text\}")]
_Names = Annotated[Line, Field(pattern=r"\{names\}")]


class MethodWords(Part):
    """Sentences with a gap in braces.

    Args:
        say: around the sentence to say aloud, with the quotes of the language.
        practise: around the example question.
        next: before the methods that follow well.
        good_for: before the formats in which the method helps.
    """

    say: _Text
    practise: _Text
    next: _Names
    good_for: _Names
