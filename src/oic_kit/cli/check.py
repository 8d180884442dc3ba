"""`oic-kit check`: what is to mend, where, why, and how."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.options import in_language, place_folder
from oic_kit.errors import FolderError
from oic_kit.say import _, speaking

if TYPE_CHECKING:  # pydantic loads slowly: only when used
    from oic_kit.model.finding import Report


@click.command(help=_("Say what is to mend in FOLDER, with file, line, reason and remedy."))
@place_folder
@click.option("--go-live", is_flag=True, help=_("Ask whether the site may be published."))
@click.option("--fix", is_flag=True, help=_("Mend what can be mended safely."))
@click.option("--drop-samples", is_flag=True, help=_("Delete sample pages that nobody edited."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for programs."))
@click.option("--todo", is_flag=True, help=_("A to-do list as Markdown, grouped by role."))
@click.option("--schema", is_flag=True, help=_("Print the JSON Schema of --json."))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write the answer to a file instead, e.g. todo.md."),
)
@in_language
def check(
    folder: Path,
    go_live: bool,
    fix: bool,
    drop_samples: bool,
    as_json: bool,
    todo: bool,
    schema: bool,
    output: Path | None,
    lang: str | None,
) -> None:
    """Look over a folder."""
    if schema:
        _say(_schema(), output)
        return
    if as_json and todo:
        raise click.UsageError(_("Choose --json or --todo."))
    from oic_kit.services.check import check as look_over
    from oic_kit.services.folder import find_folder
    from oic_kit.services.samples import drop_samples as drop

    root = find_folder(folder)
    dropped = drop(root) if drop_samples else ()
    # A list that goes round the town hall speaks the language of the place, unless one was asked for.
    with speaking(_language_of(root) if todo and not lang else _spoken()):
        report = look_over(root, today=_today(), go_live=go_live, fix=fix)
        _say(_answer(report, as_json=as_json, todo=todo, dropped=dropped), output)
    if not report.ready:
        click.get_current_context().exit(1)


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _answer(report: Report, *, as_json: bool, todo: bool, dropped: tuple[str, ...]) -> str:
    from oic_kit.cli.check_lines import report_lines, todo_lines

    if as_json:
        return report.model_dump_json(indent=2)
    return "\n".join(todo_lines(report) if todo else report_lines(report, dropped))


def _say(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text)
        return
    try:
        output.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise FolderError(
            _("{folder} cannot be written: {why}.").format(folder=output, why=error.strerror),
            remedy=_("Free some space or mend the rights of the folder, then run this again."),
        ) from error
    click.echo(_("Written to {file}.").format(file=output))


def _schema() -> str:
    from oic_kit.services.check import schema

    return json.dumps(schema(), indent=2, ensure_ascii=False)


def _spoken() -> str:
    from oic_kit.say import language

    return language()


def _language_of(root: Path) -> str:
    """The main language of a place, if the kit speaks it; else the one that is spoken now."""
    from oic_kit.errors import PlaceFileError
    from oic_kit.say import spoken_languages
    from oic_kit.services.place_file import read_place

    try:
        wanted = read_place(root / "place.yaml").main_language
    except PlaceFileError:
        return _spoken()
    return wanted if wanted in spoken_languages() else _spoken()
