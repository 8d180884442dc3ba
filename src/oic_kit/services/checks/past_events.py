"""Whether a text still announces what is over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from oic_kit.model.content_events import Event
from oic_kit.model.content_stories import Post
from oic_kit.model.content_work import Challenge, Project, ProjectPhase
from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.dates import dates_in
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.sources import Source
from oic_kit.services.checks.words import check_words, either
from oic_kit.services.pages import Page

# A sentence ends with its line too; "3. December" does not end one.
_END = re.compile(r"(?<=[^\d\s][.!?])\s+|\n")
# Keys of the head that people read; all others are for machines.
_READ = re.compile(r"^(?:title|description|lead|claim|promise|how_to_join|online_note)\s*:")
_OVER = (ProjectPhase.DONE, ProjectPhase.STOPPED, ProjectPhase.HANDED_OVER)


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        page = scene.pages.get(source.file)
        words = check_words(source.language)
        if page is None or words is None or _is_history(page, scene.today):
            continue
        announces = either(words.upcoming)
        for start, sentence in _sentences(source, page):
            if announces.search(sentence):
                yield from _past(source, start, sentence, scene.today)


def _is_history(page: Page, today: date) -> bool:
    """Whether a page is read as what was: a post carries its date, an event says that it is over."""
    meta = page.meta
    if isinstance(meta, Post):
        return True
    if isinstance(meta, Event):
        return meta.end[:10] < today.isoformat()
    if isinstance(meta, Challenge):
        return meta.closes[:10] < today.isoformat()
    return isinstance(meta, Project) and meta.phase in _OVER


def _sentences(source: Source, page: Page) -> Iterator[tuple[int, str]]:
    body = len(source.text) - len(page.body)
    done = 0
    for end in [*_END.finditer(source.text), None]:
        at = end.start() if end else len(source.text)
        sentence = source.text[done:at]
        if done >= body or _READ.match(sentence):
            yield done, sentence
        done = end.end() if end else at


def _past(source: Source, start: int, sentence: str, today: date) -> Iterator[Sighting]:
    for written in dates_in(sentence, source.language):
        day = written.on(0) if written.year else None
        if day and day < today:
            yield Sighting(
                file=source.file,
                line=source.line_at(start + written.start),
                what=_("“{text}” is over but is still announced.").format(
                    text=" ".join(written.text.split())
                ),
                why=_("Whoever reads it plans for a day that has passed."),
                cure=_("Write what came of it, or take the sentence out; dates belong on events."),
                about=written.text,
            )


CHECK = Check(
    id="past-event",
    question="Does a text still announce what is over?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
)
