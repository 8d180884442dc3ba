"""Every command of `oic-kit`, in the order in which a place meets them."""

from __future__ import annotations

import click

import oic_kit
from oic_kit.cli.add import add
from oic_kit.cli.assess import assess
from oic_kit.cli.build import build
from oic_kit.cli.check import check
from oic_kit.cli.demo import demo
from oic_kit.cli.edge import Edge
from oic_kit.cli.import_ import import_
from oic_kit.cli.new import new
from oic_kit.cli.places import places
from oic_kit.cli.playbook import playbook
from oic_kit.cli.publish import publish
from oic_kit.cli.schema import schema
from oic_kit.cli.serve import serve
from oic_kit.cli.update import update
from oic_kit.say import _


class InOrder(Edge):
    """Lists commands as they were added, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands."""
        return list(self.commands)


@click.group(
    cls=InOrder,
    help=_(
        "Found an Open Innovation City: a website and a playbook for a city, district or region."
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(oic_kit.__version__, prog_name="oic-kit")
def commands() -> None:
    """Gather the commands."""


for command in (
    new,
    demo,
    serve,
    build,
    check,
    add,
    assess,
    playbook,
    publish,
    update,
    import_,
    places,
    schema,
):
    commands.add_command(command)
