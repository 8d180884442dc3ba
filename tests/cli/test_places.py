"""`oic-kit places`: a look into the gazetteer."""

from __future__ import annotations

import json

import click
import pytest
from click.testing import CliRunner, Result

from oic_kit.cli.edge import Edge
from oic_kit.cli.places import places
from oic_kit.say import speaking


@click.group(cls=Edge)
def _commands() -> None:
    """The edge that turns errors into words, with one command."""


_commands.add_command(places)


def look_up(*words: str, language: str = "en") -> Result:
    """Run the command in a language."""
    with speaking(language):
        return CliRunner().invoke(_commands, ["places", *words])


def test_a_table_shows_which_place_is_meant():
    """
    An officer sees the place, its state and its size at a glance, and where the data come from.
    """
    shown = look_up("Münster")

    head, first, *_rest = shown.stdout.splitlines()
    assert ["Place", "State", "Country", "Code", "Inhabitants"] == head.split()
    assert "Münster  North Rhine-Westphalia  Germany        DE-NW       308,258" == first
    assert "Place data: GeoNames, CC BY 4.0" in shown.stdout
    assert 0 == shown.exit_code


def test_states_and_numbers_are_those_of_the_reader_s_language():
    """
    A German reader reads Nordrhein-Westfalen, Deutschland and 308.258.
    """
    first = look_up("Münster", language="de").stdout.splitlines()[1]

    assert ["Münster", "Nordrhein-Westfalen", "Deutschland", "DE-NW", "308.258"] == first.split()


@pytest.mark.parametrize("name", ["Münster", "Frankfurt", "Neustadt", "Brcko", "Santiago", "Llan"])
def test_the_table_fits_a_terminal_of_eighty_columns(name):
    """
    Nothing wraps: long names end in an ellipsis, and the columns stay aligned.
    """
    lines = look_up(name, language="de").stdout.split("\n\n")[0].splitlines()

    assert 80 >= max(map(len, lines))
    assert 1 == len({len(line) for line in lines})


def test_words_need_no_quotes():
    """
    A name of several words may be typed as it is spoken.
    """
    assert "Bad Honnef" in look_up("Bad", "Honnef").stdout


def test_programs_read_every_fact():
    """
    A script gets what the record needs, with the keys of the record, and no line beside it.
    """
    shown = look_up("--json", "Tampere")

    assert [
        {
            "name": "Tampere",
            "country": "FI",
            "country_name": "Finland",
            "state": "11",
            "state_name": "Pirkanmaa",
            "population": 260_646,
            "timezone": "Europe/Helsinki",
            "coordinates": [61.4991, 23.7871],
            "geonameid": 634_963,
        }
    ] == json.loads(shown.stdout)


def test_a_mistyped_name_is_answered_with_what_may_be_meant():
    """
    Nothing found is no dead end: the nearest names, and that every name is possible.
    """
    shown = look_up("Gelsnkirchen")

    assert 1 == shown.exit_code
    assert "" == shown.stdout
    assert "The gazetteer knows no “Gelsnkirchen”." in shown.stderr
    assert "Did you mean Gelsenkirchen" in shown.stderr
    assert "oic-kit new" in shown.stderr


def test_a_place_nobody_knows_is_no_dead_end_either():
    """
    For a region the reader learns that they can type the facts, and a program gets an empty list.
    """
    shown = look_up("--json", "Ostwestfalen-Lippe")

    assert 1 == shown.exit_code
    assert [] == json.loads(shown.stdout)
    assert "Did you mean" not in shown.stderr
    assert "oic-kit new" in shown.stderr


def test_an_empty_or_endless_name_is_explained():
    """
    A shell variable that is empty, or a pasted page, gets a sentence and not a traceback.
    """
    for typed, said in (("", "No place name"), ("x" * 10_000, "at most 200")):
        shown = look_up(typed)
        assert 1 == shown.exit_code
        assert said in shown.stderr


def test_control_characters_do_not_reach_the_terminal():
    """
    A pasted escape sequence cannot colour or move what the terminal shows.
    """
    assert "\x1b" not in look_up("Xq\x1b[31mzv").stderr


def test_without_a_name_the_usage_is_shown():
    """
    A forgotten name is wrong usage, which click explains itself.
    """
    shown = look_up()

    assert 2 == shown.exit_code
    assert "QUERY" in shown.stderr
