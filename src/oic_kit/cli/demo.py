"""`oic-kit demo`: a convincing OIC for any place, offline, in one command."""

from __future__ import annotations

from pathlib import Path

import click

from oic_kit.cli.options import in_language, new_folder, on_port
from oic_kit.say import _


@click.command(help=_("Make a demo for PLACE (any place the gazetteer knows), build and show it."))
@click.argument("place", default="Münster")
@click.option("--into", type=new_folder, help=_("Keep the demo in this folder."))
@click.option("--serve/--no-serve", default=True, help=_("Show it when it is built (the default)."))
@on_port
@in_language
def demo(place: str, into: Path | None, serve: bool, port: int, lang: str | None) -> None:
    """Make, build and show a demo."""
    from oic_kit.services.demo import make_demo
    from oic_kit.services.gazetteer import is_ready
    from oic_kit.services.serve import claim_port, show_built

    if serve:
        claim_port(port)
    if not is_ready():
        click.echo(_("Preparing the list of places. This takes some seconds, once."), err=True)
    made = make_demo(place, into=into, language=lang, port=port if serve else None)
    click.echo(
        _("A demo for {name}: {pages} pages in {folder}").format(
            name=made.name, pages=made.pages, folder=made.folder
        )
    )
    if serve:
        show_built(made.site, port=port, ready=_ready)
        click.echo("")
    click.echo(_("Found the real one:  oic-kit new oic-{slug}").format(slug=made.slug))


def _ready(address: str) -> None:
    click.echo(_("Open {address} in a browser. Ctrl-C ends it.").format(address=address))
