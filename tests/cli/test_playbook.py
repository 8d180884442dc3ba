"""`oic-kit playbook` and `oic-kit build --playbook`, as an officer calls them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from oic_kit.services.generate import generate
from tests.places import profile

KEPT = ("01-vision.md", "brief.md", "_index.md")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a short book in German and English."""
    folder = tmp_path_factory.mktemp("cli") / "oic"
    generate(profile("muenster"), into=folder)
    for path in (folder / "playbook" / "chapters").rglob("*.md"):
        if path.name not in KEPT:
            path.unlink()
    return folder


def called(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One call of the command line inside a folder."""
    return subprocess.run(
        [sys.executable, "-c", "from oic_kit.cli.main import main; main()", *arguments],
        cwd=folder, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


def test_formats_and_languages_can_be_chosen(folder):
    """An officer who wants only the German PDF gets it, with the calendar, and nothing else."""
    run = called(folder, "playbook", "--only", "book", "--format", "pdf", "--lang", "de")

    assert 0 == run.returncode, run.stderr
    made = sorted(path.name for path in (folder / "build" / "playbook").iterdir())
    expected = ["muenster-brief-de.pdf", "muenster-playbook-de.pdf", "muenster-roadmap-de.ics"]
    assert expected == made
    assert all(name in run.stdout for name in expected)
    assert "Printed edition" in run.stdout


def test_it_works_from_anywhere_inside_the_folder(folder):
    """Nobody has to find the top of the folder first."""
    run = called(folder / "site" / "content", "playbook", "--format", "html", "--lang", "en")

    assert 0 == run.returncode, run.stderr
    assert (folder / "build" / "playbook" / "html" / "en" / "vision.html").is_file()


def test_a_changed_record_is_mentioned(folder):
    """Whoever changed an answer is told that the texts do not know it yet."""
    record = folder / "place.yaml"
    before = record.read_text(encoding="utf-8")
    record.write_text(before + "# changed\n", encoding="utf-8")
    run = called(folder, "playbook", "--format", "html", "--lang", "de")
    record.write_text(before, encoding="utf-8")

    assert "oic-kit update" in run.stdout


def test_an_unknown_language_and_a_wrong_folder_are_explained(folder, tmp_path):
    """Mistakes of the caller end with 1 and a way out, never with a traceback."""
    for run in (called(folder, "playbook", "--lang", "fr"), called(tmp_path, "playbook")):
        assert 1 == run.returncode
        assert "→" in run.stderr
        assert "Traceback" not in run.stderr


def test_an_unknown_format_is_wrong_usage(folder):
    """A format that does not exist ends with 2, as click has it."""
    assert 2 == called(folder, "playbook", "--format", "epub").returncode


def test_spreadsheets_and_cards_can_be_printed_alone(folder):
    """Whoever only needs the sheets gets them in a second, and reads how many there are."""
    run = called(folder, "playbook", "--only", "templates", "--format", "ods", "--lang", "de")

    assert 0 == run.returncode, run.stderr
    assert "templates/de: 4 files" in run.stdout
    names = {path.name for path in (folder / "build/playbook/templates/de").iterdir()}
    assert {"budget.ods", "stakeholders.ods", "event-planner.ods", "indicators.ods"} == names


def test_a_bundle_of_an_unknown_format_is_answered_with_the_nearest_name(folder):
    """Whoever mistypes a format learns how it is spelt, and a day without a bundle is wrong usage."""
    run = called(folder, "playbook", "--kit", "hackathn")

    assert 1 == run.returncode
    assert "hackathn" in run.stderr
    assert "hackathon" in run.stderr.split("→")[1]
    assert 2 == called(folder, "playbook", "--on", "2027-09-17").returncode


def test_build_prints_the_playbook_as_well(folder):
    """One command makes the site and the documents."""
    run = called(folder, "build", "--playbook")

    assert 0 == run.returncode, run.stderr
    assert (folder / "build" / "playbook" / "muenster-playbook-en.odt").is_file()
    assert (folder / "build" / "site" / "index.html").is_file()
    # Internal is the default: nothing of it is published.
    assert not (folder / "build" / "site" / "playbook").exists()
