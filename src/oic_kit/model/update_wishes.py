"""What the reader of an update asks for beyond the rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Wishes:
    """What the reader asks for beyond the rule.

    Args:
        restore: paths of files or folders that come back although the place deleted them.
        samples: sample pages that nobody edited are written anew.
        leave: paths of files or folders of the kit that stay as they are.
    """

    restore: tuple[str, ...] = ()
    samples: bool = False
    leave: tuple[str, ...] = ()

    def restores(self, path: str) -> bool:
        """Whether a path shall come back."""
        return _below(path, self.restore)

    def leaves(self, path: str) -> bool:
        """Whether a path shall stay as it is."""
        return _below(path, self.leave)


def _below(path: str, wishes: Iterable[str]) -> bool:
    return any(path == wish or path.startswith(f"{wish}/") for wish in wishes)
