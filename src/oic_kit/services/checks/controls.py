"""Whether everything that can be clicked can be reached without a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.built_pages import Element, elements_in
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene

_NAMES = ("div", "span", "p", "li", "img", "svg")
_LOOKS = re.compile(r"(?:^|[\s_-])(?:play|btn|button)(?:$|[\s_-])")
_HANDLERS = ("onclick", "onkeydown", "onmousedown")


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        if source.file.startswith("site/layouts/"):
            yield from _in_html(source.file, source.text)
    seen = set()
    for page in scene.built.pages if scene.built else ():
        for sighting in _in_html(page.shown, page.text):
            if sighting.about not in seen:
                seen.add(sighting.about)
                yield sighting


def _in_html(file: str, text: str) -> Iterator[Sighting]:
    for element in elements_in(text, *_NAMES):
        if _is_fake(element):
            named = element.attributes.get("class", "") or element.name
            yield Sighting(
                file=file,
                line=element.line,
                what=_("<{element}> ({name}) is clicked like a button but is none.").format(
                    element=element.name, name=named
                ),
                why=_("Whoever uses a keyboard or a screen reader cannot reach it (WCAG 2.1.1)."),
                cure=_("Write <button> or <a href>; the browser does the rest."),
                about=f"{element.name} {named}",
            )


def _is_fake(element: Element) -> bool:
    given = element.attributes
    if any(name in given for name in _HANDLERS) or given.get("role") == "button":
        return True
    return bool(_LOOKS.search(given.get("class", ""))) and "data-place" not in given


CHECK = Check(
    id="control",
    question="Can everything that is clicked be reached without a mouse?",
    who=Who.TECHNOLOGY,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
