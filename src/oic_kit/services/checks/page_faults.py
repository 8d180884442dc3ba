"""Whether every page can be built: keys, values, shortcodes, pictures, links between pages."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.unknown_ids import is_about_an_id


def _look(scene: Scene) -> Iterator[Sighting]:
    for fault in scene.page_faults:
        if is_about_an_id(fault):
            continue
        if fault.key and fault.given:
            what = _("{key} = “{given}” does not hold.").format(key=fault.key, given=fault.given)
        elif fault.key:
            what = _("{key} does not hold.").format(key=fault.key)
        elif fault.given:
            what = _("Something is not right here: {given}").format(given=fault.given)
        else:
            what = _("The page does not hold.")
        yield Sighting(
            file=f"site/{fault.file}",
            line=fault.line,
            what=what,
            why=_("The website is not built while a page does not hold."),
            cure=fault.cure,
            about=f"{fault.key} {fault.given}",
        )


CHECK = Check(
    id="page",
    question="Can every page be built?",
    who=Who.EDITORS,
    severity=Severity.ERROR,
    look=_look,
    blocks=True,
)
