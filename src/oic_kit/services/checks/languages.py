"""Whether every language says what the main language says: pages that are missing or lag behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oic_kit.model.content import Translation
from oic_kit.model.content_kinds import KINDS
from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import FIX, Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.new_page import stub, write_pages
from oic_kit.services.pages import Page


def _look(scene: Scene) -> Iterator[Sighting]:
    for page in scene.content.pages:
        yield from _state(page)
    broken = {fault.file for fault in scene.content.faults}
    for folder, pages in _items(scene).items():
        yield from _missing(scene, folder, pages, broken)
        yield from _older(pages, scene.place.main_language)


def _items(scene: Scene) -> dict[str, dict[str, Page]]:
    """The pages of every folder by language, the main language first where it is there."""
    found: dict[str, dict[str, Page]] = {}
    order = scene.place.site.languages
    known = [page for page in scene.content.pages if page.language in order]
    for page in sorted(known, key=lambda it: order.index(it.language)):
        found.setdefault(page.file.rpartition("/")[0], {})[page.language] = page
    return found


def _state(page: Page) -> Iterator[Sighting]:
    state = page.meta.translation
    said = {
        Translation.MISSING: _("This page still waits for its translation."),
        Translation.OUTDATED: _("This translation is marked as outdated."),
        Translation.MACHINE: _("This translation was made by a machine and not yet checked."),
    }
    if state not in said:
        return
    if state is Translation.MISSING:
        cure = _("Translate the texts, then take the lines “translation” and “draft” out.")
    else:
        cure = _("Compare it with the original, then take the line “translation” out.")
    yield Sighting(
        file=f"site/{page.file}",
        line=page.fault("translation", "", "").line,
        what=said[state],
        why=_("Readers of this language would miss it or be told something old."),
        cure=cure,
        about=str(state),
    )


def _missing(
    scene: Scene, folder: str, pages: dict[str, Page], broken: set[str]
) -> Iterator[Sighting]:
    first = next(iter(pages.values()))
    prefix = "_index" if first.file.rpartition("/")[2].startswith("_index") else "index"
    for language in scene.place.site.languages:
        file = f"{folder}/{prefix}.{language}.md"
        if language in pages or file in broken:
            continue
        yield Sighting(
            file=f"site/{file}",
            line=0,
            what=_("“{title}” is missing in “{language}”.").format(
                title=first.meta.title, language=language
            ),
            why=_("Readers of this language would miss it or be told something old."),
            cure=_("Copy the page beside it and translate its texts."),
            about=language,
            command=FIX if first.kind in KINDS else "",
        )


def _older(pages: dict[str, Page], main: str) -> Iterator[Sighting]:
    """A page whose original was changed after it, as far as both say when."""
    original = pages.get(main)
    if original is None or original.meta.lastmod is None:
        return
    for page in pages.values():
        changed = page.meta.lastmod
        if page is not original and changed and changed < original.meta.lastmod:
            yield Sighting(
                file=f"site/{page.file}",
                line=page.fault("lastmod", "", "").line,
                what=_("The original was changed on {day}, this translation before.").format(
                    day=original.meta.lastmod.isoformat()
                ),
                why=_("Readers of this language would miss it or be told something old."),
                cure=_("Carry the change over, then set lastmod to the same day."),
                about="lastmod",
            )


def _mend(scene: Scene) -> Iterable[str]:
    """Put a draft that waits for its words beside every item that lacks a language."""
    wanted: dict[str, str] = {}
    for folder, pages in _items(scene).items():
        first = next(iter(pages.values()))
        for language in scene.place.site.languages if first.kind in KINDS and first.id else ():
            path = f"site/{folder}/index.{language}.md"
            if not (scene.folder / path).exists():
                wanted[path] = stub(first)
    write_pages(scene.folder, wanted)
    return tuple(wanted)


CHECK = Check(
    id="language",
    question="Does every language say what the main language says?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
    mend=_mend,
)
