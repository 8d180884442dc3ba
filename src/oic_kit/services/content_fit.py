"""Whether pages fit together and fit the record: names that exist, facts that agree."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from oic_kit.model.content_kinds import KINDS, REFERENCES, SHARED_FACTS
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.content_clock import clock_faults
from oic_kit.services.pages import Content, Page, PageFault

_PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)")
_LINK = re.compile(r"\]\((/[^)\s#?]*)")


def misfits(content: Content, site: Path, place: Place) -> Iterator[PageFault]:
    """Say where pages contradict each other, the record, or what lies beside them."""
    modules: Mapping[str, Any] = place.modules.model_dump()
    on = {kind for kind in KINDS if modules.get(kind)}
    off = {name.replace("_", "-") for name, value in modules.items() if value is False}
    for page in content.pages:
        yield from _language(page, place)
        yield from _picture(page, site)
        yield from _pictures_in_text(page, site)
        yield from _references(page, content, on)
        yield from _topics(page, place)
        yield from _series(page, content, on)
        yield from _links(page, content, off)
    yield from _translations(content.pages)
    yield from _calendar_ids(content.pages)
    yield from clock_faults(content, place)


def _language(page: Page, place: Place) -> Iterator[PageFault]:
    if page.language not in place.site.languages:
        cure = _("delete the file, or add the language “{code}” to place.yaml")
        yield page.fault("", page.language, cure.format(code=page.language))


def _picture(page: Page, site: Path) -> Iterator[PageFault]:
    name = page.meta.image
    if name and not _is_there(name, page, site):
        yield page.fault("image", name, _missing_picture())


def _pictures_in_text(page: Page, site: Path) -> Iterator[PageFault]:
    for picture in _PICTURE.finditer(page.body):
        alt, name = picture.groups()
        line = page.body_line + page.body.count("\n", 0, picture.start())
        if not alt.strip():
            cure = _("say between the brackets what the picture shows, or write: decorative")
            yield PageFault(page.file, line, "", name, cure)
        if not _is_there(name, page, site):
            yield PageFault(page.file, line, "", name, _missing_picture())


def _missing_picture() -> str:
    return _("put the picture into the folder of this page, and write only its name")


def _is_there(name: str, page: Page, site: Path) -> bool:
    """Whether a picture lies beside the page or in `assets/`; never one on another server."""
    if "://" in name or ".." in Path(name).parts:
        return False
    beside, shared = (site / page.file).parent / name, site / "assets" / name.lstrip("/")
    return beside.is_file() or shared.is_file()


def _references(page: Page, content: Content, on: set[str]) -> Iterator[PageFault]:
    """Names of items that do not exist; a part of the site that is off is not asked."""
    fields = REFERENCES.get(page.kind, {}) if page.id else {}
    for field, folders in fields.items():
        asked = [folder for folder in folders if folder in on]
        if len(asked) < len(folders):
            continue
        known = frozenset().union(*(content.ids(folder) for folder in asked))
        for name in _names(page, field):
            if name not in known:
                yield page.fault(field, name, _instead(name, known, " / ".join(folders)))


def _topics(page: Page, place: Place) -> Iterator[PageFault]:
    known = frozenset(topic.id for topic in place.topics)
    for name in _names(page, "topics"):
        if name not in known:
            yield page.fault("topics", name, _instead(name, known, "topics in place.yaml"))


def _series(page: Page, content: Content, on: set[str]) -> Iterator[PageFault]:
    if "formats" not in on:
        return
    known = content.ids("formats") | content.ids("series")
    for name in _names(page, "series"):
        if name not in known:
            yield page.fault("series", name, _instead(name, known, "formats / series"))


def _links(page: Page, content: Content, off: set[str]) -> Iterator[PageFault]:
    """Links such as `/posts/look-back` that lead nowhere; Hugo would stop at them.

    A link into a part that is off is none of them: the page keeps its words and drops the link.
    """
    for link in _LINK.finditer(page.body):
        target = link.group(1).strip("/")
        first = target.partition("/")[0]
        if first in off or target in content.folders or first not in content.tops:
            continue
        line = page.body_line + page.body.count("\n", 0, link.start())
        cure = _instead(target, content.folders, first)
        yield PageFault(page.file, line, "", link.group(1), cure)


def _names(page: Page, field: str) -> tuple[str, ...]:
    value = getattr(page.meta, field, None) or ()
    return (value,) if isinstance(value, str) else tuple(value)


def _instead(name: str, known: frozenset[str], where: str) -> str:
    close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    if close:
        return _("did you mean “{key}”?").format(key=close[0])
    return _("nothing under {where} is called so; add it there, or remove the name here").format(
        where=where
    )


def _translations(pages: Iterable[Page]) -> Iterator[PageFault]:
    """A date that was changed in one language only would send half of the readers astray."""
    first: dict[tuple[str, str], Page] = {}
    for page in pages:
        if page.kind not in SHARED_FACTS or not page.id:
            continue
        other = first.setdefault((page.kind, page.id), page)
        for field in SHARED_FACTS[page.kind]:
            here, there = getattr(page.meta, field, None), getattr(other.meta, field, None)
            if here != there:
                cure = _("write the same as in {file}, which says {value}; or change it there too")
                yield page.fault(field, str(here), cure.format(file=other.file, value=there))


def _calendar_ids(pages: Iterable[Page]) -> Iterator[PageFault]:
    """Two events with one identifier would overwrite each other in people's calendars."""
    owners: dict[str, Page] = {}
    for page in pages:
        uid = getattr(page.meta, "uid", "")
        if uid and owners.setdefault(uid, page).id != page.id:
            cure = _("choose another; the event {name} has it already")
            yield page.fault("uid", uid, cure.format(name=owners[uid].id))
