"""From the rule of a time zone, as every zone file ends with it, to the VTIMEZONE of a calendar.

Source:
    POSIX TZ rules: IEEE Std 1003.1-2017, 8.3 (`TZ`), with the longer hours of RFC 8536, 3.3.1;
    VTIMEZONE: RFC 5545, 3.6.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_FIRST_YEAR = 1970
_LAST_WEEK = 5
_DAY = 86_400
_HOUR = 3_600
_TWO_O_CLOCK = "2"
_LONGEST = {4: 30, 6: 30, 9: 30, 11: 30}  # days of a month; any other has 31
_FEBRUARY = 2

_NAME = r"(<[A-Za-z0-9+-]+>|[A-Za-z]{3,})"
_CLOCK = r"([+-]?\d{1,3}(?::\d{2}){0,2})"
_RULE = re.compile(rf"{_NAME}{_CLOCK}(?:{_NAME}{_CLOCK}?,([^,]+),([^,]+))?")
_CHANGE = re.compile(rf"M(\d{{1,2}})\.([1-5])\.([0-6])(?:/{_CLOCK})?")


@dataclass(frozen=True)
class _Change:
    """When the clocks change: one of seven days in a row of a month, on a weekday, at a time.

    Args:
        month: 1 to 12.
        days: the seven days; negative ones count from the end of the month.
        weekday: 0 is Sunday.
        seconds: from midnight, by the clock that is about to be changed.
    """

    month: int
    days: range
    weekday: int
    seconds: int

    def rule(self) -> str:
        """The yearly rule, as a calendar writes it."""
        weekday = _WEEKDAYS[self.weekday]
        start = f"RRULE:FREQ=YEARLY;BYMONTH={self.month};"
        if self.days == range(-7, 0):
            return f"{start}BYDAY=-1{weekday}"
        if self.days.start % 7 == 1:
            return f"{start}BYDAY={self.days.start // 7 + 1}{weekday}"
        return f"{start}BYMONTHDAY={','.join(map(str, self.days))};BYDAY={weekday}"

    def first(self) -> str:
        """The first time it happened, as a local date and time."""
        turn = date(_FIRST_YEAR, self.month, 1)
        if self.days.start < 0:
            following = date(_FIRST_YEAR + self.month // 12, self.month % 12 + 1, 1)
            day = following + timedelta(days=self.days.start)
        else:
            day = turn + timedelta(days=self.days.start - 1)
        # Python's Monday is 0, the rule's Sunday is 0.
        day += timedelta(days=(self.weekday - (day.weekday() + 1)) % 7)
        hours, rest = divmod(self.seconds, _HOUR)
        return f"{day:%Y%m%d}T{hours:02}{rest // 60:02}{rest % 60:02}"


def vtimezone(zone: str, rule: str) -> tuple[str, ...] | None:
    """Write the VTIMEZONE of a zone, line by line, without line ends.

    Args:
        zone: name of the zone, such as `Europe/Berlin`.
        rule: its POSIX rule, such as `CET-1CEST,M3.5.0,M10.5.0/3`.

    Returns:
        The lines from `BEGIN:VTIMEZONE` to `END:VTIMEZONE`; None where a calendar cannot say the
        rule, because a change may fall into another month. Such a place writes its times in UTC.
    """
    found = _RULE.fullmatch(rule)
    if not found:
        return None
    name, offset, summer, summer_offset, begins, ends = found.groups()
    usual = -_seconds(offset)
    if summer is None:
        parts = _part("STANDARD", name, (usual, usual), f"{_FIRST_YEAR}0101T000000")
        return "BEGIN:VTIMEZONE", f"TZID:{zone}", *parts, "END:VTIMEZONE"
    begin, end = _change(begins), _change(ends)
    if begin is None or end is None:
        return None
    moved = -_seconds(summer_offset) if summer_offset else usual + _HOUR
    # Irish law calls the winter the exception; calendars want the later clock as DAYLIGHT.
    kinds = ("DAYLIGHT", "STANDARD") if moved > usual else ("STANDARD", "DAYLIGHT")
    return (
        "BEGIN:VTIMEZONE",
        f"TZID:{zone}",
        *_part(kinds[0], summer, (usual, moved), begin.first(), begin.rule()),
        *_part(kinds[1], name, (moved, usual), end.first(), end.rule()),
        "END:VTIMEZONE",
    )


def _part(
    kind: str, name: str, offsets: tuple[int, int], first: str, *rule: str
) -> tuple[str, ...]:
    before, after = offsets
    return (
        f"BEGIN:{kind}",
        f"DTSTART:{first}",
        *rule,
        f"TZOFFSETFROM:{_offset(before)}",
        f"TZOFFSETTO:{_offset(after)}",
        f"TZNAME:{name.strip('<>')}",
        f"END:{kind}",
    )


def _change(text: str) -> _Change | None:
    """Read `M3.5.0/2`; None for rules by day of the year and for days outside the month."""
    found = _CHANGE.fullmatch(text)
    if not found:
        return None
    month, week, weekday = (int(part) for part in found.group(1, 2, 3))
    shift, seconds = divmod(_seconds(found.group(4) or _TWO_O_CLOCK), _DAY)
    days = range(-7, 0) if week == _LAST_WEEK else range(7 * week - 6, 7 * week + 1)
    if shift:
        moved = _moved(month, days, shift)
        if moved is None:
            return None
        days = moved
    return _Change(month, days, (weekday + shift) % 7, seconds)


def _moved(month: int, days: range, shift: int) -> range | None:
    """Move seven days within a month; None where one would leave it."""
    if days.start < 0:
        if month == _FEBRUARY:
            return None
        last = _LONGEST.get(month, 31)
        days = range(last - 6, last + 1)
    moved = range(days.start + shift, days.stop + shift)
    inside = moved.start >= 1 and moved[-1] <= _LONGEST.get(month, 31)
    return moved if inside and month != _FEBRUARY else None


def _seconds(clock: str) -> int:
    """Read `-3:30` or `26` as seconds."""
    sign = -1 if clock.startswith("-") else 1
    parts = [int(part) for part in clock.lstrip("+-").split(":")]
    return sign * sum(part * unit for part, unit in zip(parts, (_HOUR, 60, 1), strict=False))


def _offset(seconds: int) -> str:
    """Write an offset from UTC as a calendar does: `+0100`, `-0330`."""
    sign = "-" if seconds < 0 else "+"
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{sign}{minutes // 60:02}{minutes % 60:02}"
    return f"{text}{rest:02}" if rest else text
