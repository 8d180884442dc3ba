"""Compute everything that follows from `place.yaml` and that plain Hugo could not compute itself.

The files lie in `.oic/derived/` of a generated folder. They are brought up to date at every build
and kept in the repository, so that `hugo --source site` alone finds them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import oic_kit
from oic_kit.model import mark_files, marks, server_files
from oic_kit.model.accents import OIC_SHAPES
from oic_kit.model.operator import Forge
from oic_kit.model.palette import Palette, palette
from oic_kit.model.place import Place
from oic_kit.model.policy import (
    as_header,
    as_meta,
    content_policy,
    header_rules,
    headers_file,
    third_parties,
)
from oic_kit.model.promises import Roles
from oic_kit.model.site_blocks import OIC_TURQUOISE, OIC_YELLOW
from oic_kit.model.timezone_rules import vtimezone
from oic_kit.model.tokens import tokens_css
from oic_kit.model.wordmark_lines import wordmark_lines
from oic_kit.services.editor import editor_files
from oic_kit.services.jurisdictions import law_data
from oic_kit.services.language_data import languages
from oic_kit.services.lettering import letters
from oic_kit.services.pictures import picture
from oic_kit.services.place_file import schema
from oic_kit.services.texts import grammar_of, texts_of
from oic_kit.services.upkeep import keep
from oic_kit.services.zone_files import posix_rule

FOLDER = (".oic", "derived")
_CARD_PANEL = {"x": 64, "y": 40, "width": 700, "height": 630}
_ICON_NAME = 14  # longer names are cut off under an icon


def write_derived(
    place: Place, folder: Path, computed: Mapping[str, bytes] | None = None
) -> tuple[str, ...]:
    """Bring the derived files of a generated folder up to date.

    Args:
        place: the record.
        folder: the generated folder, the one that holds `place.yaml`.
        computed: what `derive` made of this very record, if that was done beforehand.

    Returns:
        What changed, as paths below `.oic/derived/`; empty when all was up to date.

    Raises:
        FolderError: the files cannot be written.
        ProgramError: the web editor is on and its program cannot be brought.
    """
    return keep(folder.joinpath(*FOLDER), derived_files(place, folder, computed))


def derived_files(
    place: Place, folder: Path, computed: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Everything that `.oic/derived/` of a folder shall hold: what is computed, and the web editor.

    Raises:
        OicError: the time zone or a language does not exist.
        ProgramError: the web editor is on and its program cannot be brought.
    """
    return {**(computed or derive(place)), **editor_files(place, folder.joinpath(*FOLDER))}


def derive(place: Place) -> dict[str, bytes]:
    """Compute the derived files: path below `.oic/derived/` → content.

    The same place and kit give the same bytes.

    Raises:
        OicError: the time zone or a language does not exist.
    """
    colours = palette_of(place)
    return {
        **_assets(place, colours),
        **_static(place, colours),
        **_data(place, colours),
        **_i18n(place),
        **_server(place),
        "place.schema.json": _json(schema()),
    }


def palette_of(place: Place) -> Palette:
    """The colours of a place; the open brand alone brings its own yellow and six shapes."""
    brand = place.brand
    own_colours = brand.colour != OIC_TURQUOISE or brand.accent not in (None, OIC_YELLOW)
    if brand.identity == "own" or own_colours:
        return palette(brand.colour, brand.accent)
    return palette(brand.colour, OIC_YELLOW, OIC_SHAPES)


def _assets(place: Place, colours: Palette) -> dict[str, bytes]:
    identity, light = place.brand.identity, colours.light
    paints = {"accent": light["accent"], "mark": light["brand"]}
    painted = [(shape, paints[shape.part]) for shape in marks.poster(identity)]
    return {
        "assets/tokens.css": tokens_css(colours).encode(),
        "assets/wordmark.svg": mark_files.inline_mark(identity, light).encode(),
        "assets/card.png": picture(marks.CARD_SIZE, light["bg"], painted),
    }


def _static(place: Place, colours: Palette) -> dict[str, bytes]:
    identity, title = place.brand.identity, place.site.title
    lines = [[letters(run.text, bold=run.bold) for run in line] for line in wordmark_lines(place)]
    drawn = {
        name: mark_files.wordmark(identity, title, lines, mark_files.inks_of(roles)).encode()
        for name, roles in (("wordmark", colours.light), ("wordmark-on-dark", colours.dark))
    }
    return {
        **{f"static/{name}.svg": content for name, content in drawn.items()},
        "static/favicon.svg": mark_files.favicon(identity, colours).encode(),
        "static/favicon-32.png": _icon(place, colours.light, side=32, margin=0.06),
        "static/apple-touch-icon.png": _icon(place, colours.light, side=180, margin=0.16),
        # Phones may cut the icon to a circle of four fifths of its side.
        "static/icon-512.png": _icon(place, colours.light, side=512, margin=0.2),
        "static/site.webmanifest": _json(_manifest(place, colours.light)),
        "static/_headers": headers_file(header_rules(place)).encode(),
    }


def _icon(place: Place, light: Roles, *, side: int, margin: float) -> bytes:
    paints = {"accent": light["band-accent"], "mark": light["band-mark"]}
    shapes = marks.icon(place.brand.identity, side=side, margin=margin)
    return picture((side, side), light["band"], [(it, paints[it.part]) for it in shapes])


def _manifest(place: Place, light: Roles) -> dict[str, Any]:
    spoken = languages()[place.main_language]
    short = f"OIC {place.name}" if place.brand.identity == "oic" else place.name
    png = {"src": "icon-512.png", "sizes": "512x512", "type": "image/png"}
    return {
        "name": place.site.title,
        "short_name": short if len(short) <= _ICON_NAME else place.name,
        "lang": spoken.locale,
        "dir": spoken.direction,
        "start_url": "./",
        "display": "browser",
        "background_color": light["bg"],
        "theme_color": light["bg"],
        "icons": [
            {"src": "favicon.svg", "sizes": "any", "type": "image/svg+xml"},
            {**png, "purpose": "any"},
            {**png, "purpose": "maskable"},
        ],
    }


def _data(place: Place, colours: Palette) -> dict[str, bytes]:
    zone, policy = place.place.timezone, content_policy(place)
    data = {
        "palette": {"light": colours.light, "dark": colours.dark},
        "card": {"ink": colours.light["text"], **_CARD_PANEL},
        "timezone": {"zone": zone, "vtimezone": vtimezone(zone, posix_rule(zone))},
        "policy": {"csp": policy, "meta": as_meta(policy), "header": as_header(policy)},
        "third_parties": [asdict(party) for party in third_parties(place)],
        "words": grammar_of(place),
        "law": law_data(place),
        "kit": {"version": oic_kit.__version__},
    }
    return {f"data/{name}.json": _json(value) for name, value in data.items()}


def _i18n(place: Place) -> dict[str, bytes]:
    files = {}
    for code, texts in texts_of(place).items():
        # Every JSON value is YAML too, and quoting it so is always safe.
        lines = (f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in texts.items())
        files[f"i18n/{code}.yaml"] = "".join(lines).encode()
    return files


def _server(place: Place) -> dict[str, bytes]:
    """Settings for a web server of the place's own, with the same headers as `_headers`."""
    if place.hosting.forge is not Forge.SERVER:
        return {}
    rules, url = header_rules(place), place.site.url
    return {
        "static/.htaccess": server_files.apache(rules, url).encode(),
        "server/nginx.conf": server_files.nginx(rules, url).encode(),
        "server/Caddyfile": server_files.caddy(rules, url).encode(),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
