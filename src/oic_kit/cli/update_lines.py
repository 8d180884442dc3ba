"""What `oic-kit update` prints: the plan of one folder, or one line for each of many."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from oic_kit.model.update_result import SaidStep, SaidUpdate
from oic_kit.model.update_step import Action, Why
from oic_kit.say import _, ngettext
from oic_kit.services.update_words import count_of, word_for

# What nobody wonders about needs no reason.
_PLAIN = frozenset({Why.NEW, Why.RENEWED, Why.COMPUTED, Why.BOTH})


def plan_lines(said: SaidUpdate) -> Iterator[str]:
    """The plan of one folder: what is new, one line a file, the counts."""
    yield f"{said.place}: oic-kit {said.before} → {said.after}"
    if said.answers:
        yield _("Changed in place.yaml: {keys}").format(keys=", ".join(said.answers))
    yield from (f"place.yaml: {note}" for note in said.notes)
    yield ""
    width = max(len(word_for(action)) for action in Action)
    for step in said.steps:
        yield f"  {word_for(Action(step.action)):<{width}}  {_file(step)}"
        yield from (f"    {line}" for line in step.difference)
    if said.steps:
        yield ""
    yield _summary(said)
    if said.old_samples:
        yield ngettext(
            "{count} sample page that you did not edit would read differently today; "
            "--samples renews it.",
            "{count} sample pages that you did not edit would read differently today; "
            "--samples renews them.",
            said.old_samples,
        ).format(count=said.old_samples)


def _file(step: SaidStep) -> str:
    before = _("{path} (was {was})").format(path=step.path, was=step.was) if step.was else step.path
    return before if Why(step.why) in _PLAIN else f"{before} – {step.reason}"


def _summary(said: SaidUpdate) -> str:
    untouched = ngettext(
        "{count} file of yours is not touched.",
        "{count} files of yours are not touched.",
        said.untouched,
    ).format(count=said.untouched)
    return f"{counts_line(said)}. {untouched}"


def counts_line(said: SaidUpdate) -> str:
    """The counts of a plan in half a sentence."""
    if not said.due:
        return _("Nothing changes")
    counts = said.counts.model_dump()
    named = [count_of(action, counts[action.value]) for action in Action if counts[action.value]]
    return ", ".join(named) or _("Only the notes of the kit change")


def done_lines(said: SaidUpdate) -> Iterator[str]:
    """What to do after an update that was carried out."""
    yield _("Done.")
    if said.report:
        yield _("Look at {file}: it says what needs your eye.").format(file=said.report)
    if said.commit_message:
        git = "git" if said.folder == "." else f"git -C {shlex.quote(said.folder)}"
        yield f'{git} add -A . && {git} commit -m "{said.commit_message}"'


def markdown_lines(said: SaidUpdate) -> Iterator[str]:
    """The whole plan as Markdown, as the text of a merge request."""
    yield f"# {said.place}: oic-kit {said.before} → {said.after}\n"
    if said.answers:
        keys = ", ".join(f"`{key}`" for key in said.answers)
        yield _("Changed in place.yaml: {keys}").format(keys=keys) + "\n"
    yield from (f"place.yaml: {note}\n" for note in said.notes)
    yield _summary(said) + "\n"
    for action in reversed(Action):
        if steps := [step for step in said.steps if step.action == action]:
            yield f"## {word_for(action).capitalize()}\n"
            yield from (f"- {_file(step)}" for step in steps)
            yield ""
    if said.report:
        yield _("Look at {file}: it says what needs your eye.").format(file=said.report)


def folder_line(said: SaidUpdate, *, number: int, total: int) -> str:
    """One of many folders on one line."""
    place = f"{number:>{len(str(total))}}/{total}  {said.folder}"
    if said.failure:
        return f"{place}: {' '.join(said.failure.what.split())} → {said.failure.remedy}"
    if not said.due:
        return f"{place}: " + _("up to date")
    look = f" – {said.report}" if said.report else ""
    return f"{place}: {counts_line(said)}{look}"


def total_line(results: Sequence[SaidUpdate]) -> str:
    """How many of the folders were updated, up to date, not possible."""
    failed = sum(said.failure is not None for said in results)
    current = sum(said.failure is None and not said.due for said in results)
    return _("{all} folders: {updated} with changes, {current} up to date, {failed} failed").format(
        all=len(results),
        updated=len(results) - failed - current,
        current=current,
        failed=failed,
    )
