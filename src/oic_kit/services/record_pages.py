"""Seed pages that are made from records: one for each chosen format, in each language.

The record stays the kit's; the page belongs to the place as soon as it is written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oic_kit.errors import Fault, PlaceFileError
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.format_records import formats

_SHORTEST_DESCRIPTION = 40
_LONGEST_DESCRIPTION = 200


def write_record_pages(place: Place, folder: Path) -> None:
    """Write the format pages of a place into its folder.

    Raises:
        PlaceFileError: the place chose a format that the kit does not have.
    """
    if not place.modules.formats:
        return
    for code in place.site.languages:
        known = formats(code)
        if unknown := [name for name in place.formats if name not in known]:
            raise _unknown(unknown, list(known))
        for name in place.formats:
            page = folder / "site" / "content" / "formats" / name / f"index.{code}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(format_page(known[name]), encoding="utf-8", newline="\n")


def format_page(record: FormatRecord) -> str:
    """The page of a format: what the record says to the public, as front matter and text."""
    head = {
        "title": record.title,
        "description": _description(record),
        "promise": record.promise,
        "rhythm": record.rhythm.every.value,
        "duration_min": record.rhythm.duration_min,
        "mode": record.rhythm.mode,
        "audience": [audience.value for audience in record.audience],
        "how_to_join": record.site.how_to_join,
        "steps": list(record.site.steps),
        "weight": record.order,
    }
    if record.size.unit == "people":
        head |= {"group_min": record.size.min, "group_max": record.size.max}
    return _front_matter(head) + record.purpose + "\n"


def _front_matter(head: Mapping[str, Any]) -> str:
    """JSON values are YAML, and need no thought about quotes."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _description(record: FormatRecord) -> str:
    """The promise; with the rhythm before it where it is too short to stand alone."""
    if len(record.promise) >= _SHORTEST_DESCRIPTION:
        return record.promise
    return f"{record.rhythm.text}. {record.promise}"[:_LONGEST_DESCRIPTION]


def _unknown(names: list[str], known: list[str]) -> PlaceFileError:
    cure = _("choose from: {formats}").format(formats=", ".join(known))
    return PlaceFileError(
        _("place.yaml names formats that oic-kit does not have: {names}").format(
            names=", ".join(names)
        ),
        remedy=cure,
        faults=[Fault("formats", name, cure) for name in names],
    )
