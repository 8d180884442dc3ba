"""Whether what the kit holds about the law is confirmed, fresh, and the right one for the place."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.model.law_findings import LawFinding, LawIssue
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.facts import FACTS
from oic_kit.services.checks.law_points import point_of
from oic_kit.services.checks.law_words import named, role_for, why_for
from oic_kit.services.checks.scene import RECORD, Scene


def _look(scene: Scene) -> Iterator[Sighting]:
    for found in scene.law_findings:
        if found.issue in FACTS or found.issue is LawIssue.PROJECT_AS_OPERATOR:
            continue  # who the operator is has a question of its own
        what, cure = _said(found)
        yield Sighting(
            file=RECORD,
            line=scene.record_line(_key(found)),
            what=what,
            why=_why(found),
            cure=cure,
            about=f"{found.issue} {found.key} {found.name or found.detail}",
            who=role_for(found),
            severity=None if found.stops_going_live else Severity.HINT,
            blocks=found.stops_going_live,
        )


def _key(found: LawFinding) -> str:
    """The key of the record that stands behind an issue."""
    if found.issue is LawIssue.LAW_UNVERIFIED:
        return "legal.confirmed"
    return "place.country" if found.issue is LawIssue.LAW_REVIEW_DUE else found.key


def _why(found: LawFinding) -> str:
    if found.issue is LawIssue.LAW_UNVERIFIED:
        if found.detail:
            return _("Nobody has read it at its source yet: {source}").format(source=found.detail)
        return _("The kit has it from general knowledge only, and the legal pages print it.")
    if found.issue is LawIssue.LAW_REVIEW_DUE:
        return _("Laws change; the legal pages may name what no longer holds.")
    return why_for(found)


def _said(found: LawFinding) -> tuple[str, str]:
    """What is so and how to mend it."""
    key = found.key if found.issue is LawIssue.LAW_REVIEW_DUE else named(found.key)
    given = {"key": key, "point": point_of(found), "detail": found.detail}
    line = f"{{fact: {found.key}, confirmed_by: …, confirmed_on: …}}"
    what, cure = {
        LawIssue.LAW_UNVERIFIED: (
            _("This point of law is not confirmed: {point}."),
            _("Look it up at its source, then add to legal.confirmed: {line}").format(line=line),
        ),
        LawIssue.NO_TEMPLATE: (
            _("The kit does not know the law of this country: {detail}."),
            _("Let a lawyer write or review the legal pages, then say so under legal.reviewed."),
        ),
        LawIssue.STATE_UNKNOWN: (
            _("The kit does not know which state the place lies in: “{detail}”."),
            _("Write its code, e.g. NW; authority and enforcement body follow from it."),
        ),
        LawIssue.LAW_REVIEW_DUE: (
            _("The kit's look at the law of {key} was due for renewal on {detail}."),
            _("Take over a newer oic-kit; if there is none, let the legal office look."),
        ),
        LawIssue.LANGUAGE_MISSING: (
            _("{key} is off, but the law asks for it or recommends it."),
            _("Switch it on once a tested text or film exists."),
        ),
        LawIssue.LONG_LOGS: (
            _("Server logs are kept for {detail} days."),
            _("Keep them for a week or two: hosting.provider.log_days"),
        ),
    }[found.issue]
    return what.format(**given), cure


CHECK = Check(
    id="law",
    question="Is what the kit holds about the law confirmed, fresh, and right for the place?",
    who=Who.LEGAL,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
