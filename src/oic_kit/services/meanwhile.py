"""Let a double of this process do a job at the same time, where the system can double one safely."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pickle import PickleError
from typing import TypeVar

Result = TypeVar("Result")


@contextmanager
def meanwhile(job: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begin a job, and give a function that waits for what it makes.

    What a double could not do is done here as soon as it is asked for, so that its error is seen.
    After the block no double is at work any more, however the block ended.

    Args:
        job: makes something that can be sent from one process to another.
    """
    # A process with threads may hold a lock that its double would wait for until the end of days.
    if sys.platform != "linux" or threading.active_count() > 1:
        yield job
        return
    here, there = multiprocessing.Pipe(duplex=False)
    double = multiprocessing.get_context("fork").Process(
        target=_do, args=(job, here, there), daemon=True
    )
    double.start()
    there.close()
    try:
        yield lambda: _waited(here, job)
    finally:
        here.close()
        double.terminate()
        double.join()


def _do(job: Callable[[], object], here: Connection, there: Connection) -> None:
    """What the double does; it never speaks to the reader, and Ctrl-C is for its parent."""
    # Only the parent may hold the end that reads: else a double whose parent was killed would wait
    # for ever until somebody takes what it made.
    here.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(BaseException):
        there.send(job())


def _waited(here: Connection, job: Callable[[], Result]) -> Result:
    try:
        made: Result = here.recv()
    except (EOFError, OSError, PickleError):
        return job()
    return made
