"""Whether the record names the operator as the law does: a legal person, and who represents it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import RECORD, Scene
from oic_kit.services.checks.words import either, spoken

_SEVERAL = re.compile(r"\s(?:und|and|sowie|u\.|&|/)\s|;|,\s")
_PROJECT = re.compile(r"\bOpen Innovation (?:City|Region|District)\b|^OIC\b", re.IGNORECASE)


def _look(scene: Scene) -> Iterator[Sighting]:
    operator = scene.place.operator
    name = operator.legal_name.value
    if _PROJECT.search(name) or (name and name.casefold() == scene.place.site.title.casefold()):
        yield _sighting(
            scene,
            "operator.legal_name",
            name,
            _("A project has no legal form: nobody could be held to account (Art. 4(7) GDPR)."),
            _("Write the legal person behind it, e.g. the municipality or the company."),
        )
    role, person = operator.represented_by.role.value, operator.represented_by.name.value
    heads = [either(words.heads) for words in spoken(scene.place.site.languages)]
    if operator.type.is_public and any(head.search(role) for head in heads):
        yield _sighting(
            scene,
            "operator.represented_by.role",
            role,
            _("Whoever leads an office does not represent the municipality in law."),
            _(
                "Name who represents it by statute, e.g. the mayor; the office goes to operator.unit."
            ),
        )
    if operator.type.is_public and _SEVERAL.search(person):
        yield _sighting(
            scene,
            "operator.represented_by.name",
            person,
            _("Whoever leads an office does not represent the municipality in law."),
            _("Name one person; who answers for texts stands under operator.responsible."),
        )


def _sighting(scene: Scene, key: str, given: str, why: str, cure: str) -> Sighting:
    return Sighting(
        file=RECORD,
        line=scene.record_line(key),
        what=_("{key} = “{given}” is not right in law.").format(key=key, given=given),
        why=why,
        cure=cure,
        about=key,
    )


CHECK = Check(
    id="operator",
    question="Does the record name a legal person and who represents it?",
    who=Who.LEGAL,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
