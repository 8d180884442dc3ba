"""Whether a part of the site is empty: a list without items, a heading without a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.content_fields import SINGULAR
from oic_kit.model.content_kinds import KINDS
from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import RECORD, Scene
from oic_kit.services.pages import Page

_HEADING = re.compile(r"^(#{2,6})\s+(.*)$", re.MULTILINE)


def _look(scene: Scene) -> Iterator[Sighting]:
    yield from _lists(scene)
    for page in scene.content.pages:
        yield from _headings(page)


def _lists(scene: Scene) -> Iterator[Sighting]:
    modules = scene.place.modules.model_dump()
    names = {folder: one for one, folder in SINGULAR.items()}
    for kind in KINDS:
        # A page with faults counts: what is to mend there is said elsewhere.
        drafts = {page.id for page in scene.content.pages if page.kind == kind and page.meta.draft}
        if not modules[kind] or scene.content.ids(kind) - drafts:
            continue
        command = f"oic-kit add {names[kind]}"
        yield Sighting(
            file=RECORD,
            line=scene.record_line(f"modules.{kind}"),
            what=_("The part “{kind}” of the site is on, but nothing stands there.").format(
                kind=kind
            ),
            why=_("An empty list looks as if nobody were at work."),
            cure=_("Add something, or switch the part off: modules.{kind}: false").format(
                kind=kind
            ),
            about=kind,
            command=command,
        )


def _headings(page: Page) -> Iterator[Sighting]:
    found = list(_HEADING.finditer(page.body))
    for at, heading in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        text = page.body[heading.end() : after.start() if after else len(page.body)].strip()
        is_deeper = after is not None and len(after.group(1)) > len(heading.group(1))
        if text or is_deeper:
            continue
        yield Sighting(
            file=f"site/{page.file}",
            line=page.body_line + page.body.count("\n", 0, heading.start()),
            what=_("Nothing stands below the heading “{heading}”.").format(
                heading=heading.group(2).strip()
            ),
            why=_("Readers who jump from heading to heading land in nothing."),
            cure=_("Write a sentence below it, or take the heading out."),
            about=heading.group(2),
        )


CHECK = Check(
    id="empty",
    question="Is a part of the site empty: a list without items, a heading without a text?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
)
