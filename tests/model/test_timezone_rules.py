"""Time zones in calendars: what a subscriber's calendar computes is what the clocks show."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from oic_kit.model.timezone_rules import vtimezone
from oic_kit.services.zone_files import posix_rule, zone_names

ZONES = [
    "Europe/Berlin", "Europe/London", "Europe/Dublin", "Europe/Helsinki", "America/New_York",
    "Asia/Kathmandu", "Australia/Sydney", "Asia/Jerusalem", "America/Santiago", "America/Nuuk",
    "Atlantic/Azores", "UTC",
]  # fmt: skip


def calendar_of(zone: str) -> icalendar.Calendar:
    lines = vtimezone(zone, posix_rule(zone))
    assert lines is not None
    text = "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//t//t//", *lines, "END:VCALENDAR", "")
    )
    return icalendar.Calendar.from_ical(text)


@pytest.mark.parametrize("zone", ZONES)
def test_a_calendar_shows_the_hours_that_the_clocks_show(zone):
    """
    Whoever subscribes to the events is on time, in summer, in winter and around both changes.
    """
    (found,) = calendar_of(zone).walk("VTIMEZONE")
    # By its rules alone: looking the name up would compare the database with itself.
    read = found.to_tz(lookup_tzid=False)
    real = ZoneInfo(zone)
    # No zone skips or repeats this hour, nor every sixth after it.
    moment = datetime(2026, 1, 1, 4, 30)  # noqa: DTZ001 - a reading of the clock on the wall
    while moment.year < 2031:
        assert real.utcoffset(moment) == read.utcoffset(moment), moment
        moment += timedelta(hours=6)


@pytest.mark.parametrize("zone", ZONES)
def test_a_calendar_names_its_zone_and_repeats_every_year(zone):
    """
    A calendar program finds the zone of an event by its name, and one rule for each change.
    """
    lines = vtimezone(zone, posix_rule(zone))

    assert ("BEGIN:VTIMEZONE", f"TZID:{zone}", "END:VTIMEZONE") == (lines[0], lines[1], lines[-1])
    assert sum(line.startswith("RRULE") for line in lines) in (0, 2)
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)


def test_the_rule_of_berlin_reads_as_everybody_writes_it():
    """
    A developer compares the block with any other calendar of Central Europe.
    """
    assert (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
    ) == vtimezone("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3")


def test_an_hour_after_midnight_of_the_next_day_is_the_next_day():
    """
    Where the clocks change at 26 o'clock of a Thursday, a calendar says two o'clock on Friday.
    """
    lines = vtimezone("Asia/Jerusalem", "IST-2IDT,M3.4.4/26,M10.5.0")

    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR" in lines
    assert "DTSTART:19700327T020000" in lines


@pytest.mark.parametrize(
    "rule",
    [
        "EET-2EEST,M4.5.5/0,M10.5.4/24",  # may fall on the first of November
        "CET-1CEST,J60,J300",
        "CET-1CEST,59,299",
        "CET-1CEST,M2.5.0/24,M10.5.0",
        "",
        "nonsense",
    ],
)
def test_a_rule_that_calendars_cannot_say_is_left_to_utc(rule):
    """
    Where the rule is odd, a subscriber still gets right times: the events are written in UTC.
    """
    assert vtimezone("Africa/Cairo", rule) is None


def test_nearly_every_zone_of_the_world_has_a_rule():
    """
    A place anywhere gets calendars in its own time; only Egypt's rule leaves its month.
    """
    without = {zone for zone in zone_names() if vtimezone(zone, posix_rule(zone)) is None}

    assert {"Africa/Cairo", "Egypt"} == without
