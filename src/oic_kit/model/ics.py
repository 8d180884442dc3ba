"""A calendar file: days or hours with a text, as calendar programs of all kinds read them.

Source:
    RFC 5545 (iCalendar): lines of at most 75 octets, ended by CR LF; 3.3.11 for escaping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_OCTETS = 75
_DAY = timedelta(days=1)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class Entry:
    """A whole day in a calendar, or some hours of one.

    Args:
        uid: stays the same when the day moves: a program that reads the file again moves it, too.
        first: its day, or the first of several.
        last: the last one of several days; nothing for a single one.
        hours: begin and end in UTC of what takes place at a time; without it, it takes the whole day.
        where: the place, in a few words.
    """

    uid: str
    first: date
    title: str
    text: str = ""
    last: date | None = None
    hours: tuple[datetime, datetime] | None = None
    where: str = ""


def calendar(name: str, entries: Iterable[Entry], *, stamp: date, product: str) -> str:
    """Write a calendar.

    Args:
        name: what programs call it.
        entries: in the order of their days.
        stamp: the day that every entry carries as its making; not today, so that the same plan
            gives the same file.
        product: who made it.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_escaped(product)}//",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for entry in entries:
        lines += _event(entry, stamp)
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in _folded(line))


def _event(entry: Entry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(entry.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield from _time(entry)
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.text:
        yield f"DESCRIPTION:{_escaped(entry.text)}"
    if entry.where:
        yield f"LOCATION:{_escaped(entry.where)}"
    if entry.hours is None:
        # Nobody is busy because the plan has a milestone.
        yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _time(entry: Entry) -> Iterator[str]:
    if entry.hours:
        yield from (
            f"{name}:{at:%Y%m%dT%H%M%SZ}"
            for name, at in zip(("DTSTART", "DTEND"), entry.hours, strict=True)
        )
        return
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    # The end of a whole day is the day after it.
    yield f"DTEND;VALUE=DATE:{(entry.last or entry.first) + _DAY:%Y%m%d}"


def _escaped(text: str) -> str:
    return text.replace("\r", "").translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets, never inside a character."""
    piece, size, limit = "", 0, _OCTETS
    for sign in line:
        octets = len(sign.encode())
        if size + octets > limit:
            yield piece
            # The blank that begins a continued line counts as well.
            piece, size = " ", 1
        piece += sign
        size += octets
    yield piece
