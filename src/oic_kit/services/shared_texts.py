"""The texts that the kit and the place share, brought together over renames on either side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from oic_kit.model.update_plan import Joined
from oic_kit.model.update_step import Why
from oic_kit.services.handed_out import print_of
from oic_kit.services.merge import Files, Merge, Sides, merge, workshop
from oic_kit.services.moves import moves


@dataclass(frozen=True)
class SharedText:
    """One file: where it lay, where it shall lie, its three sides, what became of them."""

    path: str
    was: str
    sides: Sides
    made: Merge

    @property
    def joined(self) -> Joined:
        """The same in prints, for the plan."""
        return Joined(
            path=self.path,
            was=self.was,
            base=_print(self.sides.base),
            mine=_print(self.sides.mine),
            kits=_print(self.sides.kits),
            result=_print(self.made.result),
            clash=self.made.clash,
        )


def _print(content: bytes | None) -> str:
    return "" if content is None else print_of(content)


def shared_texts(
    base: Files,
    mine: Files,
    kits: Files,
    *,
    elsewhere: Callable[[], Files],
    distrusted: Collection[str],
) -> list[SharedText]:
    """Merge every shared text.

    Args:
        base: what the kit gave last time.
        mine: what the place has at shared paths.
        kits: what the kit gives today.
        elsewhere: what the place has at paths of nobody; a text may have moved there.
        distrusted: paths whose base was changed by somebody: nothing can be concluded from it.
    """
    with workshop() as repository:
        gone = {path: base[path] for path in base if path not in mine}
        own = {**elsewhere(), **mine} if gone else mine
        fresh = {path: own[path] for path in own if path not in base and path not in kits}
        my_moves = moves(repository, gone, fresh)
        gone = {path: base[path] for path in base if path not in kits}
        fresh = {path: kits[path] for path in kits if path not in base and path not in mine}
        kit_moves = moves(repository, gone, fresh)
        sides = _sides(base, mine, kits, own, my_moves, kit_moves)
        merged = merge(repository, sides)
    return [
        SharedText(
            path=my_moves.get(path) or kit_moves.get(path) or path,
            was=my_moves.get(path)
            or (path if sides[path].mine is not None else kit_moves.get(path, path)),
            sides=sides[path],
            made=_judged(
                merged[path], sides[path], moved=path in my_moves, doubt=path in distrusted
            ),
        )
        for path in sorted(sides)
    ]


def _sides(
    base: Files,
    mine: Files,
    kits: Files,
    own: Files,
    my_moves: Mapping[str, str],
    kit_moves: Mapping[str, str],
) -> dict[str, Sides]:
    """Lay the three sides of every text beside each other, under the path that its base has."""
    paths = {*base, *mine, *kits} - {*my_moves.values(), *kit_moves.values()}
    return {
        path: Sides(
            base.get(path),
            own.get(my_moves[path]) if path in my_moves else mine.get(path),
            kits.get(kit_moves.get(path, path)),
        )
        for path in paths
    }


def _judged(made: Merge, one: Sides, *, moved: bool, doubt: bool) -> Merge:
    """Add what the lines cannot say: a rename is an edit too, and a doubtful base proves nothing."""
    if one.mine is None:
        return made
    if one.kits is None:
        edited = one.mine != one.base or moved or doubt
        return (
            Merge(one.mine, None, Why.DROPPED_EDITED) if edited and one.base is not None else made
        )
    if doubt and one.mine != one.kits:
        return Merge(one.mine, one.kits, Why.NO_BASE)
    return made
