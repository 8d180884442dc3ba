"""What `oic-kit check` prints: findings for the terminal, or a list for the town hall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from oic_kit.model.finding import Finding, Report, Severity, Who
from oic_kit.say import _, ngettext

_SHOWN = 8
"""Findings with one reason and remedy that are written out; the others are counted."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def report_lines(report: Report, dropped: Sequence[str] = ()) -> Iterator[str]:
    """Everything for the terminal: what was mended, what is to mend, what to do next."""
    for path in dropped:
        yield _("Deleted: {path}").format(path=path)
    for path in report.fixed:
        yield _("Mended: {path}").format(path=path)
    if dropped or report.fixed:
        yield ""
    for severity, found in groupby(report.findings, key=lambda it: it.severity):
        yield click.style(_heading(severity), fg=_COLOURS[severity], bold=True)
        yield from _by_check(list(found))
        yield ""
    yield _summary(report)
    yield from _next(report)


def _by_check(findings: list[Finding]) -> Iterator[str]:
    """Findings with one reason and one remedy below each other: both are said once."""
    for found in _alike(findings):
        first = found[0]
        yield from (f"  {_where(finding)}  {finding.what}" for finding in found[:_SHOWN])
        if (more := len(found) - _SHOWN) > 0:
            yield "  " + ngettext(
                "… and {count} more (all of them: --json or --todo)",
                "… and {count} more (all of them: --json or --todo)",
                more,
            ).format(count=more)
        yield click.style(f"    {first.why}", dim=True)
        yield f"    → {first.cure}" + (f"  {first.command}" if first.command else "")


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings of one question with one reason and one remedy together."""
    found: dict[tuple[str, ...], list[Finding]] = {}
    for it in findings:
        found.setdefault((it.check, it.why, it.cure, it.command), []).append(it)
    return list(found.values())


def _where(finding: Finding) -> str:
    return f"{finding.file}:{finding.line}" if finding.line else finding.file or "."


def _heading(severity: Severity) -> str:
    return {
        Severity.ERROR: _("To mend before anything else"),
        Severity.WARNING: _("To mend"),
        Severity.HINT: _("Could be better"),
    }[severity]


def _summary(report: Report) -> str:
    counts = report.counts
    said = [
        ngettext("{count} error", "{count} errors", counts.error).format(count=counts.error),
        ngettext("{count} warning", "{count} warnings", counts.warning).format(
            count=counts.warning
        ),
        ngettext("{count} hint", "{count} hints", counts.hint).format(count=counts.hint),
    ]
    return f"{report.place or report.folder}: {', '.join(said)}."


def _next(report: Report) -> Iterator[str]:
    """One sensible command: the one that brings the reader on."""
    folder = report.folder
    fixable = sum(finding.fixable for finding in report.findings)
    if fixable:
        yield ngettext(
            "One of them mends itself:  oic-kit check --fix {folder}",
            "{count} of them mend themselves:  oic-kit check --fix {folder}",
            fixable,
        ).format(count=fixable, folder=folder)
    if not report.ready:
        yield _("Hand it round:  oic-kit check --todo --output todo.md {folder}").format(
            folder=folder
        )
    elif report.go_live:
        yield _("Ready to go live. Build it:  oic-kit build {folder}").format(folder=folder)
    elif report.built:
        yield _("May it go live?  oic-kit check --go-live {folder}").format(folder=folder)
    else:
        yield _("Build the site:  oic-kit build {folder}").format(folder=folder)


def todo_lines(report: Report) -> Iterator[str]:
    """A list to tick off, a chapter for every role, the worst first."""
    title = _("What is still to do for {place}").format(place=report.place or report.folder)
    yield f"# {title}"
    yield ""
    yield _("As of {day}, made by oic-kit {version}.").format(day=report.day, version=report.kit)
    yield _("Bold lines have to be done before the site may go live.")
    if not report.findings:
        yield ""
        yield _("Nothing is left to do.")
    for who in Who:
        mine = [finding for finding in report.findings if finding.who is who]
        if mine:
            yield from ("", f"## {role(who)}")
            yield from (line for found in _alike(mine) for line in _tasks(found))


def _tasks(found: list[Finding]) -> Iterator[str]:
    """Things to tick off, below the reason and the remedy that they share."""
    first = found[0]
    command = f" `{first.command}`" if first.command else ""
    yield from ("", first.why, _("To do: {cure}").format(cure=first.cure) + command, "")
    for finding in found:
        what = f"**{finding.what}**" if finding.blocks else finding.what
        yield f"- [ ] {what}"
        yield f"  `{_where(finding)}`"


def role(who: Who) -> str:
    """What a role is called."""
    return {
        Who.OFFICE: _("Innovation office"),
        Who.EDITORS: _("Editors"),
        Who.LEGAL: _("Legal office"),
        Who.PRIVACY: _("Data protection"),
        Who.ACCESSIBILITY: _("Accessibility"),
        Who.TECHNOLOGY: _("Technology"),
    }[who]
