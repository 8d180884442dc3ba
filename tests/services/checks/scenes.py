"""Small generated folders for checks: sound ones, each with exactly one thing planted."""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import oic_kit
from oic_kit.model.finding import Finding
from oic_kit.model.place import Place
from oic_kit.services.checks.registry import CHECKS
from oic_kit.services.checks.scene import Scene
from oic_kit.services.handed_out import print_of
from oic_kit.services.place_file import dump_place, place_from
from tests.places import TODAY, profile
from tests.services.content_sites import EVENT, PARTNER, PERSON, POST

Files = Mapping[str, str]

LEGAL = '---\ntitle: "A legal page"\ndescription: "{} of this website, filled in from the record."\n---\n'
CONTENT = {
    "site/content/imprint/index.de.md": LEGAL.format("Imprint"),
    "site/content/privacy/index.de.md": LEGAL.format("Privacy notice"),
    "site/content/accessibility/index.de.md": LEGAL.format("Accessibility statement"),
    "site/content/events/opening/index.de.md": EVENT,
    "site/content/people/office-lead/index.de.md": PERSON,
    "site/content/partners/arts-centre/index.de.md": PARTNER,
    "site/content/posts/look-back/index.de.md": POST,
    "site/themes/oic/layouts/home.html": "kit\n",
    "requirements.txt": "hugo\n",
}
OFF = ("projects", "formats", "methods", "challenges", "report", "press")


def confirmed(value: str) -> dict[str, Any]:
    """A fact that somebody with authority confirmed."""
    return {
        "value": value,
        "state": "confirmed",
        "confirmed_by": "Legal office",
        "confirmed_on": "2026-12-01",
        "review_by": "2027-12-01",
    }


SETTLED: dict[str, Any] = {
    **{
        f"operator.{key}": confirmed(value)
        for key, value in {
            "legal_name": "Wirtschaftsförderung Münster GmbH",
            "legal_form": "Gesellschaft mit beschränkter Haftung",
            "address.street": "Steinfurter Straße 60a",
            "address.postal_code": "48149",
            "address.city": "Münster",
            "represented_by.name": "Geschäftsführung",
            "represented_by.role": "Geschäftsführung",
            "responsible.name": "Leitung Innovation Office",
            "responsible.address": "wie oben",
            "register_entry.court": "Amtsgericht Münster",
            "register_entry.number": "HRB 1",
        }.items()
    },
    "operator.vat_id": {"state": "not_applicable", "reason": "none is given"},
    "hosting.provider.name": confirmed("Rechenzentrum der Stadt"),
    "hosting.provider.address": confirmed("Münster"),
    "hosting.provider.country": "DE",
    "hosting.provider.contract_on": "2026-12-01",
    "legal.accessibility.status": confirmed("partial"),
    "legal.accessibility.standard": confirmed("EN 301 549 V3.2.1"),
    "legal.accessibility.method": confirmed("self"),
    "legal.accessibility.contact": confirmed("Leitung Innovation Office"),
    **{
        f"legal.{key}": "2026-12-01"
        for key in (
            *("imprint_changed", "privacy.last_changed", "accessibility.last_changed"),
            *("accessibility.prepared_on", "accessibility.assessed_on"),
        )
    },
    "legal.ai.use": "none",
}
"""A record in which the place has answered everything that its legal pages need."""


def record(changes: Mapping[str, Any] | None = None) -> Place:
    """A place in one language whose facts nobody can object to, with some keys changed.

    Args:
        changes: value by dotted key, such as `operator.legal_name`.
    """
    values = json.loads(_muenster())
    _put(values, "site.languages", ["de"])
    _put(values, "site.url", "https://oic-muenster.de/")
    for name in OFF:
        _put(values, f"modules.{name}", False)
    for key, value in (changes or {}).items():
        _put(values, key, value)
    return place_from(values, named="")


@cache
def _muenster() -> str:
    return json.dumps(profile("muenster").model_dump(mode="json"))


def _put(values: dict[str, Any], key: str, value: Any) -> None:
    *path, last = key.split(".")
    for step in path:
        values = values[step]
    values[last] = value


def folder_with(
    folder: Path,
    files: Files | None = None,
    *,
    changes: Mapping[str, Any] | None = None,
    built: Files | None = None,
    without: Iterable[str] = (),
) -> Path:
    """Make a small generated folder.

    Args:
        folder: empty or missing.
        files: text by path; replaces what a sound folder has there.
        changes: value by dotted key of the record.
        built: built pages by path below `build/site/`, newer than the texts.
        without: paths of a sound folder that are left away.
    """
    texts = {**CONTENT, "place.yaml": dump_place(record(changes)), **(files or {})}
    kept = {path: text for path, text in texts.items() if path not in set(without)}
    for path, text in kept.items():
        _write(folder / path, text)
    prints = {path: print_of(CONTENT[path].encode()) for path in CONTENT}
    _write(folder / ".oic/files.json", json.dumps(prints))
    _write(folder / ".oic/kit.json", json.dumps({"kit": oic_kit.__version__, "format": 1}))
    _write(folder / ".oic/base/place.yaml", kept.get("place.yaml", ""))
    for path, text in {"index.html": "<p>Home</p>", **built}.items() if built is not None else ():
        _write(folder / "build/site" / path, text)
        later = time.time() + 60
        os.utime(folder / "build/site" / path, (later, later))
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def scene_in(folder: Path, *, today: datetime.date = TODAY) -> Scene:
    """The folder as checks see it."""
    return Scene(folder, today)


def asked(check: str, folder: Path, *, go_live: bool = False) -> list[Finding]:
    """What one question finds in a folder."""
    question = next(it for it in CHECKS if it.id == check)
    return list(question.findings(scene_in(folder), go_live=go_live))
