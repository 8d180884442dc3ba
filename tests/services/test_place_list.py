"""A list of places as somebody keeps it: a table from an office program, or YAML."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from oic_kit.errors import OicError
from oic_kit.services.place_list import BadRow, Row, read_list

DAY = datetime.date(2027, 1, 15)


def read(
    folder: Path, text: str | bytes, *settings: str, name: str = "places.csv"
) -> tuple[tuple[Row, ...], tuple[BadRow, ...]]:
    """Save a list and read it."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_list(path, settings=settings, today=DAY)


def test_a_name_is_enough(tmp_path):
    """
    A consultant types two names and gets two places with their state, size and coordinates.
    """
    rows, bad = read(tmp_path, "name\nMünster\nGent\n")

    assert () == bad
    assert [("Münster", "oic-muenster"), ("Gent", "oic-gent")] == [
        (row.name, row.folder) for row in rows
    ]
    first, second = (row.values["place"] for row in rows)
    assert ("DE", "NW", "Europe/Berlin") == (first["country"], first["state"], first["timezone"])
    assert "BE" == second["country"]
    assert first["population"] > 300_000


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_are_read_as_office_programs_save_them(tmp_path, mark, encoding, end):
    """
    A German spreadsheet, an English one and an old one: umlauts, semicolons and blank rows are fine.
    """
    lines = [mark.join(["name", "site.url", "x"]).replace("x", "place.kind"),
             mark.join(["Köln", "https://oic.koeln/", "city"]), mark * 2, ""]  # fmt: skip

    rows, bad = read(tmp_path, end.join(lines).encode(encoding))

    assert () == bad
    assert ["Köln"] == [row.name for row in rows]
    assert "https://oic.koeln/" == rows[0].values["site"]["url"]


def test_columns_are_the_keys_of_the_record(tmp_path):
    """
    Whoever knows `place.yaml` knows the columns; several languages need no brackets.
    """
    table = (
        "name;place.kind;place.population;site.languages;office.postal_code;folder\n"
        "Sennestadt;district;21600;de, en;01067;senne\n"
    )
    rows, bad = read(tmp_path, table, "hosting.forge=gitlab", "site.address=sie")

    assert () == bad
    values = rows[0].values
    assert ("senne", ["de", "en"]) == (rows[0].folder, values["site"]["languages"])
    assert "01067" == values["office"]["postal_code"]
    assert ("gitlab", "sie") == (values["hosting"]["forge"], values["site"]["address"])


def test_a_row_wins_over_what_holds_for_all(tmp_path):
    """
    One place of a network speaks differently from the others.
    """
    rows, _bad = read(tmp_path, "name,site.address\nGent,\nMünster,du\n", "site.address=sie")

    assert ["sie", "du"] == [row.values["site"]["address"] for row in rows]


@pytest.mark.parametrize("head", ["", "places:\n"])
def test_yaml_may_hold_whole_records(tmp_path, head):
    """
    A developer hands over blocks, dotted keys or names, as a list or below a key.
    """
    listed = (
        "- name: Münster\n- {name: Gent, site.languages: [en]}\n"
        "- place: {name: Sennestadt, kind: district, population: 21600}\n  modules: {events: false}\n"
    )
    rows, bad = read(tmp_path, head + listed, name="places.yaml")

    assert () == bad
    assert ["Münster", "Gent", "Sennestadt"] == [row.name for row in rows]
    assert ["en"] == rows[1].values["site"]["languages"]
    assert {"events": False} == rows[2].values["modules"]


def test_every_bad_row_is_named_at_once_with_its_number(tmp_path):
    """
    A consultant mends a list of thirty rows in one go: each fault has its row, as the spreadsheet
    counts them, and good rows are not held back.
    """
    table = (
        "name,place.kind,site.url,site.colour\nMünster,,,\nNeustadt,,,\nXyzzy,,,\n"
        "Gent,town,http://gent.be/,\n,,https://a.be/,\nBielefeld,,,red\n"
    )
    rows, bad = read(tmp_path, table)
    why = {row.number: row.why for row in bad}

    assert ["Münster"] == [row.name for row in rows]
    assert [3, 4, 5, 6, 7] == list(why)
    assert "more than one “Neustadt”" in why[3]
    assert "no place is called “Xyzzy”" in why[4]
    assert "place.kind" in why[5]
    assert "site.url" in why[5]
    assert "place.name" in why[6]
    assert "site.colour" in why[7]


def test_a_state_tells_places_of_one_name_apart(tmp_path):
    """
    Münster in Hessen is meant when the row says so.
    """
    rows, bad = read(tmp_path, "name,place.country,place.state\nMünster,DE,HE\n")

    assert () == bad
    assert 14_018 == rows[0].values["place"]["population"]


def test_two_rows_never_fill_one_folder(tmp_path):
    """
    Two places of one name need a column that says which folder is whose.
    """
    table = "name,place.population\nAltdorf,1000\nAltdorf,2000\nGent,3\n"
    rows, bad = read(tmp_path, table)

    assert ["Gent"] == [row.name for row in rows]
    assert [2, 3] == [row.number for row in bad]
    assert "folder" in bad[0].why


@pytest.mark.parametrize("folder", ["../oben", "a/b", "..", "", "/etc"])
def test_a_folder_is_one_name(tmp_path, folder):
    """
    No row writes outside of the folder that was named on the command line.
    """
    rows, bad = read(tmp_path, f"name,place.population,folder\nAltdorf,1000,{folder}\n")

    assert (folder == "") == bool(rows)
    assert (folder != "") == bool(bad)


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("", "a.csv", "it is empty"),
        ("Ort\nGent\n", "a.csv", "one of them is “name”"),
        ("name,name\nGent,Gent\n", "a.csv", "given twice"),
        ("name\nGent,x\n", "a.csv", "more cells"),
        ("place: {name: Gent}\n", "a.yaml", "begins every entry"),
        ("- Gent\n", "a.yaml", "begins every entry"),
    ],
)
def test_what_is_no_list_is_explained(tmp_path, text, name, why):
    """
    One sentence says what a list looks like.
    """
    with pytest.raises(OicError) as caught:
        read(tmp_path, text, name=name)

    assert why in caught.value.what
    assert "CSV" in caught.value.remedy


def test_a_file_that_is_not_there_is_no_mistake_of_ours(tmp_path):
    """
    A typing error in the name of the file is said as such.
    """
    with pytest.raises(OicError, match=r"missing\.csv"):
        read_list(tmp_path / "missing.csv", today=DAY)
