"""One event and all that is due before and after it, as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oic_kit.model.agenda_times import timed
from oic_kit.model.due_days import due_days
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.format_size import Scale
from oic_kit.model.ics import Entry, calendar
from oic_kit.model.slug import slug
from oic_kit.services.add_defaults import where
from oic_kit.services.event_hours import moments_of, start_of
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
        replace(it, uid=f"{it.uid}-{book.language}@{home}.oic-kit")
        for it in sorted(_entries(book, words), key=lambda it: (it.first, it.uid))
    )
    name = words["dates_name"].format(title=book.record.title)
    product = f"oic-kit//{book.language}"
    return calendar(name, entries, stamp=book.source.plan.roadmap.start, product=product).encode()


def _entries(book: Runbook, words: dict[str, str]) -> Iterator[Entry]:
    record, place = book.record, book.source.place
    yield Entry(
        uid=f"{record.id}-{book.event}",
        first=book.event,
        title=words["event_title"].format(title=record.title, place=place.site.title),
        text="\n".join((record.promise, *_agenda(record))),
        hours=moments_of(record, book.event, place),
        where=str(where(place, record.rhythm.mode.value, book.language).get("venue", "")),
    )
    due = due_days(record.checklists, book.event, book.calendar)
    roles = {role.id: role.title for role in record.roles}
    for name, tasks in due.items():
        for number, it in enumerate(tasks, start=1):
            told = words["task_title"].format(title=record.title, text=it.task.text)
            uid = f"{record.id}-{book.event}-{name}-{number}"
            yield Entry(uid, it.day, told, roles.get(it.task.owner, ""))


def _agenda(record: FormatRecord) -> Iterator[str]:
    """The agenda of the usual size, where it is that of the event and not of another meeting."""
    days = record.rhythm.rule.days if record.rhythm.rule else 1
    agendas = record.agendas_at(Scale.USUAL)[:days]
    if agendas[0].start != start_of(record):
        return
    for agenda in agendas:
        yield f"\n{agenda.title}" if days > 1 else ""
        for it in timed(agenda):
            yield f"{it.start} {it.step.title}"
