"""A whole update: killed at any write, over three versions, and on the real template."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from oic_kit.errors import FolderError
from oic_kit.services import migrations
from oic_kit.services.folder import find_folder
from oic_kit.services.migrations import Migration
from oic_kit.services.record_edit import put, rename
from tests.services.synthetic_kits import RECORD, Kit, answers, chapter, everything, write
from tests.services.writes import in_a_child, kill_at, without_stage

CHAPTER = "playbook/chapters/de/10-roadmap.md"
LAYOUT = "site/themes/oic/home.html"
OLD = Kit({CHAPTER: chapter(), LAYOUT: b"old", "site/themes/oic/gone.html": b"x"})
NEW = Kit(
    {CHAPTER: chapter(line_2="Better.", line_6="Kit's."), LAYOUT: b"new", "site/static/a": b"a"},
    version="0.2.0",
)


@pytest.fixture(autouse=True)
def scratch(tmp_path_factory, monkeypatch):
    """Killed processes leave their temporary files where the test run is tidied up."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("scratch")))


def test_killed_at_any_write_of_the_whole_update(tmp_path):
    """
    From the first file of the rendering to the last one that is tidied up: the folder is the old
    one or, after the next command, the new one; nothing beside it is touched.
    """
    edited = {CHAPTER: chapter(line_6="Ours.", line_20="Ours as well.")}
    before = _edited(tmp_path / "before", edited)
    old = everything(before)
    after = _edited(tmp_path / "after", edited)
    NEW.update(after)
    new = everything(after)

    for number in range(1, 400):
        folder = tmp_path / str(number) / "folder"
        shutil.copytree(before, folder)
        status = in_a_child(lambda it=folder: _update(it), stop=kill_at(number))
        if status == 0:
            break
        if not (folder / ".oic/update/journal.json").exists():
            assert without_stage(folder) in (old, new)
        find_folder(folder)
        assert everything(folder) in (old, new)
        assert [folder] == list(folder.parent.iterdir())

    assert 0 == status
    assert number > 40


def _edited(folder: Path, files: dict[str, bytes]) -> Path:
    OLD.generate(folder)
    write(folder, files)
    return folder


def _update(folder: Path) -> None:
    NEW.update(folder)


def test_a_chain_over_three_versions(tmp_path, monkeypatch):
    """
    A place that skips no version and one that skips two end in the same state: migrated, renamed,
    merged, with its clash reported and its deletion respected.
    """
    moved = "playbook/chapters/de/20-roadmap.md"
    extra = "playbook/chapters/de/99-extra.md"
    first = Kit({CHAPTER: chapter(), extra: b"Extra.\n" * 9, LAYOUT: b"1"}, version="0.1.0")
    second = Kit(
        {moved: chapter(line_2="Second."), extra: b"Extra!\n" * 9, LAYOUT: b"2"}, version="0.2.0"
    )
    third = Kit(
        {
            moved: chapter(line_2="Third.", line_25="Third."),
            extra: b"Extra?\n" * 9,
            LAYOUT: b"3",
            "site/content/new/index.de.md": b"new",
        },
        version="0.3.0",
    )
    old_record = rename(put(RECORD.decode(), "oic", 0), "brand.colour", "paint").encode()
    folders = [tmp_path / "step-by-step", tmp_path / "at-once"]
    for folder in folders:
        first.generate(folder)
        write(folder, {CHAPTER: chapter(line_10="Our remark."), "place.yaml": old_record})
        (folder / extra).unlink()
    step = Migration(
        lambda: "paint is called colour.", lambda it: rename(it, "brand.paint", "colour")
    )
    monkeypatch.setattr(migrations, "MIGRATIONS", (step,))
    monkeypatch.setattr(migrations, "FIRST", 0)

    second.update(folders[0])
    for folder in folders:
        third.update(folder)

    found = everything(folders[0])
    assert found == everything(folders[1])
    remark = chapter(line_2="Third.", line_10="Our remark.", line_25="Third.")
    assert remark == found[moved]
    assert RECORD == found["place.yaml"]
    assert extra not in found
    assert CHAPTER not in found
    with pytest.raises(FolderError, match=r"0\.3\.0"):
        second.update(folders[0])


def test_a_changed_answer_and_a_changed_kit_flow_through_together(tmp_path):
    """
    A new colour in the record and a new sentence in the kit meet the place's own remark.
    """

    def text(place):
        return {"playbook/look.md": chapter(line_3=f"Colour {place.brand.colour}.")}

    def longer(place):
        return {"playbook/look.md": chapter(line_3=f"Colour {place.brand.colour}.", line_30="New.")}

    Kit({}, follows=text).generate(tmp_path)
    mine = chapter(line_3="Colour #00b2bb.", line_20="Our remark.")
    write(tmp_path, {"playbook/look.md": mine, "place.yaml": answers(brand__colour="#123456")})

    done = Kit({}, version="0.2.0", follows=longer).update(tmp_path)

    expected = chapter(line_3="Colour #123456.", line_20="Our remark.", line_30="New.")
    assert expected == (tmp_path / "playbook/look.md").read_bytes()
    assert ("brand.colour",) == done.answers


def test_an_update_that_was_interrupted_is_finished_before_the_next_one(tmp_path):
    """
    Whoever starts the update again after a power cut gets exactly the new state.
    """
    expected = everything(_updated(tmp_path / "expected"))
    for number in range(1, 400):
        folder = OLD.generate(tmp_path / str(number))
        in_a_child(lambda it=folder: _update(it), stop=kill_at(number))
        if (folder / ".oic/update/journal.json").exists():
            break

    NEW.update(folder)

    assert expected == everything(folder)


def _updated(folder: Path) -> Path:
    NEW.update(OLD.generate(folder))
    return folder
