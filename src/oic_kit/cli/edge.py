"""Where errors end: words for the reader, an exit code for machines.

0 done · 1 the reader can mend it (also Ctrl-C) · 2 wrong usage (click's own) · 3 our bug.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import click

from oic_kit.errors import OicError
from oic_kit.say import _


class Edge(click.Group):
    """The group of all commands; the only place that catches an error and prints it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command and turn whatever goes wrong into words."""
        try:
            return super().invoke(ctx)
        except OicError as error:
            click.secho(error.what, fg="red", err=True)
            click.echo(f"→ {error.remedy}", err=True)
            ctx.exit(1)
        except (KeyboardInterrupt, click.Abort):
            click.echo("\n" + _("Stopped. Nothing was written."), err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # The reader closed the pipe, as `| head` does: not an error of anybody.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(1)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception:
            click.secho(
                _("oic-kit made a mistake. Nothing of yours was changed."), fg="red", err=True
            )
            click.echo(
                "→ " + _("Please report it with this file: {log}").format(log=_log()), err=True
            )
            ctx.exit(3)


def _log() -> Path:
    """Keep the traceback for a report, away from the reader's eyes."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="oic-kit-", suffix=".log", delete=False, encoding="utf-8"
    ) as file:
        file.write(traceback.format_exc())
    return Path(file.name)
