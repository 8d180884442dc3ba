"""Links, folders and files that lie where the kit would write."""

from __future__ import annotations

import pytest

from tests.services.synthetic_kits import (
    Kit,
    actions,
    everything,
    write,
)
from tests.services.two_kits import NEW, OLD


@pytest.mark.parametrize("linked", ["site/themes/oic", "playbook", ".oic/derived", "site/content"])
def test_nothing_is_written_through_a_link(tmp_path, linked):
    """
    A folder that is a link to another place is left alone, and so is that place.
    """
    kit = Kit({**OLD.files, "playbook/a.md": b"old\n"})
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    kit.generate(folder)
    (folder / linked).rename(outside)
    (folder / linked).symlink_to(outside)
    before = everything(outside)

    new = Kit({**NEW.files, "playbook/a.md": b"new\n", "playbook/b.md": b"b\n"}, version="0.2.0")
    done = new.update(folder)

    assert before == everything(outside)
    assert ("keep", "in-the-way") == actions(done)[linked]
    assert (folder / linked).is_symlink()
    assert {} == new.update(folder).changes


def test_what_could_not_be_written_comes_when_the_way_is_free(tmp_path):
    """
    A folder of the place's where a new chapter belongs: once it is renamed, the chapter arrives.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {"playbook/new.md/notes.txt": b"ours"})
    kit = Kit({**OLD.files, "playbook/new.md": b"chapter\n"}, version="0.2.0")

    kit.update(tmp_path)
    (tmp_path / "playbook/new.md").rename(tmp_path / "playbook/notes")
    kit.update(tmp_path)

    assert b"chapter\n" == (tmp_path / "playbook/new.md").read_bytes()
    assert b"ours" == (tmp_path / "playbook/notes/notes.txt").read_bytes()


def test_a_file_that_becomes_a_folder_in_the_kit_makes_room(tmp_path):
    """
    The kit turns a chapter into a folder of chapters; unedited, the old one makes room.
    """
    Kit({**OLD.files, "playbook/part": b"one chapter\n"}).generate(tmp_path)

    Kit({**OLD.files, "playbook/part/a.md": b"other text\n"}, version="0.2.0").update(tmp_path)

    assert b"other text\n" == (tmp_path / "playbook/part/a.md").read_bytes()
