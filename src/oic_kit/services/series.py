"""A year of events of one format: a page for every date, as a draft, and one calendar of all."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from oic_kit.errors import OicError
from oic_kit.model.calendar import Shifted
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.format_size import Scale
from oic_kit.model.ics import Entry, calendar
from oic_kit.model.place import Place
from oic_kit.say import _, language
from oic_kit.services.add import faults_in, is_taken, path_of
from oic_kit.services.add_defaults import end_of, start_time, where
from oic_kit.services.add_values import refuse
from oic_kit.services.event_days import EventDays, day_in_words
from oic_kit.services.format_records import format_languages, formats
from oic_kit.services.new_page import write_pages
from oic_kit.services.page_text import page_text
from oic_kit.services.series_words import series_words

_MONTH = datetime.timedelta(days=365) / 12


@dataclass(frozen=True)
class Series:
    """What was added.

    Args:
        dates: a line for every date, with what it avoids.
        skipped: dates for which there is a page already.
        calendar: path of the calendar below the folder of the place; empty if there are no dates.
    """

    dates: tuple[str, ...]
    skipped: int
    calendar: str


def add_series(
    folder: Path, place: Place, format_id: str, *, first: datetime.date, months: int = 12
) -> Series:
    """Write the pages of a format's dates in every language of the site, as drafts.

    A second run adds what is new and leaves every page alone that is there.

    Args:
        folder: the folder of the place.
        place: its record.
        format_id: id of a format record.
        first: the first day that may have an event.
        months: how far ahead.

    Raises:
        OicError: the format does not exist, or has no dates of its own.
        FolderError: nothing can be written; then nothing is.
    """
    record = _record(format_id, place.main_language)
    days = EventDays(place, first)
    last = first + _MONTH * months
    found = days.dates_of(record, first=first, last=last)
    fresh = [it for it in found if not is_taken(folder, "events", _name(record, it))]
    pages = (page for it in fresh for page in _pages(format_id, it, place))
    write_pages(folder, dict(pages))
    return Series(
        dates=tuple(_line(shifted, days) for shifted in fresh),
        skipped=len(found) - len(fresh),
        calendar=_write_calendar(folder, place, record, found) if found else "",
    )


def _pages(format_id: str, shifted: Shifted, place: Place) -> Iterator[tuple[str, str]]:
    """The page of one date in every language, by its path."""
    for code in place.site.languages:
        record = formats(code if code in format_languages() else "en")[format_id]
        values = _values(record, shifted, place, code)
        refuse(faults_in("events", values))
        path = path_of("events", _name(record, shifted), code)
        yield path, page_text(values, _text(record, code))


def _record(format_id: str, code: str) -> FormatRecord:
    known = formats(code if code in format_languages() else "en")
    record = known.get(format_id)
    if record is None:
        near = difflib.get_close_matches(format_id, list(known), n=1, cutoff=0.6)
        names = ", ".join(name for name, it in known.items() if it.rhythm.rule and it.site.event)
        raise OicError(
            _("There is no format “{name}”.").format(name=format_id),
            remedy=_("Did you mean {names}?").format(names=near[0])
            if near
            else _("Choose one of: {names}").format(names=names),
        )
    if record.rhythm.rule is None or record.site.event is None:
        raise OicError(
            _("{title} has no dates of its own: {rhythm}.").format(
                title=record.title, rhythm=record.rhythm.text
            ),
            remedy=_("Add its dates one by one: oic-kit add event --set format={name}").format(
                name=format_id
            )
            if record.site.event
            else _("Nothing of it stands in the calendar of events."),
        )
    return record


def _name(record: FormatRecord, shifted: Shifted) -> str:
    return f"{record.id}-{shifted.day.isoformat()}"


def _values(record: FormatRecord, shifted: Shifted, place: Place, code: str) -> dict[str, Any]:
    start, end = _hours(record, shifted)
    mode = record.rhythm.mode.value
    place_of = {"venue": series_words(code).venue} if mode != "online" else {}
    return {
        "title": record.title,
        "description": record.promise,
        "draft": True,
        "start": start,
        "end": end,
        "mode": mode,
        **place_of,
        **where(place, mode, code),
        "kind": record.site.event.value if record.site.event else "other",
        "audience": [who.value for who in record.audience],
        "event_languages": [place.main_language],
        "accessibility": ["unknown"],
        "cost": "free",
        "registration": "open-door" if record.site.event == "consultation" else "email",
        "format": record.id,
        "series": [record.id],
    }


def _hours(record: FormatRecord, shifted: Shifted) -> tuple[str, str]:
    """Begin and end; what takes several days ends with the agenda of the last one."""
    start = f"{shifted.day.isoformat()}T{start_time(record)}"
    days = record.rhythm.rule.days if record.rhythm.rule else 1
    if days == 1:
        return start, end_of(start, record)
    last = shifted.day + datetime.timedelta(days=days - 1)
    closing = record.agendas_at(Scale.USUAL)[-1]
    begin = datetime.datetime.fromisoformat(f"{last.isoformat()}T{closing.start}")
    end = begin + datetime.timedelta(minutes=closing.duration_min)
    return start, end.isoformat(timespec="minutes")


def _text(record: FormatRecord, code: str) -> str:
    steps = "\n".join(f"- {step}" for step in record.site.steps)
    return f"{record.purpose}\n\n## {series_words(code).agenda}\n\n{steps}\n\n{record.site.how_to_join}"


def _line(shifted: Shifted, days: EventDays) -> str:
    said = day_in_words(shifted.day, language())
    reason = days.said(shifted.reasons, language())
    return _("{day} (avoids: {reason})").format(day=said, reason=reason) if reason else said


def _write_calendar(folder: Path, place: Place, record: FormatRecord, found: list[Shifted]) -> str:
    path = f"build/series/{record.id}.ics"
    entries = _entries(place, record, found)
    text = calendar(record.title, entries, stamp=found[0].day, product="oic-kit")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode())
    return path


def _entries(place: Place, record: FormatRecord, found: list[Shifted]) -> Iterator[Entry]:
    """The dates as the calendar of the site will name them: nobody gets one of them twice."""
    zone, host = ZoneInfo(place.place.timezone), urlsplit(place.site.url).hostname
    for shifted in found:
        begin, end = (
            datetime.datetime.fromisoformat(at).replace(tzinfo=zone).astimezone(datetime.UTC)
            for at in _hours(record, shifted)
        )
        yield Entry(
            uid=f"{_name(record, shifted)}@{host}",
            first=shifted.day,
            title=record.title,
            text=record.promise,
            hours=(begin, end),
            where=str(where(place, record.rhythm.mode.value, place.main_language).get("venue", "")),
        )
