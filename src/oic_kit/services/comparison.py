"""Lay a generated folder beside what this kit would make of it today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.update_plan import plan_update
from oic_kit.model.update_step import UpdatePlan
from oic_kit.model.update_wishes import Wishes
from oic_kit.services.handed_out import print_of, read_handed_out
from oic_kit.services.held import Held, held_by
from oic_kit.services.shared_texts import SharedText, shared_texts

BASE = ".oic/base/"
_LARGEST_TEXT = 1_000_000


@dataclass(frozen=True)
class Comparison:
    """What a folder holds, and what this kit would make.

    Args:
        held: the names in the folder.
        mine: content of the files that the kit may write, by path.
        fresh: content of everything that the kit would make today, by path.
        handed: prints of what it handed out; nothing if that cannot be told any more.
    """

    held: Held
    mine: Mapping[str, bytes]
    fresh: Mapping[str, bytes]
    handed: Mapping[str, str] | None

    @cached_property
    def shared(self) -> dict[str, SharedText]:
        """The shared texts, merged, by the path at which they shall lie."""
        base = {
            path.removeprefix(BASE): content
            for path, content in self.mine.items()
            if path.startswith(BASE) and path != f"{BASE}place.yaml"
        }
        known = self.handed or {}
        made = shared_texts(
            base,
            _of(self.mine, Owner.SHARED),
            _of(self.fresh, Owner.SHARED),
            elsewhere=self._elsewhere,
            distrusted={
                it for it in base if it in known and _print(base[it], known[it]) != known[it]
            },
        )
        return {text.path: text for text in made}

    def plan(self, wishes: Wishes, *, migrated: bool) -> UpdatePlan:
        """What an update would do.

        Args:
            wishes: what the reader asks for beyond the rule.
            migrated: whether the record comes to a newer format.
        """
        known = self.handed or {}
        return plan_update(
            self.handed,
            {path: _print(content, known.get(path)) for path, content in self.mine.items()},
            {path: print_of(content) for path, content in self.fresh.items()},
            [text.joined for text in self.shared.values()],
            self.held.tree,
            wishes,
            migrated=migrated,
        )

    def _elsewhere(self) -> dict[str, bytes]:
        """Texts at paths of nobody, of the same kinds as the shared ones: one may have moved there."""
        kinds = {PurePosixPath(it).suffix for it in self.fresh if owner_of(it) is Owner.SHARED}
        return {
            path: content
            for path in sorted(self.held.tree.files)
            if owner_of(path) is Owner.NOBODY
            and not path.startswith((".", "site/"))
            and PurePosixPath(path).suffix in kinds
            and len(content := self.held.read(path)) < _LARGEST_TEXT
        }


def compare(folder: Path, fresh: Mapping[str, bytes]) -> Comparison:
    """Look at a folder.

    Raises:
        FolderError: something in it that an update needs cannot be read.
    """
    held = held_by(folder)
    seeds = (path for path in fresh if owner_of(path) is Owner.PLACE and path in held.tree.files)
    return Comparison(
        held=held,
        mine={
            **held.owned(Owner.KIT, Owner.DERIVED, Owner.SHARED),
            **{path: held.read(path) for path in seeds},
        },
        fresh=fresh,
        handed=read_handed_out(folder),
    )


def _of(files: Mapping[str, bytes], owner: Owner) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if owner_of(path) is owner}


def _print(content: bytes, known: str | None) -> str:
    """The print of a file; other line ends, as git may write them on Windows, are no edit."""
    mark = print_of(content)
    if known in (None, mark) or b"\r\n" not in content:
        return mark
    return known if print_of(content.replace(b"\r\n", b"\n")) == known else mark
