"""Print everything about one format into a folder and an archive, to hand to a colleague."""

from __future__ import annotations

import difflib
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from oic_kit.errors import OicError
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.letter import Letter
from oic_kit.say import _
from oic_kit.services.cards import card_book
from oic_kit.services.derive import write_derived
from oic_kit.services.format_records import formats
from oic_kit.services.kit_calendar import kit_calendar
from oic_kit.services.kit_texts import checklist_book, sign_up_book
from oic_kit.services.letters import letter_book, letters
from oic_kit.services.papers import typeset_book
from oic_kit.services.place_calendar import first_event, place_calendar
from oic_kit.services.playbook_book import Source
from oic_kit.services.press import Desk, Document
from oic_kit.services.runbook import Runbook
from oic_kit.services.static_fonts import CUTS, static_font

KITS = "kits"
_OFFICE = ("docx", "odt")
_EARLIEST = (1980, 1, 1, 0, 0, 0)

_Task = Callable[[], tuple[str, bytes]]


@dataclass(frozen=True)
class Bundle:
    """A bundle that was printed.

    Args:
        title: the format, in the first language.
        event: the day from which everything is counted.
        folder: the folder with all files.
        archive: the same as one ZIP file.
        files: paths below the folder.
    """

    title: str
    event: date
    folder: Path
    archive: Path
    files: tuple[str, ...]


def print_kit(
    folder: Path,
    name: str,
    *,
    today: date,
    on: date | None = None,
    languages: Sequence[str] = (),
) -> Bundle:
    """Print one format into `build/kits/`; what stood there stays until the new one is complete.

    Args:
        folder: a generated folder.
        name: id or title of the format.
        today: without a given day, the event leaves the format all its lead time from here.
        on: the day of the event; when left out, the first one that plan and lead time allow.
        languages: some languages of the place; all of them when left out.

    Raises:
        OicError: there is no such format, or the place does not speak a language.
        PageError: letters do not hold; every fault is named.
        ProgramError: pandoc or Typst stopped; their message says why.
    """
    source = Source.of(folder)
    spoken = _spoken(source, languages)
    record_id = find_format(name, source.place.site.languages)
    write_derived(source.place, folder)
    build = folder / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kit-", dir=build) as scratch:
        books = [_book(source, record_id, code, on, today) for code in spoken]
        files = dict(sorted(_printed(books, Path(scratch)).items()))
    goal = build / KITS / record_id
    _hand_over(files, goal)
    archive = goal.with_suffix(".zip")
    archive.write_bytes(_zipped(files, record_id))
    return Bundle(books[0].record.title, books[0].event, goal, archive, tuple(files))


def find_format(name: str, languages: Sequence[str]) -> str:
    """The id of a format from its id or its title in one of the languages.

    Raises:
        OicError: there is none; the nearest ones are named.
    """
    known: dict[str, str] = {}
    for code in languages:
        for record in formats(code).values():
            known |= {record.id: record.id, record.title.casefold(): record.id}
    if found := known.get(name.strip().casefold()):
        return found
    near = difflib.get_close_matches(name.casefold(), known, n=3, cutoff=0.4)
    ids = dict.fromkeys(known[it] for it in near) or dict.fromkeys(known.values())
    raise OicError(
        _("There is no format “{name}”.").format(name=name),
        remedy=_("Did you mean one of: {names}").format(names=", ".join(ids)),
    )


def _spoken(source: Source, languages: Sequence[str]) -> tuple[str, ...]:
    held = source.place.site.languages
    for code in languages:
        if code not in held:
            raise OicError(
                _("The playbook does not speak “{code}”.").format(code=code),
                remedy=_("Choose one of: {codes}").format(codes=", ".join(held)),
            )
    return tuple(languages) or held


def _book(source: Source, record_id: str, code: str, on: date | None, today: date) -> Runbook:
    record = formats(code)[record_id]
    calendar = place_calendar(source.written, on or today)
    event = on or first_event(record, source.plan, calendar, today)
    return Runbook(source, code, record, event, calendar)


def _printed(books: Sequence[Runbook], scratch: Path) -> dict[str, bytes]:
    documents: list[tuple[str, Document]] = []
    tasks: list[_Task] = []
    for book in books:
        code = book.language
        desk = Desk.laid(scratch / code, place=book.source.folder, language=code)
        documents += [(code, document) for document in _documents(book, desk)]
        tasks += _set(book, desk)
    for code, document in documents:
        for kind in _OFFICE:
            tasks.append(partial(_one, f"{code}/{document.name}.{kind}", getattr(document, kind)))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        steps: list[Callable[[], object]] = [partial(static_font, cut) for cut in CUTS]
        steps += [document.read for _code, document in documents]
        for done in [pool.submit(step) for step in steps]:
            done.result()
        return dict(written.result() for written in [pool.submit(task) for task in tasks])


def _documents(book: Runbook, desk: Desk) -> Iterator[Document]:
    yield Document(desk, "checklist", checklist_book(book))
    yield Document(desk, "sign-up", sign_up_book(book))
    for letter in letters(book.source.folder, book.language):
        if goes_with(letter, book.record):
            yield Document(desk, letter.id, letter_book(book.source, book.language, letter))


def goes_with(letter: Letter, record: FormatRecord) -> bool:
    """Whether a format needs a letter: every format does, or something that it triggers in law."""
    wanted = letter.head.goes_with
    return "every-format" in wanted or bool(set(wanted) & set(record.legal))


def _set(book: Runbook, desk: Desk) -> Iterator[_Task]:
    """What Typst sets, and the calendar."""
    code, record = book.language, book.record
    runbook = partial(typeset_book, desk, "runbook.typ", "runbook", book.book())
    yield partial(_one, f"{code}/runbook.pdf", runbook)
    if record.methods:
        cards = card_book(book.source, code, record.methods)
        yield partial(
            _one,
            f"{code}/method-cards.pdf",
            partial(typeset_book, desk, "cards.typ", "cards", cards),
        )
    yield partial(_one, f"{code}/dates.ics", partial(kit_calendar, book))


def _one(name: str, make: Callable[[], bytes]) -> tuple[str, bytes]:
    return name, make()


def _hand_over(files: dict[str, bytes], goal: Path) -> None:
    """Put the new bundle in the place of the old one, whole or not at all."""
    fresh = goal.with_name(f".{goal.name}-{os.getpid()}")
    for name, content in files.items():
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).write_bytes(content)
    shutil.rmtree(goal, ignore_errors=True)
    fresh.rename(goal)


def _zipped(files: dict[str, bytes], name: str) -> bytes:
    """The files as an archive that is the same for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(f"{name}/{path}", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return made.getvalue()
