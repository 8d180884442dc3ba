"""On which days a format has an event already, whatever the page is called."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from oic_kit.services.front_matter import HeadError, split_page


def held_dates(folder: Path, format_id: str) -> frozenset[date]:
    """The days of events that somebody wrote, or that came as samples; those of a series are none.

    Args:
        folder: the folder of the place.
        format_id: the format that the events name.
    """
    return frozenset(day for name, day in _days(folder, format_id) if name != f"{format_id}-{day}")


def _days(folder: Path, format_id: str) -> Iterator[tuple[str, date]]:
    """The folder of each event of a format, and its day; a page that cannot be read has none."""
    for path in (folder / "site" / "content" / "events").glob("*/index.*.md"):
        with contextlib.suppress(HeadError, ValueError, OSError):
            values = split_page(path.read_text(encoding="utf-8"))[0].values
            if values.get("format") == format_id:
                yield path.parent.name, date.fromisoformat(str(values.get("start", ""))[:10])
