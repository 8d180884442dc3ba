"""The self-assessment in `place.yaml`: one line changes, and nothing else."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from oic_kit.errors import OicError
from oic_kit.services.assessment_file import write_assessment
from oic_kit.services.place_file import dump_place, read_place
from tests.places import profile
from tests.playbook_plans import answers

ANSWERS = answers(2, g1=None, a5=4)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The record of Münster as the kit writes it."""
    path = tmp_path / "place.yaml"
    path.write_text(dump_place(profile("muenster")), encoding="utf-8")
    return path


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ."""
    old, new = before.splitlines(), after.splitlines()
    assert len(old) == len(new)
    return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]


def test_only_the_line_of_the_answers_changes(record):
    """An editor's own comments and order survive the self-assessment."""
    before = record.read_text(encoding="utf-8")
    write_assessment(record, ANSWERS)

    lines = changed(before, record.read_text(encoding="utf-8"))
    assert 1 == len(lines)
    assert lines[0][1].lstrip().startswith("assessment: {")
    assert lines[0][0].partition("#")[2] == lines[0][1].partition("#")[2]
    assert ANSWERS == read_place(record).playbook.assessment


def test_answers_can_be_given_again(record):
    """A second self-assessment replaces the first one."""
    write_assessment(record, ANSWERS)
    write_assessment(record, answers(4))

    assert answers(4) == read_place(record).playbook.assessment


@pytest.mark.parametrize(
    "shape",
    [
        "assessment: {g1: 1}",
        "assessment:\n    g1: 1\n    g2:   # weiß nicht\n    a5: 4",
        "# noch keine Antworten",
    ],
    ids=["in one line", "a line each", "missing"],
)
def test_every_way_to_write_the_block_is_understood(record, shape):
    """However an editor wrote the block by hand, the answers find their place."""
    text = record.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.lstrip().startswith("assessment:"))
    record.write_text(text.replace(line, f"  {shape}"), encoding="utf-8")
    before = read_place(record)
    write_assessment(record, ANSWERS)

    after = read_place(record)
    assert ANSWERS == after.playbook.assessment
    assert before.model_copy(update={"playbook": after.playbook}) == after


def test_a_record_without_the_block_gets_one(record):
    """A short record, written by hand, has no block “playbook” yet."""
    text = record.read_text(encoding="utf-8")
    start, end = text.index("\nplaybook:"), text.index("\nhosting:")
    record.write_text(text[:start] + text[end:], encoding="utf-8")
    write_assessment(record, ANSWERS)

    assert ANSWERS == read_place(record).playbook.assessment


def test_windows_line_ends_and_rights_stay(record):
    """A file from Windows keeps its line ends, and a private file stays private."""
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    record.chmod(0o600)
    write_assessment(record, ANSWERS)

    content = record.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert 0o600 == stat.S_IMODE(record.stat().st_mode)


def test_a_faulty_record_is_not_touched(record):
    """A record with a fault elsewhere is refused, as everywhere, and stays as it is."""
    text = record.read_text(encoding="utf-8").replace("kind: city", "kind: town")
    record.write_text(text, encoding="utf-8")

    with pytest.raises(OicError):
        write_assessment(record, ANSWERS)
    assert text == record.read_text(encoding="utf-8")
    assert ["place.yaml"] == [path.name for path in record.parent.iterdir()]
