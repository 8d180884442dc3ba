"""The index of places: built once, safe whoever else builds it, never in anybody's way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from oic_kit.services import gazetteer_index, gazetteer_tables
from oic_kit.services.gazetteer import search
from oic_kit.services.gazetteer_index import is_ready, path_of

CITY = {
    "geonameid": 2867543,
    "name": "Münster",
    "latitude": 51.96236,
    "longitude": 7.62571,
    "countrycode": "DE",
    "population": 308258,
    "timezone": "Europe/Berlin",
    "admin1code": "07",
    "alternatenames": ["Muenster", "Monasterium", "FMO", "myunsuta", "Мюнстер"],
}
BUILD = """
import pathlib, sys
from oic_kit.services import gazetteer, gazetteer_tables
gazetteer_tables._cities = lambda: [dict({city!r}, geonameid=n, population=n) for n in range(20000)]
pathlib.Path(sys.argv[2]).touch()
while not pathlib.Path(sys.argv[3]).exists():
    pass
print(len(gazetteer.search("Münster", limit=9, folder=pathlib.Path(sys.argv[1]))))
"""


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """One place instead of the world, a note of every build, and no memory of earlier tests."""
    built: list[str] = []

    def cities() -> list[dict[str, object]]:
        built.append("built")
        return [CITY]

    monkeypatch.setattr(gazetteer_tables, "_cities", cities)
    _forget()
    yield built
    _forget()


def _forget() -> None:
    if gazetteer_index._in_memory.cache_info().currsize:
        gazetteer_index._in_memory().close()
    gazetteer_index._in_memory.cache_clear()


def found(folder: Path) -> list[str]:
    """What a search in this folder finds."""
    return [place.name for place in search("Muenster", folder=folder)]


def test_the_index_is_built_once(tmp_path, builds):
    """
    The first search prepares the list of places, every later one only reads it.
    """
    folder = tmp_path / "new" / "cache"

    assert not is_ready(folder)
    assert [["Münster"]] * 3 == [found(folder) for _time in range(3)]
    assert is_ready(folder)
    assert ["built"] == builds
    assert [path_of(folder)] == list(folder.iterdir()), "only the index stays behind"


def test_codes_and_transcriptions_are_no_names(tmp_path, builds):
    """
    An airport's code or a Japanese name in small letters is never offered as a name of a city.
    """
    names = {
        place.name
        for typed in ("Monasterium", "FMO", "myunsuta")
        for place in search(typed, folder=tmp_path)
    }

    assert {"Monasterium"} == names


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda index: index.write_bytes(b""), id="empty"),
        pytest.param(lambda index: index.write_bytes(b"no database" * 999), id="garbage"),
        pytest.param(lambda index: index.write_bytes(index.read_bytes()[:5000]), id="cut short"),
        pytest.param(
            lambda index: index.write_bytes(index.read_bytes()[:4096] + b"\xff" * 20_000),
            id="torn inside",
        ),
    ],
)
def test_a_damaged_index_is_built_again(tmp_path, builds, damage):
    """
    After a crash of the machine the next search repairs the list without a word.
    """
    found(tmp_path)
    damage(path_of(tmp_path))

    assert ["Münster"] == found(tmp_path)
    assert ["Münster"] == found(tmp_path)
    assert ["built", "built"] == builds


def test_an_index_of_other_tables_is_built_again(tmp_path, builds):
    """
    A file that is a database but not ours does not fool anybody.
    """
    path_of(tmp_path).parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path_of(tmp_path))) as other, other:
        other.execute("CREATE TABLE name (id)")

    assert ["Münster"] == found(tmp_path)


def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path, builds):
    """
    On a read-only home the list lives in memory: built once for the process, nothing complained.
    """
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "cache"

    assert ["Münster"] == found(folder)
    assert ["Münster"] == found(folder)
    assert is_ready(folder)
    assert ["built"] == builds


def test_a_full_disk_leaves_nothing_behind(tmp_path, builds, monkeypatch):
    """
    When the index does not fit on the disk, the search still answers and its parts are gone.
    """
    whole = gazetteer_tables.fill

    def filled(index: sqlite3.Connection) -> None:
        if index.execute("PRAGMA database_list").fetchone()[2]:
            raise sqlite3.OperationalError("database or disk is full")
        whole(index)

    monkeypatch.setattr(gazetteer_index, "fill", filled)

    assert ["Münster"] == found(tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_a_cache_without_a_home_does_not_land_in_the_current_folder(tmp_path, builds, monkeypatch):
    """
    In a container without a home folder no folder called `~` appears where somebody works.
    """
    monkeypatch.chdir(tmp_path)

    assert ["Münster"] == found(Path("~/.cache/oic-kit"))
    assert [] == list(tmp_path.iterdir())


def test_a_reader_keeps_reading_while_somebody_builds_again(tmp_path, builds):
    """
    An index is replaced whole; whoever has it open goes on with the old one.
    """
    found(tmp_path)
    with closing(gazetteer_index._opened(path_of(tmp_path))) as reader:
        assert gazetteer_index._built(path_of(tmp_path))
        assert [(1,)] == reader.execute("SELECT count(*) FROM place").fetchall()


def test_two_processes_at_once_both_get_their_answer(tmp_path):
    """
    Two terminals that ask for the first time at the same moment do not disturb one another.
    """
    cache, go = tmp_path / "cache", tmp_path / "go"
    code = BUILD.format(city=CITY)
    ready = [tmp_path / f"ready{n}" for n in range(2)]
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, cache, one, go], stdout=subprocess.PIPE, text=True
        )
        for one in ready
    ]
    while not all(one.exists() for one in ready):
        assert [None, None] == [process.poll() for process in both]
        time.sleep(0.01)
    go.touch()

    assert ["9\n", "9\n"] == [process.communicate(timeout=60)[0] for process in both]
    assert [0, 0] == [process.returncode for process in both]
    assert [path_of(cache)] == list(cache.iterdir())


def test_what_old_kits_left_behind_is_cleared_away(tmp_path, builds):
    """
    An index nobody has used for a month goes when a new one comes; everything else stays.
    """
    old = tmp_path / "gazetteer-2.0-1-00000000.sqlite"
    young = tmp_path / "gazetteer-3.0-1-00000000.sqlite"
    other = tmp_path / "demos"
    for path in (old, young, other):
        path.touch()
    long_ago = time.time() - 40 * 24 * 3600
    for path in (old, other):
        os.utime(path, (long_ago, long_ago))
    found(tmp_path)

    assert {young, other, path_of(tmp_path)} == set(tmp_path.iterdir())


def test_new_data_get_a_new_index(tmp_path, monkeypatch):
    """
    The file is named after the package's version, our tables and the list of states.
    """
    before = path_of(tmp_path)
    monkeypatch.setattr(gazetteer_index, "states_source", lambda: b"other states")

    assert "gazetteer-3." in before.name
    assert before != path_of(tmp_path)
