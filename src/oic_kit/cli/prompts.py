"""Two ways to ask on a terminal: menus (questionary), and plain lines for everybody else.

Both give the answer, or say that the reader wants to go back. `?` explains and asks again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

import click

from oic_kit.say import _

Check = Callable[[str], str]
"""Says what is wrong with a text; empty when nothing is."""


class Wish(Enum):
    """What a reader may want instead of answering."""

    BACK = "back"
    HELP = "help"


@dataclass(frozen=True)
class Option:
    """One line of a menu: what it stands for and what the reader sees."""

    value: str
    label: str


def how_many(chosen: Sequence[str] | Wish, options: Sequence[Option]) -> str:
    """Say how many of some options are chosen: their names may be too long for a line."""
    if isinstance(chosen, Wish):
        return ""
    count = sum(option.value in chosen for option in options)
    return _("{count} of {all}").format(count=count, all=len(options))


class Prompts(Protocol):
    """A way to ask. Every method returns the answer or `Wish.BACK`; Ctrl-C raises."""

    def text(self, question: str, default: str, check: Check, explain: str) -> str | Wish:
        """Ask for one line."""

    def one(
        self, question: str, options: Sequence[Option], default: str, explain: str
    ) -> str | Wish:
        """Let the reader choose one."""

    def many(
        self, question: str, options: Sequence[Option], chosen: Sequence[str], explain: str
    ) -> list[str] | Wish:
        """Let the reader choose any number."""

    def confirm(self, question: str) -> bool:
        """Ask yes or no; Enter means yes."""


class Menus:
    """Menus with arrow keys; Ctrl+B goes back."""

    def text(self, question: str, default: str, check: Check, explain: str) -> str | Wish:
        """Ask for one line; the former answer stands there to be edited."""
        import questionary

        def judge(given: str) -> bool | str:
            return given.strip() == "?" or check(given.strip()) or True

        while True:
            asked = questionary.text(question, default=default, validate=judge, qmark="·")
            given = self._answer(asked, explains=False)
            if isinstance(given, Wish) or given.strip() != "?":
                return given if isinstance(given, Wish) else given.strip()
            click.echo(f"  {explain}")

    def one(
        self, question: str, options: Sequence[Option], default: str, explain: str
    ) -> str | Wish:
        """Let the reader choose one with the arrow keys."""
        import questionary

        while True:
            asked = questionary.select(
                question,
                choices=[
                    questionary.Choice(option.label, value=option.value) for option in options
                ],
                default=default if default in {option.value for option in options} else None,
                qmark="·",
                instruction=" ",
            )
            given: str | Wish = self._answer(asked, explains=True)
            if given is not Wish.HELP:
                return given
            click.echo(f"  {explain}")

    def many(
        self, question: str, options: Sequence[Option], chosen: Sequence[str], explain: str
    ) -> list[str] | Wish:
        """Let the reader mark any number with the space bar."""
        import questionary

        while True:
            asked = questionary.checkbox(
                question,
                choices=[
                    questionary.Choice(
                        option.label, value=option.value, checked=option.value in chosen
                    )
                    for option in options
                ],
                qmark="·",
                instruction=_("(space marks, Enter goes on)"),
                erase_when_done=True,
            )
            given: list[str] | Wish = self._answer(asked, explains=True)
            if given is not Wish.HELP:
                # Questionary would close with English words, whatever language is spoken.
                click.echo(f"· {question} {how_many(given, options)}")
                return given
            click.echo(f"  {explain}")

    def confirm(self, question: str) -> bool:
        """Ask yes or no, as a menu: questionary's own confirmation only knows English keys."""
        options = [Option("yes", _("Yes")), Option("no", _("No"))]
        return self.one(question, options, "yes", _("Enter means yes.")) == "yes"

    @staticmethod
    def _answer(asked: Any, *, explains: bool) -> Any:
        """Ask with keys added: Ctrl+B goes back, and in a menu `?` explains."""
        from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

        keys = KeyBindings()

        @keys.add("c-b", eager=True)
        def _back(event: Any) -> None:
            event.app.exit(result=Wish.BACK)

        if explains:

            @keys.add("?", eager=True)
            def _help(event: Any) -> None:
                event.app.exit(result=Wish.HELP)

        bindings = asked.application.key_bindings
        asked.application.key_bindings = merge_key_bindings(
            [bindings, keys] if bindings else [keys]
        )
        return asked.unsafe_ask()


class Lines:
    """Plain lines: for screen readers and terminals without menus. `<` goes back."""

    def text(self, question: str, default: str, check: Check, explain: str) -> str | Wish:
        """Ask for one line; Enter takes what stands in brackets."""
        while True:
            given = self._line(question, default)
            if given == "<":
                return Wish.BACK
            if given == "?":
                click.echo(f"  {explain}")
            elif fault := check(given):
                click.echo(f"  {fault}")
            else:
                return given

    def one(
        self, question: str, options: Sequence[Option], default: str, explain: str
    ) -> str | Wish:
        """Number the options and ask for a number."""
        values = [option.value for option in options]
        preset = values.index(default) + 1 if default in values else 1
        self._list(options)

        def check(given: str) -> str:
            fine = given.isdecimal() and 1 <= int(given) <= len(values)
            return "" if fine else _("Type one of the numbers.")

        given = self.text(question, str(preset), check, explain)
        return given if isinstance(given, Wish) else values[int(given) - 1]

    def many(
        self, question: str, options: Sequence[Option], chosen: Sequence[str], explain: str
    ) -> list[str] | Wish:
        """Number the options and ask for some of the numbers."""
        values = [option.value for option in options]
        preset = ", ".join(str(values.index(it) + 1) for it in chosen if it in values)
        self._list(options)

        def check(given: str) -> str:
            numbers = [part.strip() for part in given.split(",") if part.strip()]
            fine = all(it.isdecimal() and 1 <= int(it) <= len(values) for it in numbers)
            return "" if fine else _("Type some of the numbers, with commas between them.")

        given = self.text(question, preset, check, explain)
        if isinstance(given, Wish):
            return given
        return [values[int(part) - 1] for part in given.split(",") if part.strip()]

    def confirm(self, question: str) -> bool:
        """Ask yes or no."""
        yes, no = _("y"), _("n")
        given = self._line(f"{question} [{yes}/{no}]", "").casefold()
        return not given or given[0] in (yes, "y")

    @staticmethod
    def _list(options: Sequence[Option]) -> None:
        for number, option in enumerate(options, start=1):
            click.echo(f"  {number}  {option.label}")

    @staticmethod
    def _line(question: str, default: str) -> str:
        shown = f" [{default}]" if default else ""
        try:
            return input(f"{question}{shown} ").strip() or default
        except EOFError:
            raise click.Abort from None
