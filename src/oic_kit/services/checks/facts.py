"""Whether the facts that the law wants are there, confirmed, and not past their review."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from oic_kit.model.finding import Severity, Who
from oic_kit.model.law_findings import LawFinding, LawIssue
from oic_kit.model.law_shown import value_at
from oic_kit.model.part import Fact
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.law_words import named, role_for, why_for
from oic_kit.services.checks.scene import RECORD, Scene

FACTS = frozenset(
    {
        LawIssue.MISSING,
        LawIssue.DRAFT,
        LawIssue.NOBODY_CONFIRMED,
        LawIssue.REVIEW_PAST,
        LawIssue.DATE_AHEAD,
        LawIssue.STATEMENT_OLD,
        LawIssue.CONTRACT_MISSING,
    }
)
"""What is said about facts of the place; all other issues are about the law itself."""
_RESERVED = (".example", ".invalid", ".test", "example.com", "example.org", "example.net")


def _look(scene: Scene) -> Iterator[Sighting]:
    for found in scene.law_findings:
        if found.issue in FACTS:
            what, cure = _said(found, scene)
            yield Sighting(
                file=RECORD,
                line=scene.record_line(found.key),
                what=what,
                why=why_for(found),
                cure=cure,
                about=f"{found.issue} {found.key}",
                who=role_for(found),
                blocks=found.stops_going_live,
            )
    yield from _address(scene)


def _said(found: LawFinding, scene: Scene) -> tuple[str, str]:
    """What is so and how to mend it."""
    given = {"key": named(found.key), "value": found.detail, "day": found.detail}
    confirm = _("Let somebody with authority look, then write: {line}").format(
        line="state: confirmed, confirmed_by: …, confirmed_on: …"
    )
    what, cure = {
        LawIssue.MISSING: (_("{key} is missing."), _fill_in(found, scene)),
        LawIssue.DRAFT: (_("{key} = “{value}” is only a draft."), confirm),
        LawIssue.NOBODY_CONFIRMED: (
            _("{key} = “{value}” is confirmed, but nobody says by whom."),
            confirm,
        ),
        LawIssue.REVIEW_PAST: (
            _("{key} was to be looked at again by {day}."),
            _("Look whether it still holds, then set confirmed_on and review_by anew."),
        ),
        LawIssue.DATE_AHEAD: (
            _("{key} lies in the future: {day}."),
            _("Write the day on which it really happened."),
        ),
        LawIssue.STATEMENT_OLD: (
            _("{key} is older than a year: {day}."),
            _("Test again, then write the new day; the statement is due every year."),
        ),
        LawIssue.CONTRACT_MISSING: (
            _("{key} is missing: no contract for processing data is noted."),
            _("Make the contract with the provider and write the day on which it was signed."),
        ),
    }[found.issue]
    return what.format(**given), cure


def _fill_in(found: LawFinding, scene: Scene) -> str:
    if isinstance(value_at(scene.place, found.key), Fact):
        return _(
            "Fill in its value in place.yaml; what does not apply gets a reason: {line}"
        ).format(line="state: not_applicable, reason: …")
    return _("Fill it in in place.yaml.")


def _address(scene: Scene) -> Iterator[Sighting]:
    host = urlsplit(scene.place.site.url).hostname or ""
    if host.endswith(_RESERVED):
        yield Sighting(
            file=RECORD,
            line=scene.record_line("site.url"),
            what=_("The address of the site, {url}, is only an example.").format(
                url=scene.place.site.url
            ),
            why=_("Feeds, calendars and search engines would point to a site that cannot exist."),
            cure=_("Write the address under which the site will appear: site.url"),
            about="site.url",
            who=Who.TECHNOLOGY,
        )


CHECK = Check(
    id="fact",
    question="Are the facts that the law wants there, confirmed, and not past their review?",
    who=Who.LEGAL,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
