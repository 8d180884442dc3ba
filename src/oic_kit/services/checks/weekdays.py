"""Whether weekday and date agree wherever a text names both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oic_kit.model.content_events import Event
from oic_kit.model.content_stories import Post
from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.dates import Written, dates_in
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.sources import Source
from oic_kit.services.event_days import day_in_words


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        if not source.in_content and not source.file.startswith("site/data/"):
            continue
        language = source.language or scene.place.main_language
        for written in dates_in(source.text, language):
            if written.weekday is None:
                continue
            days = [day for year in _years(scene, source) if (day := written.on(year))]
            if not any(day.weekday() == written.weekday for day in days):
                yield _sighting(source, written, days, language)


def _years(scene: Scene, source: Source) -> tuple[int, ...]:
    """In which years a date without one may lie: that of the event, those around a post, or now."""
    page = scene.pages.get(source.file)
    meta = page.meta if page else None
    if isinstance(meta, Event):
        return tuple({int(meta.start[:4]), int(meta.end[:4])})
    year = meta.date.year if isinstance(meta, Post) else scene.today.year
    return (year - 1, year, year + 1)


def _sighting(source: Source, written: Written, days: list[date], language: str) -> Sighting:
    if days:
        right = min(days, key=lambda day: abs(day.year - (written.year or day.year)))
        said = day_in_words(right, language)
        cure = _("Mend the weekday or the date; right is: {day}.").format(day=said)
    else:
        cure = _("Mend the date; there is no such day.")
    return Sighting(
        file=source.file,
        line=source.line_at(written.start),
        what=_("“{text}” contradicts itself.").format(text=" ".join(written.text.split())),
        why=_("Half of the readers would come on the wrong day."),
        cure=cure,
        about=written.text,
    )


CHECK = Check(
    id="weekday",
    question="Do weekday and date agree wherever a text names both?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
