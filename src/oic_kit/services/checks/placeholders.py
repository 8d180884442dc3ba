"""Whether a text still waits for somebody to write it: TODO, Musterstadt, [insert …]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oic_kit.model.finding import Severity, Who
from oic_kit.model.part import State
from oic_kit.say import _
from oic_kit.services.checks.addresses import source_of
from oic_kit.services.checks.built_pages import words_in
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import RECORD, Scene
from oic_kit.services.checks.words import placeholders


def _look(scene: Scene) -> Iterator[Sighting]:
    seen: set[str] = set()
    for sighting in (*_in_texts(scene), *_in_record(scene)):
        seen.add(sighting.about)
        yield sighting
    yield from _in_built(scene, seen)


def _in_texts(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        page = scene.pages.get(source.file)
        if source.file.startswith("site/layouts/") or (page and page.meta.draft):
            continue  # a draft is not published; the word may wait there
        for found in placeholders(source.language).finditer(source.text):
            yield _sighting(source.file, source.line_at(found.start()), found.group())


def _in_record(scene: Scene) -> Iterator[Sighting]:
    """Values that people read; the address of the site has a question of its own."""
    pattern = placeholders(scene.place.main_language)
    for key, value in _leaves(scene.place.model_dump(mode="json"), ""):
        if found := pattern.search(value):
            yield _sighting(RECORD, scene.record_line(key), found.group())


def _leaves(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every text of the record with its dotted key; what somebody confirmed is no placeholder."""
    if isinstance(value, str) and key != "site.url":
        yield key, value
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _leaves(inner, f"{key}.{at}")
    elif isinstance(value, dict) and value.get("state") != State.CONFIRMED:
        for name, inner in value.items():
            if name != "state":
                yield from _leaves(inner, f"{key}.{name}".lstrip("."))


def _in_built(scene: Scene, seen: set[str]) -> Iterator[Sighting]:
    """What neither pages nor record say, but a built page does: a layout, a word, a file of data."""
    if scene.built is None or scene.place.site.demo:
        return
    for page in scene.built.pages:
        language = page.path.partition("/")[0]
        language = language if language in scene.place.site.languages else ""
        words = words_in(page.text)
        for found in placeholders(language or scene.place.main_language).finditer(words):
            if found.group() not in seen:
                seen.add(found.group())
                file, line = source_of(page, scene), 0
                yield _sighting(file, line, found.group())


def _sighting(file: str, line: int, text: str) -> Sighting:
    return Sighting(
        file=file,
        line=line,
        what=_("“{text}” still waits for the real text.").format(text=" ".join(text.split())),
        why=_("The public reads it as it stands there."),
        cure=_("Write the real text, or take the sentence out."),
        about=text,
    )


CHECK = Check(
    id="placeholder",
    question="Does a text still wait for somebody to write it (TODO, Musterstadt, [insert …])?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
