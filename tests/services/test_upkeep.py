"""A folder that is kept equal to a set of files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oic_kit.errors import FolderError
from oic_kit.services.upkeep import keep


def test_a_stale_folder_vanishes_with_its_last_file(tmp_path):
    """
    No empty folder is left behind that nobody could explain.
    """
    keep(tmp_path, {"a/b/c.txt": b"1", "d.txt": b"2"})
    changed = keep(tmp_path, {"d.txt": b"2"})

    assert ("a/b/c.txt",) == changed
    assert ["d.txt"] == [path.name for path in tmp_path.rglob("*")]


def test_a_failing_write_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch):
    """
    When the disk is full, the site of yesterday is still complete.
    """
    keep(tmp_path, {"a.txt": b"old"})

    def full(self: Path, content: bytes) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FolderError, match="No space left") as caught:
        keep(tmp_path, {"a.txt": b"new"})

    assert "space" in caught.value.remedy
    assert {"a.txt": b"old"} == {
        name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)
    }
