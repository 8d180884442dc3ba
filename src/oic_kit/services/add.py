"""Add a page: from what somebody said to files in every language, all of them or none."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from oic_kit.errors import Fault, FolderError
from oic_kit.model.content_fields import SINGULAR, fields_of
from oic_kit.model.content_kinds import KINDS
from oic_kit.model.gender_stars import with_kept_stars
from oic_kit.model.place import Place
from oic_kit.model.slug import slug
from oic_kit.model.text import Slug
from oic_kit.say import _, language
from oic_kit.services.add_defaults import (
    completed,
    in_other_words,
    is_named_like_its_format,
    record_of,
)
from oic_kit.services.add_values import ID, TEXT, Told, refuse
from oic_kit.services.content_fit import misfits
from oic_kit.services.event_days import EventDays, day_in_words
from oic_kit.services.faults import faults_of
from oic_kit.services.front_matter import HeadError, split_page
from oic_kit.services.new_page import as_stub, write_pages
from oic_kit.services.page_body import findings_in, shortcodes_of
from oic_kit.services.page_text import page_text
from oic_kit.services.pages import Content, Page

# Words that may be the same in every language, such as the name of a house.
_NAMES = frozenset({"venue", "org", "guest", "price", "origin", "links", "winners"})


@dataclass(frozen=True)
class Added:
    """What was added.

    Args:
        files: paths below the folder of the place, the main language first.
        waiting: those of them that wait for their translation.
        notes: what the reader should know, such as a holiday on the day of an event.
    """

    files: tuple[str, ...]
    waiting: tuple[str, ...]
    notes: tuple[str, ...] = ()


def add(folder: Path, place: Place, kind: str, told: Told, *, today: datetime.date) -> Added:
    """Write a new page in every language of the site.

    Args:
        folder: the folder of the place.
        place: its record.
        kind: folder below `site/content/`.
        told: what somebody said.
        today: what counts as today.

    Raises:
        PageError: with every fault of the answers at once.
        FolderError: the name is taken, or nothing can be written.
    """
    days = EventDays(place, today)
    values = _ordered(kind, completed(kind, told.values, days))
    name = told.id or proposed_id(kind, values, today)
    editions = list(_editions(kind, values, told, place))
    pages = {path_of(kind, name, it.language): it.text for it in editions}
    faults = [*_name_faults(name), *faults_in(kind, values)]
    faults += (fault for it in editions[1:] for fault in _own_faults(kind, it))
    refuse([*faults, *_misfits(folder, place, kind, name, pages)])
    _refuse_taken(folder, kind, name)
    write_pages(folder, pages)
    return Added(
        files=tuple(pages),
        waiting=tuple(path_of(kind, name, it.language) for it in editions if it.waits),
        notes=tuple(_notes(kind, values, days)),
    )


@dataclass(frozen=True)
class _Edition:
    """The new page in one language.

    Args:
        said: fields for which somebody gave words in this language.
        waits: whether words are missing.
    """

    language: str
    values: Mapping[str, Any]
    said: frozenset[str]
    text: str
    waits: bool = False


def _editions(kind: str, values: Mapping[str, Any], told: Told, place: Place) -> Iterator[_Edition]:
    """The page in every language, the main one first."""
    main, *others = place.site.languages
    text = with_kept_stars(told.text)
    yield _Edition(main, values, frozenset(values), page_text(values, text))
    for code in others:
        said = {**in_other_words(values, place, code), **told.words.get(code, {})}
        words = {key: value for key, value in said.items() if key != TEXT}
        other = _ordered(kind, {**values, **words})
        body = with_kept_stars(str(said.get(TEXT, told.text)))
        whole = _is_complete(kind, values, words) and (TEXT in said or not told.text)
        written = page_text(other, body) if whole else as_stub(other, body)
        yield _Edition(code, other, frozenset(words), written, waits=not whole)


def _own_faults(kind: str, edition: _Edition) -> Iterator[Fault]:
    """Faults in what a further language says itself; all others are those of the main one."""
    for fault in faults_in(kind, edition.values):
        if fault.key.partition(".")[0] in edition.said:
            yield Fault(f"{fault.key}.{edition.language}", fault.given, fault.cure)


def path_of(kind: str, name: str, language: str) -> str:
    """Where a page lies, below the folder of the place."""
    return f"site/content/{kind}/{name}/index.{language}.md"


def proposed_id(kind: str, values: Mapping[str, Any], today: datetime.date) -> str:
    """The name of a folder that follows from the title; events carry their year.

    A date that is called like its format is named like the dates of a series.
    """
    if kind == "events" and is_named_like_its_format(values):
        return f"{values['format']}-{str(values.get('start', ''))[:10]}".rstrip("-")
    single = next(one for one, folder in SINGULAR.items() if folder == kind)
    name = slug(str(values.get("title", "")), fallback=f"{single}-{today.isoformat()}")
    year = str(values.get("start", ""))[:4]
    if kind == "events" and year.isdigit() and year not in name:
        name = f"{name[:55].rstrip('-')}-{year}"
    return name


def faults_in(kind: str, values: Mapping[str, Any]) -> list[Fault]:
    """What the model of a kind says against some values; empty when they hold."""
    model = KINDS[kind]
    try:
        model.model_validate_json(json.dumps(values))
    except ValidationError as error:
        return faults_of(error, given=values, model=model)
    except UnicodeEncodeError:
        return [Fault("", "", _("remove the broken character (half of a surrogate pair)"))]
    return []


def is_taken(folder: Path, kind: str, name: str) -> bool:
    """Whether there is such a folder already, whatever the case of its letters."""
    root = folder / "site" / "content" / kind
    held = (path.name.casefold() for path in root.iterdir()) if root.is_dir() else ()
    return name.casefold() in held


def _ordered(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values in the order of the model; keys that nobody knows come last and become faults."""
    order = [field.name for field in fields_of(kind)]
    known = {name: values[name] for name in order if name in values}
    return {**known, **{key: value for key, value in values.items() if key not in known}}


def _is_complete(kind: str, values: Mapping[str, Any], words: Mapping[str, Any]) -> bool:
    """Whether a language has words of its own for everything that needs them."""
    needed = {field.name for field in fields_of(kind) if field.translated} - _NAMES
    # Whoever only confirms what is proposed has not translated it yet.
    echoed = words.get("description") == values.get("description")
    return not echoed and all(name in words for name in needed & values.keys())


def _name_faults(name: str) -> Iterator[Fault]:
    try:
        TypeAdapter(Slug).validate_python(name)
    except ValidationError as error:
        yield Fault(ID, name, _(str(error.errors()[0]["ctx"]["error"])))


def _misfits(
    folder: Path, place: Place, kind: str, name: str, pages: Mapping[str, str]
) -> Iterator[Fault]:
    """What does not fit the rest of the site: names of items, topics, pictures, links."""
    site = folder / "site"
    new, known = [], shortcodes_of(site)
    for path, text in pages.items():
        try:
            head, body, line = split_page(text)
        except HeadError:
            return  # signs that no file can hold; the model names them
        # Not held against the model: its faults are told beside these, all at once.
        meta = KINDS[kind].model_construct(**head.values)
        language = path.split(".")[-2]
        file = path.removeprefix("site/")
        new.append(Page(file, kind, name, language, meta, head, body, line))
        for _line, given, cure in findings_in(body, shortcodes=known):
            yield Fault(TEXT, given, cure)
    content = Content(tuple(new), (), _folders(site) | {f"{kind}/{name}"})
    for fault in misfits(content, site, place):
        yield Fault(fault.key or TEXT, fault.given, fault.cure)


def _folders(site: Path) -> frozenset[str]:
    """Where pages lie, without reading them."""
    root = site / "content"
    found = [path for pattern in ("*", "*/*") for path in root.glob(pattern) if path.is_dir()]
    return frozenset(path.relative_to(root).as_posix() for path in found)


def _refuse_taken(folder: Path, kind: str, name: str) -> None:
    if not is_taken(folder, kind, name):
        return
    number = next(n for n in range(2, 1000) if not is_taken(folder, kind, f"{name}-{n}"))
    raise FolderError(
        _("{path} exists already.").format(path=f"site/content/{kind}/{name}"),
        remedy=_("Choose another name, e.g. --set id={name}; nothing was changed.").format(
            name=f"{name}-{number}"
        ),
    )


def _notes(kind: str, values: Mapping[str, Any], days: EventDays) -> Iterator[str]:
    """What an editor should know about a day that is not free."""
    if kind != "events":
        return
    day = datetime.date.fromisoformat(str(values["start"])[:10])
    better = days.better_than(day, record_of(values, days.place.main_language))
    if better:
        yield _("{day} is not free ({reason}); {other} would be.").format(
            day=day_in_words(day, language()),
            reason=days.said(better.reasons, language()),
            other=day_in_words(better.day, language()),
        )
