"""`oic-kit new`: from answers to a folder with a website and a playbook."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import in_language, new_folder
from oic_kit.say import _, language, ngettext

if TYPE_CHECKING:  # pydantic loads slowly: only when used
    from oic_kit.model.place import Place
    from oic_kit.services.first_year import FirstYear


@click.command(
    help=_("Ask for the details of a place and make its website and playbook in FOLDER.")
)
@click.argument("folder", type=new_folder, required=False)
@click.option(
    "--profile",
    type=click.Path(path_type=Path, allow_dash=True),
    help=_("Answers as a YAML file (- reads standard input). With it, nothing is asked."),
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help=_("One answer, e.g. site.url=https://oic-muenster.de (repeatable)."),
)
@click.option(
    "--from",
    "listed",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("A list of places, CSV or YAML: one folder for each row. A name is enough."),
)
@click.option("--into", type=new_folder, help=_("With --from: where the folders go."))
@click.option("--build", "with_site", is_flag=True, help=_("With --from: build the websites too."))
@click.option(
    "--events",
    multiple=True,
    metavar="FORMAT",
    help=_(
        "Write the dates of a format's first year as drafts (repeatable); usual: all that meet"
        " monthly or more rarely, all: the weekly ones too."
    ),
)
@click.option("--yes", is_flag=True, help=_("Take every default; ask nothing."))
@click.option("--plain", is_flag=True, help=_("Ask line by line, without menus."))
@in_language
def new(
    folder: Path | None,
    profile: Path | None,
    settings: tuple[str, ...],
    listed: Path | None,
    into: Path | None,
    with_site: bool,
    events: tuple[str, ...],
    yes: bool,
    plain: bool,
    lang: str | None,  # noqa: ARG001 - its callback has already chosen the language
) -> None:
    """Make a website and a playbook in FOLDER."""
    if listed or into or with_site:
        if folder or profile or not (listed and into):
            raise click.UsageError(_("A list needs --from LIST --into DIR, and no FOLDER."))
        from oic_kit.cli.new_from import new_from

        new_from(listed, into, settings, events=events, with_site=with_site)
        return
    if folder is None:
        raise click.MissingParameter(param_type="argument", param_hint="FOLDER")
    from oic_kit.services.drafts import drop_draft
    from oic_kit.services.generate import generate
    from oic_kit.services.staging import refuse_unless_free

    refuse_unless_free(folder)
    if profile or settings or yes:
        place = _told(profile, settings)
        years = _wished(place, events)
    elif events:
        raise click.UsageError(_("--events needs --profile, --set or --yes; the questions ask it."))
    else:
        from oic_kit.cli.interview import ask_for_place

        place, years = ask_for_place(folder, plain=plain)
    made = generate(place, into=folder, events=years)
    drop_draft(folder)
    click.echo(
        _("Made {files} files for {name} in {folder}").format(
            files=made.files, name=place.name, folder=folder
        )
    )
    if made.dates:
        click.echo(
            ngettext(
                "With {count} date as a draft; for your calendar: build/series/",
                "With {count} dates as drafts; for your calendar: build/series/",
                made.dates,
            ).format(count=made.dates)
        )
    click.echo(_("Look at the site:  oic-kit serve {folder}").format(folder=folder))


def _told(profile: Path | None, settings: tuple[str, ...]) -> Place:
    """The place that a file and single settings describe, completed by defaults."""
    from oic_kit.services.completion import complete_place
    from oic_kit.services.place_file import with_settings
    from oic_kit.services.record_text import parse_record, read_record

    if profile and str(profile) == "-":
        values = parse_record(sys.stdin.read(), named="-")
    else:
        values = read_record(profile) if profile else {}
    values = with_settings(values, settings)
    return complete_place(values, today=_today(), named=str(profile or "--set"))


def _wished(place: Place, events: tuple[str, ...]) -> Sequence[FirstYear]:
    """The first years that were asked for by name."""
    if not events:
        return ()
    from oic_kit.services.first_year import chosen_years, first_years

    return chosen_years(first_years(place, today=_today(), language=language()), events)


def _today() -> datetime.date:
    return datetime.datetime.now(tz=datetime.UTC).date()
