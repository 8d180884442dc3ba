"""An update is put in place whole or not at all, whatever happens in between."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oic_kit.errors import FolderError
from oic_kit.services import swap
from oic_kit.services.folder import find_folder
from oic_kit.services.journal import Journal
from oic_kit.services.swap import Change, finish_interrupted, put_in_place
from tests.services.synthetic_kits import everything, write
from tests.services.writes import fail_from, in_a_child, kill_at, without_stage

OLD = {
    ".oic/kit.json": b"{}",
    "place.yaml": b"name: x",
    "site/gone.html": b"gone",
    "site/theme/home.html": b"old",
    "playbook/moved.md": b"moved",
    "playbook/own.md": b"ours",
}
NEW = {
    ".oic/kit.json": b'{"kit": 2}',
    "place.yaml": b"name: x",
    "site/theme/home.html": b"new",
    "site/theme/deep/er/added.html": b"added",
    "playbook/Größe/moved.md": b"moved",
    "playbook/own.md": b"ours",
}
CHANGES = {
    path: Change(OLD.get(path), NEW.get(path))
    for path in sorted({*OLD, *NEW})
    if OLD.get(path) != NEW.get(path)
}


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    """No power is cut here, so nobody need wait until every disk of the machine has written."""
    monkeypatch.setattr(os, "sync", lambda: None)


def made(folder: Path) -> Path:
    """The old state in a folder."""
    write(folder, OLD)
    return folder


def test_all_changes_are_there_and_nothing_else(tmp_path):
    """
    New texts, moved ones, none of the removed; empty folders and the stage are gone.
    """
    put_in_place(made(tmp_path), CHANGES)

    assert NEW == everything(tmp_path)
    assert not (tmp_path / ".oic/update").exists()


def test_whoever_looks_in_between_finds_what_each_file_needs(tmp_path, monkeypatch):
    """
    Hugo reads the folder of a run that was killed: a new layout finds its partials and its words,
    an old one still finds the partial that the kit has dropped, and no note says "done" too early.
    """
    before = {
        ".oic/derived/i18n/de.yaml": b"old",
        ".oic/kit.json": b"old",
        "site/themes/oic/layouts/_partials/dropped.html": b"old",
        "site/themes/oic/layouts/home.html": b"names dropped.html",
        "site/themes/oic/now-a-folder": b"old",
    }
    after = {
        ".oic/derived/i18n/de.yaml": b"new",
        ".oic/kit.json": b"new",
        "site/themes/oic/layouts/_partials/zz-added.html": b"new",
        "site/themes/oic/layouts/home.html": b"names zz-added.html and a word",
        "site/themes/oic/now-a-folder/page.html": b"new",
    }
    write(tmp_path, before)
    moved: list[str] = []
    move = Journal._move
    monkeypatch.setattr(
        Journal, "_move", lambda self, path, *rest: (moved.append(path), move(self, path, *rest))
    )

    put_in_place(
        tmp_path,
        {path: Change(before.get(path), after.get(path)) for path in {*before, *after}},
    )

    assert [
        "site/themes/oic/now-a-folder",
        "site/themes/oic/layouts/_partials/zz-added.html",
        "site/themes/oic/now-a-folder/page.html",
        ".oic/derived/i18n/de.yaml",
        "site/themes/oic/layouts/home.html",
        "site/themes/oic/layouts/_partials/dropped.html",
        ".oic/kit.json",
    ] == moved
    assert after == everything(tmp_path)


def test_killed_at_any_write_the_folder_is_old_or_new(tmp_path):
    """
    SIGKILL before each single write: the next command finds the old state or the new one, and
    nobody outside of the folder notices.
    """
    outcomes = []
    for number in range(1, 200):
        folder = made(tmp_path / str(number) / "folder")
        status = in_a_child(lambda it=folder: put_in_place(it, CHANGES), stop=kill_at(number))
        if status == 0:
            break
        find_folder(folder)
        outcomes.append(everything(folder))
        assert ["folder"] == os.listdir(folder.parent)

    assert all(found in (OLD, NEW) for found in outcomes)
    assert len(outcomes) > 30
    assert OLD == outcomes[0]
    assert NEW == outcomes[-1]


def test_killed_before_the_journal_not_one_byte_has_changed(tmp_path):
    """
    Up to the moment in which the update counts as done, the folder is untouched even as it lies.
    """
    for number in range(1, 200):
        folder = made(tmp_path / str(number))
        status = in_a_child(lambda it=folder: put_in_place(it, CHANGES), stop=kill_at(number))
        if (folder / ".oic/update/journal.json").exists() or status == 0:
            break
        assert OLD == without_stage(folder)

    assert number > 15


def test_killed_while_finishing_it_is_finished_the_next_time(tmp_path):
    """
    A second power cut during the repair of the first one does no harm.
    """
    middle = _number_of_the_journal(tmp_path / "tries") + 3
    for number in range(1, 100):
        folder = made(tmp_path / str(number))
        in_a_child(lambda it=folder: put_in_place(it, CHANGES), stop=kill_at(middle))
        status = in_a_child(lambda it=folder: finish_interrupted(it), stop=kill_at(number))
        finish_interrupted(folder)
        assert NEW == everything(folder)
        if status == 0:
            break

    assert number > 3


def _number_of_the_journal(folder: Path) -> int:
    """The write with which the journal appears."""
    for number in range(1, 200):
        copy = made(folder / str(number))
        in_a_child(lambda it=copy: put_in_place(it, CHANGES), stop=kill_at(number))
        if (copy / ".oic/update/journal.json").exists():
            return number
    raise AssertionError("no journal was written")


def test_a_refused_write_turns_everything_back(tmp_path):
    """
    A full disk or a read-only folder at any write: the error is said, the folder is as it was.
    """
    refused = 0
    for number in range(1, 80):
        folder = made(tmp_path / str(number))
        stop = fail_from(number, times=1)
        status = in_a_child(lambda it=folder: put_in_place(it, CHANGES), stop=stop)
        if status == 0:  # refused was only the tidying up, or nothing any more
            assert NEW == without_stage(folder)
        else:
            assert 1 == os.waitstatus_to_exitcode(status)
            assert OLD == everything(folder)
            refused += 1

    assert refused > 15


def test_a_disk_that_stays_full_is_put_right_by_the_next_command(tmp_path):
    """
    Where not even the way back was possible, the next command ends in the old state or the new.
    """
    for number in range(1, 80):
        folder = made(tmp_path / str(number))
        stop = fail_from(number, times=1000)
        in_a_child(lambda it=folder: put_in_place(it, CHANGES), stop=stop)
        finish_interrupted(folder)
        assert everything(folder) in (OLD, NEW)


def test_an_edit_after_a_crash_is_not_overwritten(tmp_path):
    """
    Somebody edits a file before the interrupted update is finished: their text stays.
    """
    last = ".oic/kit.json"  # the notes change last
    for number in range(1, 200):
        folder = made(tmp_path / str(number))
        in_a_child(lambda it=folder: put_in_place(it, CHANGES), stop=kill_at(number))
        if (folder / ".oic/update/journal.json").exists():
            break
    write(folder, {last: b"edited meanwhile"})

    finish_interrupted(folder)

    assert {**NEW, last: b"edited meanwhile"} == everything(folder)


def test_a_file_that_changed_since_the_plan_stops_the_update(tmp_path):
    """
    An editor saved while the officer read the plan: nothing is written, the plan is made anew.
    """
    folder = made(tmp_path)
    write(folder, {"site/theme/home.html": b"edited"})

    with pytest.raises(FolderError, match=r"home\.html changed"):
        put_in_place(folder, CHANGES)

    assert {**OLD, "site/theme/home.html": b"edited"} == everything(folder)


def test_a_link_that_appeared_since_the_plan_stops_the_update(tmp_path):
    """
    Nothing is written through it.
    """
    folder = made(tmp_path / "folder")
    (folder / "site").rename(tmp_path / "outside")
    (folder / "site").symlink_to(tmp_path / "outside")

    with pytest.raises(FolderError):
        put_in_place(folder, CHANGES)

    assert b"old" == (tmp_path / "outside/theme/home.html").read_bytes()


def test_two_updates_at_once_do_not_meet(tmp_path):
    """
    The second one is told to wait, and changes nothing.
    """
    folder = made(tmp_path)
    with swap._alone(folder), pytest.raises(FolderError, match="at work"):
        put_in_place(folder, CHANGES)

    assert OLD == everything(folder)


def test_ctrl_c_between_two_files_turns_back(tmp_path, monkeypatch):
    """
    Who stops the command half-way finds the folder as it was.
    """
    folder, moved = made(tmp_path), []

    def stop_at_the_third(self: Journal, path: str, *rest: object) -> None:
        moved.append(path)
        if len(moved) == 3:
            raise KeyboardInterrupt
        move(self, path, *rest)

    move = Journal._move
    monkeypatch.setattr(Journal, "_move", stop_at_the_third)

    with pytest.raises(KeyboardInterrupt):
        put_in_place(folder, CHANGES)

    assert OLD == everything(folder)


def test_rights_of_a_file_survive(tmp_path):
    """
    A file that only its group may read, and one that is read-only, keep their rights.
    """
    folder = made(tmp_path)
    (folder / "site/theme/home.html").chmod(0o440)

    put_in_place(folder, CHANGES)

    assert 0o440 == (folder / "site/theme/home.html").stat().st_mode & 0o777
    assert b"new" == (folder / "site/theme/home.html").read_bytes()


def test_a_disk_without_hard_links_works_as_well(tmp_path, monkeypatch):
    """
    A USB stick or a network share knows no second names: the old files are copied.
    """

    def refuse(*_names: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)

    put_in_place(made(tmp_path), CHANGES)

    assert NEW == everything(tmp_path)
