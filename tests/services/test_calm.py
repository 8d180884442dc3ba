"""Dear work waits for a pause."""

from __future__ import annotations

import threading

from oic_kit.services.calm import Calm


def test_many_disturbances_make_one_piece_of_work():
    """
    An editor who saves three times in a row waits for one index, not for three.
    """
    done = threading.Semaphore(0)
    with Calm(done.release, after=0.2) as calm:
        for _save in range(3):
            calm.disturbed()
        assert done.acquire(timeout=20)
        assert not done.acquire(timeout=0.5)


def test_the_end_waits_for_nothing_that_has_not_begun():
    """
    An editor who stops right after saving is not kept.
    """
    worked: list[int] = []
    with Calm(lambda: worked.append(1), after=600) as calm:
        calm.disturbed()

    assert [] == worked
    assert [] == [it for it in threading.enumerate() if isinstance(it, threading.Timer)]


def test_work_never_runs_twice_at_once():
    """
    A disturbance during the work begins the next piece when the first has ended.
    """
    at_work, most, done = [], [], threading.Semaphore(0)
    begun, hold = threading.Event(), threading.Event()

    def work() -> None:
        at_work.append(1)
        most.append(len(at_work))
        begun.set()
        hold.wait(20)
        at_work.pop()
        done.release()

    with Calm(work, after=0) as calm:
        calm.disturbed()
        assert begun.wait(20)
        calm.disturbed()
        hold.set()
        assert done.acquire(timeout=20)
        assert done.acquire(timeout=20)

    assert [1, 1] == most
