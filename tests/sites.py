"""A built site as a visitor meets it: its pages, their titles, texts, links and languages."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

from oic_kit.model.place import Place
from oic_kit.services.generate import generate
from oic_kit.services.site import build
from tests.places import profile

_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
    "picture", "q", "s", "small", "source", "span", "strong", "sub", "sup", "svg", "time", "u", "wbr",
})  # fmt: skip
_SPOKEN = ("alt", "aria-label", "content", "label", "placeholder", "title")


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
    def address(self) -> str:
        """Where the page lives, below the address of the site: `` for the start page."""
        return self.path.removesuffix("index.html")

    @property
    def tongue(self) -> str:
        """The language that the page declares, without its region."""
        return self.language.partition("-")[0]

    @functools.cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it is given."""
        return [str(name) for name in self.tree.xpath("//@id")]

    def meta(self, name: str) -> str:
        """The content of a `<meta>`, or nothing."""
        found = self.tree.xpath("//meta[@name=$name or @property=$name]/@content", name=name)
        return str(found[0]) if found else ""

    @functools.cached_property
    def sentences(self) -> list[str]:
        """What can be read or heard, a line for every block of text and every spoken attribute."""
        return [*lines_of(self.tree.body), *self.labels]

    @property
    def labels(self) -> list[str]:
        """What is not shown but spoken or quoted elsewhere: labels, alternative texts, descriptions."""
        found = self.tree.xpath("//@*[not(ancestor::script)]")
        values = (str(text) for text in found if text.attrname in _SPOKEN)
        return [" ".join(value.split()) for value in values if value.strip()]

    @property
    def is_redirect(self) -> bool:
        """Whether the page only sends the visitor on."""
        return 'http-equiv="refresh"' in self.html or "http-equiv=refresh" in self.html


def lines_of(root: lxml.html.HtmlElement) -> list[str]:
    """The text of an element, a line for every block; what a script or a style holds is left out."""
    parts: list[str] = []

    def walk(element: lxml.html.HtmlElement) -> None:
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            edge = "" if element.tag in _INLINE else "\n"
            parts.extend((edge, " ".join((element.text or "").split("\n"))))
            for child in element:
                walk(child)
            parts.append(edge)
        parts.append(" ".join((element.tail or "").split("\n")))

    walk(root)
    return [" ".join(line.split()) for line in "".join(parts).split("\n") if line.strip()]


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

    @functools.cached_property
    def every_page(self) -> tuple[Page, ...]:
        """All pages, read once."""
        found = tuple(self.pages())
        assert found, "Hugo wrote no pages"
        return found

    @functools.cached_property
    def files(self) -> frozenset[str]:
        """Every file that a web server would show, by its path."""
        paths = (path for path in self.root.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.root).as_posix() for path in paths)

    @property
    def base(self) -> str:
        """The address of the site; its pages lie below it."""
        return self.place.site.url

    def file_at(self, address: str, *, seen_from: Page) -> str | None:
        """The file that an address on a page leads to; None if it leads to another site."""
        full = urlsplit(urljoin(self.base + seen_from.address, address))
        mine = urlsplit(self.base)
        if (full.scheme, full.netloc) != (mine.scheme, mine.netloc):
            return None
        path = unquote(full.path).removeprefix(mine.path)
        return path + "index.html" if not path or path.endswith("/") else path

    def page_of(self, folder: str, tongue: str) -> Page:
        """The page of a content folder in one language, such as `imprint`."""
        source = self.folder / "site" / "content" / folder / f"index.{tongue}.md"
        lines = source.read_text(encoding="utf-8").splitlines()
        url = next(line.removeprefix("url: ") for line in lines if line.startswith("url: "))
        return self.page(f"{self.below(tongue)}{url}index.html")

    def below(self, tongue: str) -> str:
        """The folder in which the pages of a language lie: none for the main one."""
        return "" if tongue == self.place.main_language else f"{tongue}/"

    def pages(self) -> Iterator[Page]:
        """Every page that says something (redirects left out)."""
        for path in sorted(self.root.rglob("*.html")):
            page = Page(path.relative_to(self.root).as_posix(), path.read_text(encoding="utf-8"))
            if not page.is_redirect and not page.path.startswith("pagefind/"):
                yield page

    def page(self, path: str) -> Page:
        """One page by its file."""
        return Page(path, (self.root / path).read_text(encoding="utf-8"))
