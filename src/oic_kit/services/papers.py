"""Print what stands beside the book: letters, runbooks and cards, one task for each file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from oic_kit.services.cards import card_book
from oic_kit.services.country_spelling import spelled
from oic_kit.services.format_records import formats
from oic_kit.services.letters import FOLDER, letter_book, letters
from oic_kit.services.other_formats import other_formats
from oic_kit.services.place_calendar import first_event, place_calendar
from oic_kit.services.playbook_book import Source
from oic_kit.services.press import Desk, Document
from oic_kit.services.print_signs import printable
from oic_kit.services.runbook import Runbook
from oic_kit.services.spreadsheets import workbooks
from oic_kit.services.typst_run import typeset

PARTS = ("book", "templates", "runbooks", "cards")
"""What `oic-kit playbook` prints; `book` is the book with the sheets beside it."""
_OFFICE = ("docx", "odt")
_SHEETS = ("xlsx", "ods")

Files = dict[str, bytes]
Task = Callable[[], Files]


def letter_documents(source: Source, desk: Desk) -> list[Document]:
    """The letters of one language, to be read before they are written.

    Raises:
        PageError: some letters do not hold.
    """
    code = desk.language
    return [
        Document(
            desk,
            f"letter-{letter.id}",
            spelled(letter_book(source, code, letter), source.place, code),
        )
        for letter in letters(source.folder, code)
    ]


def letter_tasks(
    documents: Sequence[Document], code: str, formats_wanted: Sequence[str]
) -> Iterator[Task]:
    """One task for each letter and format, into `templates/<language>/`."""
    for document in documents:
        for kind in _OFFICE:
            if kind in formats_wanted:
                stem = document.name.removeprefix("letter-")
                yield partial(_one, f"{FOLDER}/{code}/{stem}.{kind}", getattr(document, kind))


def sheet_tasks(source: Source, code: str, formats_wanted: Sequence[str]) -> Iterator[Task]:
    """One task for each spreadsheet and format, beside the letters."""
    kinds = [kind for kind in _SHEETS if kind in formats_wanted]
    for name, make in workbooks(source, code).items() if kinds else ():
        for kind in kinds:
            yield partial(_one, f"{FOLDER}/{code}/{name}.{kind}", partial(make, kind))


def runbook_tasks(source: Source, desk: Desk) -> Iterator[Task]:
    """One task for each chosen format, and one for all the others."""
    code, calendar = desk.language, place_calendar(source.written)
    known = formats(code)
    for name in source.place.formats:
        if name in known:
            event = first_event(known[name], source.plan, calendar)
            book = Runbook(source, code, known[name], event, calendar).book()
            book = spelled(book, source.place, code)
            set_it = partial(typeset_book, desk, "runbook.typ", name, book)
            yield partial(_one, f"runbooks/{code}/{name}.pdf", set_it)
    if len(set(source.place.formats) & known.keys()) < len(known):
        book = spelled(other_formats(source, code), source.place, code)
        set_it = partial(typeset_book, desk, "others.typ", "others", book)
        yield partial(_one, f"runbooks/{code}/not-chosen.pdf", set_it)


def card_tasks(source: Source, desk: Desk) -> Iterator[Task]:
    """One task for the cards of all methods."""
    book = spelled(card_book(source, desk.language), source.place, desk.language)
    set_it = partial(typeset_book, desk, "cards.typ", "cards", book)
    yield partial(_one, f"cards/{desk.language}/method-cards.pdf", set_it)


def typeset_book(desk: Desk, main: str, name: str, book: Mapping[str, Any]) -> bytes:
    """Set a document that needs no Markdown.

    Args:
        desk: where the layouts lie.
        main: the layout, such as `runbook.typ`.
        name: names the data on the desk.
        book: what the layout reads.
    """
    data = f"{name}-data.json"
    shown = printable(json.dumps(book, ensure_ascii=False))
    (desk.folder / data).write_text(shown, encoding="utf-8")
    return typeset(desk.folder / main, {"book": data})


def _one(name: str, make: Callable[[], bytes]) -> Files:
    return {name: make()}
