"""`oic-kit add`: a new page of any kind, or a year of events of a format."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import in_language, place_folder
from oic_kit.errors import OicError
from oic_kit.say import _, ngettext

if TYPE_CHECKING:  # pydantic loads slowly: only when used
    from oic_kit.services.add import Added


class _Kinds(click.Group):
    """Lists the kinds in the order in which a place needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all kinds."""
        return list(self.commands)


@click.group(cls=_Kinds, help=_("Add a page in every language of the site."))
def add() -> None:
    """Gather the kinds."""


def _page_command(single: str, kind: str, said: str) -> click.Command:
    """The command that adds one kind of page."""

    @click.command(single, help=said)
    @place_folder
    @click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="KEY=VALUE",
        help=_("One field, e.g. title=Opening or title.en=Opening (repeatable)."),
    )
    @click.option("--draft", is_flag=True, help=_("Keep it off the site until you say so."))
    @click.option("--plain", is_flag=True, help=_("Ask line by line, without menus."))
    @in_language
    def command(
        folder: Path,
        settings: tuple[str, ...],
        draft: bool,
        plain: bool,
        lang: str | None,  # noqa: ARG001 - its callback has already chosen the language
    ) -> None:
        """Add one page."""
        from oic_kit.services.add import add as write
        from oic_kit.services.add_values import told_by
        from oic_kit.services.folder import find_folder
        from oic_kit.services.place_file import read_place

        root = find_folder(folder)
        place = read_place(root / "place.yaml")
        if settings:
            told = told_by(settings, kind, place.site.languages)
        else:
            from oic_kit.cli.add_questions import ask_for_page

            _refuse_without_terminal(single, plain=plain)
            told = ask_for_page(root, place, kind, plain=plain, today=_today())
        if draft:
            told = told.as_draft()
        _report(write(root, place, kind, told, today=_today()), folder)

    return command


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _refuse_without_terminal(single: str, *, plain: bool) -> None:
    here = sys.stdin.isatty() and sys.stdout.isatty()
    if here and (plain or os.environ.get("TERM", "dumb") != "dumb"):
        return
    raise OicError(
        _("There is no terminal here that can ask questions."),
        remedy=_(
            "Say it with --set, e.g. oic-kit add {kind} --set title=… (or try --plain)."
        ).format(kind=single),
    )


def _report(added: Added, folder: Path) -> None:
    click.echo(_("Written:"))
    for path in added.files:
        waits = "  " + _("(waits for its translation)") if path in added.waiting else ""
        click.echo(f"  {path}{waits}")
    for note in added.notes:
        click.secho(note, fg="yellow")
    _next(folder, waiting=added.waiting)


def _next(folder: Path, *, waiting: Iterable[str]) -> None:
    click.echo(_("Look at it:  oic-kit serve {folder}").format(folder=folder))
    if waiting:
        click.echo(
            _("To translate: write the words, then take the lines “translation” and “draft” out.")
        )
    click.echo(_("Then:        oic-kit check {folder}").format(folder=folder))


@click.command(help=_("Add the events of FORMAT for the next twelve months, as drafts."))
@click.argument("format_id", metavar="FORMAT")
@place_folder
@click.option(
    "--from",
    "first",
    type=click.DateTime(["%Y-%m-%d"]),
    help=_("First day that may have an event; without it, today."),
)
@click.option(
    "--months",
    type=click.IntRange(1, 24),
    default=12,
    show_default=True,
    help=_("How far ahead."),
)
@in_language
def series(
    format_id: str,
    folder: Path,
    first: datetime.datetime | None,
    months: int,
    lang: str | None,  # noqa: ARG001 - its callback has already chosen the language
) -> None:
    """Add a year of events."""
    from oic_kit.services.folder import find_folder
    from oic_kit.services.place_file import read_place
    from oic_kit.services.series import add_series

    root = find_folder(folder)
    place = read_place(root / "place.yaml")
    start = first.date() if first else _today()
    made = add_series(root, place, format_id, first=start, months=months)
    click.echo(
        ngettext("{count} date, as a draft:", "{count} dates, as drafts:", len(made.dates)).format(
            count=len(made.dates)
        )
    )
    for line in made.dates:
        click.echo(f"  {line}")
    if made.skipped:
        click.echo(
            ngettext(
                "{count} date is there already and stays as it is.",
                "{count} dates are there already and stay as they are.",
                made.skipped,
            ).format(count=made.skipped)
        )
    if made.calendar:
        click.echo(_("All of them for your calendar: {file}").format(file=made.calendar))
    click.echo(_("Take the line “draft” out of each page that is certain."))
    _next(folder, waiting=())


for _single, _kind, _said in (
    ("event", "events", _("Add an event.")),
    ("post", "posts", _("Add a post.")),
    ("project", "projects", _("Add a project.")),
    ("person", "people", _("Add a person.")),
    ("partner", "partners", _("Add a partner.")),
    ("method", "methods", _("Add a method.")),
    ("format", "formats", _("Add a format.")),
    ("challenge", "challenges", _("Add a challenge.")),
):
    add.add_command(_page_command(_single, _kind, _said))
add.add_command(series)
