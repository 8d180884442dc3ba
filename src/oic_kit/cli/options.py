"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from oic_kit.say import _, speak, spoken_languages


def _speak(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value:
        speak(value)
    return value


in_language = click.option(
    "--lang",
    type=click.Choice(spoken_languages()),
    callback=_speak,
    is_eager=True,
    help=_("Language in which this command speaks; without it, that of your system."),
)

on_port = click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    default=1313,
    show_default=True,
    help=_("Port on this machine."),
)

new_folder = click.Path(path_type=Path, file_okay=True, dir_okay=True)


def place_folder(command: Any) -> Any:
    """The optional last argument of every command that works on a generated folder."""
    return click.argument(
        "folder", type=click.Path(path_type=Path), default=Path(), required=False
    )(command)
