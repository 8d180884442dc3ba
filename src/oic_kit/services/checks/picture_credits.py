"""Whether every picture says who made it and under which terms it may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.pages import Page

_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+[\"']([^\"']*)[\"'])?")


def _look(scene: Scene) -> Iterator[Sighting]:
    for page in scene.content.pages:
        yield from _head(page)
        yield from _body(page)


def _head(page: Page) -> Iterator[Sighting]:
    meta = page.meta
    if not meta.image:
        return
    if not meta.image_credit:
        yield _sighting(page, page.fault("image", "", "").line, meta.image, "image_credit")
    if meta.image_license is None:
        yield _sighting(page, page.fault("image", "", "").line, meta.image, "image_license")


def _body(page: Page) -> Iterator[Sighting]:
    for found in _PICTURE.finditer(page.body):
        name, caption = found.groups()
        if name == page.meta.image or "©" in (caption or "") or name.endswith(".svg"):
            continue
        line = page.body_line + page.body.count("\n", 0, found.start())
        yield _sighting(page, line, name, "")


def _sighting(page: Page, line: int, name: str, key: str) -> Sighting:
    if key == "image_credit":
        what = _("The picture {name} does not say who made it.").format(name=name)
        cure = _("Add image_credit, e.g. “Photo: press office”, and ask if you are not sure.")
    elif key == "image_license":
        what = _("The picture {name} does not say under which terms it may be shown.").format(
            name=name
        )
        cure = _("Add image_license: CC0, CC-BY-4.0, CC-BY-SA-4.0, own or other.")
    else:
        what = _("The picture {name} does not say who made it.").format(name=name)
        cure = _('Add a caption that names the maker and the licence: ![…]({name} "… © …")')
        cure = cure.format(name=name)
    return Sighting(
        file=f"site/{page.file}",
        line=line,
        what=what,
        why=_("Makers have a right to be named (in Germany § 13 UrhG); licences demand it too."),
        cure=cure,
        about=f"{name} {key}",
    )


CHECK = Check(
    id="credit",
    question="Does every picture say who made it and under which terms it may be shown?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
