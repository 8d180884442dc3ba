"""What the pages of an old site need to know of each other while they move."""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from oic_kit.model.jekyll_address import address, inside, normal, slugified
from oic_kit.model.jekyll_text import plain
from oic_kit.model.place import Place
from oic_kit.model.slug import slug
from oic_kit.services.jekyll_pictures import Files
from oic_kit.services.jekyll_source import Document, Source

POSTS = ("posts", "drafts", "beitraege", "beiträge", "artikel", "articles", "blog", "news")
METHODS = ("methoden", "methods", "methodenkoffer")
_HOME = {
    "events": "/events", "termine": "/events", "team": "/people", "projects": "/projects",
    "projekte": "/projects", "contact": "/contact", "kontakt": "/contact", "about": "/about",
    "news": "/posts", "beitraege": "/posts",
}  # fmt: skip
_TICKETS = re.compile(r"(https://[\w.-]+/[\w./-]*?)\{\{\s*include\.event\s*\}\}")


@dataclass
class Old:
    """An old site, and where its pages go.

    Args:
        source: the old site.
        place: the record of the new one.
        language: in which its pages are written.
        files: its pictures and downloads.
        today: what counts as today.
        people: folder below `people/` by name.
        addresses: content path of the new page by old address, such as `/posts/summer`.
        spelt: the same old addresses as they were published, with their ending.
    """

    source: Source
    place: Place
    language: str
    files: Files
    today: datetime.date
    people: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    spelt: dict[str, str] = field(default_factory=dict)

    def without(self, sources: Collection[str]) -> Old:
        """The same old site before anything was read, without some of its pages."""
        source = self.source.without(sources)
        return Old(source, self.place, self.language, self.files, self.today)

    def move(self, document: Document, page: str) -> None:
        """Remember where the old addresses of a page lead from now on.

        Args:
            document: the old page; its own redirects move along.
            page: content path of the new one, such as `/posts/summer`.
        """
        more = document.head.get("redirect_from")
        given = more if isinstance(more, list) else [more] if isinstance(more, str) else []
        for spelt in (old_address(document, self.source.config), *map(str, given)):
            if re.match(r"^/?[\w%./-]+$", spelt):
                self.addresses.setdefault(normal(spelt), page)
                self.spelt.setdefault(normal(spelt), f"/{spelt.lstrip('/')}")

    def address_of(self, document: Document) -> str:
        """Where a page of the old site lived."""
        return old_address(document, self.source.config)

    @cached_property
    def home(self) -> str:
        """The address of the old site."""
        config = self.source.config
        return f"{config.get('url') or ''}{config.get('baseurl') or ''}".strip()

    @cached_property
    def facts(self) -> dict[str, str]:
        """What Liquid could print: the plain values of `_config.yml`, such as `site.email`."""
        found = {"site.baseurl": "", "site.url": ""}
        for key, value in self.source.config.items():
            if isinstance(value, str | int | float) and key not in ("url", "baseurl"):
                found[f"site.{key}"] = str(value)
        return found

    @cached_property
    def tickets(self) -> str:
        """The address of the ticket shop before the name of an event; empty when there is none."""
        for path in self.source.files:
            if re.fullmatch(r"_includes/[\w-]*(?:pretix|ticket)[\w-]*\.html", path):
                text = (self.source.root / path).read_text("utf-8", errors="replace")
                if found := _TICKETS.search(text):
                    return found.group(1)
        return ""

    @property
    def topics(self) -> dict[str, str]:
        """The topics of the place: id by everything that somebody may call them."""
        found = {}
        for topic in self.place.topics:
            for name in (topic.id, *topic.title.values()):
                found[slug(name)] = topic.id
        return found

    def person(self, name: str) -> tuple[str, bool]:
        """The folder of a person, and whether the name was written a little differently."""
        wanted = _bare(name)
        known = {_bare(one): folder for one, folder in self.people.items()}
        if wanted in known:
            return known[wanted], name not in self.people
        near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.9)
        return (known[near[0]], True) if near else ("", False)

    def goal(self, url: str, *, seen_from: str = "/") -> str | None:
        """The path inside the old site that a link means; nothing when it leads elsewhere."""
        path = inside(url.strip(), self.home)
        if path is None or path.startswith("/"):
            return path
        return f"{seen_from.rsplit('/', 1)[0]}/{path}"

    def page_at(self, path: str) -> str | None:
        """The content path of the new page for a path of the old site."""
        before, _hash, fragment = path.partition("#")
        if normal(before) == "/" and fragment:
            return _HOME.get(fragment.lower(), "/")
        if normal(before) == "/":
            return "/"
        return self.addresses.get(normal(before))


def _bare(name: str) -> str:
    """A name without accents and capitals: `Rene` and `René` are one person."""
    split = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(sign for sign in split if not unicodedata.combining(sign)).split())


def texts(value: Any) -> list[str]:
    """A list of plain texts, also from a single one."""
    given = value if isinstance(value, list) else [value]
    return [text for text in map(plain, given) if text]


def first_of(head: dict[str, Any], *keys: str) -> Any:
    """The first of some keys that says something."""
    return next((head[key] for key in keys if head.get(key) not in (None, "", [], " ")), None)


def identity(stem: str, taken: Iterable[str]) -> str:
    """A folder name for an item that nobody else has, at most 60 signs."""
    name = slug(stem, fallback="page")
    free, number = name, 1
    used = set(taken)
    while free in used:
        number += 1
        free = f"{name[:56].rstrip('-')}-{number}"
    return free


def old_address(document: Document, config: dict[str, Any]) -> str:
    """Where a page of the old site lived, as it was published."""
    given, style = document.head.get("permalink"), str(config.get("permalink") or "date")
    if given:
        return f"/{str(given).lstrip('/')}"
    folder, _slash, _name = document.path.rpartition("/")
    if not document.collection:
        tidy = style == "pretty" or style.endswith("/")
        stem = "" if document.stem == "index" else document.stem + ("/" if tidy else ".html")
        return f"/{folder}/{stem}".replace("//", "/")
    if document.collection in ("posts", "drafts"):
        return address(style, _holders(document))
    named = config.get("collections")
    about = named.get(document.collection) if isinstance(named, dict) else None
    pattern = about.get("permalink") if isinstance(about, dict) else None
    return address(str(pattern or "/:collection/:path:output_ext"), _holders(document))


def _holders(document: Document) -> dict[str, str]:
    """What the placeholders of a permalink stand for."""
    day, stem = str(document.head.get("date") or "")[:10], document.stem
    if dated := re.match(r"(\d{4}-\d{2}-\d{2})-(.+)", stem):
        day, stem = day or dated.group(1), dated.group(2)
    title = slugified(str(document.head.get("slug") or stem))
    folder = document.path.rpartition("/")[0].partition("/")[2]
    return {
        "collection": document.collection,
        "name": slugified(stem),
        "title": title,
        "slug": title,
        "path": f"{folder}/{stem}".lstrip("/"),
        "year": day[:4],
        "month": day[5:7],
        "day": day[8:10],
        "categories": "/".join(map(slugified, texts(document.head.get("categories")))),
        "output_ext": ".html",
    }
