"""`oic-kit places`: what the gazetteer knows about a name, before it becomes a website."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from oic_kit.cli.options import in_language
from oic_kit.errors import GazetteerError
from oic_kit.model.gazette import Found
from oic_kit.say import _, language

_WIDTH = 80
_GAP = "  "
_Line = tuple[str, str, str, str, str]


@click.command(help=_("Look up a place: state, country, inhabitants. Works offline."))
@click.argument("query", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=_("Print a list that programs can read."))
@in_language
def places(query: tuple[str, ...], as_json: bool, lang: str | None) -> None:  # noqa: ARG001 - eager
    """Look up a place."""
    from oic_kit.services.gazetteer import is_ready, search

    if not is_ready():
        click.echo(_("Preparing the list of places. This takes some seconds, once."), err=True)
    name = " ".join(query)
    found = search(name)
    if as_json:
        click.echo(json.dumps([_facts(place) for place in found], ensure_ascii=False, indent=2))
    if not found:
        raise _unknown(name)
    if not as_json:
        click.echo(_table(found, language()))
        click.echo("\n" + _("Place data: GeoNames, CC BY 4.0"))


def _unknown(name: str) -> GazetteerError:
    from oic_kit.services.gazetteer import suggest

    near = list(dict.fromkeys(place.name for place in suggest(name)))
    free = _("Every name is possible in oic-kit new: there you type the facts yourself.")
    shown = "".join(sign for sign in name if sign.isprintable())
    meant = _("Did you mean {names}?").format(names=", ".join(near)) + " " if near else ""
    return GazetteerError(
        _("The gazetteer knows no “{name}”.").format(name=shown), remedy=meant + free
    )


def _facts(place: Found) -> dict[str, Any]:
    spoken = language()
    return {
        "name": place.name,
        "country": place.country,
        "country_name": place.country_name(spoken),
        "state": place.state,
        "state_name": place.state_name(spoken),
        "population": place.population,
        "timezone": place.timezone,
        "coordinates": [place.latitude, place.longitude],
        "geonameid": place.geonameid,
    }


def _table(found: Sequence[Found], spoken: str) -> str:
    """Aligned columns, at most 80 signs wide; the widest column gives way."""
    head = (_("Place"), _("State"), _("Country"), _("Code"), _("Inhabitants"))
    lines = [head, *(_line(place, spoken) for place in found)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > _WIDTH:
        widths[widths.index(max(widths))] -= 1
    first, *rest = (_aligned(line, widths) for line in lines)
    return "\n".join([click.style(first, bold=True), *rest])


def _line(place: Found, spoken: str) -> _Line:
    code = f"{place.country}-{place.state}" if place.state else place.country
    people = place.population_text(spoken) or "–"
    return place.name, place.state_name(spoken), place.country_name(spoken), code, people


def _aligned(line: _Line, widths: Sequence[int]) -> str:
    cells = [
        text if len(text) <= width else text[: width - 1] + "…"
        for text, width in zip(line, widths, strict=True)
    ]
    texts = [cell.ljust(width) for cell, width in zip(cells[:-1], widths, strict=False)]
    return _GAP.join([*texts, cells[-1].rjust(widths[-1])])
