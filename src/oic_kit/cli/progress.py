"""A bar that shows how far a long piece of work is, while lines come out above it."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from oic_kit.say import _

Result = TypeVar("Result")
_WIDTH = 30
_CLEAR = "\r\x1b[K"
_AFTER = 3
"""So many results are needed before the rest can be guessed."""


def with_bar(
    results: Iterable[Result], total: int, line: Callable[[int, Result], str]
) -> Iterator[Result]:
    """Print a line for each result as it comes, and on a terminal a bar below them.

    Args:
        results: as they are ready.
        total: how many will come.
        line: says one; it is given its number, from 1.

    Yields:
        Every result again, once its line is printed.
    """
    started, seen = time.monotonic(), sys.stderr.isatty()
    _draw(seen, 0, total, 0.0)
    try:
        for done, result in enumerate(results, start=1):
            _wipe(seen)
            click.echo(line(done, result))
            if done < total:
                _draw(seen, done, total, time.monotonic() - started)
            yield result
    finally:
        _wipe(seen)


def _draw(seen: bool, done: int, total: int, seconds: float) -> None:
    if seen:
        room = shutil.get_terminal_size().columns - 1
        click.echo(bar(done, total, seconds)[:room], nl=False, err=True)


def _wipe(seen: bool) -> None:
    if seen:
        click.echo(_CLEAR, nl=False, err=True)


def bar(done: int, total: int, seconds: float) -> str:
    """The bar as text.

    Args:
        done: how many are done.
        total: how many there are.
        seconds: how long that took.
    """
    filled = _WIDTH * done // total if total else _WIDTH
    text = f"{'█' * filled}{'░' * (_WIDTH - filled)} {done}/{total}"
    if done < _AFTER:
        return text
    left = round(seconds / done * (total - done))
    return f"{text}  " + _("about {minutes}:{seconds:02} left").format(
        minutes=left // 60, seconds=left % 60
    )


def stopping() -> None:
    """Answer Ctrl-C at once, although what has begun takes a few seconds more."""
    _wipe(sys.stderr.isatty())
    click.echo(_("Stopping; what has begun is finished first …"), err=True)
