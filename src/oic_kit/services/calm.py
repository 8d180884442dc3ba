"""Do something dear once nothing has happened for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self


class Calm:
    """Waits for a pause after the last disturbance, works in a thread, and ends with the block.

    Args:
        work: what to do; never twice at the same time.
        after: seconds without a disturbance.
    """

    def __init__(self, work: Callable[[], None], *, after: float) -> None:
        self._work, self._after = work, after
        self._timer: threading.Timer | None = None

    def disturbed(self) -> None:
        """Begin to wait anew; work that is under way is not stopped."""
        if self._timer:
            self._timer.cancel()
        before, self._timer = self._timer, threading.Timer(self._after, lambda: self._do(before))
        self._timer.daemon = True
        self._timer.start()

    def _do(self, before: threading.Timer | None) -> None:
        if before:
            before.join()
        self._work()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer.join()
