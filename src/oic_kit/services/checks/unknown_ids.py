"""Whether every author, topic, format, host and project that a page names exists."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.content_kinds import KINDS, REFERENCES
from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.pages import PageFault


def is_about_an_id(fault: PageFault) -> bool:
    """Whether a fault is about the name of another item; one that is misspelt counts as well."""
    kind = fault.file.split("/")[1] if fault.file.startswith("content/") else ""
    names = {*REFERENCES.get(kind, {}), "topics", "series"}
    return kind in KINDS and fault.key in names and bool(fault.given)


def _look(scene: Scene) -> Iterator[Sighting]:
    for fault in filter(is_about_an_id, scene.page_faults):
        yield Sighting(
            file=f"site/{fault.file}",
            line=fault.line,
            what=_("{key} names “{given}”, which does not exist.").format(
                key=fault.key, given=fault.given
            ),
            why=_("Readers would follow a link into nothing; the website is not built so."),
            cure=fault.cure,
            about=f"{fault.key} {fault.given}",
        )


CHECK = Check(
    id="unknown-id",
    question="Does every author, topic, format, host, partner and project that a page names exist?",
    who=Who.EDITORS,
    severity=Severity.ERROR,
    look=_look,
    blocks=True,
)
