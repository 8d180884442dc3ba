"""`oic-kit update`: a new kit and changed answers for folders that people have edited."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.errors import OicError
from oic_kit.say import _, language

if TYPE_CHECKING:  # pydantic and libgit2 load slowly: only when used
    from oic_kit.model.update_result import SaidUpdate
    from oic_kit.services.update_answer import Order


@click.command(
    help=_("Take FOLDER to this version of oic-kit and to its place.yaml; your edits stay.")
)
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[FOLDER]...")
@click.option("--dry-run", is_flag=True, help=_("Only show what would change."))
@click.option("--diff", "with_difference", is_flag=True, help=_("Show the lines that change."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for programs; ask nothing."))
@click.option("--yes", is_flag=True, help=_("Do not ask before writing."))
@click.option("--allow-dirty", is_flag=True, help=_("Go on although git has uncommitted changes."))
@click.option(
    "--restore",
    multiple=True,
    metavar="PATH",
    help=_("Bring back a file or folder of the kit that was deleted (repeatable)."),
)
@click.option("--samples", is_flag=True, help=_("Write sample pages anew that nobody edited."))
def update(
    folders: tuple[Path, ...],
    dry_run: bool,
    with_difference: bool,
    as_json: bool,
    yes: bool,
    allow_dirty: bool,
    restore: tuple[str, ...],
    samples: bool,
) -> None:
    """Update one folder or many."""
    from oic_kit.model.update_plan import Wishes
    from oic_kit.services.update_answer import Order

    orders = [
        Order(
            folder=folder,
            write=not dry_run,
            wishes=Wishes(tuple(Path(path).as_posix() for path in restore), samples),
            allow_dirty=allow_dirty,
            with_difference=with_difference,
            language=language(),
        )
        for folder in dict.fromkeys(folders or (Path(),))
    ]
    asks = not (dry_run or yes or as_json) and sys.stdin.isatty() and sys.stdout.isatty()
    if len(orders) > 1:
        _update_many(orders, as_json=as_json, asks=asks)
    elif as_json:
        _answer_program(orders[0])
    else:
        _update_one(orders[0], asks=asks)
