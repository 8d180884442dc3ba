"""What became of every item of an old site: taken, changed on the way, or left, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What happened to one item of the old site."""

    TAKEN = "taken"
    """It stands in the new site as it was."""
    CHANGED = "changed"
    """It stands in the new site, and something about it is different."""
    LEFT = "left"
    """It stays behind."""


@dataclass(frozen=True, order=True)
class Entry:
    """One item of the old site.

    Args:
        source: where it stood, below the folder of the old site, with an entry after `#`.
        kind: what it is: person, post, event, project, report, method, page, picture, file, other.
        outcome: what became of it.
        target: the page or file that it became, below the generated folder; empty when left.
        title: what people call it.
        notes: what is different, or why it stays behind: whole sentences.
        to_mend: what somebody should write better than a program can: whole sentences.
        redirects: old addresses that lead to the new page.
    """

    source: str
    kind: str
    outcome: Outcome
    target: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    to_mend: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Takeover:
    """A whole import.

    Args:
        entries: every item, in the order of the report.
        files: number of files that are new or changed in the generated folder.
        written: whether they were written; false for a look in advance.
        seconds: how long it took.
    """

    entries: tuple[Entry, ...]
    files: int
    written: bool
    seconds: float = 0.0

    def counts(self) -> dict[str, dict[str, int]]:
        """How many items of each kind had which outcome, kinds in the order of the report."""
        found: dict[str, Counter[str]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, Counter())[entry.outcome.value] += 1
        return {
            kind: {outcome.value: count[outcome.value] for outcome in Outcome}
            for kind, count in found.items()
        }

    @property
    def redirects(self) -> int:
        """How many old addresses lead to a new page."""
        return sum(len(entry.redirects) for entry in self.entries)
