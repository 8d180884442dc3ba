"""What is published: the real site, or a preview as long as something keeps it from going live."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from oic_kit.model.finding import Finding, Report, Severity, Who, counted
from oic_kit.services import publish
from oic_kit.services.place_file import dump_place
from oic_kit.services.site import Built
from tests.places import profile

DAY = datetime.date(2027, 1, 15)
Look = Callable[..., publish.Published]


def report(*severities: Severity) -> Report:
    """What a check says that found so much."""
    findings = tuple(
        Finding(id=f"x-{number}", check="x", severity=it, blocks=it is Severity.ERROR, file="a",
                line=1, what="x", why="x", cure="x", who=Who.OFFICE)
        for number, it in enumerate(severities)
    )  # fmt: skip
    return Report(
        folder="", place="", kit="", day="", go_live=True, built=False, findings=findings,
        counts=counted(findings), ready=Severity.ERROR not in severities,
    )  # fmt: skip


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A folder, and what was built in it, without waiting for Hugo."""
    (tmp_path / "place.yaml").write_text(dump_place(profile("gent")), encoding="utf-8")
    asked: list[dict[str, Any]] = []

    def build(folder: Path, **how: Any) -> Built:
        asked.append(how)
        return Built(root=folder, pages=1, seconds=0.0, texts_due=False)

    monkeypatch.setattr(publish, "build", build)
    return asked


def checks(monkeypatch: pytest.MonkeyPatch, *reports: Report) -> None:
    """What each look at the folder finds, before and after it is built."""
    said = iter(reports)
    monkeypatch.setattr(publish, "check", lambda *_words, **_more: next(said))


def test_a_site_with_nothing_to_mend_goes_live(tmp_path, builds, monkeypatch):
    """
    An officer who filled in the last fact sees the banner gone with the next push; hints do no harm.
    """
    checks(monkeypatch, report(Severity.HINT), report())

    made = publish.publish(tmp_path, today=DAY)

    assert (True, ()) == (made.live, made.wanting)
    assert [{"base_url": "", "preview": False}] == builds


def test_a_site_that_lacks_a_fact_becomes_a_preview(tmp_path, builds, monkeypatch):
    """
    One missing fact, one build, and the reason in the hand.
    """
    checks(monkeypatch, report(Severity.ERROR, Severity.WARNING))

    made = publish.publish(tmp_path, today=DAY, forge_address="https://forge/oic/")

    assert (False, 1) == (made.live, len(made.wanting))
    assert [{"base_url": "https://forge/oic/", "preview": True}] == builds


def test_what_only_built_pages_show_counts_too(tmp_path, builds, monkeypatch):
    """
    A link that leads nowhere is found in the built pages: they are built again as a preview.
    """
    checks(monkeypatch, report(), report(Severity.ERROR))

    made = publish.publish(tmp_path, today=DAY)

    assert not made.live
    assert [False, True] == [it["preview"] for it in builds]


def test_a_preview_that_was_asked_for_is_one(tmp_path, builds, monkeypatch):
    """
    The preview of a merge request never looks like the real site, however complete it is.
    """
    checks(monkeypatch, report())

    made = publish.publish(tmp_path, today=DAY, address="https://preview/", preview=True)

    assert not made.live
    assert [{"base_url": "https://preview/", "preview": True}] == builds
