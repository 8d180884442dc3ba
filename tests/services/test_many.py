"""One job for many places: in parallel, and none drags down another."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from oic_kit.services.many import each


def job(item: int) -> str:
    """Works for most numbers; one raises, one kills its process."""
    if item == 3:
        raise ValueError("three")
    if item == 5:
        os._exit(9)
    return f"{item} done in {os.getpid()}"


def ends_all(item: Path) -> str:
    """Presses Ctrl-C in the terminal of the reader, then goes on with its work."""
    os.kill(os.getppid(), signal.SIGINT)
    time.sleep(0.2)
    item.touch()
    return item.name


def gave_up(item: int, error: Exception) -> str:
    """The result of a job that did not end well."""
    return f"{item} failed: {type(error).__name__}"


def test_every_place_gets_its_answer():
    """
    An error costs one place, a process that dies costs one place, all others are done.
    """
    results = sorted(each(job, range(1, 8), failed=gave_up, at_once=2))

    assert [f"{number} done" for number in (1, 2)] == [it[:6] for it in results[:2]]
    assert ["3 failed: ValueError", "5 failed: BrokenProcessPool"] == [
        it for it in results if "failed" in it
    ]
    assert 7 == len(results)


def test_the_work_is_done_by_other_processes():
    """
    Copier changes the working folder of its process: ours keeps its own.
    """
    (result,) = each(job, [1], failed=gave_up)

    assert not result.endswith(f" {os.getpid()}")


def test_nothing_to_do_is_no_fault():
    """
    An empty list of folders gives an empty list of answers.
    """
    assert [] == list(each(job, [], failed=gave_up))


def test_ctrl_c_is_answered_at_once_and_what_has_begun_is_finished(tmp_path):
    """
    The officer who stops a long list hears of it; no place is left half made, and no other begun.
    """
    said = []
    places = [tmp_path / str(number) for number in range(20)]

    with pytest.raises(KeyboardInterrupt):
        list(
            each(
                ends_all,
                places,
                failed=lambda *_: "",
                stopping=lambda: said.append(len(list(tmp_path.iterdir()))),
                at_once=1,
            )
        )

    assert [0] == said
    assert 1 <= len(list(tmp_path.iterdir())) < 5
