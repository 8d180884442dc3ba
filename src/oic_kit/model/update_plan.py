"""What an update would do, file by file, from three listings. Pure: a listing is path → print.

The three are: what the kit handed out, what the folder holds today, what this kit would make today.
A print stands for a content; two files are the same exactly when their prints are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.update_step import Action, Step, UpdatePlan, Why
from oic_kit.model.update_wishes import Wishes

Listing = Mapping[str, str]
_THEME = "site/themes/oic/"
_PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff")
_FONTS = ("woff", "woff2", "ttf", "otf", "eot")


@dataclass(frozen=True)
class Tree:
    """The names in a folder: what can be written where.

    Args:
        files: ordinary files.
        folders: folders, the empty ones too.
        links: links and everything else that is neither file nor folder.
    """

    files: frozenset[str]
    folders: frozenset[str]
    links: frozenset[str]

    def holds(self, path: str) -> bool:
        """Whether something lies at a path."""
        return path in self.files or path in self.folders or path in self.links

    def obstacle(self, path: str, leaving: frozenset[str] = frozenset()) -> str:
        """What keeps a file from being written at a path; empty when nothing does.

        Args:
            path: where the file shall lie.
            leaving: files that will be gone by then.
        """
        steps = path.split("/")
        for length in range(1, len(steps)):
            above = "/".join(steps[:length])
            if above in self.links or (above in self.files and above not in leaving):
                return above
        return path if path in self.links or path in self.folders else ""


@dataclass(frozen=True)
class Joined:
    """A shared file with its three sides and what the merge made of them, as prints.

    A side is empty where the file is missing.

    Args:
        path: where it lies after the update.
        was: where it lies in the folder today.
        clash: why the two changes do not go together; nothing if they do.
    """

    path: str
    was: str
    base: str
    mine: str
    kits: str
    result: str
    clash: Why | None = None


def plan_update(
    handed: Listing | None,
    held: Listing,
    fresh: Listing,
    joined: Iterable[Joined],
    tree: Tree,
    wishes: Wishes,
    *,
    migrated: bool = False,
) -> UpdatePlan:
    """Say for every file what an update would do with it.

    Args:
        handed: what the kit handed out; nothing if that is unknown.
        held: what the folder holds.
        fresh: what this kit would make.
        joined: the shared files, already merged.
        tree: the names in the folder.
        wishes: what the reader asks for.
        migrated: whether the record comes to a newer format.
    """
    steps = [
        *([Step("place.yaml", Action.REPLACE, Why.MIGRATED)] if migrated else []),
        *_kit_steps(handed or {}, held, fresh, wishes),
        *_seed_steps(handed, held, fresh, tree, wishes),
        *_derived_steps(held, fresh),
        *filter(None, (_shared_step(one, wishes) for one in joined)),
    ]
    leaving = frozenset(step.path for step in steps if step.action is Action.REMOVE)
    meant = (_left(_around(step, tree, leaving), wishes) for step in steps)
    around = {step.path: step for step in meant}
    order = list(Action)
    return UpdatePlan(
        steps=tuple(sorted(around.values(), key=lambda it: (order.index(it.action), it.path))),
        untouched=sum(owner_of(path) is Owner.PLACE for path in tree.files),
        old_samples=0 if wishes.samples else len(list(_old_samples(handed or {}, held, fresh))),
    )


def _around(step: Step, tree: Tree, leaving: frozenset[str]) -> Step:
    """Leave alone what a link, a folder or a file of the place's keeps from being written."""
    meant = step.writes or step.why is Why.DELETED
    obstacle = tree.obstacle(step.path, leaving) if meant else ""
    return Step(obstacle, Action.KEEP, Why.IN_THE_WAY) if obstacle else step


def _left(step: Step, wishes: Wishes) -> Step:
    """Leave alone what the reader wants to stay, and say that it would have changed."""
    kept = step.action is Action.KEEP or step.owner is not Owner.KIT or not wishes.leaves(step.path)
    return step if kept else Step(step.path, Action.KEEP, Why.LEFT)


def _owned(listing: Listing, owner: Owner) -> Iterator[str]:
    return (path for path in listing if owner_of(path) is owner and not _is_note(path))


def _is_note(path: str) -> bool:
    """Whether a path holds only what the kit notes for itself."""
    return path.startswith(".oic/") and not path.startswith(".oic/derived/")


def _kit_steps(handed: Listing, held: Listing, fresh: Listing, wishes: Wishes) -> Iterator[Step]:
    for path in _owned(fresh, Owner.KIT):
        old, mine, new = handed.get(path), held.get(path), fresh[path]
        if mine is None:
            if old is None:
                yield Step(path, Action.ADD, Why.NEW)
            elif path.startswith(_THEME) or wishes.restores(path):
                yield Step(path, Action.ADD, Why.RESTORED)
            elif old != new:
                yield Step(path, Action.KEEP, Why.DELETED)
        elif mine == old != new:
            yield Step(path, Action.REPLACE, Why.RENEWED)
        elif mine != new and is_drawn(path):
            yield Step(path, Action.KEEP, Why.PICTURE)
        elif mine != new:
            yield Step(path, Action.REPLACE, Why.SAVED)
    for path in _owned(held, Owner.KIT):
        if path not in fresh and path not in handed:
            yield Step(path, Action.KEEP, Why.BESIDE)
        elif path not in fresh and held[path] == handed[path]:
            yield Step(path, Action.REMOVE, Why.DROPPED)
        elif path not in fresh:
            yield Step(path, Action.KEEP, Why.DROPPED_EDITED)


def is_drawn(path: str) -> bool:
    """Whether a file is a picture or a font: nobody can merge it, so an edited one stays."""
    return path.rpartition(".")[2].casefold() in (*_PICTURES, *_FONTS)


def _seed_steps(
    handed: Listing | None, held: Listing, fresh: Listing, tree: Tree, wishes: Wishes
) -> Iterator[Step]:
    for path in _owned(fresh, Owner.PLACE):
        if tree.holds(path):
            continue
        if handed is not None and path not in handed:
            yield Step(path, Action.ADD, Why.NEW)
        elif wishes.restores(path):
            yield Step(path, Action.ADD, Why.RESTORED)
    if wishes.samples:
        for path in _old_samples(handed or {}, held, fresh):
            yield Step(path, Action.REPLACE, Why.SAMPLE)


def _old_samples(handed: Listing, held: Listing, fresh: Listing) -> Iterator[str]:
    """Seeds that lie there as they were handed out, and that would read differently today."""
    for path in _owned(fresh, Owner.PLACE):
        if path in held and held[path] == handed.get(path) != fresh[path]:
            yield path


def _derived_steps(held: Listing, fresh: Listing) -> Iterator[Step]:
    for path in _owned(fresh, Owner.DERIVED):
        if path not in held:
            yield Step(path, Action.ADD, Why.COMPUTED)
        elif held[path] != fresh[path]:
            yield Step(path, Action.REPLACE, Why.COMPUTED)
    for path in _owned(held, Owner.DERIVED):
        if path not in fresh:
            yield Step(path, Action.REMOVE, Why.COMPUTED)


def _shared_step(one: Joined, wishes: Wishes) -> Step | None:
    was = one.was if one.was != one.path else ""
    if not one.mine:
        return _missing_step(one, wishes)
    if not one.kits:
        return _dropped_step(one)
    if one.clash:
        return Step(one.path, Action.CONFLICT, one.clash, was)
    if one.result == one.mine:
        if was:
            return Step(one.path, Action.MERGE, Why.MOVED, was)
        return None if one.mine == one.kits else Step(one.path, Action.KEEP, Why.YOURS)
    if one.mine == one.base:
        why = Why.MOVED if was else Why.RENEWED
        return Step(one.path, Action.REPLACE, why, was)
    return Step(one.path, Action.MERGE, Why.BOTH, was)


def _missing_step(one: Joined, wishes: Wishes) -> Step | None:
    if not one.kits:
        return None
    if not one.base:
        return Step(one.path, Action.ADD, Why.NEW)
    if wishes.restores(one.path):
        return Step(one.path, Action.ADD, Why.RESTORED)
    return Step(one.path, Action.KEEP, Why.DELETED) if one.base != one.kits else None


def _dropped_step(one: Joined) -> Step | None:
    if not one.base:
        return None
    if one.mine == one.base and one.clash is None:
        return Step(one.was, Action.REMOVE, Why.DROPPED)
    return Step(one.was, Action.KEEP, Why.DROPPED_EDITED)
