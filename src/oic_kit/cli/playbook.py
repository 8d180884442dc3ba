"""`oic-kit playbook`: the playbook, ready to print and to hand on."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import place_folder
from oic_kit.say import _, ngettext, spoken_number

if TYPE_CHECKING:
    from oic_kit.services.playbook import Printed

# As `services/playbook.py` and `services/papers.py` name them; those modules are only loaded when
# something is printed.
FORMATS = ("pdf", "docx", "odt", "html", "xlsx", "ods")
PARTS = ("book", "templates", "runbooks", "cards")


@click.command(help=_("Print the playbook of FOLDER into FOLDER/build/playbook/."))
@place_folder
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help=_("One format (repeatable); without it, all of them."),
)
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="CODE",
    help=_("One language of the place, such as de (repeatable); without it, all of them."),
)
@click.option(
    "--only",
    "parts",
    type=click.Choice(PARTS),
    multiple=True,
    help=_("The book, the templates, the runbooks or the cards (repeatable); without it, all."),
)
@click.option(
    "--kit",
    metavar="NAME",
    help=_("Everything about one format instead, such as hackathon, into FOLDER/build/kits/."),
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help=_("With --kit: the day of the event, such as 2027-09-17."),
)
def playbook(
    folder: Path,
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    parts: tuple[str, ...],
    kit: str | None,
    day: datetime | None,
) -> None:
    """Print the playbook."""
    from oic_kit.services import site
    from oic_kit.services.folder import find_folder
    from oic_kit.services.playbook import print_playbook

    root = find_folder(folder)
    if kit is not None:
        _print_kit(root, kit, day, languages)
    elif day is not None:
        raise click.UsageError(_("--on says the day of an event; give --kit as well."))
    else:
        wanted = {"formats": formats or FORMATS, "parts": parts or PARTS}
        report(print_playbook(root, languages=languages, **wanted))
    if site.texts_due(root):
        click.echo(_("place.yaml has changed since the playbook was written: oic-kit update"))


def report(printed: Printed) -> None:
    """Say what was printed: files by name, folders by the number of their files."""
    click.echo(
        _("Printed edition {edition} in {seconds} seconds: {folder}").format(
            edition=printed.edition,
            seconds=spoken_number(printed.seconds),
            folder=printed.folder,
        )
    )
    for name in (name for name in printed.files if "/" not in name):
        click.echo(f"  {name}")
    folders = Counter(name.rpartition("/")[0] for name in printed.files if "/" in name)
    for name, count in sorted(folders.items()):
        told = ngettext("{folder}: one file", "{folder}: {count} files", count)
        click.echo("  " + told.format(folder=name, count=count))


def _print_kit(root: Path, name: str, day: datetime | None, languages: tuple[str, ...]) -> None:
    """Print the bundle of one format and say what is in it."""
    from oic_kit.services.kit_bundle import print_kit

    today = datetime.now(UTC).astimezone().date()
    on = day.date() if day else None
    made = print_kit(root, name, today=today, on=on, languages=languages)
    click.echo(
        _("Printed the bundle “{title}” for {day}: {folder}").format(
            title=made.title, day=made.event, folder=made.folder
        )
    )
    for file in made.files:
        click.echo(f"  {file}")
    click.echo(_("As one file: {archive}").format(archive=made.archive))
