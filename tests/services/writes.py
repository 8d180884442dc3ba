"""Stop a process at one of its writes: killed, or refused by a full disk."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from oic_kit.errors import FolderError
from tests.services.synthetic_kits import everything

# What Python tells an auditor before it asks the system to change something on the disk.
WRITES = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "os.truncate"}
)


def in_a_child(job: Callable[[], None], *, stop: Callable[[int], None]) -> int:
    """Run a job in a process of its own; `stop` is called before each write, with its number."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    count = 0

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY
        if event in WRITES or opens:
            count += 1
            stop(count)

    sys.addaudithook(audit)
    try:
        job()
    except FolderError:
        os._exit(1)
    except BaseException:
        os._exit(2)
    os._exit(0)


def kill_at(number: int) -> Callable[[int], None]:
    """Kill the process before its write of this number."""

    def stop(count: int) -> None:
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return stop


def fail_from(number: int, *, times: int) -> Callable[[int], None]:
    """Refuse some writes, as a full disk does."""

    def stop(count: int) -> None:
        if number <= count < number + times:
            raise OSError(28, "No space left on device")

    return stop


def without_stage(folder: Path) -> dict[str, bytes | str]:
    """What lies in a folder beside the stage of an update."""
    return {it: held for it, held in everything(folder).items() if ".oic/update/" not in it}
