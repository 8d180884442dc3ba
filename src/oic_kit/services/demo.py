"""A filled demo for any place that the gazetteer knows: made once, then only looked up."""

from __future__ import annotations

import datetime
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from oic_kit.errors import GazetteerError
from oic_kit.model.place import Place
from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.completion import complete_place, default_kickoff, languages_for
from oic_kit.services.gazetteer import search, suggest
from oic_kit.services.generate import generate
from oic_kit.services.place_file import dump_place
from oic_kit.services.serve import HOST
from oic_kit.services.site import build
from oic_kit.services.template import fingerprint

# So long ago that a demo shows a look-back, so recently that most of its events still lie ahead.
_STARTED_BEFORE = datetime.timedelta(weeks=10)


@dataclass(frozen=True)
class Demo:
    """A demo that stands ready."""

    name: str
    slug: str
    folder: Path
    site: Path
    pages: int


def make_demo(
    place: str, *, into: Path | None = None, language: str | None = None, port: int | None = None
) -> Demo:
    """Make a demo for a place and build it.

    Args:
        place: a name that the gazetteer knows.
        into: a new folder; without it the demo is kept in the user's cache and used again while
            the kit, the place and the day are the same.
        language: the main language; else the one spoken in the place's country.
        port: where the demo will be shown; its own links then point there.

    Raises:
        GazetteerError: no place has this name.
        FolderError: `into` is not free.
    """
    record = demo_record(place, language=language)
    folder = into or _cached(record)
    base_url = f"http://{HOST}:{port}/" if port else ""
    mark = json.dumps([fingerprint(), dump_place(record), base_url])
    if into or not _is_ready(folder, mark):
        if into is None:
            shutil.rmtree(folder, ignore_errors=True)
        generate(record, into=folder)
        build(folder, base_url=base_url)
        _mark_of(folder).write_text(mark, encoding="utf-8")
    site = folder / "build" / "site"
    return Demo(
        name=record.name,
        slug=slug(record.name, fallback="demo"),
        folder=folder,
        site=site,
        pages=sum(1 for _page in site.rglob("*.html")),
    )


def demo_record(place: str, *, language: str | None = None) -> Place:
    """The record of a demo: real facts from the gazetteer, everything else by default.

    Raises:
        GazetteerError: no place has this name.
    """
    matches = search(place, limit=1)
    if not matches:
        near = ", ".join(found.name for found in suggest(place))
        raise GazetteerError(
            _("The gazetteer knows no “{name}”.").format(name=place),
            remedy=_("Did you mean {names}?").format(names=near)
            if near
            else _("Look for its name: oic-kit places {place}").format(place=place),
        )
    found = matches[0]
    today = datetime.datetime.now(tz=datetime.UTC).date()
    speaks = [language] if language else []
    speaks += [code for code in languages_for(found.country) if code not in speaks]
    values: dict[str, Any] = {
        "place": {
            "name": found.name,
            "country": found.country,
            "state": found.state,
            "timezone": found.timezone,
            "coordinates": [found.latitude, found.longitude],
            "population": found.population or 50_000,
        },
        "site": {"languages": speaks, "demo": True},
        "playbook": {"kickoff": default_kickoff(today - _STARTED_BEFORE).isoformat()},
        "modules": {"report": True, "playbook": "public"},
    }
    return complete_place(values, today=today, named=place)


def _cached(record: Place) -> Path:
    name = f"{slug(record.name, fallback='demo')}-{record.main_language}"
    return platformdirs.user_cache_path("oic-kit") / "demos" / name


def _mark_of(folder: Path) -> Path:
    return folder / "build" / "demo.json"


def _is_ready(folder: Path, mark: str) -> bool:
    try:
        return _mark_of(folder).read_text(encoding="utf-8") == mark
    except OSError:
        return False
