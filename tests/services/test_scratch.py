"""Folders for work in progress: gone after the work, and swept away after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from oic_kit.services.scratch import scratch

_AT_WORK = (
    "import sys, os\n"
    "from oic_kit.services.scratch import scratch\n"
    "with scratch() as desk:\n"
    "    (desk / 'text').write_text('half')\n"
    "    print(desk, flush=True)\n"
    "    sys.stdin.read()\n"
)


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """The place of the system for such folders, with nobody else's."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def at_work(shelf: Path) -> tuple[subprocess.Popen[str], Path]:
    """Another process that is at work in a folder of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", _AT_WORK],
        env={**os.environ, "TMPDIR": str(shelf)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    return process, Path(process.stdout.readline().strip())


def aged(path: Path) -> Path:
    """Make a folder look as if its work had begun two hours ago."""
    long_ago = time.time() - 7200
    os.utime(path, (long_ago, long_ago))
    return path


def test_nothing_is_left_behind_whatever_happens_inside(shelf):
    """An officer finds the machine as it was, also after a fault."""
    with pytest.raises(ZeroDivisionError), scratch() as desk:
        (desk / "inner").mkdir()
        (desk / "inner" / "text").write_text("half")
        assert 0o700 == desk.stat().st_mode & 0o777
        raise ZeroDivisionError

    assert [] == list(shelf.iterdir())


def test_what_a_killed_run_left_goes_with_the_next_and_what_is_in_use_stays(shelf):
    """
    A machine on which runs were killed does not fill up, and two runs at once never harm
    each other, however long one of them takes.
    """
    busy, its_desk = at_work(shelf)
    killed, left = at_work(shelf)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    for folder in (its_desk, left):
        aged(folder)

    with scratch() as desk:
        assert {its_desk, desk} == set(shelf.iterdir())

    assert "half" == (its_desk / "text").read_text()
    busy.communicate(input="")
    assert (0, []) == (busy.returncode, list(shelf.iterdir()))


def test_only_folders_of_this_name_are_swept_and_no_link_is_followed(shelf, tmp_path_factory):
    """Somebody who keeps a demo in the same place keeps it, old as it may be."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "text").write_text("mine")
    demo = shelf / "oic-kit-demo"
    demo.mkdir()
    aged(demo)
    link = shelf / ".oic-kit-scratch-link"
    link.symlink_to(elsewhere)
    new = shelf / ".oic-kit-scratch-waits-for-its-lock"
    new.mkdir()

    with scratch():
        pass

    assert {demo, link, new} == set(shelf.iterdir())
    assert "mine" == (elsewhere / "text").read_text()
