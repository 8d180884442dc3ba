"""One event and all that is due before and after it, as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.calendar import DAY
from oic_kit.model.due_days import due_days
from oic_kit.model.ics import Entry, calendar
from oic_kit.model.slug import slug
from oic_kit.services.paper_words import paper_words
from oic_kit.services.runbook import Runbook


def kit_calendar(book: Runbook) -> bytes:
    """Write the dates of one event.

    Args:
        book: format, place, language and day.
    """
    words = paper_words(book.language)["kit"]
    home = slug(book.source.place.name, fallback="oic")
    entries = (
        Entry(f"{it.uid}-{book.language}@{home}.oic-kit", it.first, it.title, it.text, it.last)
        for it in sorted(_entries(book, words), key=lambda it: (it.first, it.uid))
    )
    name = words["dates_name"].format(title=book.record.title)
    product = f"oic-kit//{book.language}"
    return calendar(name, entries, stamp=book.source.plan.roadmap.start, product=product).encode()


def _entries(book: Runbook, words: dict[str, str]) -> Iterator[Entry]:
    record, rhythm = book.record, book.record.rhythm
    days = rhythm.rule.days if rhythm.rule else 1
    title = words["event_title"].format(title=record.title, place=book.source.place.site.title)
    last = book.event + DAY * (days - 1) if days > 1 else None
    yield Entry(f"{record.id}-{book.event}", book.event, title, record.promise, last)
    due = due_days(record.checklists, book.event, book.calendar)
    roles = {role.id: role.title for role in record.roles}
    for name, tasks in due.items():
        for number, it in enumerate(tasks, start=1):
            told = words["task_title"].format(title=record.title, text=it.task.text)
            uid = f"{record.id}-{book.event}-{name}-{number}"
            yield Entry(uid, it.day, told, roles.get(it.task.owner, ""))
