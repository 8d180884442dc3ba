"""What a wordmark says, and how its words are broken into lines."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass

from oic_kit.model.place import Place

_SHORT = 18  # a name up to here stands behind "City", as in the original
_LINE = 24


@dataclass(frozen=True)
class Words:
    """A run of words in one weight: bold is the place itself, light is everything else."""

    text: str
    bold: bool


Line = tuple[Words, ...]


def wordmark_lines(place: Place) -> tuple[Line, ...]:
    """Break the words of a place's mark into two to five lines.

    The open brand always says "Open Innovation City" and the name; an identity of its own says the
    title of the site.
    """
    name = place.name
    if place.brand.identity == "oic":
        if len(name) <= _SHORT:
            last = (Words("City ", bold=False), Words(name, bold=True))
            return (_light("Open"), _light("Innovation"), last)
        return (_light("Open Innovation City"), *_lines(name, bold=True))
    title = place.site.title
    if name not in title:
        return _lines(title, bold=True)
    before, _, after = title.partition(name)
    if len(title) <= _LINE:
        runs = (Words(before, bold=False), Words(name, bold=True), Words(after, bold=False))
        return (tuple(run for run in runs if run.text),)
    return (
        *_lines(before, bold=False),
        *_lines(name, bold=True),
        *_lines(after, bold=False),
    )


def _light(text: str) -> Line:
    return (Words(text, bold=False),)


def _lines(text: str, *, bold: bool) -> tuple[Line, ...]:
    """As few lines as fit, and those about equally long; a single long word stays whole."""
    text = text.strip()
    few = math.ceil(len(text) / _LINE)
    width = math.ceil(len(text) / few) if few else 1
    while len(found := textwrap.wrap(text, width, break_long_words=False)) > few:
        width += 1
        if width > len(text):
            break
    return tuple((Words(line, bold=bold),) for line in found)
