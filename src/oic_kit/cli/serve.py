"""`oic-kit serve`: the website on this machine, live while it is edited."""

from __future__ import annotations

from pathlib import Path

import click

from oic_kit.cli.options import on_port, place_folder
from oic_kit.say import _


@click.command(
    help=_("Show the website of FOLDER on this machine; saved changes show by themselves.")
)
@place_folder
@on_port
def serve(folder: Path, port: int) -> None:
    """Serve the website while it is edited."""
    from oic_kit.services.folder import find_folder
    from oic_kit.services.serve import show_live

    def ready(address: str) -> None:
        click.echo(_("Your site is at {address}").format(address=address))
        click.echo(_("Change a file and save it; the page follows. Ctrl-C ends it."))

    show_live(
        find_folder(folder), port=port, ready=ready, tell=lambda line: click.echo(line, err=True)
    )
    click.echo("\n" + _("Build it for the web: oic-kit build {folder}").format(folder=folder))
