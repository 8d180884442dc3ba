"""A year of events of one format: a page for every date, as a draft, and one calendar of all."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from oic_kit.errors import OicError
from oic_kit.model.calendar import Shifted
from oic_kit.model.content_event_words import EventKind, Registration
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.ics import Entry, calendar
from oic_kit.model.place import Place
from oic_kit.say import _, language
from oic_kit.services.add import faults_in, is_taken, path_of
from oic_kit.services.add_defaults import where
from oic_kit.services.add_values import refuse
from oic_kit.services.event_days import EventDays, day_in_words
from oic_kit.services.event_hours import hours_of, moments_of
from oic_kit.services.format_records import format_languages, formats
from oic_kit.services.held_dates import held_dates
from oic_kit.services.new_page import write_pages
from oic_kit.services.page_text import page_text
from oic_kit.services.record_pages import public_description
from oic_kit.services.series_words import series_words

YEAR = 12
"""Months. Counted in whole weeks, so that a yearly event falls into a year once and never twice."""
_MONTH = datetime.timedelta(weeks=52) / 12

_REGISTRATION = {
    EventKind.CONSULTATION: Registration.OPEN_DOOR,
    EventKind.RELEASE: Registration.NONE,
}


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
    folder: Path, place: Place, format_id: str, *, first: datetime.date, months: int = YEAR
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
        OicError: the format does not exist, has no dates of its own, or the site has no place
            for them.
        FolderError: nothing can be written; then nothing is.
    """
    days = EventDays(place, first)
    record = _record(format_id, days)
    _refuse_homeless(folder, place, record)
    dates = dates_of_series(record, days, first, months)
    other = held_dates(folder, format_id)
    found = [it for it in dates if it.day not in other]
    fresh = [it for it in found if not is_taken(folder, "events", _name(record, it))]
    pages = (page for it in fresh for page in _pages(format_id, it, place))
    write_pages(folder, dict(pages))
    return Series(
        dates=tuple(_line(shifted, days) for shifted in fresh),
        skipped=len(dates) - len(fresh),
        calendar=_write_calendar(folder, place, record, found) if found else "",
    )


def dates_of_series(
    record: FormatRecord, days: EventDays, first: datetime.date, months: int = YEAR
) -> list[Shifted]:
    """The dates of a format in some months from a day on; a year has 52 weeks.

    Args:
        record: the format.
        days: calendar of the place.
        first: the first day that may have an event.
        months: how far ahead.
    """
    last = first + _MONTH * months - datetime.timedelta(days=1)
    return days.dates_of(record, first=first, last=last)


def _refuse_homeless(folder: Path, place: Place, record: FormatRecord) -> None:
    """Make sure that the dates would stand somewhere and could name their format."""
    if not place.modules.events:
        raise OicError(
            _("The site has no events: place.yaml says modules.events: false."),
            remedy=_("Write true there, run oic-kit update, then this again."),
        )
    if place.modules.formats and not is_taken(folder, "formats", record.id):
        raise OicError(
            _("The site has no page about the format “{title}”.").format(title=record.title),
            remedy=_(
                "Add {name} under formats in place.yaml, run oic-kit update, then this again."
            ).format(name=record.id),
        )


def _pages(format_id: str, shifted: Shifted, place: Place) -> Iterator[tuple[str, str]]:
    """The page of one date in every language, by its path."""
    for code in place.site.languages:
        record = formats(code if code in format_languages() else "en")[format_id]
        values = _values(record, shifted, place, code)
        refuse(faults_in("events", values))
        path = path_of("events", _name(record, shifted), code)
        yield path, page_text(values, _text(record, code))


def _record(format_id: str, days: EventDays) -> FormatRecord:
    code = days.place.main_language
    known = formats(code if code in format_languages() else "en")
    record = known.get(format_id)
    if record is None:
        near = difflib.get_close_matches(format_id, list(known), n=1, cutoff=0.6)
        names = ", ".join(name for name, it in known.items() if it.rhythm.rule)
        raise OicError(
            _("There is no format “{name}”.").format(name=format_id),
            remedy=_("Did you mean {names}?").format(names=near[0])
            if near
            else _("Choose one of: {names}").format(names=names),
        )
    if record.rhythm.rule is None:
        spoken = formats(language() if language() in format_languages() else "en")[format_id]
        raise OicError(
            _("{title} has no dates of its own. Its rhythm: {rhythm}.").format(
                title=spoken.title, rhythm=spoken.rhythm.text
            ),
            remedy=_(
                "Add its dates one by one: oic-kit add event --set format={name} --set start={day}"
            ).format(name=format_id, day=days.next_of(record).day),
        )
    return record


def _name(record: FormatRecord, shifted: Shifted) -> str:
    return f"{record.id}-{shifted.day.isoformat()}"


def _values(record: FormatRecord, shifted: Shifted, place: Place, code: str) -> dict[str, Any]:
    start, end = (at.isoformat(timespec="minutes") for at in hours_of(record, shifted.day))
    mode = record.rhythm.mode.value
    place_of = {"venue": series_words(code).venue} if mode != "online" else {}
    return {
        "title": record.title,
        "description": public_description(record),
        "draft": True,
        "start": start,
        "end": end,
        "mode": mode,
        **place_of,
        **where(place, mode, code, kind=record.site.event),
        "kind": record.site.event.value,
        "audience": [who.value for who in record.audience],
        "event_languages": [place.main_language],
        "accessibility": ["unknown"],
        "cost": "free",
        "registration": _REGISTRATION.get(record.site.event, Registration.EMAIL).value,
        "format": record.id,
        "series": [record.id],
    }


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
    host = urlsplit(place.site.url).hostname
    for shifted in found:
        yield Entry(
            uid=f"{_name(record, shifted)}@{host}",
            first=shifted.day,
            title=record.title,
            text=record.promise,
            hours=moments_of(record, shifted.day, place),
            where=str(where(place, record.rhythm.mode.value, place.main_language).get("venue", "")),
        )
