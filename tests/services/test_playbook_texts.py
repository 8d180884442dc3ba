"""The texts in the data files: complete in both languages, and fit for every place and reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

from pydantic import BaseModel

from oic_kit.services.playbook_data import playbook_tables


def texts() -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of ours with the place where it stands; names of real bodies are left out."""
    tables = playbook_tables()
    for field in fields(tables):
        yield from _texts(field.name, getattr(tables, field.name))


def _texts(where: str, value: object) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in (
                "sources",
                "references",
                "dates",
                "holiday_words",
                "units",
                "counted",
                "numbers",
            ):
                yield from _texts(f"{where}.{name}", getattr(value, name))
    elif isinstance(value, dict) and {"de", "en"} <= set(value):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(f"{where}.{key}", inner)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _texts(f"{where}.{number}", inner)


def test_there_are_texts_to_look_at() -> None:
    """
    A reader of the two editions finds some four hundred texts of ours in each.
    """
    assert 350 < len(list(texts()))


def test_both_editions_have_the_same_gaps() -> None:
    """
    No reader finds a bare {name} in one language that is filled in the other.
    """

    def gaps(text: str) -> set[str]:
        return {gap for _, gap, _, _ in Formatter().parse(text) if gap}

    assert [] == [where for where, text in texts() if gaps(text["de"]) != gaps(text["en"])]


def test_no_text_names_the_kind_of_place() -> None:
    """
    A district does not read about a "city", a region not about a "Stadt".
    """
    noun = re.compile(r"\bstadt|städt|\bcity\b|\bcities\b|\bdistrict\b|\bbezirk", re.IGNORECASE)

    def said(text: dict[str, str]) -> str:
        return " ".join(text.values()).replace("Open Innovation City", "")

    about_kinds = ("kind-district", "space-district-most")
    own = {row.id for row in playbook_tables().assumptions.assumptions} & set(about_kinds)
    assert set(about_kinds) == own
    found = [where for where, text in texts() if noun.search(said(text))]
    rows = playbook_tables().assumptions.assumptions
    allowed = {f"assumptions.assumptions.{n}.text" for n, r in enumerate(rows) if r.id in own}
    assert [] == [where for where in found if where not in allowed]


def test_no_text_addresses_anybody() -> None:
    """
    The same text stands in an edition with "du", with "Sie" and with neither.
    """
    german = re.compile(r"\b(du|dich|dir|dein\w*|Sie|Ihnen|Ihr|Ihre\w*)\b")
    english = re.compile(r"\byour?\b", re.IGNORECASE)

    assert [] == [
        where for where, text in texts() if german.search(text["de"]) or english.search(text["en"])
    ]


def test_german_is_typeset_as_in_a_book() -> None:
    """
    German quotes, real dashes and real apostrophes wherever a reader looks.
    """
    wrong = re.compile(r"\"|“[^„]*“| - |\.\.\.|''")

    assert [] == [where for where, text in texts() if wrong.search(text["de"])]
