"""A printed playbook as its readers meet it: headings, pictures and tables of every format."""

from __future__ import annotations

import functools
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html
import pikepdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

Tree = list[tuple[int, str]]
"""Headings in reading order: level and text; parts are 1, chapters 2, boxes 3."""


def spaced(text: str) -> str:
    """A text with every gap as one plain blank."""
    return re.sub(r"\s+", " ", text).strip()


@dataclass(frozen=True)
class PrintedBook:
    """The book of one place in one language, in every format.

    Args:
        folder: `build/playbook` of the place.
        slug: how its files begin.
    """

    folder: Path
    slug: str
    language: str

    def file(self, kind: str, document: str = "playbook") -> Path:
        """One document."""
        return self.folder / f"{self.slug}-{document}-{self.language}.{kind}"

    @functools.cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The PDF."""
        return pikepdf.open(self.file("pdf"))

    @functools.cached_property
    def docx(self) -> lxml.etree._Element:
        """The text of the DOCX."""
        return self._part("docx", "word/document.xml")

    @functools.cached_property
    def odt(self) -> lxml.etree._Element:
        """The text of the ODT."""
        return self._part("odt", "content.xml")

    def _part(self, kind: str, name: str) -> lxml.etree._Element:
        with zipfile.ZipFile(self.file(kind)) as package:
            return lxml.etree.fromstring(package.read(name))

    @property
    def pages(self) -> Path:
        """The folder of the web edition."""
        return self.folder / "html" / self.language

    @functools.cached_property
    def web(self) -> dict[str, lxml.html.HtmlElement]:
        """The pages of the web edition by name."""
        return {
            path.name: lxml.html.document_fromstring(path.read_text(encoding="utf-8"))
            for path in sorted(self.pages.glob("*.html"))
        }

    def tree(self, kind: str) -> Tree:
        """The headings of one format."""
        return list(getattr(self, f"_{kind}_tree")())

    def _pdf_tree(self) -> Iterator[tuple[int, str]]:
        with self.pdf.open_outline() as outline:
            # The list of contents is a heading of the PDF alone.
            yield from _outlined(outline.root[1:], 1)

    def _docx_tree(self) -> Iterator[tuple[int, str]]:
        for paragraph in self.docx.iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            found = re.fullmatch(r"Heading(\d)", "" if style is None else style.get(f"{W}val"))
            if found:
                yield (
                    int(found[1]),
                    spaced("".join(it.text or "" for it in paragraph.iter(f"{W}t"))),
                )

    def _odt_tree(self) -> Iterator[tuple[int, str]]:
        for heading in self.odt.iter(f"{TEXT}h"):
            yield int(heading.get(f"{TEXT}outline-level")), spaced("".join(heading.itertext()))

    def _html_tree(self) -> Iterator[tuple[int, str]]:
        for section in self.web["index.html"].xpath("//div[@class='contents']/section"):
            yield 1, spaced(section.findtext("h2"))
            for link in section.xpath(".//a/@href"):
                for heading in self.web[link].xpath(
                    "//main//*[self::h1|self::h2|self::h3|self::h4]"
                ):
                    yield int(heading.tag[1]) + 1, spaced(heading.text_content())

    def alternative_texts(self, kind: str) -> list[str]:
        """What is said of every figure to those who do not see it, in reading order."""
        found = list(getattr(self, f"_{kind}_pictures")())
        return [spaced(text) for text in found]

    def _pdf_pictures(self) -> Iterator[str]:
        figures = [node for node in self.tags() if node.S == "/Figure"]
        # The first is the wordmark on the cover.
        yield from (str(node.get("/Alt", "")) for node in figures[1:])

    def _docx_pictures(self) -> Iterator[str]:
        yield from (it.get("descr", "") for it in self.docx.iter(f"{WP}docPr"))

    def _odt_pictures(self) -> Iterator[str]:
        yield from (it.findtext(f"{SVG}title", "") for it in self.odt.iter(f"{DRAW}frame"))

    def _html_pictures(self) -> Iterator[str]:
        for link in self.web["index.html"].xpath("//div[@class='contents']//a/@href"):
            yield from self.web[link].xpath("//main//img/@alt")

    def tags(self) -> Iterator[Any]:
        """Every tag of the PDF in reading order."""
        yield from _tags(self.pdf.Root.StructTreeRoot.K)


def _outlined(items: list[Any], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, spaced(item.title)
        yield from _outlined(item.children, level + 1)


def _tags(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for inner in node:
            yield from _tags(inner)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _tags(node.K)
