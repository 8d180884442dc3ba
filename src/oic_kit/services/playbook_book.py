"""Gather a playbook as one value: what the reader of pandoc and the layout of Typst work from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date

import oic_kit
from oic_kit.model.chapter import LAST_PART, Chapter, Text
from oic_kit.model.edition import edition
from oic_kit.model.marks import MARKS, WIDTHS, Bar, Disc, Shape
from oic_kit.model.place import Place
from oic_kit.model.playbook_plan import Plan
from oic_kit.model.promises import Roles
from oic_kit.model.wordmark_lines import wordmark_lines
from oic_kit.services.derive import palette_of
from oic_kit.services.language_data import languages
from oic_kit.services.place_file import read_place
from oic_kit.services.playbook_chapters import chapters, sheets
from oic_kit.services.playbook_values import plan_of
from oic_kit.services.playbook_words import BOXES, Words, playbook_words
from oic_kit.services.template import files_below

_FOREIGN = "playbook_foreign_"


@dataclass(frozen=True)
class Source:
    """The folder of a place as far as its playbook goes.

    Args:
        place: the record as it stands now; name and colours come from it.
        written: the record from which the texts were written; dates come from it, so that the
            calendar file never says another day than the chapters.
    """

    folder: Path
    place: Place
    written: Place

    @classmethod
    def of(cls, folder: Path) -> Source:
        """Read the record of a folder, and the one its texts were written from."""
        place = read_place(folder / "place.yaml")
        base = folder / ".oic" / "base" / "place.yaml"
        return cls(folder, place, read_place(base) if base.is_file() else place)

    @cached_property
    def plan(self) -> Plan:
        """The plan that the texts speak of."""
        return plan_of(self.written)

    @cached_property
    def edition(self) -> str:
        """The number of this edition."""
        return edition(self._kit(), self._printed())

    def _kit(self) -> str:
        about = self.folder / ".oic" / "kit.json"
        held = json.loads(about.read_text(encoding="utf-8")) if about.is_file() else {}
        return str(held.get("kit", oic_kit.__version__))

    def _printed(self) -> Iterator[tuple[str, bytes]]:
        for path in files_below(self.folder / "playbook"):
            yield path.relative_to(self.folder).as_posix(), path.read_bytes()
        yield "place.yaml", json.dumps(self.place.model_dump(mode="json")).encode()


def book_of(source: Source, language: str) -> dict[str, Any]:
    """The whole book in one language: parts with their chapters, and all that stands around them.

    Raises:
        PageError: some chapters do not hold.
    """
    words = playbook_words(language, source.folder)
    found = chapters(source.folder, language)
    title = f"{words['playbook_name']} {source.place.site.title}"
    return {
        **around(source, language, words, title, words["playbook_subtitle"]),
        "parts": list(_parts(found, words, source.plan.assessment.priorities)),
        "files": [{"file": chapter.file, "id": chapter.id} for chapter in found],
        "beside": [{"id": it.id, **_head(it)} for it in sheets(source.folder, language)],
    }


def sheets_of(source: Source, language: str) -> dict[str, dict[str, Any]]:
    """The documents beside the book, by name; each has a `sheet` instead of parts."""
    words = playbook_words(language, source.folder)
    return {
        text.id: {
            **around(source, language, words, text.head.title, text.head.description),
            "sheet": {"id": text.id, "file": text.file, **_head(text), "body": text.body},
            "files": [],
        }
        for text in sheets(source.folder, language)
    }


def around(
    source: Source, language: str, words: Words, title: str, description: str
) -> dict[str, Any]:
    """What every document carries: who, in which language, which edition, and how it looks."""
    place, locale = source.place, languages()[language].locale
    short = {key.removeprefix("playbook_"): text for key, text in words.items()}
    return {
        "meta": {
            "title": title,
            "author": place.site.title,
            "description": description,
            "lang": locale,
            "edition": source.edition,
        },
        "lang": language,
        "region": locale.partition("-")[2],
        "edition": source.edition,
        "running": place.site.title,
        "title": _light_and_bold(place),
        "words": short,
        "start": _start(source.plan.roadmap.start, locale),
        "facts": [short["note"], f"{short['edition']} {source.edition}", short["license"]],
        "look": _look(place),
        "boxes": [{"role": role, "title": short[f"box_{role}"]} for role in BOXES],
        "phrases": list(_phrases(words)),
    }


def _parts(
    found: tuple[Chapter, ...], words: Words, priorities: tuple[int, ...]
) -> Iterator[dict[str, Any]]:
    for number in range(LAST_PART + 1):
        inside = [chapter for chapter in found if chapter.head.part == number]
        if inside:
            yield {
                "number": number,
                "title": words[f"playbook_part_{number}"],
                "chapters": [_chapter(chapter, priorities) for chapter in inside],
            }


def _chapter(chapter: Chapter, priorities: tuple[int, ...]) -> dict[str, Any]:
    number = chapter.head.number
    return {
        "id": chapter.id,
        "file": chapter.file,
        **_head(chapter),
        "number": number,
        "priority": number in priorities,
        "body": chapter.body,
    }


def _head(text: Text) -> dict[str, str]:
    return {"title": text.head.title, "description": text.head.description}


def _light_and_bold(place: Place) -> list[dict[str, Any]]:
    """The title of the site; the name of the place in it is bold."""
    before, name, after = place.site.title.partition(place.name)
    if not name:
        return [{"text": place.site.title, "bold": True}]
    runs = [(before, False), (name, True), (after, False)]
    return [{"text": text, "bold": bold} for text, bold in runs if text]


def _start(day: date, locale: str) -> dict[str, str]:
    """The first day of the work, in the pieces that the cover sets in different sizes."""
    spoken = Locale.parse(locale, sep="-")
    long = format_date(day, "long", locale=spoken)
    figure = format_date(day, "d", locale=spoken)
    dot = "." if long.startswith(f"{figure}.") else ""
    return {"day": figure + dot, "month": format_date(day, "LLLL y", locale=spoken), "long": long}


def _look(place: Place) -> dict[str, Any]:
    """The mark and the colours of the place; paper is always light."""
    identity, colours = place.brand.identity, palette_of(place).light
    lines = wordmark_lines(place)
    return {
        "identity": identity,
        "colours": dict(colours),
        "mark": [_shape(shape, colours) for shape in MARKS[identity]],
        "mark_width": WIDTHS[identity],
        "lines": [[{"text": run.text, "bold": run.bold} for run in line] for line in lines],
        "wordmark": "wordmark.svg",
        "wordmark_alt": place.site.title,
    }


def _shape(shape: Shape, colours: Roles) -> dict[str, Any]:
    paints = {"accent": colours["accent"], "mark": colours["brand"]}
    kind = "disc" if isinstance(shape, Disc) else "bar" if isinstance(shape, Bar) else "half"
    width = shape.width if isinstance(shape, Bar) else shape.height / (2 if kind == "half" else 1)
    return {
        "shape": kind,
        "x": shape.x,
        "y": shape.y,
        "width": width,
        "height": shape.height,
        "colour": paints[shape.part],
    }


def _phrases(words: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Phrases of other languages, for whoever has the document read aloud."""
    for key, text in words.items():
        if key.startswith(_FOREIGN):
            for phrase in text.split(";"):
                yield {"text": phrase.strip(), "lang": key.removeprefix(_FOREIGN)}
