"""Whether the built pages are those of today's texts."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.built_pages import is_stale
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene


def _look(scene: Scene) -> Iterator[Sighting]:
    if is_stale(scene.folder):
        yield Sighting(
            file="build/site",
            line=0,
            what=_("The built pages are older than the texts; they were not looked at."),
            why=_("Dead links and foreign requests show in built pages only."),
            cure=_("Build the site, then check again."),
            about="stale",
            command="oic-kit build",
        )


CHECK = Check(
    id="build",
    question="Are the built pages those of today's texts?",
    who=Who.TECHNOLOGY,
    severity=Severity.HINT,
    look=_look,
    needs_record=False,
)
