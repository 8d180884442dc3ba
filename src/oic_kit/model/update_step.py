"""The lines of a plan: what an update does with a file, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from oic_kit.model.ownership import Owner, owner_of


class Action(StrEnum):
    """What happens to a file; the order is that of a plan."""

    REPLACE = "replace"
    ADD = "add"
    MERGE = "merge"
    KEEP = "keep"
    REMOVE = "remove"
    CONFLICT = "conflict"


class Why(StrEnum):
    """The reason of a step."""

    NEW = "new"
    RESTORED = "restored"
    RENEWED = "renewed"
    COMPUTED = "computed"
    SAMPLE = "sample"
    MOVED = "moved"
    BOTH = "both"
    YOURS = "yours"
    DELETED = "deleted"
    BESIDE = "beside"
    PICTURE = "picture"
    DROPPED = "dropped"
    MIGRATED = "migrated"
    LEFT = "left"
    # From here on, a person should look.
    SAVED = "saved"
    DROPPED_EDITED = "dropped-edited"
    IN_THE_WAY = "in-the-way"
    PASSAGE = "passage"
    BOTH_NEW = "both-new"
    BOTH_FILES = "both-files"
    BREAKS = "breaks"
    NO_BASE = "no-base"


_FOR_THE_READER = frozenset(list(Why)[list(Why).index(Why.SAVED) :])


@dataclass(frozen=True)
class Step:
    """One line of a plan.

    Args:
        path: where the file lies after the update.
        was: where it lay before, if elsewhere.
    """

    path: str
    action: Action
    why: Why
    was: str = ""

    @property
    def owner(self) -> Owner:
        """Who owns the path."""
        return owner_of(self.path)

    @property
    def needs_reader(self) -> bool:
        """Whether a person should look at it."""
        return self.why in _FOR_THE_READER

    @property
    def writes(self) -> bool:
        """Whether the kit's text goes to the path."""
        return self.action in (Action.REPLACE, Action.ADD, Action.MERGE)


@dataclass(frozen=True)
class UpdatePlan:
    """Everything that an update would do.

    Args:
        steps: in the order of the actions, then by path.
        untouched: how many files of the place the update does not look at.
        old_samples: how many sample pages nobody edited that would read differently today.
    """

    steps: tuple[Step, ...]
    untouched: int = 0
    old_samples: int = 0

    @property
    def counts(self) -> dict[Action, int]:
        """How many steps of each kind; every kind is there."""
        found = Counter(step.action for step in self.steps)
        return {action: found[action] for action in Action}

    @property
    def for_the_reader(self) -> tuple[Step, ...]:
        """The steps that a person should look at."""
        return tuple(step for step in self.steps if step.needs_reader)
