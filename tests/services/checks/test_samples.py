"""Every question finds what it asks for when it is planted, and nothing in a folder that is sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from oic_kit.services.checks.registry import CHECKS
from tests.services.checks.scenes import asked, folder_with, scene_in


@dataclass(frozen=True)
class Sample:
    """One thing planted, and the same without it.

    Args:
        check: the question that must find it.
        file: where it must find it.
        line: on which line; 0 when that does not matter.
        wrong: files with the fault.
        right: the same files without it; the sound folder when empty.
        changes: keys of the record with the fault; `mended` are those without it.
        built: built pages with the fault; `clean` are those without it.
        without: files of the sound folder that are missing.
    """

    check: str
    file: str
    line: int = 0
    wrong: Mapping[str, str] = field(default_factory=dict)
    right: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, Any] = field(default_factory=dict)
    mended: Mapping[str, Any] = field(default_factory=dict)
    built: Mapping[str, str] | None = None
    clean: Mapping[str, str] | None = None
    without: tuple[str, ...] = ()


_ROWS = yaml.safe_load(Path(__file__).with_name("samples.yaml").read_text(encoding="utf-8"))
SAMPLES = tuple(Sample(**row) for row in _ROWS)
PREPARED = ("build", "derived", "kit-version")
"""What needs more than files: `test_folder.py` asks these."""
NEVER_SILENT = ("fact", "law")
"""What always finds something in a place whose law nobody has confirmed yet."""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda it: f"{it.check}-{it.file[-20:]}")
def test_what_is_planted_is_found_and_what_is_sound_is_left_alone(
    sample: Sample, tmp_path: Path
) -> None:
    """
    An editor hears of each thing to mend with file and line, and of nothing else.
    """
    bad = folder_with(
        tmp_path / "bad",
        sample.wrong,
        changes=sample.changes,
        built=sample.built,
        without=sample.without,
    )
    good = folder_with(tmp_path / "good", sample.right, changes=sample.mended, built=sample.clean)
    for folder in (bad, good):
        (folder / "site/content/events/opening/saal.jpg").write_bytes(b"picture")

    seen, others = asked(sample.check, bad), asked(sample.check, good)

    here = [(it.file, it.line if sample.line else 0) for it in seen]
    assert (sample.file, sample.line) in here, seen
    assert not {it.id for it in seen} <= {it.id for it in others}
    assert sample.check in NEVER_SILENT or not others


def test_every_question_has_a_sample() -> None:
    """
    A developer who adds a question also plants what it finds.
    """
    assert sorted({check.id for check in CHECKS}) == sorted(
        {*(sample.check for sample in SAMPLES), *PREPARED}
    )


def test_every_question_has_a_name_of_its_own() -> None:
    """
    A finding says by its check who found it, and no two share that name.
    """
    names = [check.id for check in CHECKS]

    assert sorted(set(names)) == sorted(names)
    assert all(check.question.endswith("?") for check in CHECKS)


def test_the_sound_folder_is_sound(tmp_path: Path) -> None:
    """
    A developer who reads these tests can trust that only the planted thing is wrong.
    """
    folder = folder_with(tmp_path)

    assert [] == [
        finding
        for check in CHECKS
        if check.id not in (*NEVER_SILENT, *PREPARED)
        for finding in check.findings(scene_in(folder), go_live=True)
    ]
