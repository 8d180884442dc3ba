"""Turn a prepared update into what `--json` says and what the lines on the terminal are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from oic_kit.errors import OicError
from oic_kit.model.update_result import SaidCounts, SaidFailure, SaidPassage, SaidStep, SaidUpdate
from oic_kit.model.update_step import Step
from oic_kit.model.update_wishes import Wishes
from oic_kit.say import _, speaking
from oic_kit.services.folder import find_folder
from oic_kit.services.passages import difference
from oic_kit.services.update import Prepared, carry_out, prepare
from oic_kit.services.update_report import REPORT
from oic_kit.services.update_words import reason_for


@dataclass(frozen=True)
class Order:
    """One folder to update, as another process can be told.

    Args:
        write: whether to carry it out, or only to say what would change.
        with_difference: whether to show the lines that change.
        language: in which reasons and errors are said.
    """

    folder: Path
    write: bool
    wishes: Wishes = field(default_factory=Wishes)
    allow_dirty: bool = False
    with_difference: bool = False
    language: str = "en"


def fulfil(order: Order) -> SaidUpdate:
    """Update one folder, or only look; an error becomes part of the answer."""
    with speaking(order.language):
        try:
            root = find_folder(order.folder)
            prepared = prepare(root, wishes=order.wishes, allow_dirty=order.allow_dirty)
            if order.write:
                carry_out(prepared)
        except OicError as error:
            failure = SaidFailure(what=error.what, remedy=error.remedy)
            return SaidUpdate(folder=str(order.folder), failure=failure)
        return answer_for(prepared, order)


def broken(order: Order, error: Exception) -> SaidUpdate:
    """The answer for a folder whose update ended in a way that nobody foresaw."""
    failure = SaidFailure(
        what=_("oic-kit made a mistake: {error}").format(error=repr(error)),
        remedy=_("Please report it; the next command puts right what is half done."),
    )
    return SaidUpdate(folder=str(order.folder), failure=failure)


def answer_for(prepared: Prepared, order: Order) -> SaidUpdate:
    """Say what an update did, or would do.

    Args:
        prepared: the update.
        order: what was asked for; `write` says whether it has been carried out.
    """
    plan, due = prepared.plan, bool(prepared.changes)
    return SaidUpdate(
        folder=str(order.folder),
        place=prepared.place.name,
        before=prepared.before,
        after=prepared.after,
        due=due,
        written=due and order.write,
        answers=prepared.answers,
        notes=prepared.notes,
        counts=SaidCounts(**{action.value: count for action, count in plan.counts.items()}),
        untouched=plan.untouched,
        old_samples=plan.old_samples,
        steps=tuple(_step(step, prepared, order) for step in plan.steps),
        report=REPORT if REPORT in prepared.changes else "",
        commit_message=prepared.commit_message if prepared.checkout and due else "",
    )


def _step(step: Step, prepared: Prepared, order: Order) -> SaidStep:
    return SaidStep(
        path=shown(step.path),
        was=shown(step.was),
        action=step.action.value,
        owner=step.owner.value,
        why=step.why.value,
        reason=reason_for(step.why),
        needs_reader=step.needs_reader,
        passages=tuple(
            SaidPassage(line=it.line, mine=it.mine, kits=it.kits)
            for it in prepared.passages.get(step.path, ())
        ),
        difference=tuple(_difference(step, prepared)) if order.with_difference else (),
    )


def _difference(step: Step, prepared: Prepared) -> Iterator[str]:
    change = prepared.changes.get(step.path)
    moved = prepared.changes.get(step.was)
    if change:
        before = change.before or (moved.before if moved else None) or b""
        yield from difference(before, change.after or b"", path=shown(step.path))


def shown(path: str) -> str:
    """A path with letters only: a name that is no UTF-8 would stop the terminal."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
