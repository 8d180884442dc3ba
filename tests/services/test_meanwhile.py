"""A job that a double of this process does at the same time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from oic_kit.services.meanwhile import meanwhile


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that may be doubled: a worker of pytest-xdist has a thread that listens to its lead."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("alone")
def test_another_process_does_the_job_and_sends_what_it_made():
    """An officer waits half as long where two can work."""
    with meanwhile(lambda: (os.getpid(), "Münster")) as made:
        process, name = made()

    assert "Münster" == name
    assert os.getpid() != process


def test_a_process_with_threads_does_the_job_itself():
    """The live preview never hangs on a lock that was doubled while somebody held it."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with meanwhile(os.getpid) as made:
            assert os.getpid() == made()
    finally:
        stop.set()
        thread.join()


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("end", ["killed", "unsendable"])
def test_what_the_double_cannot_do_is_done_here(end):
    """A double that dies costs time and nothing else."""
    here = os.getpid()

    def job() -> object:
        if os.getpid() == here:
            return "done"
        if end == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        return lambda: "no process can send this to another"

    with meanwhile(job) as made:
        assert "done" == made()


@pytest.mark.usefixtures("alone")
def test_an_error_is_raised_here_and_the_double_says_nothing(capfd):
    """The reader sees a fault once, in our words, without a traceback of a second process."""

    def job() -> None:
        raise KeyError("nmae")

    with meanwhile(job) as made, pytest.raises(KeyError, match="nmae"):
        made()

    assert ("", "") == capfd.readouterr()


@pytest.mark.usefixtures("alone")
def test_no_double_is_at_work_after_the_block(tmp_path):
    """When the work fails here, nothing writes into a folder that is being cleared away."""
    sign = Path(tmp_path, "sign")

    def job() -> None:
        sign.write_text(str(os.getpid()))
        time.sleep(60)

    with pytest.raises(ZeroDivisionError), meanwhile(job):
        end = time.monotonic() + 30
        while time.monotonic() < end and (not sign.is_file() or not sign.read_text()):
            time.sleep(0.01)
        raise ZeroDivisionError

    with pytest.raises(ProcessLookupError):
        os.kill(int(sign.read_text()), 0)


def test_a_double_whose_parent_was_killed_ends_as_well():
    """
    An officer who pulls the plug leaves no process behind that waits for ever with a full hand.
    """
    code = (
        "import os, signal\n"
        "from oic_kit.services.meanwhile import meanwhile\n"
        "with meanwhile(lambda: bytes(1_000_000)):\n"
        "    print(os.getpid(), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )

    # The double holds the output open as well: only its end is the end of the output.
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)

    assert -signal.SIGKILL == run.returncode
