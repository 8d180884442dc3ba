"""`oic-kit check` as an officer, a colleague and a program meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from oic_kit.cli.commands import commands
from oic_kit.say import speaking
from oic_kit.services.derive import write_derived
from tests.places import TODAY
from tests.services.checks.scenes import SETTLED, folder_with, record

LAW = [
    {"fact": key, "confirmed_by": "Legal office", "confirmed_on": "2026-12-01"}
    for key in ("privacy.clause", "privacy.authority", "privacy.rights", "accessibility.reply")
]
ABOUT = "site/content/about/index.de.md"
HEAD = '---\ntitle: "Über"\ndescription: "Was hier geschieht und wer es trägt, Tag für Tag."\n---\n'
WRONG = {ABOUT: f"{HEAD}\nTODO\n"}


@pytest.fixture(autouse=True)
def on_the_sample_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of these tests stands still: facts of the samples are confirmed for a year."""
    monkeypatch.setattr("oic_kit.cli.check._today", lambda: TODAY)


def ran(folder: Path, *arguments: str) -> Result:
    """Run the command on a folder."""
    with speaking("en"):
        return CliRunner().invoke(commands, ["check", str(folder), *arguments])


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing to mend."""
    folder = tmp_path_factory.mktemp("sound")
    changes = {**SETTLED, "legal.confirmed": LAW}
    folder_with(folder, changes=changes)
    write_derived(record(changes), folder)
    return folder


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with something to mend."""
    return folder_with(tmp_path_factory.mktemp("faulty"), WRONG)


def test_a_sound_folder_ends_with_zero_and_the_next_command(sound: Path) -> None:
    """
    An officer who is done reads what to do next instead of an empty line.
    """
    result = ran(sound)

    assert 0 == result.exit_code, result.output
    assert "Münster: 0 errors, 0 warnings" in result.output
    assert f"Build the site:  oic-kit build {sound}" in result.output


def test_a_site_may_go_live_when_everything_is_settled(sound: Path) -> None:
    """
    A workflow that publishes gets its go.
    """
    result = ran(sound, "--go-live")

    assert 0 == result.exit_code, result.output
    assert "Ready to go live." in result.output


def test_a_fault_is_shown_with_file_line_reason_and_remedy(faulty: Path) -> None:
    """
    An editor reads where, what, why and how, and the exit code says that there is something.
    """
    result = ran(faulty)

    assert 1 == result.exit_code
    assert (
        "site/content/about/index.de.md:6  “TODO” still waits for the real text." in result.output
    )
    assert "The public reads it as it stands there." in result.output
    assert "→ Write the real text, or take the sentence out." in result.output


def test_a_program_gets_one_object(faulty: Path) -> None:
    """
    A workflow reads the findings without parsing sentences.
    """
    result = ran(faulty, "--json")
    said = json.loads(result.output)

    assert 1 == result.exit_code
    assert not said["ready"]
    assert ("placeholder", "site/content/about/index.de.md", 6, "editors") in [
        (it["check"], it["file"], it["line"], it["who"]) for it in said["findings"]
    ]
    assert sum(said["counts"].values()) == len(said["findings"])


def test_the_list_for_the_town_hall_speaks_the_language_of_the_place(
    faulty: Path, tmp_path: Path
) -> None:
    """
    Colleagues get their part of the list in their language, to tick off.
    """
    list_ = tmp_path / "todo.md"

    result = ran(faulty, "--todo", "--output", str(list_))

    text = list_.read_text(encoding="utf-8")
    assert f"{list_}" in result.output
    assert text.startswith("# Was für Münster noch zu tun ist\n")
    assert "## Rechtsamt\n" in text
    assert "- [ ] **„TODO“ wartet noch auf den richtigen Text.**\n" in text
    assert "`site/content/about/index.de.md:6`" in text


def test_the_list_speaks_another_language_when_asked(faulty: Path) -> None:
    """
    A consultant without German gets the same list in English.
    """
    assert "# What is still to do for Münster" in ran(faulty, "--todo", "--lang", "en").output


def test_the_schema_is_printed_without_a_folder(tmp_path: Path) -> None:
    """
    A developer gets the schema anywhere.
    """
    result = CliRunner().invoke(commands, ["check", "--schema", str(tmp_path)])

    assert "Report" == json.loads(result.output)["title"]


def test_what_mends_itself_is_mended_and_named(tmp_path: Path) -> None:
    """
    An officer sees which files were written for her.
    """
    result = ran(folder_with(tmp_path), "--fix")

    assert "Mended: .oic/derived/data/words.json" in result.output


def test_two_kinds_of_answer_at_once_are_refused(faulty: Path) -> None:
    """
    A program is not handed a list for people.
    """
    assert 2 == ran(faulty, "--json", "--todo").exit_code
