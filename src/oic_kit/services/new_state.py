"""From a plan to the files that it writes: contents, and the notes that the kit keeps for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.update_step import Action, Step, UpdatePlan, Why
from oic_kit.services import handed_out
from oic_kit.services.comparison import BASE, Comparison
from oic_kit.services.swap import Change

REPLACED = ".oic/replaced/"
"""Where a text of the kit that the place had edited is kept when the kit replaces it."""


def changes_of(
    compared: Comparison, plan: UpdatePlan, record: Mapping[str, bytes]
) -> dict[str, Change]:
    """Every file that an update writes or removes, with what lies there before and after.

    Args:
        compared: the folder and what the kit would make.
        plan: made from this comparison.
        record: the new `place.yaml`, if it comes to another format; else nothing.
    """
    wanted: dict[str, bytes | None] = dict(record)
    for step in plan.steps:
        wanted.update(_contents(step, compared))
    wanted.update(_notes(compared, plan))
    before = {path: _today(path, compared) for path in wanted}
    return {
        path: Change(before[path], after) for path, after in wanted.items() if before[path] != after
    }


def _today(path: str, compared: Comparison) -> bytes | None:
    if path in compared.mine:
        return compared.mine[path]
    return compared.held.read(path) if path in compared.held.tree.files else None


def _contents(step: Step, compared: Comparison) -> Iterator[tuple[str, bytes | None]]:
    if step.action is Action.KEEP or step.path == "place.yaml":
        return
    if step.action is Action.REMOVE:
        yield step.path, None
        return
    if step.was:
        yield step.was, None
    if step.why is Why.SAVED:
        yield saved_path(step.path, compared), compared.mine[step.path]
    shared = compared.shared.get(step.path)
    restored = step.why is Why.RESTORED
    yield step.path, shared.made.result if shared and not restored else compared.fresh[step.path]


def saved_path(path: str, compared: Comparison) -> str:
    """Where the place's own version of a replaced file goes: to a name that is still free."""
    stem, dot, suffix = path.rpartition(".")
    number, free = 1, f"{REPLACED}{path}"
    while compared.held.tree.holds(free):
        number += 1
        free = f"{REPLACED}{stem or suffix}.{number}{dot}{suffix if stem else ''}"
    return free


def _notes(compared: Comparison, plan: UpdatePlan) -> dict[str, bytes | None]:
    """What `.oic/` says afterwards; the base is what the kit makes today, whatever the place has."""
    out_of_reach = _out_of_reach(compared, plan) | _left(plan)
    fresh = {
        path: content
        for path, content in compared.fresh.items()
        if path.startswith(".oic/") and owner_of(path) is Owner.KIT
    }
    notes: dict[str, bytes | None] = {
        path: None for path in compared.mine if path.startswith(BASE) and path not in fresh
    }
    reached = (it for it in fresh if it.removeprefix(BASE) not in out_of_reach)
    notes.update({path: fresh[path] for path in reached})
    notes[handed_out.PATH] = _handed_out(compared, plan, out_of_reach)
    return notes


def _handed_out(compared: Comparison, plan: UpdatePlan, out_of_reach: frozenset[str]) -> bytes:
    """Pages of the place are remembered for ever, files of the kit as long as there are any."""
    fresh = {
        path: handed_out.print_of(content)
        for path, content in compared.fresh.items()
        if handed_out.is_counted(path) and path not in out_of_reach
    }
    written = {step.path for step in plan.steps if step.writes}
    left = _left(plan)
    seeds = {
        path: mark
        for path, mark in (compared.handed or {}).items()
        if (owner_of(path) is Owner.PLACE and path not in written) or path in left
    }
    return handed_out.handed_out_as_text({**fresh, **seeds})


def _left(plan: UpdatePlan) -> frozenset[str]:
    """Files of the kit that stay as they were handed out before, because the reader asked for it."""
    return frozenset(step.path for step in plan.steps if step.why is Why.LEFT)


def _out_of_reach(compared: Comparison, plan: UpdatePlan) -> frozenset[str]:
    """New files that something of the place's keeps from being written: not handed out yet."""
    if compared.handed is None:
        return frozenset()
    leaving = frozenset(step.path for step in plan.steps if step.action is Action.REMOVE)
    known = {*compared.handed, *(path.removeprefix(BASE) for path in compared.mine)}
    return frozenset(
        path
        for path in compared.fresh
        if owner_of(path) in (Owner.PLACE, Owner.SHARED)
        and path not in known
        and compared.held.tree.obstacle(path, leaving)
    )
