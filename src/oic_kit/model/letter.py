"""Letters and forms of a place: what their heads say, and what is left for a human to fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from oic_kit.model.chapter import SheetHead, Text
from oic_kit.model.format_record import Trigger
from oic_kit.model.text import Line

_Sentence = Annotated[Line, Field(min_length=8, max_length=400)]
_ENTITY = re.compile(r"&#\d+;")
# Words in square brackets; a link has an address behind them, a box to tick holds one sign.
_FIELD = re.compile(r"\[([^\[\]]{2,})\](?!\()")


class LetterHead(SheetHead):
    """The head of a letter or form; its title stands above the text, the rest on the last page.

    Args:
        goes_with: formats that need it, by what they trigger in law; `every-format` means all.
    """

    when: Annotated[_Sentence, Field(description="write when the letter is needed")]
    signed_by: Annotated[_Sentence, Field(description="write who signs it, as a role")]
    caution: Annotated[_Sentence, Field(description="write what the legal office should look at")]
    sources: Annotated[_Sentence, Field(description="write where the text comes from")]
    goes_with: Annotated[
        tuple[Trigger | Literal["every-format"], ...],
        Field(description="write a list such as [every-format] or [photo, minors]"),
    ] = ()


@dataclass(frozen=True)
class Letter(Text):
    """One letter or form as it lies in the folder of a place."""

    head: LetterHead

    @property
    def fields(self) -> tuple[str, ...]:
        """What somebody has to fill in, each once, in the order of the text."""
        return fields_of(self.body)


def fields_of(text: str) -> tuple[str, ...]:
    """Find what stands in square brackets in a text.

    Args:
        text: Markdown; brackets in the words of a place are character references there.
    """
    found = (" ".join(field.split()) for field in _FIELD.findall(_ENTITY.sub("", text)))
    return tuple(dict.fromkeys(found))
