"""Print the playbook of a folder: one source, every format, one number of the edition."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from oic_kit.errors import FolderError, OicError
from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.derive import write_derived
from oic_kit.services.papers import (
    card_tasks,
    letter_documents,
    letter_tasks,
    runbook_tasks,
    sheet_tasks,
)
from oic_kit.services.playbook_book import Source, book_of, sheets_of
from oic_kit.services.press import Desk, Document
from oic_kit.services.roadmap_calendar import roadmap_calendar
from oic_kit.services.static_fonts import CUTS, static_font

FORMATS = ("pdf", "docx", "odt", "html")
"""The formats of the book."""
ALL_FORMATS = (*FORMATS, "xlsx", "ods")
"""The formats of everything that is printed."""
BOOK = "playbook"
_OFFICE = ("docx", "odt")

_Files = dict[str, bytes]
_Step = Callable[[], object]
_Task = Callable[[], _Files]


@dataclass(frozen=True)
class Printed:
    """A playbook that was printed.

    Args:
        folder: the folder that holds all files.
        files: the documents, without the pages of the web edition; relative to `folder`.
        edition: the number that all of them carry.
        seconds: how long it took.
    """

    folder: Path
    files: tuple[str, ...]
    edition: str
    seconds: float


def print_playbook(
    folder: Path,
    *,
    formats: Sequence[str] = FORMATS,
    languages: Sequence[str] = (),
    parts: Sequence[str] = ("book",),
) -> Printed:
    """Print into `build/playbook/`; what stood there stays until the new edition is complete.

    Args:
        folder: a generated folder.
        formats: some of `ALL_FORMATS`.
        languages: some languages of the place; all of them when left out.
        parts: some of `PARTS`.

    Raises:
        PlaceFileError: the record does not hold.
        PageError: chapters do not hold; every fault of all of them is named.
        ProgramError: pandoc or Typst stopped; their message says why.
    """
    started = time.monotonic()
    source = Source.of(folder)
    write_derived(source.place, folder)
    chosen = _spoken(source, languages)
    build = folder / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".playbook-", dir=build) as scratch:
        files = _printed(source, chosen, Wanted(tuple(formats), tuple(parts)), Path(scratch))
        _hand_over(files, Path(scratch, "done"), build / BOOK)
    return Printed(
        folder=build / BOOK,
        files=tuple(sorted(name for name in files if not name.startswith("html/"))),
        edition=source.edition,
        seconds=time.monotonic() - started,
    )


def _hand_over(files: _Files, fresh: Path, goal: Path) -> None:
    """Put the new edition in the place of the old one, whole or not at all."""
    for name, content in files.items():
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).write_bytes(content)
    shutil.rmtree(goal, ignore_errors=True)
    fresh.rename(goal)


def _spoken(source: Source, languages: Sequence[str]) -> tuple[str, ...]:
    held = source.place.site.languages
    if strange := [code for code in languages if code not in held]:
        raise OicError(
            _("The playbook does not speak “{code}”.").format(code=strange[0]),
            remedy=_("Choose one of: {codes}").format(codes=", ".join(held)),
        )
    design = source.folder / BOOK / "design"
    if not design.is_dir():
        raise FolderError(
            _("{folder} is missing.").format(folder=design),
            remedy=_("Bring it back with: oic-kit update --restore {path}").format(
                path=design.relative_to(source.folder).as_posix()
            ),
        )
    return tuple(languages) or held


@dataclass(frozen=True)
class Wanted:
    """What is to be printed: some of `ALL_FORMATS`, some of `PARTS`."""

    formats: tuple[str, ...]
    parts: tuple[str, ...]


def _printed(source: Source, languages: Sequence[str], wanted: Wanted, scratch: Path) -> _Files:
    """Read everything, then write every format: two rounds, each on all processors."""
    desks = [Desk.laid(scratch / code, place=source.folder, language=code) for code in languages]
    books = {desk: _documents(source, desk) if "book" in wanted.parts else [] for desk in desks}
    office = set(_OFFICE) & set(wanted.formats)
    letters = {
        desk: letter_documents(source, desk) if "templates" in wanted.parts and office else []
        for desk in desks
    }
    reading: list[_Step] = [it.read for desk in desks for it in (*books[desk], *letters[desk])]
    if office:
        reading += _drawing(desks)
    writing: list[_Task] = []
    for desk in desks:
        if books[desk]:
            writing += _writing(source, books[desk], desk, wanted.formats)
        writing += letter_tasks(letters[desk], desk.language, wanted.formats)
        writing += _beside(source, desk, wanted)
    return _run(reading, writing)


def _run(reading: Sequence[_Step], writing: Sequence[_Task]) -> _Files:
    files: _Files = {}
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for done in [pool.submit(step) for step in reading]:
            done.result()
        for written in [pool.submit(task) for task in writing]:
            files |= written.result()
    return files


def _beside(source: Source, desk: Desk, wanted: Wanted) -> Iterator[_Task]:
    """Spreadsheets, runbooks and cards."""
    if "templates" in wanted.parts:
        yield from sheet_tasks(source, desk.language, wanted.formats)
    if "runbooks" in wanted.parts and "pdf" in wanted.formats:
        yield from runbook_tasks(source, desk)
    if "cards" in wanted.parts and "pdf" in wanted.formats:
        yield from card_tasks(source, desk)


def _documents(source: Source, desk: Desk) -> list[Document]:
    book = Document(desk, BOOK, book_of(source, desk.language))
    beside = sheets_of(source, desk.language)
    return [book, *(Document(desk, name, sheet) for name, sheet in beside.items())]


def _drawing(desks: Sequence[Desk]) -> Iterator[_Step]:
    """What office documents need beforehand: figures as points, and their fonts."""
    for desk in desks:
        desk.prepare()
        yield from (partial(desk.to_points, svg) for svg in desk.pictures())
    yield from (partial(static_font, cut) for cut in CUTS)


def _writing(
    source: Source, documents: Sequence[Document], desk: Desk, formats: Sequence[str]
) -> Iterator[_Task]:
    """One task for each document and format, the longest ones first."""
    code = desk.language
    place = slug(source.place.name, fallback="oic")
    for document in documents:
        for kind in (kind for kind in formats if kind in FORMATS):
            if kind == "html":
                yield partial(_pages, document, f"html/{code}")
            else:
                name = f"{place}-{document.name}-{code}.{kind}"
                yield partial(_file, name, getattr(document, kind))
    if "html" in formats:
        yield partial(_beside_pages, source, desk, f"html/{code}")
    yield partial(_file, f"{place}-roadmap-{code}.ics", partial(roadmap_calendar, source, code))


def _file(name: str, write: Callable[[], bytes]) -> _Files:
    return {name: write()}


def _pages(document: Document, folder: str) -> _Files:
    return {f"{folder}/{path}": content for path, content in document.html().items()}


def _beside_pages(source: Source, desk: Desk, folder: str) -> _Files:
    """What the pages of the web edition load: style, colours, mark and pictures."""
    derived = source.folder / ".oic" / "derived"
    files = {
        "playbook.css": desk.design / "web" / "playbook.css",
        "tokens.css": derived / "assets" / "tokens.css",
        "wordmark.svg": derived / "static" / "wordmark.svg",
        **{svg.relative_to(desk.folder).as_posix(): svg for svg in desk.pictures()},
    }
    return {f"{folder}/{name}": path.read_bytes() for name, path in files.items()}
