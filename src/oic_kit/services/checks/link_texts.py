"""Whether the text of a link says where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.words import check_words, either

_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\([^)\n]+\)")


def _look(scene: Scene) -> Iterator[Sighting]:
    for page in scene.content.pages:
        words = check_words(page.language)
        vague = either(words.vague_links) if words else None
        for found in _LINK.finditer(page.body) if vague else ():
            text = found.group(1).strip(" *_→»…")
            if vague and vague.fullmatch(text):
                yield Sighting(
                    file=f"site/{page.file}",
                    line=page.body_line + page.body.count("\n", 0, found.start()),
                    what=_("The link text “{text}” does not say where it leads.").format(text=text),
                    why=_("Screen readers list links without the sentence around (WCAG 2.4.4)."),
                    cure=_("Make the name of the target the text of the link."),
                    about=found.group(),
                )


CHECK = Check(
    id="link-text",
    question="Does the text of every link say where it leads?",
    who=Who.EDITORS,
    severity=Severity.HINT,
    look=_look,
)
