"""Do one thing for many places, in parallel processes; one that fails stops no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def each(
    job: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    failed: Callable[[Item, Exception], Result],
    stopping: Callable[[], None] = lambda: None,
    at_once: int | None = None,
) -> Iterator[Result]:
    """Run a job for every item; results come as they are ready.

    Processes and not threads: Copier changes the working folder of its process.

    Args:
        job: a function of a module, so that another process can find it.
        items: what to run it for.
        failed: makes a result of an error that the job did not expect, or of the death of its
            process.
        stopping: is called on Ctrl-C, before the jobs that have begun are waited for.
        at_once: how many processes; without it, one for each core.
    """
    width = min(at_once or os.cpu_count() or 1, len(items)) or 1
    lost = []
    for item, result in _run(job, items, width, stopping):
        if isinstance(result, BrokenProcessPool):
            lost.append(item)
        else:
            yield failed(item, result) if isinstance(result, Exception) else result
    for item in lost:
        # A process that dies takes the whole pool along. Alone, it is seen whose job it was.
        for _item, result in _run(job, [item], 1, stopping):
            yield failed(item, result) if isinstance(result, Exception) else result


def _run(
    job: Callable[[Item], Result],
    items: Sequence[Item],
    width: int,
    stopping: Callable[[], None],
) -> Iterator[tuple[Item, Result | Exception]]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(width, mp_context=context, initializer=_leave_ctrl_c) as pool:
        asked = {pool.submit(job, item): item for item in items}
        try:
            for future in as_completed(asked):
                error = future.exception()
                if error is not None and not isinstance(error, Exception):
                    raise error
                yield asked[future], error or future.result()
        except KeyboardInterrupt:
            stopping()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _leave_ctrl_c() -> None:
    """A job that has begun ends; only the parent process is stopped by Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
