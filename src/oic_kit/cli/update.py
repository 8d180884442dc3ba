"""`oic-kit update`: a new kit and changed answers for folders that people have edited."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.errors import InterruptedByReaderError
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
@click.option(
    "--leave",
    multiple=True,
    metavar="PATH",
    help=_("Leave a file or folder of the kit as it is, e.g. .github (repeatable)."),
)
@click.option("--samples", is_flag=True, help=_("Write sample pages anew that nobody edited."))
@click.option(
    "--report",
    "report_to",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help=_("Write the whole plan as Markdown to a file, e.g. for a merge request."),
)
def update(
    folders: tuple[Path, ...],
    dry_run: bool,
    with_difference: bool,
    as_json: bool,
    yes: bool,
    allow_dirty: bool,
    restore: tuple[str, ...],
    leave: tuple[str, ...],
    samples: bool,
    report_to: Path | None,
) -> None:
    """Update one folder or many."""
    from oic_kit.model.update_wishes import Wishes
    from oic_kit.services.update_answer import Order

    wishes = Wishes(_paths(restore), samples, _paths(leave))
    orders = [
        Order(folder, not dry_run, wishes, allow_dirty, with_difference, language())
        for folder in dict.fromkeys(folders or (Path(),))
    ]
    asks = not (dry_run or yes or as_json) and _is_a_terminal()
    if len(orders) > 1 and report_to:
        raise click.UsageError(_("--report is for one folder."))
    if len(orders) > 1:
        _update_many(orders, as_json=as_json, asks=asks)
    elif as_json:
        _answer_program(orders[0])
    else:
        _update_one(orders[0], asks=asks, report_to=report_to)


def _paths(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(Path(path).as_posix() for path in given)


def _is_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _update_one(order: Order, *, asks: bool, report_to: Path | None) -> None:
    from oic_kit.cli.prompts import Lines
    from oic_kit.cli.update_lines import done_lines, plan_lines
    from oic_kit.services.folder import find_folder
    from oic_kit.services.update import carry_out, prepare
    from oic_kit.services.update_answer import answer_for

    prepared = prepare(
        find_folder(order.folder), wishes=order.wishes, allow_dirty=order.allow_dirty
    )
    said = answer_for(prepared, order)
    _echo(plan_lines(said))
    if report_to:
        _write_report(said, report_to)
    if not said.written:
        return
    if asks and not Lines().confirm(_("Go ahead?")):
        click.echo(_("Nothing was written."))
        return
    carry_out(prepared)
    _echo(done_lines(said))


def _write_report(said: SaidUpdate, path: Path) -> None:
    from oic_kit.cli.update_lines import markdown_lines

    with click.open_file(str(path), "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in markdown_lines(said))


def _answer_program(order: Order) -> None:
    from oic_kit.services.update_answer import fulfil

    said = fulfil(order)
    click.echo(said.model_dump_json(indent=2))
    if said.failure:
        click.get_current_context().exit(1)


def _update_many(orders: Sequence[Order], *, as_json: bool, asks: bool) -> None:
    from oic_kit.cli.prompts import Lines
    from oic_kit.cli.update_lines import total_line

    results = _each(orders if not asks else [replace(it, write=False) for it in orders], as_json)
    if asks:
        click.echo(total_line(results))
        if not any(said.due for said in results) or not Lines().confirm(_("Go ahead?")):
            click.echo(_("Nothing was written."))
            return
        results = _each(orders, as_json)
    if not as_json:
        click.echo(total_line(results))
    if any(said.failure for said in results):
        click.get_current_context().exit(1)


def _each(orders: Sequence[Order], as_json: bool) -> list[SaidUpdate]:
    """Work through the folders and print a line for each as it is ready."""
    from oic_kit.cli.progress import stopping, with_bar
    from oic_kit.cli.update_lines import folder_line
    from oic_kit.services.many import each
    from oic_kit.services.update_answer import broken, fulfil

    results: list[SaidUpdate] = []
    total = len(orders)

    def line(done: int, said: SaidUpdate) -> str:
        return said.model_dump_json() if as_json else folder_line(said, number=done, total=total)

    try:
        coming = each(fulfil, orders, failed=broken, stopping=stopping)
        results.extend(with_bar(coming, total, line))
    except KeyboardInterrupt:
        raise InterruptedByReaderError(
            _("Stopped after {done} of {all} folders.").format(done=len(results), all=len(orders)),
            remedy=_("Run the same command again: what is done stays done."),
        ) from None
    return results


def _echo(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)
