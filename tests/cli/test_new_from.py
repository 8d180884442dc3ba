"""`oic-kit new --from`: a network of places in one command, as a consultant types it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from oic_kit.cli.edge import Edge
from oic_kit.cli.new import new
from oic_kit.cli.progress import bar
from oic_kit.services.place_file import read_place

TABLE = "name;place.kind;place.population\nGent;;\nSennestadt;district;21600\nXyzzy;;\n"


@click.group(cls=Edge)
def _commands() -> None:
    """The edge that turns errors into words, with one command."""


_commands.add_command(new)


def run(*words: object) -> Result:
    """Run the command as in a pipe."""
    return CliRunner().invoke(_commands, ["new", *map(str, words)])


def test_a_list_becomes_folders_and_a_bad_row_stops_no_other(tmp_path: Path):
    """
    One line for each place, the bad row with its number, the sum, and a code for scripts. Run again,
    what is there stays there.
    """
    (tmp_path / "list.csv").write_text(TABLE, encoding="utf-8")
    words = ("--from", tmp_path / "list.csv", "--into", tmp_path / "places")

    first = run(*words, "--set", "hosting.forge=gitlab")
    marked = tmp_path / "places" / "oic-gent" / "README.md"
    marked.write_text("Ours.\n", encoding="utf-8")
    again = run(*words)

    assert (1, 1) == (first.exit_code, again.exit_code)
    assert "row 4 (Xyzzy): place.population" in first.stderr
    assert {"1/2", "2/2"} == {line.split()[0] for line in first.stdout.splitlines()[:-1]}
    assert "3 places: 2 made, 0 there already, 1 failed" == first.stdout.splitlines()[-1]
    assert "3 places: 0 made, 2 there already, 1 failed" == again.stdout.splitlines()[-1]
    assert {"oic-gent", "oic-sennestadt"} == {it.name for it in (tmp_path / "places").iterdir()}
    assert "gitlab" == read_place(tmp_path / "places/oic-gent/place.yaml").hosting.forge.value
    assert "Ours.\n" == marked.read_text(encoding="utf-8")


def test_a_folder_in_the_way_costs_one_place(tmp_path: Path):
    """
    Something else lies where a place would go: it is left alone, and the reason is said.
    """
    (tmp_path / "list.csv").write_text("name;place.population\nAltdorf;1000\n", encoding="utf-8")
    (tmp_path / "oic-altdorf").mkdir()
    (tmp_path / "oic-altdorf" / "mine.txt").write_text("precious", encoding="utf-8")

    said = run("--from", tmp_path / "list.csv", "--into", tmp_path)

    assert 1 == said.exit_code
    assert "not empty" in said.stdout
    assert "1 place: 0 made, 0 there already, 1 failed" in said.stdout
    assert ["mine.txt"] == [it.name for it in (tmp_path / "oic-altdorf").iterdir()]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--from", "a.csv"),
        ("--into", "x"),
        ("--from", "a.csv", "--into", "x", "oic"),
        ("--build",),
    ],
)
def test_words_that_do_not_go_together_are_refused(words):
    """
    A list needs a place to go to; a single folder needs none.
    """
    assert 2 == run(*words).exit_code


def test_an_empty_list_makes_nothing(tmp_path: Path):
    """
    A table with only its first row is no success.
    """
    (tmp_path / "list.csv").write_text("name\n", encoding="utf-8")

    said = run("--from", tmp_path / "list.csv", "--into", tmp_path / "x")

    assert 1 == said.exit_code
    assert "names no place" in said.stderr
    assert not (tmp_path / "x").exists()


def test_the_bar_says_how_far_and_how_long():
    """
    Somebody who makes a thousand places sees whether there is time for a coffee.
    """
    assert "░" * 30 + " 0/1000" == bar(0, 1000, 0.0)
    assert "█" * 15 + "░" * 15 + " 500/1000  about 10:00 left" == bar(500, 1000, 600.0)
    assert "left" not in bar(1, 1000, 3.0)
    assert "█" * 30 + " 0/0" == bar(0, 0, 0.0)
