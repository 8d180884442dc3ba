"""Put a new state of a folder in place: all of it or nothing, also when the process is killed.

Everything new is first written to `.oic/update/`, inside the folder but outside of its contents.
Then a journal says what goes where; from the moment it is there, the update counts as done.
Each file then changes by one rename. Who is killed between the first and the last one leaves the
journal behind, and the next command of oic-kit finishes the renames before it does anything else.
A rename that the system refuses (rights, a full disk) turns all the others back.

Why not one rename for all: docs/decisions/0007-one-rename-a-file.md. The order of the renames is
such that whoever looks with another program in between finds what each file needs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from oic_kit.errors import FolderError
from oic_kit.say import _
from oic_kit.services.handed_out import print_of
from oic_kit.services.journal import Entry, Journal, print_at

_STAGE = (".oic", "update")
_NOTES = (".oic/base/", ".oic/files.json", ".oic/kit.json")


@dataclass(frozen=True)
class Change:
    """One file of an update; nothing stands for a file that is not there.

    Args:
        before: what lies there, as it was when the update was planned.
        after: what shall lie there.
    """

    before: bytes | None
    after: bytes | None


def put_in_place(folder: Path, changes: Mapping[str, Change]) -> None:
    """Bring a folder to a new state.

    Raises:
        FolderError: it cannot be written, somebody changed a file meanwhile, or another update is
            at work; the folder is as it was.
    """
    with _alone(folder):
        _finish(folder)
        journal = Journal(folder, folder.joinpath(*_STAGE))
        try:
            _prepare(journal, changes)
            journal.carry_out()
        except OSError as error:
            stuck = journal.is_open()
            raise _stuck(folder, error) if stuck else _unwritable(folder, error) from error
        finally:
            if not journal.is_open():
                shutil.rmtree(journal.stage, ignore_errors=True)


def finish_interrupted(folder: Path) -> bool:
    """Finish an update that was killed while it was put in place; say whether there was one.

    Raises:
        FolderError: it cannot be finished.
    """
    if not folder.joinpath(*_STAGE).is_dir():
        return False
    with _alone(folder, patient=True):
        return _finish(folder)


def _finish(folder: Path) -> bool:
    journal = Journal(folder, folder.joinpath(*_STAGE))
    try:
        begun = journal.finish()
    except OSError as error:
        raise _stuck(folder, error) from error
    shutil.rmtree(journal.stage, ignore_errors=True)
    return begun


@contextmanager
def _alone(folder: Path, *, patient: bool = False) -> Iterator[None]:
    """Hold the folder for ourselves; the system lets go of it when the process ends, in any way."""
    try:
        import fcntl
    except ImportError:  # Windows; there, a file that is in use cannot be replaced anyway
        yield
        return
    handle = os.open(folder / _STAGE[0], os.O_RDONLY)
    try:
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
            yield
            return
        raise FolderError(
            _("Another update of {folder} is at work.").format(folder=folder),
            remedy=_("Wait until it is done, then run this again."),
        )
    finally:
        os.close(handle)


def _prepare(journal: Journal, changes: Mapping[str, Change]) -> None:
    """Write everything new beside the folder's contents, and the journal last."""
    shutil.rmtree(journal.stage, ignore_errors=True)
    for store in (journal.new, journal.old):
        store.mkdir(parents=True)
    # Whoever looks at the folder with git meanwhile does not see the stage.
    (journal.stage / ".gitignore").write_text("*\n", encoding="utf-8")
    entries = []
    for number, path in enumerate(_in_order(changes)):
        change = changes[path]
        entry = Entry(path, _print(change.before), _print(change.after))
        if print_at(journal.folder, path) != entry.before:
            raise _changed(path)
        target = journal.folder / path
        if change.after is not None:
            _write(journal.new / str(number), change.after, like=target)
        if change.before is not None:
            _keep(target, journal.old / str(number))
        entries.append(entry)
    # After a power cut too, the journal is only there when everything that it names is.
    getattr(os, "sync", lambda: None)()
    journal.open(entries)


def _in_order(changes: Mapping[str, Change]) -> list[str]:
    """Which file changes first: what others need is there before them and goes after them.

    Files that stand where a folder shall be make room at the very beginning. Then come new files,
    which nothing names yet; then the changed ones, data and words before the layouts that use them;
    then go the old ones, which nothing names any more. The notes of the kit change last.
    """
    room = {
        "/".join(path.split("/")[:length])
        for path, change in changes.items()
        if change.after is not None
        for length in range(1, path.count("/") + 1)
    }

    def turn(path: str) -> tuple[int, str]:
        change = changes[path]
        if change.after is None:
            return (0 if path in room else 4), path
        if path.startswith(_NOTES):
            return 5, path
        if change.before is None:
            return 1, path
        return (3 if "/layouts/" in path else 2), path

    return sorted(changes, key=turn)


def _print(content: bytes | None) -> str:
    return "" if content is None else print_of(content)


def _write(path: Path, content: bytes, *, like: Path) -> None:
    path.write_bytes(content)
    if like.exists():
        shutil.copymode(like, path)


def _keep(target: Path, copy: Path) -> None:
    """Keep the old file for the way back; a second name costs nothing where the disk allows it."""
    try:
        os.link(target, copy)
    except OSError:
        shutil.copy2(target, copy)


def _changed(path: str) -> FolderError:
    return FolderError(
        _("{path} changed while the update was prepared.").format(path=path),
        remedy=_("Run the update again; nothing was changed."),
    )


def _unwritable(folder: Path, error: OSError) -> FolderError:
    return FolderError(
        _("{folder} cannot be written: {why}.").format(folder=folder, why=error.strerror),
        remedy=_("Free some space or mend the rights of the folder; nothing was changed."),
    )


def _stuck(folder: Path, error: OSError) -> FolderError:
    return FolderError(
        _("An update of {folder} was interrupted and cannot be finished: {why}.").format(
            folder=folder, why=error.strerror
        ),
        remedy=_("Free some space or mend the rights of the folder, then run this again."),
    )
