"""What a new page says where nobody said anything: from the format, the record and the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from oic_kit.model.calendar import Shifted
from oic_kit.model.content_event_words import EventKind, Mode
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.place import Place
from oic_kit.services.event_days import EventDays
from oic_kit.services.event_hours import start_of
from oic_kit.services.format_records import format_languages, formats
from oic_kit.services.record_pages import public_description
from oic_kit.services.series_words import series_words

_EVENING = "18:00"
_TWO_HOURS = 120
_WEEK = timedelta(weeks=1)
_WITH_TIME = ("start", "opens", "closes")


def completed(kind: str, values: Mapping[str, Any], days: EventDays) -> dict[str, Any]:
    """Add what follows from other answers; nothing that somebody said is changed.

    Args:
        kind: folder below `site/content/`.
        values: what was said so far.
        days: calendar of the place.
    """
    fill = {"events": _event, "posts": _post, "projects": _project, "challenges": _challenge}
    said = {key: value for key, value in values.items() if value not in ("", [], None)}
    added = fill[kind](said, days) if kind in fill else {}
    return {
        **added,
        **said,
        **{key: added[key] for key in _WITH_TIME if key in added and _is_day(said.get(key))},
    }


def _is_day(value: object) -> bool:
    """Whether somebody gave a day where a time belongs; the usual time is added to it."""
    return isinstance(value, str) and len(value) == len("2027-01-14")


def record_of(values: Mapping[str, Any], language: str) -> FormatRecord | None:
    """The format that an event names, if the kit has a record of it."""
    return formats(language).get(str(values.get("format", "")))


def is_named_like_its_format(values: Mapping[str, Any]) -> bool:
    """Whether an event has no title of its own, in any language."""
    records = (record_of(values, code) for code in format_languages())
    return values.get("title") in {it.title for it in records if it}


def _event(values: Mapping[str, Any], days: EventDays) -> dict[str, Any]:
    language = days.place.main_language
    record = record_of(values, language)
    found: dict[str, Any] = {"event_languages": [language], "accessibility": ["unknown"]}
    if record is not None:
        found |= {
            "mode": record.rhythm.mode.value,
            "kind": record.site.event.value,
            "audience": [who.value for who in record.audience],
            "series": [record.id],
            "title": record.title,
            "description": public_description(record),
            "venue": series_words(language).venue,
        }
    start = str(values.get("start") or _by_rule(record, days))
    if _is_day(start) and not values.get("allday"):
        start = f"{start}T{start_time(record)}"
    if start and (end := end_of(start, record)):
        found |= {"start": start, "end": end}
    mode = str(values.get("mode") or found.get("mode", ""))
    if mode == Mode.ONLINE:
        found.pop("venue", None)
    kind = str(values.get("kind") or found.get("kind", ""))
    return {**found, **where(days.place, mode, language, kind=kind)}


def _by_rule(record: FormatRecord | None, days: EventDays) -> str:
    """The next date of a format with a rhythm; nobody invents a date for anything else."""
    return str(days.next_of(record).day) if record and record.rhythm.rule else ""


def start_time(record: FormatRecord | None) -> str:
    """When an event begins if nobody says so: as its format does, else in the evening."""
    return start_of(record) if record else _EVENING


def end_of(start: str, record: FormatRecord | None) -> str:
    """When an event ends that begins at a moment: after the time that its format takes.

    Nothing when the moment is none; a whole day ends on itself.
    """
    try:
        begin = datetime.fromisoformat(start)
    except ValueError:
        return ""
    if "T" not in start:
        return start
    minutes = record.rhythm.duration_min if record else _TWO_HOURS
    return (begin + timedelta(minutes=minutes)).isoformat(timespec="minutes")


def where(place: Place, mode: str, language: str, *, kind: str = "") -> dict[str, Any]:
    """Where people meet: in the office if there is one, and how they get the link.

    What is published has no link that somebody must ask for.
    """
    found: dict[str, Any] = {}
    office, words = place.office, series_words(language)
    if mode in (Mode.ONSITE, Mode.HYBRID) and office.space not in ("none", "mobile"):
        found["venue"] = office.name
        if office.street:
            town = f"{office.postal_code} {office.city}".strip()
            found["address"] = ", ".join(filter(None, (office.street, town)))
    if mode in (Mode.ONLINE, Mode.HYBRID):
        found["online_note"] = words.release if kind == EventKind.RELEASE else words.online
    return found


def _post(_values: Mapping[str, Any], days: EventDays) -> dict[str, Any]:
    return {"date": days.today.isoformat()}


def _project(_values: Mapping[str, Any], days: EventDays) -> dict[str, Any]:
    return {"start": f"{days.today:%Y-%m}", "phase": "idea"}


def _challenge(values: Mapping[str, Any], _days: EventDays) -> dict[str, Any]:
    found: dict[str, Any] = {"who_can_apply": ["residents"], "submission": ["email", "in-person"]}
    times = {"opens": "09:00", "closes": "18:00"}
    return found | {
        name: f"{values[name]}T{time}" for name, time in times.items() if _is_day(values.get(name))
    }


def proposed(kind: str, name: str, values: Mapping[str, Any], days: EventDays) -> Shifted | None:
    """A day for a field, with what it avoids; nothing for fields that are no days to choose.

    Args:
        kind: folder below `site/content/`.
        name: the field.
        values: what was said so far.
    """
    if (kind, name) == ("events", "start"):
        return days.next_for(record_of(values, days.place.main_language))
    calendar = days.calendar
    if (kind, name) == ("challenges", "opens"):
        return calendar.shift(days.today + 2 * _WEEK, calendar.blocks_work)
    if (kind, name) == ("challenges", "closes"):
        opens = date.fromisoformat(str(values["opens"])[:10])
        return calendar.shift(opens + 5 * _WEEK, calendar.blocks_work)
    return None


def in_other_words(values: Mapping[str, Any], place: Place, language: str) -> dict[str, Any]:
    """What our own texts in a page say in another language."""
    mine, other = series_words(place.main_language), series_words(language)
    pairs = [
        ("online_note", mine.online, other.online),
        ("online_note", mine.release, other.release),
        ("venue", mine.venue, other.venue),
    ]
    ours, theirs = record_of(values, place.main_language), record_of(values, language)
    if ours and theirs:
        pairs += [
            ("title", ours.title, theirs.title),
            ("description", public_description(ours), public_description(theirs)),
        ]
    return {name: words for name, said, words in pairs if values.get(name) == said}
