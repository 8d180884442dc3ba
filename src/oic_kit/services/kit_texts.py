"""The texts of a bundle that are written for one event: its checklist and what goes into the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oic_kit.model.calendar import DAY
from oic_kit.model.due_days import due_days
from oic_kit.model.format_plan import EVERYONE
from oic_kit.model.format_record import Trigger
from oic_kit.services.event_hours import start_of
from oic_kit.services.letter_values import letter_values
from oic_kit.services.paper_words import paper_words
from oic_kit.services.playbook_book import around
from oic_kit.services.playbook_words import playbook_words
from oic_kit.services.runbook import Runbook

_NEEDS = 21
# Which question follows from which trigger.
_ASKED = {Trigger.FOOD: "ask_food", Trigger.PHOTO: "ask_picture", Trigger.MINORS: "ask_young"}


def checklist_book(book: Runbook) -> dict[str, Any]:
    """The checklist as a document to tick off and to change.

    Args:
        book: format, place, language and day.
    """
    words = paper_words(book.language)["kit"]
    return _sheet(book, words["checklist"], words["checklist_description"], _checklist(book))


def sign_up_book(book: Runbook) -> dict[str, Any]:
    """Announcement and questions for the sign-up form.

    Args:
        book: format, place, language and day.
    """
    words = paper_words(book.language)["kit"]
    return _sheet(book, words["sign_up"], words["sign_up_description"], _sign_up(book))


def _sheet(book: Runbook, kind: str, description: str, lines: Iterator[str]) -> dict[str, Any]:
    title = f"{kind}: {book.record.title}"
    frame = playbook_words(book.language, book.source.folder)
    about = around(book.source, book.language, frame, title, description)
    sheet = {"id": book.record.id, "file": book.record.id, "title": title, "fields": True}
    return {
        **about,
        "sheet": {**sheet, "description": description, "body": "\n".join(lines)},
        "files": [],
    }


def _checklist(book: Runbook) -> Iterator[str]:
    show, words = book.show, paper_words(book.language)
    titles = {role.id: role.title for role in book.record.roles}
    titles[EVERYONE] = words["runbook"]["everyone"]
    yield words["kit"]["counted"].format(day=show.day(book.event.isoformat()))
    due = due_days(book.record.checklists, book.event, book.calendar)
    for name, tasks in due.items():
        yield f"\n## {words['runbook'][name]}\n"
        for it in tasks:
            day = show.day(it.day.isoformat())
            yield f"- [ ] **{day}** {it.task.text} *{titles[it.task.owner]}*"


def _sign_up(book: Runbook) -> Iterator[str]:
    record, words = book.record, paper_words(book.language)["kit"]
    yield f"**{record.promise}**\n\n{record.purpose}\n"
    yield from _facts(book, words)
    yield f"\n## {words['steps']}\n"
    yield from (f"{number}. {step}" for number, step in enumerate(record.site.steps, start=1))
    yield f"\n## {words['join']}\n\n{record.site.how_to_join}\n"
    yield f"## {words['ask']}\n"
    limit = book.event - DAY * _NEEDS
    held = book.calendar.shift(limit, book.calendar.blocks_work, step=-DAY).day
    yield f"- [ ] {words['ask_name']}"
    yield f"- [ ] {words['ask_first']}"
    yield f"- [ ] {words['ask_group']}"
    yield f"- [ ] {words['ask_needs'].format(day=book.show.date(held.isoformat()))}"
    yield from (f"- [ ] {words[key]}" for cause, key in _ASKED.items() if cause in record.legal)
    sender = letter_values(book.source.place, book.language)
    yield "\n" + words["privacy"].format(**sender)


def _facts(book: Runbook, words: dict[str, str]) -> Iterator[str]:
    rhythm = book.record.rhythm
    length = book.words["duration_value"].format(minutes=book.show.number(rhythm.duration_min))
    yield f"- **{words['when']}:** {book.show.day(book.event.isoformat())}, {start_of(book.record)}"
    yield f"- **{words['where']}:** {words['where_field']}"
    yield f"- **{words['length']}:** {length}"
    yield f"- **{words['costs']}:** {words['free']}"
