"""`oic-kit schema`: what `place.yaml` may hold, for editors and other programs."""

from __future__ import annotations

import json

import click

from oic_kit.say import _


@click.command(help=_("Print the JSON Schema of place.yaml."))
def schema() -> None:
    """Print the JSON Schema."""
    from oic_kit.services.place_file import schema as schema_of_place

    click.echo(json.dumps(schema_of_place(), indent=2, ensure_ascii=False))
