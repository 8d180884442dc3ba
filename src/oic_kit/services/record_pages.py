"""Seed pages that are made from records: each chosen format and each method, in each language.

The record stays the kit's; the page belongs to the place as soon as it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from oic_kit.errors import Fault, PlaceFileError
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.method_record import MethodRecord
from oic_kit.model.method_words import MethodWords
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.format_records import formats
from oic_kit.services.method_records import method_words, methods
from oic_kit.services.page_text import page_text

_SHORTEST_DESCRIPTION = 40
_LONGEST_DESCRIPTION = 200
# What the page of a method takes from its record as it stands.
_METHOD_FIELDS = {
    "goal",
    "phases",
    "duration_min",
    "group_min",
    "group_max",
    "difficulty",
    "place_mode",
    "materials",
    "accessibility_tips",
    "pitfalls",
    "origin",
    "origin_url",
}


def write_record_pages(place: Place, folder: Path) -> None:
    """Write the pages of formats and methods into the folder of a place.

    Raises:
        PlaceFileError: the place chose a format that the kit does not have.
    """
    for code in place.site.languages:
        chosen = _chosen(place, code) if place.modules.formats else []
        for record in chosen:
            _write(folder, f"formats/{record.id}/index.{code}.md", format_page(record))
        if place.modules.methods:
            known, words = methods(code), method_words(code)
            for method in known.values():
                text = method_page(method, words, known, chosen)
                _write(folder, f"methods/{method.id}/index.{code}.md", text)


def _chosen(place: Place, code: str) -> list[FormatRecord]:
    known = formats(code)
    if unknown := [name for name in place.formats if name not in known]:
        raise _unknown(unknown, list(known))
    return [known[name] for name in place.formats]


def _write(folder: Path, path: str, text: str) -> None:
    page = folder / "site" / "content" / path
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8", newline="\n")


def format_page(record: FormatRecord) -> str:
    """The page of a format: what the record says to the public, as front matter and text."""
    head = {
        "title": record.title,
        "description": public_description(record),
        "promise": record.promise,
        "rhythm": record.rhythm.every.value,
        "duration_min": record.rhythm.duration_min,
        "mode": record.rhythm.mode,
        "audience": [audience.value for audience in record.audience],
        "how_to_join": record.site.how_to_join,
        "steps": list(record.site.steps),
        "weight": record.order,
    }
    if record.size.unit == "people":
        head |= {"group_min": record.size.min, "group_max": record.size.max}
    return page_text(head, record.purpose)


def public_description(record: FormatRecord) -> str:
    """The promise; with the rhythm before it where it is too short to stand alone."""
    if len(record.promise) >= _SHORTEST_DESCRIPTION:
        return record.promise
    return f"{record.rhythm.text}. {record.promise}"[:_LONGEST_DESCRIPTION]


def method_page(
    record: MethodRecord,
    words: MethodWords,
    known: Mapping[str, MethodRecord],
    chosen: Iterable[FormatRecord],
) -> str:
    """The page of a method: goal, steps and advice as front matter, the rest as text.

    Args:
        record: the method.
        words: the words around it, in the same language.
        known: all methods by id, for the titles of those that follow.
        chosen: the formats of the place; others are not named.
    """
    head: dict[str, Any] = {"title": record.title, "description": record.goal}
    head |= record.model_dump(mode="json", include=_METHOD_FIELDS, exclude_none=True)
    head["steps"] = [
        {
            "title": step.title,
            "minutes": step.minutes,
            "text": f"{step.text} {words.say.format(text=step.say)}",
        }
        for step in record.steps
    ]
    head["variations"] = [{"title": one.title, "text": one.text} for one in record.variations]
    head["weight"] = record.order
    return page_text(head, "\n\n".join(_method_text(record, words, known, chosen)))


def _method_text(
    record: MethodRecord,
    words: MethodWords,
    known: Mapping[str, MethodRecord],
    chosen: Iterable[FormatRecord],
) -> Iterator[str]:
    yield record.why
    yield words.practise.format(text=record.question)
    # Other pages are named, not linked: a place that deletes one leaves no dead link behind.
    yield words.next.format(names=", ".join(known[name].title for name in record.next))
    if helps := [form.title for form in chosen if form.id in record.good_for]:
        yield words.good_for.format(names=", ".join(helps))


def _unknown(names: list[str], known: list[str]) -> PlaceFileError:
    cure = _("choose from: {formats}").format(formats=", ".join(known))
    return PlaceFileError(
        _("place.yaml names formats that oic-kit does not have: {names}").format(
            names=", ".join(names)
        ),
        remedy=cure,
        faults=[Fault("formats", name, cure) for name in names],
    )
