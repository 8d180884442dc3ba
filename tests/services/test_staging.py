"""A new folder is absent or complete, and nothing of anybody's is overwritten."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from oic_kit.errors import FolderError
from oic_kit.services.staging import refuse_unless_free, staged


def test_a_finished_folder_stands_in_its_place(tmp_path):
    """A city officer finds exactly what was made, and nothing beside it."""
    with staged(tmp_path / "oic") as part:
        (part / "place.yaml").write_text("x")

    assert ["oic"] == os.listdir(tmp_path)
    assert "x" == (tmp_path / "oic" / "place.yaml").read_text()


def test_a_failure_leaves_nothing(tmp_path):
    """An error half-way leaves the disk as it was."""
    with pytest.raises(RuntimeError), staged(tmp_path / "oic") as part:
        (part / "half").write_text("x")
        raise RuntimeError

    assert [] == os.listdir(tmp_path)


@pytest.mark.parametrize("kind", ["full", "file", "link", "dangling"])
def test_a_path_that_is_taken_is_refused_untouched(tmp_path, kind):
    """Nobody's folder, file or link is ever overwritten."""
    target = tmp_path / "oic"
    if kind == "full":
        target.mkdir()
        (target / "mine").write_text("precious")
    elif kind == "file":
        target.write_text("precious")
    elif kind == "link":
        (tmp_path / "elsewhere").mkdir()
        target.symlink_to(tmp_path / "elsewhere")
    else:
        target.symlink_to(tmp_path / "nowhere")
    before = sorted(path.name for path in tmp_path.rglob("*"))

    with pytest.raises(FolderError), staged(target):
        pytest.fail("the folder was taken")

    assert before == sorted(path.name for path in tmp_path.rglob("*"))


@pytest.mark.parametrize("name", ["..", "a\nb", "a\x1b[31m"])
def test_a_name_that_is_no_name_is_refused(tmp_path, name):
    """A folder name with a line break or an escape code is a mistake, not a wish."""
    with pytest.raises(FolderError):
        refuse_unless_free(tmp_path / name)


def test_an_empty_folder_may_be_filled(tmp_path):
    """An officer who made the folder beforehand is not sent away."""
    (tmp_path / "oic").mkdir()

    with staged(tmp_path / "oic") as part:
        (part / "x").write_text("x")

    assert ["x"] == os.listdir(tmp_path / "oic")


def test_a_folder_that_appears_meanwhile_is_not_overwritten(tmp_path):
    """Two people who make the same folder at once do not destroy each other's work."""
    with pytest.raises(FolderError), staged(tmp_path / "oic"):
        (tmp_path / "oic").mkdir()
        (tmp_path / "oic" / "mine").write_text("precious")

    assert ["mine"] == os.listdir(tmp_path / "oic")


def test_a_killed_run_leaves_no_folder_and_the_next_one_sweeps(tmp_path):
    """After a power cut the folder is absent, and the next run removes the remains."""
    script = (
        "import sys, time; from pathlib import Path; from oic_kit.services.staging import staged\n"
        "with staged(Path(sys.argv[1])) as part:\n"
        "    (part / 'half').write_text('x'); print('ready', flush=True); time.sleep(60)\n"
    )
    target = tmp_path / "oic"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(target)], stdout=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        assert b"ready\n" == run.stdout.readline()
        run.send_signal(signal.SIGKILL)

    assert not target.exists()
    with staged(target) as part:
        (part / "x").write_text("x")
    assert ["oic"] == os.listdir(tmp_path)
