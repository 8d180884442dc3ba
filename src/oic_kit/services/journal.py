"""The journal of an update that is being put in place: what goes where, one rename a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from oic_kit.services.handed_out import print_of

_NO_FILE = "?"


@dataclass(frozen=True)
class Entry:
    """One file: its path, and the prints of what lies there before and after; empty for nothing."""

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class Journal:
    """The way from an old state of a folder to a new one.

    While the journal is open the way may have been begun. It can be gone on at any time, in either
    direction, by whoever finds it: each step looks first at what lies there.

    Args:
        folder: whose files change.
        stage: a folder on the same disk, for the new files, the old ones and the journal.
    """

    folder: Path
    stage: Path

    @property
    def new(self) -> Path:
        """The new files, each under the number of its entry."""
        return self.stage / "new"

    @property
    def old(self) -> Path:
        """The old files, each under the number of its entry."""
        return self.stage / "old"

    @property
    def _file(self) -> Path:
        return self.stage / "journal.json"

    @property
    def _back(self) -> Path:
        """Stands there once the way leads back; until then it is called `forth`."""
        return self.stage / "back"

    def is_open(self) -> bool:
        """Whether there is a way to go."""
        return self._file.is_file()

    def open(self, entries: Sequence[Entry]) -> None:
        """Write the journal down, in one step."""
        # To turn round on a full disk, the sign is there beforehand and only gets another name.
        self._back.with_name("forth").touch()
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps([asdict(entry) for entry in entries]), encoding="utf-8")
        part.replace(self._file)

    def carry_out(self) -> None:
        """Go the way to its end; whatever stops it, go back.

        Raises:
            OSError: the system refused a step. If the journal is still open, it refused the way
                back as well.
        """
        try:
            for number, entry in self._entries():
                self._move(entry.path, entry.before, entry.after, self.new / number)
            self._file.unlink()
        except BaseException:
            if self.is_open():
                self._back.with_name("forth").replace(self._back)
                self._go_back()
            raise

    def finish(self) -> bool:
        """Go the rest of a way that somebody else began; say whether there was one.

        Raises:
            OSError: as in `carry_out`.
        """
        begun = self.is_open()
        if begun and self._back.exists():
            self._go_back()
        elif begun:
            self.carry_out()
        return begun

    def _go_back(self) -> None:
        for number, entry in reversed(self._entries()):
            self._move(entry.path, entry.after, entry.before, self.old / number)
        self._file.unlink()

    def _entries(self) -> list[tuple[str, Entry]]:
        held = json.loads(self._file.read_text(encoding="utf-8"))
        return [(str(number), Entry(**entry)) for number, entry in enumerate(held)]

    def _move(self, path: str, here: str, there: str, store: Path) -> None:
        """Take one file from one state to the other, if it still is in the first.

        Anything else lies there because it was moved already, or because somebody edited it after
        the process was killed: their text stays.
        """
        target = self.folder / path
        if here == there or print_at(self.folder, path) != here:
            return
        if there:
            target.parent.mkdir(parents=True, exist_ok=True)
            store.replace(target)
        else:
            target.unlink()
            self._drop_empty(target.parent)

    def _drop_empty(self, path: Path) -> None:
        while path != self.folder:
            with suppress(OSError):
                path.rmdir()
            if path.exists():
                return
            path = path.parent


def print_at(folder: Path, path: str) -> str:
    """The print of the file at a path; empty when there is none, and never that of a link."""
    target = folder / path
    above = (folder / parent for parent in Path(path).parents)
    if target.is_symlink() or target.is_dir() or any(parent.is_symlink() for parent in above):
        return _NO_FILE
    return print_of(target.read_bytes()) if target.is_file() else ""
