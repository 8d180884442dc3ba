"""Whether `place.yaml` can be read; nothing else can be asked before."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import RECORD, Scene


def _look(scene: Scene) -> Iterator[Sighting]:
    for fault in scene.record_faults:
        key, line = fault.key, 0
        if key.startswith(RECORD):  # a fault of the file itself names its line
            key, _colon, number = key.partition(":")
            line = int(number) if number.isdigit() else 1
        given = f" = “{fault.given}”" if fault.given else ""
        yield Sighting(
            file=RECORD,
            line=line or scene.record_line(key),
            what=_("{key} does not hold.").format(key=f"{key}{given}"),
            why=_("The website and the playbook are made from this file."),
            cure=fault.cure,
            about=key,
        )


CHECK = Check(
    id="record",
    question="Does place.yaml hold?",
    who=Who.OFFICE,
    severity=Severity.ERROR,
    look=_look,
    blocks=True,
    needs_record=False,
)
