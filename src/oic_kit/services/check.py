"""Look over a generated folder: what is to mend before it may go live, and after."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import oic_kit
from oic_kit.model.finding import Finding, Report, counted, in_order
from oic_kit.services.checks.registry import CHECKS
from oic_kit.services.checks.scene import Scene


def check(
    folder: Path, *, today: datetime.date, go_live: bool = False, fix: bool = False
) -> Report:
    """Ask every question about a folder.

    Args:
        folder: a generated folder.
        today: what counts as today.
        go_live: whether what blocks publishing is an error; only errors count then.
        fix: mend first what can be mended safely.
    """
    scene = Scene(folder.absolute(), today)
    fixed: tuple[str, ...] = ()
    if fix:
        fixed = _mended(scene)
        scene = Scene(folder.absolute(), today)
    findings = findings_in(scene, go_live=go_live)
    counts = counted(findings)
    return Report(
        folder=str(folder),
        place=scene.place.name if scene.holds else "",
        kit=oic_kit.__version__,
        day=today.isoformat(),
        go_live=go_live,
        # Hints are no faults, and nothing but what blocks it keeps a site from going live.
        ready=not counts.error if go_live else not (counts.error or counts.warning),
        built=scene.built is not None,
        counts=counts,
        fixed=fixed,
        findings=findings,
    )


def findings_in(scene: Scene, *, go_live: bool = False) -> tuple[Finding, ...]:
    """The answers to every question, the worst first; each is told once."""
    found = (it for question in CHECKS for it in question.findings(scene, go_live=go_live))
    return in_order({(it.id, it.line, it.what): it for it in found}.values())


def _mended(scene: Scene) -> tuple[str, ...]:
    """Mend what needs mending: a question that finds nothing is not asked to write."""
    if not scene.holds:
        return ()
    return tuple(
        path
        for question in CHECKS
        if question.mend and any(True for _it in question.look(scene))
        for path in question.mend(scene)
    )


def schema() -> dict[str, Any]:
    """JSON Schema of a report, for programs that read `--json`."""
    made = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
