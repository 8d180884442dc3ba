"""Whether the folder was made by this version of the kit and from today's `place.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from packaging.version import Version

import oic_kit
from oic_kit.errors import FolderError
from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.kit_notes import made_by
from oic_kit.services.site import texts_due

_NOTES = ".oic/kit.json"


def _look(scene: Scene) -> Iterator[Sighting]:
    try:
        made = made_by(scene.folder)
    except FolderError as error:
        why = _("Without these notes the folder cannot be updated.")
        yield Sighting(_NOTES, 0, error.what, why, error.remedy, "notes", severity=Severity.WARNING)
        return
    here = oic_kit.__version__
    if Version(made) < Version(here):
        yield Sighting(
            file=_NOTES,
            line=0,
            what=_("The folder was made with oic-kit {made}; this is oic-kit {here}.").format(
                made=made, here=here
            ),
            why=_("Newer versions bring mended templates and today's law."),
            cure=_("Take it over; your edits stay."),
            about="version",
            command="oic-kit update",
        )
    if texts_due(scene.folder):
        yield _texts_due()


def _texts_due() -> Sighting:
    return Sighting(
        file="place.yaml",
        line=0,
        what=_("place.yaml has changed since the playbook was written."),
        why=_("Playbook and README still say what held before."),
        cure=_("Let them follow; your edits stay."),
        about="texts",
        command="oic-kit update",
    )


CHECK = Check(
    id="kit-version",
    question="Was the folder made by this version of the kit and from today's place.yaml?",
    who=Who.TECHNOLOGY,
    severity=Severity.HINT,
    look=_look,
    needs_record=False,
)
