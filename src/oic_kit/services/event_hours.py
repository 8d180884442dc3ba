"""When an event of a format begins and ends: by its rhythm, or by the agenda of its usual size."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from oic_kit.model.format_record import FormatRecord
from oic_kit.model.format_size import Scale
from oic_kit.model.place import Place


def start_of(record: FormatRecord) -> str:
    """Local time of the first minute, `HH:MM`; a format on demand begins as its agenda does."""
    rule = record.rhythm.rule
    return rule.start if rule else record.agendas_at(Scale.USUAL)[0].start


def hours_of(record: FormatRecord, day: date) -> tuple[datetime, datetime]:
    """Begin and end in local time; what takes several days ends with the agenda of the last one.

    Args:
        record: the format.
        day: the day of the event, or the first of several.
    """
    begin = _at(day, start_of(record))
    days = record.rhythm.rule.days if record.rhythm.rule else 1
    if days == 1:
        return begin, begin + timedelta(minutes=record.rhythm.duration_min)
    closing = record.agendas_at(Scale.USUAL)[-1]
    last = _at(day + timedelta(days=days - 1), closing.start)
    return begin, last + timedelta(minutes=closing.duration_min)


def moments_of(record: FormatRecord, day: date, place: Place) -> tuple[datetime, datetime]:
    """The same in UTC, as calendar files take it, by the time zone of a place."""
    zone = ZoneInfo(place.place.timezone)
    begin, end = (at.replace(tzinfo=zone).astimezone(UTC) for at in hours_of(record, day))
    return begin, end


def _at(day: date, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day.isoformat()}T{clock}")
