"""`oic-kit build`: the website, ready to publish."""

from __future__ import annotations

from pathlib import Path

import click

from oic_kit.cli.options import place_folder
from oic_kit.cli.playbook import report
from oic_kit.say import _, spoken_number


@click.command(help=_("Build the website of FOLDER into FOLDER/build/site/."))
@place_folder
@click.option("--playbook", "prints", is_flag=True, help=_("Print the playbook as well."))
def build(folder: Path, prints: bool) -> None:
    """Build the website."""
    from oic_kit.services import site
    from oic_kit.services.folder import find_folder

    root = find_folder(folder)
    if prints:
        # First, so that the site can offer what was printed.
        from oic_kit.services.papers import PARTS
        from oic_kit.services.playbook import ALL_FORMATS, print_playbook

        report(print_playbook(root, formats=ALL_FORMATS, parts=PARTS))
    built = site.build(root)
    click.echo(
        _("Built {pages} pages in {seconds} seconds: {folder}").format(
            pages=built.pages, seconds=spoken_number(built.seconds), folder=built.root
        )
    )
    if built.texts_due:
        click.echo(_("place.yaml has changed since the playbook was written: oic-kit update"))
    click.echo(_("Look at it: oic-kit serve {folder}").format(folder=folder))
