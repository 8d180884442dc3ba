"""How dates, posts and series of an old site hang together, and what the new one calls it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from oic_kit.model.jekyll_liquid import Include, pieces
from oic_kit.model.jekyll_text import plain
from oic_kit.model.slug import slug
from oic_kit.services.jekyll_draft import Draft, describe_it, name_it
from oic_kit.services.jekyll_old import Old, first_of
from oic_kit.services.jekyll_posts import category_of, named_post, post_documents
from oic_kit.services.jekyll_source import Document

if TYPE_CHECKING:
    from oic_kit.services.jekyll_events import Dates

_ASKED = re.compile(r"topic\W{1,20}(?:==|,)\s*[\"']([\w -]+)[\"']")
_SHOP = re.compile(r"<pretix-widget\b[^>]*\bevent=[\"'](https://[^\"']+)[\"']")
_LEAST = 2


@dataclass
class Ties:
    """What belongs together.

    Args:
        lookbacks: post that looks back, by event.
        looked_back: event, by post that looks back.
        announced: posts that announce an event.
        tickets: address of the ticket shop, by event.
        formats: formats of the new site that dates belong to, by topic of the old one.
        series: series by topic.
        pages: the page of the old site about a topic.
    """

    lookbacks: dict[str, str] = field(default_factory=dict)
    looked_back: dict[str, str] = field(default_factory=dict)
    announced: set[str] = field(default_factory=set)
    tickets: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    series: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Document] = field(default_factory=dict)

    def tie(self, head: dict[str, Any], event: str, topic: str) -> None:
        """Write into the head of an event what it belongs to."""
        if topic in self.formats:
            head |= {"format": self.formats[topic], "series": [self.formats[topic]]}
        elif topic in self.series:
            head["series"] = [self.series[topic]]
        if post := self.lookbacks.get(event):
            head["lookback"] = post


def topic_of(entry: dict[str, Any]) -> str:
    """The word by which pages of the old site gathered a date."""
    return plain(first_of(entry, "topic", "series", "reihe"))


def ties_of(old: Old, dates: Dates, folders: dict[str, str], formats: frozenset[str]) -> Ties:
    """Find out what belongs together.

    Args:
        old: the old site, with the addresses of its posts.
        dates: its dates.
        folders: folder of every post, by path of its file.
        formats: the formats that the new site has.
    """
    ties = Ties()
    posts = {folders[document.path]: document for document in post_documents(old)}
    for event, entry in dates.entries.items():
        _tie_posts(old, ties, posts, event, plain(first_of(entry, "booking_url", "link", "url")))
    _tie_topics(old, ties, dates, formats)
    return ties


def _tie_posts(old: Old, ties: Ties, posts: dict[str, Document], event: str, address: str) -> None:
    """The post that an event links to announces it or looks back; that one knows the other."""
    path = old.goal(address) if address else None
    page = (old.page_at(path) if path else None) or ""
    post = page.removeprefix("/posts/")
    if not page.startswith("/posts/") or post not in posts:
        return
    before, after = "", ""
    if category_of(posts[post]) == "lookback":
        after, before = post, named_post(old, posts[post].head.get("related_post"))
    else:
        before = post
        after = named_post(old, posts[post].head.get("retrospective_post")) or next(
            (
                folder
                for folder, document in posts.items()
                if named_post(old, document.head.get("related_post")) == post
            ),
            "",
        )
    if before in posts:
        ties.announced.add(before)
        if shop := _shop(old, posts[before]):
            ties.tickets[event] = shop
    if after in posts and category_of(posts[after]) == "lookback" and after not in ties.looked_back:
        ties.lookbacks[event], ties.looked_back[after] = after, event


def _shop(old: Old, document: Document) -> str:
    """The address of the ticket shop in a post."""
    if found := _SHOP.search(document.body):
        return found.group(1)
    for piece in pieces(document.body):
        if isinstance(piece, Include) and piece.name == "pretix-widget" and old.tickets:
            event = piece.values.get("event", "")
            return f"{old.tickets}{event}/" if re.fullmatch(r"[\w./-]+", event) else ""
    return ""


def _tie_topics(old: Old, ties: Ties, dates: Dates, formats: frozenset[str]) -> None:
    for document in old.source.of(""):
        for topic in _ASKED.findall(document.body):
            ties.pages.setdefault(topic, document)
    used = Counter(filter(None, map(topic_of, dates.entries.values())))
    for topic, count in used.items():
        name = slug(topic)
        if name in formats:
            ties.formats[topic] = name
        elif name and name != "events" and (count >= _LEAST or topic in ties.pages):
            ties.series[topic] = name
    for topic, document in ties.pages.items():
        if topic in ties.formats:
            goal = f"/formats/{ties.formats[topic]}"
        elif topic in ties.series:
            goal = f"/series/{ties.series[topic]}"
        else:
            continue
        old.move(document, goal)


def series_drafts(ties: Ties) -> Iterator[Draft]:
    """The page of every series: its title and what stood about it."""
    for topic, name in ties.series.items():
        document = ties.pages.get(topic)
        source = document.path if document else f"_data/events.yml: topic {topic}"
        draft = Draft(source, "series", f"series/{name}", name="_index")
        head = document.head if document else {}
        name_it(draft, head.get("title") or topic.replace("-", " ").capitalize(), fallback=name)
        describe_it(draft, head.get("description"), "")
        yield draft
