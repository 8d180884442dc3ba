"""Calendars of a site: valid by RFC 5545, and true to the pages of the events."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import yaml

from oic_kit.services.language_data import languages
from tests.sites import BuiltSite

STATUS = {"scheduled": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "CONFIRMED",
          "moved": "CONFIRMED"}  # fmt: skip


def calendars(site: BuiltSite) -> dict[str, icalendar.Calendar]:
    """Every calendar file of the site, read."""
    found = {
        name: icalendar.Calendar.from_ical((site.root / name).read_bytes())
        for name in sorted(site.files)
        if name.endswith(".ics")
    }
    assert found
    return found


def sources(site: BuiltSite, tongue: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The events that stand in the folder: their id and what their page says of them."""
    for file in sorted(
        site.folder.joinpath("site", "content", "events").glob(f"*/index.{tongue}.md")
    ):
        yield file.parent.name, yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])


def main_calendar(site: BuiltSite, tongue: str) -> Path:
    """The calendar of all events in one language."""
    return site.root / site.below(tongue) / languages()[tongue].paths["events"] / "events.ics"


def test_every_line_of_a_calendar_is_short_and_whole(built_site: BuiltSite):
    """
    Every calendar program reads the file: lines of at most 75 octets, folded between letters.
    """
    for name in built_site.files:
        if name.endswith(".ics"):
            data = (built_site.root / name).read_bytes()
            assert data.endswith(b"\r\n"), name
            assert b"\n" not in data.replace(b"\r\n", b""), name
            for line in data.split(b"\r\n"):
                assert len(line) <= 75, (name, line)
                line.decode("utf-8")  # a letter that was cut in two would not decode


def test_every_calendar_can_be_read(built_site: BuiltSite):
    """
    A visitor adds any event or list to their calendar: zone, times and names are all there.
    """
    for name, calendar in calendars(built_site).items():
        zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
        uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]

        assert "2.0" == str(calendar["VERSION"]), name
        assert str(calendar["PRODID"]), name
        assert len(uids) == len(set(uids)), name
        for event in calendar.walk("VEVENT"):
            assert event.errors == [], name
            assert event["DTSTAMP"].dt.utcoffset() == datetime.timedelta(), name
            assert str(event["SUMMARY"]).strip(), name
            assert {event["DTSTART"].params.get("TZID")} <= {None, *zones}, name


def test_the_calendar_holds_the_events_of_the_pages(built_site: BuiltSite):
    """
    A subscriber sees the same names, times and places as a visitor of the pages.
    """
    place = built_site.place
    zone = ZoneInfo(place.place.timezone)
    for tongue in place.site.languages:
        calendar = icalendar.Calendar.from_ical(main_calendar(built_site, tongue).read_bytes())
        events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
        told = dict(sources(built_site, tongue))

        assert set(told) == set(events)
        assert place.site.title == str(calendar["X-WR-CALNAME"])
        for name, event in events.items():
            source = told[name]
            start = datetime.datetime.fromisoformat(str(source["start"])).replace(tzinfo=zone)
            assert start == event["DTSTART"].dt.astimezone(zone), name
            changed = "status" in source  # cancelled or postponed: the name says so first
            assert str(event["SUMMARY"]).endswith(str(source["title"])), name
            assert changed is (source["title"] != str(event["SUMMARY"])), name
            assert STATUS[str(source.get("status", "scheduled"))] == str(event["STATUS"]), name
            assert str(source.get("venue", "Online")) in str(event["LOCATION"]), name


def test_an_event_is_the_same_in_every_calendar(built_site: BuiltSite):
    """
    A visitor who took an event from its page and then subscribes to a series sees it once.
    """
    seen: dict[tuple[str, str], set[tuple[object, ...]]] = {}
    for name, calendar in calendars(built_site).items():
        tongue = next(
            (code for code in built_site.place.site.languages[1:] if name.startswith(f"{code}/")),
            "",
        )
        for event in calendar.walk("VEVENT"):
            facts = (event["DTSTART"].dt, str(event["SUMMARY"]), int(event["SEQUENCE"]))
            seen.setdefault((tongue, str(event["UID"])), set()).add(facts)

    assert seen
    assert {} == {uid: facts for uid, facts in seen.items() if len(facts) != 1}


def test_the_zone_of_a_calendar_is_that_of_the_place(built_site: BuiltSite):
    """
    A visitor from elsewhere sees every event at the right hour, in summer and in winter.
    """
    place = built_site.place
    zone = ZoneInfo(place.place.timezone)
    calendar = icalendar.Calendar.from_ical(
        main_calendar(built_site, place.main_language).read_bytes()
    )
    (rules,) = calendar.walk("VTIMEZONE")
    own = rules.to_tz(lookup_tzid=False)

    for month in range(1, 13):
        moment = datetime.datetime(2027, month, 15, 12, tzinfo=datetime.UTC)
        assert moment.astimezone(zone).utcoffset() == moment.astimezone(own).utcoffset(), month


def test_every_event_page_offers_its_calendar_file(built_site: BuiltSite):
    """
    A visitor of an event takes it along into their calendar.
    """
    for tongue in built_site.place.site.languages:
        folder = main_calendar(built_site, tongue).parent
        for name, _source in sources(built_site, tongue):
            events = icalendar.Calendar.from_ical((folder / name / "event.ics").read_bytes())
            assert 1 == len(events.walk("VEVENT")), name


def test_a_cancelled_event_invites_nobody(built_site: BuiltSite):
    """
    A visitor of a cancelled event reads that first, and nowhere how to register for it.
    """
    seen = 0
    for tongue in built_site.place.site.languages:
        folder = main_calendar(built_site, tongue).parent.relative_to(built_site.root).as_posix()
        for name, source in sources(built_site, tongue):
            if source.get("status") == "cancelled":
                seen += 1
                tree = built_site.page(f"{folder}/{name}/index.html").tree
                assert tree.xpath("//main//*[contains(@class, 'notice--danger')]"), name
                assert tree.xpath("//main//*[contains(@class, 'event-head__date--off')]"), name
                assert [] == tree.xpath("//main//*[@data-join]"), name
                assert [] == tree.xpath(
                    "//main//*[@data-actions]//a[contains(@href, 'event.ics')]"
                ), name
    assert seen
