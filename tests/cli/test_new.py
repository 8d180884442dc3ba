"""`oic-kit new` and `oic-kit schema` without questions: what a script or a consultant types."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from oic_kit.services.place_file import read_place
from tests.places import path_of, profile


def oic_kit(
    folder: Path, *arguments: str, typed: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, without a terminal."""
    return subprocess.run(
        [sys.executable, "-c", "from oic_kit.cli.main import main; main()", *arguments],
        cwd=folder,
        input=typed,
        stdin=None if typed is not None else subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_profile_answers_everything(tmp_path: Path):
    """
    A consultant makes a folder from a profile in one line and reads what to type next.
    """
    run = oic_kit(tmp_path, "new", "oic", "--profile", str(path_of("sennestadt")))

    assert (0, "") == (run.returncode, run.stderr)
    assert "Sennestadt" in run.stdout
    assert "oic-kit serve oic" in run.stdout
    assert profile("sennestadt").place == read_place(tmp_path / "oic" / "place.yaml").place


def test_the_first_year_of_dates_comes_along_when_asked_for(tmp_path: Path):
    """
    A consultant shows a calendar that is full, without a hundred weekly dates in it.
    """
    answers = ("--profile", str(path_of("sennestadt")), "--events", "usual")
    run = oic_kit(tmp_path, "new", "oic", *answers)

    assert (0, "") == (run.returncode, run.stderr)
    dates = sorted(it.name for it in (tmp_path / "oic/site/content/events").glob("*-20??-??-??"))
    assert {"innovation-circle", "market-of-possibilities", "meetup-series"} == {
        name[:-11] for name in dates
    }
    assert f"With {len(dates)} dates as drafts" in run.stdout
    assert "Nothing changes" in oic_kit(tmp_path, "update", "oic", "--dry-run").stdout


def test_single_answers_win_over_the_profile(tmp_path: Path):
    """
    A consultant changes two answers of a profile without editing it.
    """
    answers = ("--set", "site.address=du", "--set", "brand.colour=#123456")
    run = oic_kit(tmp_path, "new", "oic", "--profile", str(path_of("sennestadt")), *answers)
    place = read_place(tmp_path / "oic" / "place.yaml")

    assert 0 == run.returncode
    assert ("du", "#123456") == (place.site.address.value, place.brand.colour)


def test_a_profile_may_come_through_a_pipe(tmp_path: Path):
    """
    A script hands the answers over without a file.
    """
    text = path_of("gent").read_text(encoding="utf-8")
    run = oic_kit(tmp_path, "new", "oic", "--profile", "-", typed=text)

    assert 0 == run.returncode
    assert "Gent" == read_place(tmp_path / "oic" / "place.yaml").name


def test_defaults_are_enough_for_a_name_of_any_length(tmp_path: Path):
    """
    An officer who gives a name and a number and takes every default gets a folder, also with a
    name of eighty letters.
    """
    name = "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitan"
    answers = ("--yes", "--set", f"place.name={name}", "--set", "place.population=1000")
    run = oic_kit(tmp_path, "new", "oic", *answers)

    assert (0, "") == (run.returncode, run.stderr)
    assert name == read_place(tmp_path / "oic" / "place.yaml").name


def test_every_fault_of_a_profile_is_named_and_nothing_is_made(tmp_path: Path):
    """
    A consultant with a faulty profile reads all faults with their cures at once, and no folder
    appears.
    """
    faulty = {"place": {"name": "", "kind": "town", "population": -1}, "contcat": {}}
    (tmp_path / "faulty.yaml").write_text(yaml.safe_dump(faulty), encoding="utf-8")

    run = oic_kit(tmp_path, "new", "oic", "--profile", "faulty.yaml")

    assert 1 == run.returncode
    for key in ("contcat", "place.kind", "place.name", "place.population"):
        assert key in run.stderr
    assert "did you mean “contact”?" in run.stderr
    assert "→" in run.stderr
    assert "Traceback" not in run.stderr
    assert ["faulty.yaml"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--profile", "missing.yaml"),
        ("--set", "site.address"),
        ("--set", "place.name=Altdorf", "--set", "site.url=http://x.de"),
        ("--yes",),
        (),
        ("--set", "place.name=Altdorf", "--set", "place.population=9", "--events", "podcasts"),
    ],
    ids=["no such file", "no value", "not encrypted", "no name", "no terminal", "no such format"],
)
def test_what_cannot_work_is_said_in_words(tmp_path: Path, arguments: tuple[str, ...]):
    """
    A script that forgot something gets exit code 1 and a sentence with a cure, and makes no folder.
    """
    run = oic_kit(tmp_path, "new", "oic", *arguments)

    assert 1 == run.returncode
    assert "→" in run.stderr
    assert "Traceback" not in run.stderr
    assert [] == list(tmp_path.iterdir())


def test_without_a_terminal_the_way_without_questions_is_shown(tmp_path: Path):
    """
    A script that calls the interview learns of --profile.
    """
    run = oic_kit(tmp_path, "new", "oic")

    assert "--profile" in run.stderr


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path):
    """
    An officer who names a folder that holds something reads so and finds everything untouched.
    """
    (tmp_path / "oic").mkdir()
    (tmp_path / "oic" / "mine.txt").write_text("precious", encoding="utf-8")

    run = oic_kit(tmp_path, "new", "oic", "--profile", str(path_of("gent")))

    assert 1 == run.returncode
    assert "not empty" in run.stderr
    assert ["mine.txt"] == [path.name for path in (tmp_path / "oic").iterdir()]


def test_the_reader_is_answered_in_german(tmp_path: Path):
    """
    A German officer reads faults in German, whatever the language of the system.
    """
    run = oic_kit(tmp_path, "new", "oic", "--lang", "de", "--yes")

    assert 1 == run.returncode
    assert "place.name" in run.stderr
    assert "fehlt" in run.stderr.casefold() or "Namen" in run.stderr


def test_wrong_usage_has_a_code_of_its_own(tmp_path: Path):
    """
    A script tells a typing error in the command from a fault in the answers.
    """
    assert 2 == oic_kit(tmp_path, "new").returncode
    assert 2 == oic_kit(tmp_path, "new", "oic", "--colour", "red").returncode
    assert 2 == oic_kit(tmp_path, "new", "oic", "--events", "usual").returncode


def test_the_schema_can_be_used_by_other_programs(tmp_path: Path):
    """
    A developer checks answers with any validator: the schema holds, and takes a sample profile.
    """
    run = oic_kit(tmp_path, "schema")
    schema = json.loads(run.stdout)
    Draft202012Validator.check_schema(schema)
    answers = profile("gent").model_dump(mode="json")

    assert 0 == run.returncode
    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(answers)]
