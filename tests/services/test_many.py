"""One job for many places: in parallel, and none drags down another."""

from __future__ import annotations

import os

from oic_kit.services.many import each


def job(item: int) -> str:
    """Works for most numbers; one raises, one kills its process."""
    if item == 3:
        raise ValueError("three")
    if item == 5:
        os._exit(9)
    return f"{item} done in {os.getpid()}"


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
