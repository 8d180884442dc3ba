"""`oic-kit import`: take an existing site over into the folder of a place."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import in_language, place_folder
from oic_kit.say import _, ngettext, spoken_number

if TYPE_CHECKING:
    from oic_kit.model.jekyll_outcome import Takeover


@click.group("import", help=_("Take an existing website over into a generated folder."))
def import_() -> None:
    """Gather the kinds of sites that can be taken over."""


@import_.command(
    "jekyll",
    help=_(
        "Take posts, events, projects, people, reports and pictures of SOURCE over into FOLDER. "
        "SOURCE is the folder of an OIC site made with Jekyll; nothing of it is run or changed."
    ),
)
@click.argument("source", type=click.Path(path_type=Path))
@place_folder
@click.option("--dry-run", is_flag=True, help=_("Only show what would come over."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for programs."))
@in_language
def jekyll(
    source: Path,
    folder: Path,
    dry_run: bool,
    as_json: bool,
    lang: str | None,  # noqa: ARG001 - its callback has already chosen the language
) -> None:
    """Take a Jekyll site over."""
    from oic_kit.services.folder import find_folder
    from oic_kit.services.jekyll import import_jekyll
    from oic_kit.services.jekyll_report import as_data

    root = find_folder(folder)
    today = datetime.datetime.now().astimezone().date()
    taken = import_jekyll(source, root, today=today, write=not dry_run)
    if as_json:
        click.echo(json.dumps(as_data(taken), ensure_ascii=False, indent=2))
    else:
        _summary(taken, root)


def _summary(taken: Takeover, root: Path) -> None:
    """Say in a few lines what came over, what waits for people, and where to read more."""
    from oic_kit.services.jekyll_report import kind_name
    from oic_kit.services.jekyll_write import REPORT

    for kind, count in taken.counts().items():
        said = _("{kind}: {taken} taken, {changed} changed, {left} left")
        click.echo(said.format(kind=kind_name(kind), **count))
    click.echo(
        ngettext(
            "One old address leads to its new page.",
            "{count} old addresses lead to their new pages.",
            taken.redirects,
        ).format(count=taken.redirects)
    )
    said = ngettext("One file in {seconds} s.", "{count} files in {seconds} s.", taken.files)
    click.echo(said.format(count=taken.files, seconds=spoken_number(taken.seconds)))
    if not taken.written:
        click.echo(_("Nothing was written; leave out --dry-run to take everything over."))
        return
    click.echo(_("What changed, what stays behind and why: {file}").format(file=root / REPORT))
    click.echo(_("Sample pages go with: oic-kit check --drop-samples {folder}").format(folder=root))
    click.echo(_("Look at it: oic-kit serve {folder}").format(folder=root))
