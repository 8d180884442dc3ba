"""Whether alternative texts say what a picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.words import check_words, either
from oic_kit.services.pages import Page

_PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)")
_CALL = re.compile(r"\{\{[<%]\s*(?:figure|gallery)\b[^}]*?\balt=\"([^\"]*)\"")
_FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg)$|^(?:IMG|DSC|DSCN|P|PXL|WA)[_-]?\d+", re.IGNORECASE
)
_LONGEST = 250


def _look(scene: Scene) -> Iterator[Sighting]:
    for page in scene.content.pages:
        if page.meta.image and page.meta.image_alt:
            yield from _judge(page, page.fault("image_alt", "", "").line, page.meta.image_alt)
        for pattern in (_PICTURE, _CALL):
            for found in pattern.finditer(page.body):
                line = page.body_line + page.body.count("\n", 0, found.start())
                yield from _judge(page, line, found.group(1))


def _judge(page: Page, line: int, alt: str) -> Iterator[Sighting]:
    words = check_words(page.language)
    said = alt.strip()
    if not said or said == "decorative":
        return  # an empty one is a fault of the page
    if _FILE_NAME.search(said):
        problem = _("it is the name of a file")
    elif words and either(words.poor_alt).match(said):
        problem = _("it says that there is a picture, which readers hear anyway")
    elif len(said) > _LONGEST:
        problem = _("it is longer than {most} letters").format(most=_LONGEST)
    else:
        return
    yield Sighting(
        file=f"site/{page.file}",
        line=line,
        what=_("The alternative text “{text}” helps nobody: {problem}.").format(
            text=said if len(said) <= 60 else said[:59] + "…", problem=problem
        ),
        why=_("People who do not see the picture hear this text instead (WCAG 1.1.1)."),
        cure=_("Say in one sentence what matters in the picture; a mere ornament is: decorative"),
        about=said,
    )


CHECK = Check(
    id="alt-text",
    question="Do alternative texts say what the pictures show?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
)
