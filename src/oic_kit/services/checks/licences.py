"""Whether a text reserves all rights while the site is open."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.words import check_words, either


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        words = check_words(source.language or scene.place.main_language)
        for found in either(words.rights_reserved).finditer(source.text) if words else ():
            text = " ".join(found.group().split())
            yield Sighting(
                file=source.file,
                line=source.line_at(found.start()),
                what=_("“{text}” contradicts the open licence of the site.").format(text=text),
                why=_("Others would not know whether they may copy what the site offers."),
                cure=_("Take it out, or name the parts that are not open, e.g. portraits."),
                about=text,
            )


CHECK = Check(
    id="licence",
    question="Does a text reserve all rights while the site is open?",
    who=Who.LEGAL,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
