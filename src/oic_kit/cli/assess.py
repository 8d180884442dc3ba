"""`oic-kit assess`: where the place stands, asked statement by statement."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import in_language, place_folder
from oic_kit.cli.prompts import Lines, Menus, Option, Prompts, Wish
from oic_kit.errors import InterruptedByReaderError, OicError
from oic_kit.say import _, language

if TYPE_CHECKING:  # pydantic loads slowly: every other command starts without it
    from oic_kit.model.assessment import Assessment, StatementTable

# Typed and shown for "don't know"; a question mark asks for an explanation.
_UNKNOWN = "-"
_BAR = 20  # signs of a full bar in the result

Given = dict[str, int | None]


@click.command(
    help=_("Ask 25 statements about where the place stands and write the answers to place.yaml.")
)
@place_folder
@click.option("--plain", is_flag=True, help=_("Ask line by line, without menus."))
@in_language
def assess(
    folder: Path,
    plain: bool,
    lang: str | None,  # noqa: ARG001 - its callback has already chosen the language
) -> None:
    """Ask for the self-assessment."""
    from oic_kit.services.assessment_file import write_assessment
    from oic_kit.services.drafts import drop_draft
    from oic_kit.services.folder import find_folder
    from oic_kit.services.place_file import read_place
    from oic_kit.services.playbook_data import playbook_tables

    root = find_folder(folder)
    record = root / "place.yaml"
    before = read_place(record).playbook.assessment
    _refuse_without_terminal(plain=plain)
    course = _Course(root, playbook_tables().statements, Lines() if plain else Menus(), before)
    try:
        answers = course.run()
    except (KeyboardInterrupt, click.Abort):
        raise _stopped(folder) from None
    write_assessment(record, answers)
    drop_draft(_draft_of(root))
    click.echo("\n" + _("Written to {file}.").format(file=record))
    click.echo(_("Let the playbook follow:  oic-kit update {folder}").format(folder=folder))
    click.echo(_("Print it:                 oic-kit playbook {folder}").format(folder=folder))


def _refuse_without_terminal(*, plain: bool) -> None:
    here = sys.stdin.isatty() and sys.stdout.isatty()
    if here and (plain or os.environ.get("TERM", "dumb") != "dumb"):
        return
    raise OicError(
        _("There is no terminal here that can ask questions."),
        remedy=_("Write the answers into place.yaml, under playbook.assessment (or try --plain)."),
    )


def _stopped(folder: Path) -> InterruptedByReaderError:
    return InterruptedByReaderError(
        "\n" + _("Stopped. Nothing was written."),
        remedy=_("Your answers are kept; go on with: oic-kit assess {folder}").format(
            folder=folder
        ),
    )


def _draft_of(root: Path) -> Path:
    """The name under which half a course is kept; the interview keeps its own under the folder."""
    return root / "playbook.assessment"


class _Course:
    """All statements, one after the other, with a way back; nothing is written on the way."""

    def __init__(
        self, root: Path, table: StatementTable, prompts: Prompts, before: Mapping[str, int | None]
    ) -> None:
        self._root = root
        self._table = table
        self._prompts = prompts
        self._before = before
        self._given: Given = {}
        self._dimension = ""

    def run(self) -> Given:
        """Ask everything, show the result, and give the answers once the reader agrees."""
        from oic_kit.services.drafts import save_draft

        click.echo(_("25 statements, ten minutes. Say what is, not what is planned."))
        click.echo(
            _("< goes back, ? explains. Nothing is written before you say so.")
            if isinstance(self._prompts, Lines)
            else _("Ctrl+B goes back, ? explains. Nothing is written before you say so.")
        )
        at, statements = self._resume(), self._table.statements
        while at < len(statements):
            at = max(0, at + (1 if self._ask(at) else -1))
            save_draft(_draft_of(self._root), {"at": at, "given": self._given})
        self._show()
        if not self._prompts.confirm(_("Write these answers to place.yaml?")):
            raise click.Abort
        return self._given

    def _resume(self) -> int:
        """Offer to go on where the reader stopped last time."""
        from oic_kit.services.drafts import read_draft

        draft = read_draft(_draft_of(self._root))
        at, given = draft.get("at"), draft.get("given")
        if not isinstance(at, int) or not isinstance(given, dict) or at < 1:
            return 0
        question = _("You stopped at statement {at} last time. Go on from there?")
        if not self._prompts.confirm(question.format(at=min(at + 1, len(self._table.statements)))):
            return 0
        self._given = given
        return at

    def _ask(self, at: int) -> bool:
        """Put one statement; False when the reader goes back."""
        statement = self._table.statements[at]
        self._head(statement.id)
        asked = f"{statement.id.upper()}  {statement.text[self._language]}"
        answer = self._put(asked, self._shown(statement.id))
        if isinstance(answer, Wish):
            return False
        self._given[statement.id] = None if answer == _UNKNOWN else int(answer)
        return True

    def _put(self, asked: str, shown: str) -> str | Wish:
        """A menu of the scale; line by line, its own figures are typed."""
        explain = _("Choose how far this is true today. “Don’t know” counts 0 and leaves a task.")
        options = self._options()
        if not isinstance(self._prompts, Lines):
            return self._prompts.one(asked, options, shown, explain)
        known = {option.value for option in options}

        def check(given: str) -> str:
            return "" if given in known else _("Type a figure from 0 to 4, or - for “don’t know”.")

        return self._prompts.text(asked, shown, check, explain)

    def _head(self, statement: str) -> None:
        rows = self._table.dimensions
        row = next(row for row in rows if statement in {one.id for one in row.statements})
        if row.id != self._dimension:
            self._dimension = row.id
            click.echo("")
            click.secho(
                f"{row.title[self._language]}  {rows.index(row) + 1}/{len(rows)}", bold=True
            )
            if isinstance(self._prompts, Lines):
                # Once a dimension: read aloud, the scale would drown the statements.
                for option in self._options():
                    click.echo(f"  {option.label}")

    def _options(self) -> list[Option]:
        scale = [
            Option(str(points), f"{points}  {text[self._language]}")
            for points, text in enumerate(self._table.scale)
        ]
        return [*scale, Option(_UNKNOWN, f"{_UNKNOWN}  {self._table.unknown[self._language]}")]

    def _shown(self, statement: str) -> str:
        """What was answered before; a statement that nobody answered starts at the unknown."""
        for known in (self._given, self._before):
            if statement in known:
                return _UNKNOWN if known[statement] is None else str(known[statement])
        return _UNKNOWN

    def _show(self) -> None:
        from oic_kit.model.assessment import assess as score

        click.echo("")
        click.secho(_("The result"), bold=True)
        for line in _result(score(self._given, self._table), self._language):
            click.echo(line)

    @property
    def _language(self) -> str:
        return language() if language() in self._table.unknown else "en"


def _result(found: Assessment, code: str) -> Iterator[str]:
    """One line for each dimension, then the level of all, and what to find out."""
    width = max(len(row.title[code]) for row in found.dimensions)
    for row in found.dimensions:
        percent = int(row.percent.value) if row.percent else 0
        full = round(percent * _BAR / 100)
        bar = "█" * full + "░" * (_BAR - full)
        mark = "  ←" if row.priority else ""
        yield f"  {row.title[code]:<{width}}  {bar} {percent:>3} %  {row.level_title[code]}{mark}"
    if any(row.priority for row in found.dimensions):
        yield "  " + _("← begin here: the two weakest dimensions")
    columns = min(shutil.get_terminal_size().columns, 100)
    overall = f"{found.level_title[code]}: {found.level_meaning[code]}"
    yield click.wrap_text(overall, columns, initial_indent="  ", subsequent_indent="  ")
    for task in found.find_out:
        yield click.wrap_text(task[code], columns, initial_indent="  – ", subsequent_indent="    ")
