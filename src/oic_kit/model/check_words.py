"""What a language brings along for checks: names of days and months, and words that give away."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oic_kit.model.part import Part

Names = Annotated[tuple[tuple[str, ...], ...], Field(min_length=1)]
Patterns = tuple[str, ...]
"""Regular expressions; case is ignored unless a field says otherwise."""


class Outdated(Part):
    """A name or reference that is no longer right.

    Args:
        marker: letters that are in every such text, in small letters: looked for first, for speed.
        pattern: what to look for, as a regular expression.
        instead: what is right today, in the language of the file; empty when nothing is.
        note: why nothing is right instead.
    """

    marker: str
    pattern: str
    instead: str = ""
    note: str = ""


class CheckWords(Part):
    """The words of one language.

    Args:
        weekdays: all names of each day, Monday first; case does not matter.
        short_weekdays: abbreviations, which count only as they are written here.
        months: all names of each month, January first.
        dates: how a date is written; `{day}`, `{month}`, `{number}` and `{year}` stand for parts.
        before_date: what may stand between the name of a day and its date.
        upcoming: what announces something.
        poor_alt: beginnings of alternative texts that say nothing.
        formal: words that address a reader formally; their case counts.
        informal: words that address a reader as an equal.
        placeholders: what stands where somebody still has to write something.
        outdated: names of law that are no longer right.
        heads: words for somebody who leads a part of an administration and does not represent it.
        vague_links: whole texts of links that do not say where they lead.
        rights_reserved: what contradicts an open licence.
        analysis: what describes that visitors are watched.
        contact_form: what describes a contact form.
        interest: the legal basis that a public body cannot rely on.
        as_of: what stands before the day on which a legal text was last changed.
    """

    weekdays: Annotated[Names, Field(max_length=7)]
    short_weekdays: Annotated[Names, Field(max_length=7)]
    months: Annotated[Names, Field(max_length=12)]
    dates: Annotated[Patterns, Field(min_length=1)]
    before_date: str
    upcoming: Patterns
    poor_alt: Patterns
    formal: Patterns = ()
    informal: Patterns = ()
    placeholders: Patterns = ()
    outdated: tuple[Outdated, ...] = ()
    heads: Patterns = ()
    vague_links: Patterns = ()
    rights_reserved: Patterns = ()
    analysis: Patterns = ()
    contact_form: Patterns = ()
    interest: Patterns = ()
    as_of: Patterns = ()
