"""`oic-kit publish`: what the web shall see, and what is missing until it does."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import in_language, place_folder
from oic_kit.say import _, ngettext, spoken_number

if TYPE_CHECKING:  # pydantic loads slowly: only when used
    from oic_kit.model.publish_steps import SaidPublishing, SaidStep
    from oic_kit.services.publish import Published

_SIGNS = {"done": "✓", "missing": "✗", "look": "?"}
_COLOURS = {"done": "green", "missing": "red", "look": "yellow"}
_SHOWN = 10
_WIDTH = 76


@click.command(
    help=_("Build FOLDER as the web shall see it: a preview, as long as it may not go live.")
)
@place_folder
@click.option("--check", "only_look", is_flag=True, help=_("Say what is missing, step by step."))
@click.option("--json", "as_json", is_flag=True, help=_("With --check: answer for programs."))
@click.option("--address", default="", help=_("Where the pages will live, if elsewhere."))
@click.option(
    "--forge-address", default="", help=_("Where they live until place.yaml names a real address.")
)
@click.option("--preview", is_flag=True, help=_("Build a preview in any case."))
@in_language
def publish(
    folder: Path,
    only_look: bool,
    as_json: bool,
    address: str,
    forge_address: str,
    preview: bool,
    lang: str | None,  # noqa: ARG001 - its callback has already chosen the language
) -> None:
    """Build what is published, or say what is missing."""
    from oic_kit.services.folder import find_folder

    root, today = find_folder(folder), datetime.datetime.now().astimezone().date()
    if only_look or as_json:
        from oic_kit.services.publish_check import publishing_of

        said = publishing_of(root, today=today, named=str(folder))
        _echo(iter([said.model_dump_json(indent=2)]) if as_json else _step_lines(said))
        click.get_current_context().exit(0 if said.ready else 1)
    from oic_kit.services.publish import publish as publish_site

    made = publish_site(
        root, today=today, address=address, forge_address=forge_address, preview=preview
    )
    _echo(_built_lines(made))


def _echo(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)


def _step_lines(said: SaidPublishing) -> Iterator[str]:
    """The numbered list, and what the signs mean."""
    yield _("{place}: the way to the web").format(place=said.place)
    yield ""
    width = len(str(len(said.steps)))
    for step in said.steps:
        sign = click.style(_SIGNS[step.state], fg=_COLOURS[step.state])
        yield f"{step.number:>{width}}. {sign} {step.title}"
        if step.state != "done":
            yield from (f"{'':{width}}    {line}" for line in _how(step))
    yield ""
    missing = [str(step.number) for step in said.steps if step.state == "missing"]
    if missing:
        yield _("Missing: {numbers}. With “?”: look on the forge.").format(
            numbers=", ".join(missing)
        )
    else:
        yield _("Nothing is missing that can be seen here. With “?”: look on the forge.")


def _how(step: SaidStep) -> Iterator[str]:
    yield from textwrap.wrap(step.how, _WIDTH, break_on_hyphens=False)
    yield from (f"→ {thing}" for thing in (step.page, step.command) if thing)


def _built_lines(made: Published) -> Iterator[str]:
    yield _("Built {pages} pages in {seconds} seconds: {folder}").format(
        pages=made.built.pages, seconds=spoken_number(made.built.seconds), folder=made.built.root
    )
    if made.live:
        yield _("The website may go live, and these pages do.")
        return
    yield _("Every page says that it is a preview, and search engines are asked to stay away.")
    if not made.wanting:
        return
    count = len(made.wanting)
    yield ngettext(
        "One thing keeps the website from going live:",
        "{count} things keep the website from going live:",
        count,
    ).format(count=count)
    for finding in made.wanting[:_SHOWN]:
        yield f"  {finding.file}:{finding.line}  {finding.what}"
    yield _("What to do about it: oic-kit check --go-live")
