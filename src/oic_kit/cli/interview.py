"""The interview: ask, go back, look over, change, and only then make anything."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from oic_kit.cli.first_events import chosen_events
from oic_kit.cli.prompts import Lines, Menus, Option, Prompts, Wish, how_many
from oic_kit.cli.questions import Question
from oic_kit.cli.record_of_answers import record_of
from oic_kit.cli.twelve import questions
from oic_kit.errors import InterruptedByReaderError, OicError
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.completion import complete_place
from oic_kit.services.drafts import drop_draft, read_draft, save_draft
from oic_kit.services.first_year import FirstYear
from oic_kit.services.gazetteer import is_ready

_MAKE, _STOP = "make", "stop"


def ask_for_place(folder: Path, *, plain: bool) -> tuple[Place, Sequence[FirstYear]]:
    """Ask everything and give the place with its first events, once the reader says so.

    Args:
        folder: where it will be made; the draft of the answers is kept under its name.
        plain: ask line by line, without menus.

    Raises:
        OicError: there is no terminal to ask on.
        InterruptedByReaderError: the reader stopped; the answers are kept.
    """
    _refuse_without_terminal(plain=plain)
    interview = Interview(folder, Lines() if plain else Menus())
    try:
        return interview.run()
    except (KeyboardInterrupt, click.Abort):
        raise _stopped(folder) from None


def _refuse_without_terminal(*, plain: bool) -> None:
    here = sys.stdin.isatty() and sys.stdout.isatty()
    if here and (plain or os.environ.get("TERM", "dumb") != "dumb"):
        return
    raise OicError(
        _("There is no terminal here that can ask questions."),
        remedy=_(
            "Write the answers to a file and run: oic-kit new FOLDER --profile place.yaml"
            " (or try --plain, or --yes for a first look)."
        ),
    )


def _stopped(folder: Path) -> InterruptedByReaderError:
    return InterruptedByReaderError(
        "\n" + _("Stopped. Nothing was written."),
        remedy=_("Your answers are kept; go on with: oic-kit new {folder}").format(folder=folder),
    )


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)


class Interview:
    """The course of one interview: the questions, the answers so far, and a way to ask."""

    def __init__(self, folder: Path, prompts: Prompts) -> None:
        self._folder = folder
        self._prompts = prompts
        self._today = datetime.datetime.now(tz=datetime.UTC).date()
        self._questions = questions(self._today)
        self._answers: dict[str, Any] = {}
        self._group = ""

    def run(self) -> tuple[Place, Sequence[FirstYear]]:
        """Ask from the first open question on, then look over until the reader is content."""
        at = self._resume()
        click.echo(_("About twelve questions, five minutes. Enter takes what is proposed."))
        click.echo(
            _("< goes back, ? explains. Nothing is written before you say so.")
            if isinstance(self._prompts, Lines)
            else _("Ctrl+B goes back, ? explains. Nothing is written before you say so.")
        )
        while at < len(self._questions):
            at = self._step(at)
            self._keep(at)
        return self._look_over()

    def _resume(self) -> int:
        """Offer to go on where the reader stopped last time."""
        draft = read_draft(self._folder)
        at = draft.pop("at", 0)
        if not isinstance(at, int) or not 0 < at <= len(self._questions):
            return 0
        question = _("You stopped at question {at} last time. Go on from there?").format(at=at + 1)
        if not self._prompts.confirm(question):
            drop_draft(self._folder)
            return 0
        self._answers = draft
        return at

    def _keep(self, at: int) -> None:
        save_draft(self._folder, {**self._answers, "at": at})

    def _step(self, at: int) -> int:
        """Ask one question and say which comes next."""
        question = self._questions[at]
        if not question.applies(self._answers):
            return at + 1
        self._head(question)
        return at + 1 if self._put(question) else self._before(at)

    def _before(self, at: int) -> int:
        """The question before this one that applies; the first one has none before it."""
        for earlier in range(at - 1, -1, -1):
            if self._questions[earlier].applies(self._answers):
                return earlier
        return at

    def _head(self, question: Question) -> None:
        if question.group != self._group:
            self._group = question.group
            click.echo("")
            click.secho(question.group, bold=True)

    def _put(self, question: Question) -> bool:
        """Ask, store and show what the answer causes; False when the reader goes back."""
        given = self._ask(question)
        if isinstance(given, Wish):
            return False
        if question.key == "place.name":
            self._look_up(str(given))
        if given == question.default(self._answers):
            # An untouched default follows its own causes when those change later.
            self._answers.pop(question.key, None)
        else:
            self._answers[question.key] = given
        for line in question.echo(self._answers):
            click.echo(
                click.wrap_text(line, _width(), initial_indent="    ", subsequent_indent="    ")
            )
        return True

    def _look_up(self, name: str) -> None:
        """Another name is another place; the very first look-up takes a few seconds."""
        if name != self._answers.get("place.name"):
            self._answers.pop("found", None)
        if not is_ready():
            click.echo("    " + _("Preparing the list of places. This takes some seconds, once."))

    def _ask(self, question: Question) -> Any:
        shown = self._answers.get(question.key, question.default(self._answers))
        if question.options is None:
            return self._prompts.text(question.ask, str(shown), question.fault, question.explain)
        options = question.options(self._answers)
        if question.several:
            return self._prompts.many(question.ask, options, shown, question.explain)
        return self._prompts.one(question.ask, options, str(shown), question.explain)

    def _look_over(self) -> tuple[Place, Sequence[FirstYear]]:
        """Show every answer; any can be changed, as often as wanted."""
        while True:
            chosen = self._review()
            if chosen == _STOP:
                raise _stopped(self._folder)
            if chosen == _MAKE:
                place = complete_place(record_of(self._answers), today=self._today, named="")
                if self._prompts.confirm(
                    _("Make the folder {folder} for {name} now?").format(
                        folder=self._folder, name=place.name
                    )
                ):
                    return place, chosen_events(self._answers, self._today)
                continue
            if isinstance(chosen, str):
                self._change(chosen)
                self._keep(len(self._questions))

    def _change(self, key: str) -> None:
        """Ask one question again; another name also asks again which place is meant."""
        question = next(question for question in self._questions if question.key == key)
        self._put(question)
        if key == "place.name":
            which = next(question for question in self._questions if question.key == "found")
            if which.applies(self._answers):
                self._put(which)

    def _review(self) -> str | Wish:
        click.echo("")
        click.secho(_("Please look over your answers"), bold=True)
        options = [Option(_MAKE, _("All is well: make it"))]
        options += [
            Option(question.key, f"{question.ask}  {self._shown(question)}")
            for question in self._questions
            if question.applies(self._answers)
        ]
        options.append(Option(_STOP, _("Keep the answers and stop")))
        return self._prompts.one(
            _("Make it, or choose an answer to change it"),
            options,
            _MAKE,
            _("Every answer can also be changed later, in place.yaml."),
        )

    def _shown(self, question: Question) -> str:
        """An answer as the reader saw it: the label of a choice, not its code."""
        value = self._answers.get(question.key, question.default(self._answers))
        if question.options is None:
            return str(value) or "–"
        options = question.options(self._answers)
        if question.several:
            return how_many(value, options)
        labels = {option.value: option.label for option in options}
        return labels.get(str(value), str(value))
