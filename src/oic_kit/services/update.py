"""Take a generated folder to this version of the kit and to today's `place.yaml`.

`prepare` only reads: it renders everything anew in a temporary folder, merges, and says what would
change. `carry_out` puts that in place, all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pygit2

import oic_kit
from oic_kit.errors import FolderError
from oic_kit.model.place import Place
from oic_kit.model.update_step import UpdatePlan
from oic_kit.model.update_wishes import Wishes
from oic_kit.say import _, speaking
from oic_kit.services.answers import changed_answers
from oic_kit.services.checkout import is_checkout, refuse_uncommitted
from oic_kit.services.comparison import BASE, Comparison, compare
from oic_kit.services.kit_notes import made_by
from oic_kit.services.migrations import migrate
from oic_kit.services.new_state import changes_of
from oic_kit.services.passages import Passage, passages
from oic_kit.services.place_file import place_from
from oic_kit.services.record_text import read_text
from oic_kit.services.renderings import keep_rendering, kept_rendering
from oic_kit.services.scratch import scratch
from oic_kit.services.swap import Change, finish_interrupted, put_in_place
from oic_kit.services.template import contents_of
from oic_kit.services.update_report import REPORT, report

_RECORD = "place.yaml"


@dataclass(frozen=True)
class Prepared:
    """An update that could be carried out.

    Args:
        place: the record, in today's format.
        before: version of the kit that made the folder.
        after: version of this kit.
        answers: keys of `place.yaml` that changed since the last update.
        notes: what brought `place.yaml` to today's format.
        passages: where a text of the place and that of the kit clash, by path.
        changes: what is written, with the notes that the kit keeps for itself.
        checkout: whether the folder lies in a git checkout.
    """

    folder: Path
    place: Place
    before: str
    after: str
    answers: tuple[str, ...]
    notes: tuple[str, ...]
    plan: UpdatePlan
    passages: Mapping[str, tuple[Passage, ...]]
    changes: Mapping[str, Change]
    checkout: bool

    @property
    def commit_message(self) -> str:
        """A message for the commit of this update."""
        if self.before != self.after:
            return _("Take over oic-kit {version}").format(version=self.after)
        return _("Bring all texts in step with place.yaml")


def prepare(folder: Path, *, wishes: Wishes | None = None, allow_dirty: bool = False) -> Prepared:
    """Find out what an update would do; nothing is changed.

    Only an update that was killed while it was put in place is finished first.

    Args:
        folder: a generated folder.
        wishes: what the reader asks for beyond the rule.
        allow_dirty: go on although git has uncommitted changes.

    Raises:
        FolderError: the folder is none of ours, made by a newer kit, or not committed.
        PlaceFileError: the record does not hold.
    """
    with _in_words(folder):
        return _prepare(folder.resolve(), wishes or Wishes(), allow_dirty=allow_dirty)


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """Say what the system refuses while an update is prepared, such as space for its texts."""
    try:
        yield
    except (OSError, pygit2.GitError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise FolderError(
            _("The update of {folder} cannot be prepared: {why}.").format(folder=folder, why=why),
            remedy=_("Mend this and run it again; nothing was changed."),
        ) from error


def _prepare(folder: Path, wishes: Wishes, *, allow_dirty: bool) -> Prepared:
    before = made_by(folder)
    finish_interrupted(folder)
    if not allow_dirty:
        refuse_uncommitted(folder)
    record = _record_of(folder)
    compared = compare(folder, fresh_files(record.place, record.text))
    _refuse_idle(wishes, compared)
    plan = compared.plan(wishes, migrated=bool(record.notes))
    clashes = {step.path: _clash(compared, step.path) for step in plan.for_the_reader}
    said = _report(compared, plan, clashes, record.place, before)
    changes = changes_of(compared, plan, {_RECORD: record.text, **said})
    _refuse_obstacles(compared, changes)
    return Prepared(
        folder=folder,
        place=record.place,
        before=before,
        after=oic_kit.__version__,
        answers=_changed(compared, record),
        notes=record.notes,
        plan=plan,
        passages=clashes,
        changes=changes,
        checkout=is_checkout(folder),
    )


def carry_out(prepared: Prepared) -> None:
    """Put an update in place.

    Raises:
        FolderError: it cannot be written, or somebody changed a file since it was prepared; the
            folder is as it was.
    """
    if prepared.changes:
        put_in_place(prepared.folder, prepared.changes)


def fresh_files(place: Place, record: bytes) -> dict[str, bytes]:
    """Everything that this kit makes of a place today, by path.

    Args:
        place: the record.
        record: the same as the text of `place.yaml`.
    """
    if kept := kept_rendering(record):
        return kept
    # Rendering needs Copier, Pillow and more: a second that nobody waits for without need.
    from oic_kit.services.fill import fill

    with scratch() as desk:
        folder = desk / "fresh"
        folder.mkdir()
        fill(folder, place, record=record)
        files = contents_of(folder)
    keep_rendering(record, files)
    return files


@dataclass(frozen=True)
class _Record:
    """The record in today's format: as a model, as plain values and as text."""

    place: Place
    values: Mapping[str, Any]
    text: bytes
    notes: tuple[str, ...]


def _record_of(folder: Path) -> _Record:
    path = folder / _RECORD
    text = read_text(path)
    migrated = migrate(text, named=str(path))
    return _Record(
        place=place_from(migrated.values, named=str(path)),
        values=migrated.values,
        text=migrated.text.encode() if migrated.notes else path.read_bytes(),
        notes=migrated.notes,
    )


def _changed(compared: Comparison, record: _Record) -> tuple[str, ...]:
    before = compared.mine.get(f"{BASE}{_RECORD}")
    return () if before == record.text else changed_answers(before, record.values)


def _refuse_idle(wishes: Wishes, compared: Comparison) -> None:
    """Make sure that every path that shall come back is one of the kit's, and missing."""
    missing = [path for path in compared.fresh if not compared.held.tree.holds(path)]
    for wish in wishes.restore:
        if not any(Wishes((wish,)).restores(path) for path in missing):
            raise FolderError(
                _("Nothing of the kit is missing at {path}.").format(path=wish),
                remedy=_("Give the path of a file or folder that was deleted, as in this folder."),
            )


def _clash(compared: Comparison, path: str) -> tuple[Passage, ...]:
    text = compared.shared.get(path)
    if text is None or text.made.result is None or text.made.rival is None:
        return ()
    return passages(text.made.result, text.made.rival)


def _report(
    compared: Comparison,
    plan: UpdatePlan,
    clashes: Mapping[str, tuple[Passage, ...]],
    place: Place,
    before: str,
) -> dict[str, bytes]:
    """The report for the reader by its path; none when there is nothing to look at."""
    if compared.held.tree.obstacle(REPORT):
        return {}
    lying = compared.held.read(REPORT) if compared.held.tree.holds(REPORT) else None
    title = f"oic-kit {before} → {oic_kit.__version__}"
    with speaking(place.main_language):
        said = report(plan.steps, clashes, title=title, old=lying)
    return {REPORT: said} if said else {}


def _refuse_obstacles(compared: Comparison, changes: Mapping[str, Change]) -> None:
    """Make sure that nothing is written through a link or over a folder, notes included."""
    leaving = frozenset(path for path, change in changes.items() if change.after is None)
    for path, change in changes.items():
        obstacle = compared.held.tree.obstacle(path, leaving) if change.after is not None else ""
        if obstacle:
            raise FolderError(
                _("{path} lies where the kit keeps its notes.").format(path=obstacle),
                remedy=_("Move it away and run this again; nothing was changed."),
            )
