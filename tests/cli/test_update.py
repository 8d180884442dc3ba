"""`oic-kit update` as an officer, an editor and a script meet it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from oic_kit.cli.edge import Edge
from oic_kit.cli.update import update
from oic_kit.model.update_result import SaidUpdate
from oic_kit.services.generate import generate
from tests.places import profile
from tests.services.synthetic_kits import Kit, chapter, everything, write

CHAPTER = "playbook/chapters/de/10-roadmap.md"
OLD = Kit({CHAPTER: chapter(), "README.md": b"# Guide\n", "site/content/a.md": b"Sample.\n"})
NEW = Kit(
    {**OLD.files, CHAPTER: chapter(line_2="Better."), "site/content/a.md": b"Better sample.\n"},
    version="0.2.0",
)


@click.group(cls=Edge)
def _commands() -> None:
    """The edge that turns errors into words, with one command."""


_commands.add_command(update)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of an older kit with an edited chapter, while a newer kit is installed."""
    made = OLD.generate(tmp_path / "oic-münster")
    write(made, {CHAPTER: chapter(line_10="Ours.")})
    with NEW.installed():
        yield made


def run(*words: object) -> Result:
    """Run the command as in a pipe: nobody can be asked."""
    return CliRunner().invoke(_commands, ["update", *map(str, words)])


def test_the_plan_is_shown_and_carried_out(folder):
    """
    One line a file, the counts, what stays untouched; then it is done, without a question in a pipe.
    """
    shown = run(folder)

    assert 0 == shown.exit_code, shown.output
    assert "Münster: oic-kit 0.1.0 → 0.2.0" in shown.stdout
    assert f"  merge     {CHAPTER}\n" in shown.stdout
    assert "1 merged. 2 files of yours are not touched." in shown.stdout
    assert "1 sample page" in shown.stdout
    assert chapter(line_2="Better.", line_10="Ours.") == (folder / CHAPTER).read_bytes()


def test_a_dry_run_writes_nothing(folder):
    """
    The same plan, and the folder as it was.
    """
    before = everything(folder)

    shown = run("--dry-run", folder)

    assert "1 merged" in shown.stdout
    assert "Done" not in shown.stdout
    assert before == everything(folder)


def test_the_lines_that_change_are_shown_when_asked(folder):
    """
    An editor sees the passage before it arrives.
    """
    shown = run("--dry-run", "--diff", folder)

    assert "    -Line 2 of the chapter.\n    +Better.\n" in shown.stdout


def test_programs_get_one_object(folder):
    """
    A script reads the plan, what was written, and nothing beside it.
    """
    said = SaidUpdate.model_validate_json(run("--json", folder).stdout)

    assert said.written
    assert ("0.1.0", "0.2.0", 1) == (said.before, said.after, said.counts.merge)
    assert [CHAPTER] == [step.path for step in said.steps]


def test_a_failure_is_an_object_too(tmp_path):
    """
    A script learns why, and the exit code says that somebody has to mend something.
    """
    shown = run("--json", tmp_path)

    assert 1 == shown.exit_code
    assert "not the folder of a place" in json.loads(shown.stdout)["failure"]["what"]


def test_on_a_terminal_the_officer_is_asked_first(folder, monkeypatch):
    """
    Somebody who reads the plan and says no has an untouched folder.
    """
    before = everything(folder)
    monkeypatch.setattr("oic_kit.cli.update._is_a_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: "n")

    shown = run(folder)

    assert "Nothing was written." in shown.stdout
    assert before == everything(folder)


def test_yes_asks_nothing_on_a_terminal(folder, monkeypatch):
    """
    Who is sure says so once.
    """
    monkeypatch.setattr("oic_kit.cli.update._is_a_terminal", lambda: True)

    assert "Done." in run("--yes", folder).stdout


def test_a_clash_points_to_the_report(folder):
    """
    The update is done and ends well; the officer is told where to look.
    """
    write(folder, {CHAPTER: chapter(line_2="Ours.")})

    shown = run(folder)

    assert 0 == shown.exit_code
    assert f"  conflict  {CHAPTER} – you and the kit changed the same passage" in shown.stdout
    assert "Look at update-report.md" in shown.stdout


def test_the_plan_becomes_the_text_of_a_merge_request(folder, tmp_path):
    """
    A weekly job hands the whole plan to the forge as Markdown.
    """
    run("--report", tmp_path / "text.md", folder)

    text = (tmp_path / "text.md").read_text(encoding="utf-8")
    assert text.startswith("# Münster: oic-kit 0.1.0 → 0.2.0\n")
    assert f"## Merge\n\n- {CHAPTER}\n" in text


def test_a_second_run_says_that_nothing_changes(folder):
    """
    No question, no write.
    """
    run(folder)

    shown = run(folder)

    assert "Nothing changes." in shown.stdout
    assert "Done" not in shown.stdout


def test_the_folder_is_found_from_inside(folder, monkeypatch):
    """
    An editor stands in a folder of chapters and types no path.
    """
    monkeypatch.chdir(folder / "playbook/chapters")

    assert "1 merged" in run("--dry-run").stdout


def test_many_folders_one_line_each(tmp_path):
    """
    One has no notes, one is edited, one is current: each has its line, and the failure its code.
    """
    generate(profile("sennestadt"), into=tmp_path / "current")
    for name in ("edited", "copied"):
        shutil.copytree(tmp_path / "current", tmp_path / name)
    shutil.rmtree(tmp_path / "copied/.oic")
    (tmp_path / "edited/site/themes/oic/theme.toml").unlink()
    places = [tmp_path / name for name in ("current", "copied", "edited")]

    shown = run(*places)

    assert 1 == shown.exit_code
    lines = shown.stdout.splitlines()
    assert 4 == len(lines)
    assert "3 folders: 1 with changes, 1 up to date, 1 failed" == lines[-1]
    assert {"1/3", "2/3", "3/3"} == {line.split()[0] for line in lines[:-1]}
    assert (tmp_path / "edited/site/themes/oic/theme.toml").is_file()

    answers = [json.loads(line) for line in run("--json", *places).stdout.splitlines()]
    assert [False, False, False] == [answer["due"] for answer in answers]
    assert 1 == sum(answer["failure"] is not None for answer in answers)


def test_a_report_is_for_one_folder(tmp_path):
    """
    Two folders and one file would mean that one report overwrites the other.
    """
    assert 2 == run("--report", "-", tmp_path, tmp_path / "b").exit_code
