"""`oic-kit playbook`: the playbook, ready to print and to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import place_folder
from oic_kit.say import _, spoken_number

if TYPE_CHECKING:
    from oic_kit.services.playbook import Printed

# As `services/playbook.py` names them; that module is only loaded when something is printed.
_FORMATS = ("pdf", "docx", "odt", "html")


@click.command(help=_("Print the playbook of FOLDER into FOLDER/build/playbook/."))
@place_folder
@click.option(
    "--format",
    "formats",
    type=click.Choice(_FORMATS),
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
def playbook(folder: Path, formats: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Print the playbook."""
    from oic_kit.services import site
    from oic_kit.services.playbook import print_playbook

    root = site.find_folder(folder)
    report(print_playbook(root, formats=formats or _FORMATS, languages=languages))
    if site.texts_due(root):
        click.echo(_("place.yaml has changed since the playbook was written: oic-kit update"))


def report(printed: Printed) -> None:
    """Say what was printed."""
    click.echo(
        _("Printed edition {edition} in {seconds} seconds: {folder}").format(
            edition=printed.edition,
            seconds=spoken_number(printed.seconds),
            folder=printed.folder,
        )
    )
    for name in printed.files:
        click.echo(f"  {name}")
