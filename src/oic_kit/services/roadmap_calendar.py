"""The roadmap of a place as a calendar file: milestones, papers, first days, the monthly hours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oic_kit.model.ics import Entry, calendar
from oic_kit.model.roadmap import Milestone, Roadmap
from oic_kit.model.slug import slug
from oic_kit.services.format_records import formats
from oic_kit.services.playbook_book import Source
from oic_kit.services.playbook_words import playbook_words

_HOUR = "open-innovation-hour"


def roadmap_calendar(source: Source, language: str) -> bytes:
    """Write the dates of a plan for calendar programs.

    Every entry keeps its identifier over all editions: loaded again after an update, a day that
    moved moves in the reader's calendar instead of standing there twice.

    Args:
        source: the folder whose plan it is.
        language: code of the language of the texts.
    """
    words = playbook_words(language, source.folder)
    plan = source.plan.roadmap
    name = f"{words['playbook_roadmap_name']} {source.place.site.title}"
    entries = sorted(_entries(plan, language), key=lambda entry: (entry.first, entry.uid))
    home = slug(source.place.name, fallback="oic")
    named = (
        Entry(f"{entry.uid}-{language}@{home}.oic-kit", entry.first, entry.title, entry.text)
        for entry in entries
    )
    return calendar(name, named, stamp=plan.start, product=f"oic-kit//{language}").encode()


def _entries(plan: Roadmap, language: str) -> Iterator[Entry]:
    for milestone in plan.milestones:
        title = f"{milestone.id} {milestone.title[language]}"
        yield Entry(milestone.id.lower(), milestone.day, title, _text(milestone, language))
    for number, task in enumerate(plan.first_days, start=1):
        yield Entry(f"first-day-{number}", task.day, task.text[language])
    hour = formats(language).get(_HOUR)
    if hour:
        # The first one is a milestone already.
        for number, held in enumerate(plan.hours[1:], start=2):
            yield Entry(f"hour-{number}", held.day, hour.title, _sentences(held.reasons, language))


def _text(milestone: Milestone, language: str) -> str:
    parts = [milestone.does[language], _sentences(milestone.reasons, language)]
    parts += [notice.text[language] for notice in milestone.notices]
    return "\n".join(part for part in parts if part)


def _sentences(reasons: tuple[Any, ...], language: str) -> str:
    return "\n".join(reason.text[language] for reason in reasons)
