"""Feeds and data for other programs: whoever follows a site elsewhere gets all of it, unbroken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import jsonschema
import lxml.html
import pytest

from oic_kit.services.language_data import languages
from tests.sites import BuiltSite

# JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/
ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "content_html"],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "url": {"type": "string", "pattern": "^https://"},
        "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$"},
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "feed_url", "home_page_url", "language"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "items": {"type": "array", "items": ITEM},
    },
}


def files(site: BuiltSite, ending: str) -> list[Path]:
    """All files of the built site with an ending."""
    return [site.root / name for name in sorted(site.files) if name.endswith(ending)]


def addresses_in(value: object) -> Iterator[str]:
    """Every address of a tree of values."""
    if isinstance(value, str) and value.startswith(("https://", "http://", "/")):
        yield value
    for inner in value.values() if isinstance(value, dict) else ():
        yield from addresses_in(inner)
    for inner in value if isinstance(value, list) else ():
        yield from addresses_in(inner)


def test_every_feed_can_be_read(built_site: BuiltSite):
    """
    A reader of feeds subscribes to any of them and gets items with names, dates and authors.
    """
    feeds = files(built_site, "feed.xml")

    assert feeds
    for file in feeds:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, (file, feed.get("bozo_exception"))
        assert feed.feed.title and feed.feed.link.startswith(built_site.base)
        assert len(feed.entries) == len({entry.id for entry in feed.entries})
        for entry in feed.entries:
            assert entry.title.strip(), file
            assert "<" not in lxml.html.fromstring(entry.summary or "<p>").text_content(), file


def test_every_post_in_a_feed_says_when_it_appeared(built_site: BuiltSite):
    """
    A reader of feeds shows the newest post first, with its author.
    """
    for tongue in built_site.place.site.languages:
        folder = built_site.root / built_site.below(tongue) / languages()[tongue].paths["posts"]
        entries = feedparser.parse((folder / "feed.xml").read_bytes()).entries
        dates = [entry.published_parsed for entry in entries]

        assert dates
        assert sorted(dates, reverse=True) == dates
        assert all(entry.author for entry in entries)


@pytest.mark.parametrize("kind", ["posts", "events"])
def test_the_feed_of_a_list_holds_what_the_list_shows(built_site: BuiltSite, kind: str):
    """
    A subscriber misses no post and no event.
    """
    for tongue in built_site.place.site.languages:
        folder = f"{built_site.below(tongue)}{languages()[tongue].paths[kind]}/"
        feed = feedparser.parse((built_site.root / folder / "feed.xml").read_bytes())
        sources = built_site.folder.joinpath("site", "content", kind).glob(f"*/index.{tongue}.md")
        wanted = {f"{built_site.base}{folder}{source.parent.name}/" for source in sources}

        assert wanted
        assert wanted <= {entry.link for entry in feed.entries}


def test_every_json_feed_keeps_to_its_standard(built_site: BuiltSite):
    """
    A program that reads JSON Feed 1.1 takes every feed of the site.
    """
    feeds = files(built_site, "feed.json")

    assert feeds
    for file in feeds:
        feed = json.loads(file.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(JSON_FEED).validate(feed)
        assert len(feed["items"]) == len({item["id"] for item in feed["items"]})


def test_both_kinds_of_feed_tell_the_same(built_site: BuiltSite):
    """
    A subscriber gets the same items, whichever feed their program prefers.
    """
    for file in files(built_site, "feed.json"):
        items = json.loads(file.read_text(encoding="utf-8"))["items"]
        entries = feedparser.parse(file.with_suffix(".xml").read_bytes()).entries

        assert [entry.link for entry in entries] == [item["url"] for item in items]
        assert [entry.title for entry in entries] == [item["title"] for item in items]


def test_whatever_a_feed_or_data_file_points_at_exists(built_site: BuiltSite):
    """
    A program that follows an address from a feed or from the data of the site finds something there.
    """
    page = built_site.page("index.html")
    shown = built_site.files | {name.removesuffix("index.html") for name in built_site.files}
    sources = [*files(built_site, "feed.json"), *files(built_site, "oic.json")]
    sources += [file for file in files(built_site, ".json") if file.parent.name == "api"]
    dead = set()
    for file in sources:
        for address in addresses_in(json.loads(file.read_text(encoding="utf-8"))):
            goal = built_site.file_at(address, seen_from=page)
            if goal is not None and goal not in shown:
                dead.add((file.name, address))

    assert len(sources) > 3
    assert set() == dead


def test_a_feed_shows_its_pictures_and_links_anywhere(built_site: BuiltSite):
    """
    A reader of feeds sees pictures and follows links although the text stands on another site.
    """
    for file in files(built_site, "feed.json"):
        for item in json.loads(file.read_text(encoding="utf-8"))["items"]:
            tree = lxml.html.fromstring(f"<div>{item['content_html']}</div>")
            loose = [
                str(address)
                for address in tree.xpath("//@href | //@src")
                if not urlsplit(address).scheme and not address.startswith("#")
            ]
            assert [] == loose, (file, item["url"])
            assert [] == tree.xpath("//script | //style | //form | //iframe"), item["url"]


def test_other_oics_learn_who_this_is(built_site: BuiltSite):
    """
    Another OIC reads in one file who this is, which languages it speaks and where its feeds lie.
    """
    card = json.loads((built_site.root / ".well-known" / "oic.json").read_text(encoding="utf-8"))
    place = built_site.place

    assert place.site.title == card["name"]
    assert place.name == card["place"]["name"]
    assert place.kind.value == card["place"]["kind"]
    assert list(place.site.languages) == [it["code"].split("-")[0] for it in card["languages"]]
    assert list(place.network) == card.get("network", [])
    assert {"calendar", "rss", "jsonfeed"} <= set(card["languages"][0]["feeds"])


def test_who_finds_a_weakness_knows_whom_to_write(built_site: BuiltSite):
    """
    A security researcher finds an address that is not out of date (RFC 9116).
    """
    text = (built_site.root / ".well-known" / "security.txt").read_text(encoding="utf-8")
    lines = dict(line.split(": ", 1) for line in text.splitlines() if line)

    assert f"mailto:{built_site.place.contact.email}" == lines["Contact"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", lines["Expires"])
    assert built_site.base + ".well-known/security.txt" == lines["Canonical"]
    assert ", ".join(built_site.place.site.languages) == lines["Preferred-Languages"]
