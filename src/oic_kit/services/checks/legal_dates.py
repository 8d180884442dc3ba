"""Whether legal pages carry the day on which somebody changed them, never that of the build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.addresses import sources_by_address
from oic_kit.services.checks.built_pages import words_in
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.dates import dates_in
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.words import check_words, either

_CLOCK = re.compile(r"\{\{[^}]*\b(?:now|time\.Now)\b[^}]*\}\}")
_LAYOUT = re.compile(r"^site/layouts/.*(?:imprint|privacy|accessibility|legal)")
_PAGE = re.compile(r"^site/content/(imprint|privacy|accessibility)/")
_AFTER = 60  # letters after "as of" in which its date stands


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        if not _LAYOUT.match(source.file):
            continue
        for found in _CLOCK.finditer(source.text):
            yield _sighting(source.file, source.line_at(found.start()), found.group())
    yield from _in_built(scene)


def _in_built(scene: Scene) -> Iterator[Sighting]:
    if scene.built is None:
        return
    sources = sources_by_address(scene)
    for page in scene.built.pages:
        file = sources.get(page.path, "")
        kind = _PAGE.match(file)
        if kind:
            language = scene.pages[file].language
            wrong = _wrong_date(words_in(page.text), language, _changed(scene, kind.group(1)))
            if wrong:
                yield _sighting(page.shown, 0, wrong)


def _wrong_date(text: str, language: str, right: date | None) -> str:
    """The date after "as of", if it is not the one that the record says."""
    words = check_words(language)
    for found in either(words.as_of if words else ()).finditer(text):
        for written in dates_in(text[found.end() : found.end() + _AFTER], language):
            if written.year and written.on(0) != right:
                return f"{found.group()} {written.text}"
    return ""


def _changed(scene: Scene, kind: str) -> date | None:
    legal = scene.place.legal
    return {
        "imprint": legal.imprint_changed,
        "privacy": legal.privacy.last_changed,
        "accessibility": legal.accessibility.last_changed,
    }[kind]


def _sighting(file: str, line: int, text: str) -> Sighting:
    return Sighting(
        file=file,
        line=line,
        what=_("“{text}” comes from the clock, not from a person.").format(
            text=" ".join(text.split())
        ),
        why=_("Readers must see when somebody last changed the text, not when a machine ran."),
        cure=_("Write the day in place.yaml: legal.….last_changed; the page shows that one."),
        about=" ".join(text.split()),
    )


CHECK = Check(
    id="legal-date",
    question="Do legal pages carry the day on which somebody changed them, never that of the build?",
    who=Who.LEGAL,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
