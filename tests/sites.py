"""A built site as a visitor meets it: its pages, their titles, texts, links and languages."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from oic_kit.model.place import Place
from oic_kit.services.generate import generate
from oic_kit.services.site import build
from tests.places import profile


@dataclass(frozen=True)
class Page:
    """One HTML file of a built site."""

    path: str
    html: str

    @functools.cached_property
    def tree(self) -> lxml.html.HtmlElement:
        """The page as a browser would see it without scripts."""
        return lxml.html.document_fromstring(self.html)

    @property
    def title(self) -> str:
        """What stands on the browser's tab."""
        return str(self.tree.findtext(".//title") or "").strip()

    @property
    def language(self) -> str:
        """The language that the page declares."""
        return str(self.tree.get("lang", ""))

    @property
    def links(self) -> list[str]:
        """Every address that the page links to."""
        return [str(link) for link in self.tree.xpath("//a/@href")]

    @property
    def text(self) -> str:
        """What can be read, without scripts and styles."""
        words = self.tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
        return " ".join(" ".join(map(str, words)).split())

    @property
    def is_redirect(self) -> bool:
        """Whether the page only sends the visitor on."""
        return 'http-equiv="refresh"' in self.html or "http-equiv=refresh" in self.html


@dataclass(frozen=True)
class BuiltSite:
    """A generated folder and the site that was built in it."""

    place: Place
    folder: Path

    @classmethod
    def made(cls, name: str, folder: Path) -> BuiltSite:
        """Generate and build a sample place, unless that was done in this run already."""
        site = cls(profile(name), folder)
        if not site.root.is_dir():
            generate(site.place, into=folder)
            build(folder)
        return site

    @property
    def root(self) -> Path:
        """The folder that a web server would show."""
        return self.folder / "build" / "site"

    def pages(self) -> Iterator[Page]:
        """Every page that says something (redirects left out)."""
        for path in sorted(self.root.rglob("*.html")):
            page = Page(path.relative_to(self.root).as_posix(), path.read_text(encoding="utf-8"))
            if not page.is_redirect and not page.path.startswith("pagefind/"):
                yield page

    def page(self, path: str) -> Page:
        """One page by its file."""
        return Page(path, (self.root / path).read_text(encoding="utf-8"))
