"""One document on its way to paper and screen: read once by pandoc, then written in each format."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from oic_kit.services.language_data import languages
from oic_kit.services.open_document import open_finish, open_frame
from oic_kit.services.print_signs import printable
from oic_kit.services.programs import pandoc_path, run
from oic_kit.services.scratch import scratch
from oic_kit.services.typst_run import draw, typeset
from oic_kit.services.word_document import word_finish, word_frame

_SECONDS = 120.0
# A warning is a fault, such as a picture that is missing; templates in the reader's home stay out.
_STRICT = ("--fail-if-warnings", "--data-dir", "none")
_FIGURE_PPI, _COVER_PPI = 220, 110
_TEXT_HEAD = '#import "text.typ": *\n#import "chapter.typ": *\n'
# A figure as wide as the text of a DOCX, set with the same fonts as the PDF.
_ONE_FIGURE = "#set page(width: 124mm, height: auto, margin: 0mm)\n#image(sys.inputs.svg)\n"


@dataclass(frozen=True)
class Desk:
    """A scratch folder with everything that the documents of one language share.

    Args:
        folder: made anew.
        design: the folder `playbook/design` of the place.
        language: code of the language.
    """

    folder: Path
    design: Path
    language: str

    @classmethod
    def laid(cls, folder: Path, *, place: Path, language: str) -> Desk:
        """Bring layouts, figures and the wordmark of a place together.

        Args:
            folder: to be made.
            place: a generated folder.
            language: code of the language.
        """
        playbook = place / "playbook"
        design = playbook / "design"
        shutil.copytree(design / "print", folder)
        foreign = [code for code in languages() if code != language]
        for part in sorted(playbook.iterdir()):
            if part.name not in ("chapters", "design", "words") and part.is_dir():
                shutil.copytree(part, folder / part.name, ignore=shutil.ignore_patterns(*foreign))
        own = playbook / "chapters" / language
        shutil.copytree(own, folder / "chapters" / "xx", ignore=shutil.ignore_patterns("*.md"))
        shutil.copyfile(
            place / ".oic" / "derived" / "static" / "wordmark.svg", folder / "wordmark.svg"
        )
        for svg in folder.rglob("*.svg"):
            drawn = svg.read_text(encoding="utf-8")
            svg.write_text(printable(drawn), encoding="utf-8", newline="\n")
        return cls(folder, design, language)

    def pictures(self) -> list[Path]:
        """Every drawing, as a path inside the folder."""
        return [svg for svg in sorted(self.folder.rglob("*.svg")) if svg.name != "wordmark.svg"]

    def to_points(self, svg: Path) -> None:
        """Draw a figure as PNG beside it."""
        main = self.folder / "one-figure.typ"
        inputs = {"svg": svg.relative_to(self.folder).as_posix()}
        svg.with_suffix(".png").write_bytes(draw(main, inputs, ppi=_FIGURE_PPI))

    def prepare(self) -> None:
        """Write what `to_points` sets."""
        (self.folder / "one-figure.typ").write_text(_ONE_FIGURE, encoding="utf-8")


@dataclass(frozen=True)
class Document:
    """A book or a sheet on a desk.

    Args:
        name: names its files, such as `playbook` or `brief`.
        book: the gathered document.
    """

    desk: Desk
    name: str
    book: Mapping[str, Any]

    @property
    def _json(self) -> str:
        return f"{self.name}.json"

    @property
    def _tree(self) -> str:
        return f"{self.name}.tree"

    def read(self) -> None:
        """Read the Markdown once; every format is written from this tree."""
        self._put(self._json, json.dumps(self.book, ensure_ascii=False))
        self._pandoc(
            "--sandbox", "--from", _lua("read"), self._json, "--to", "json", "-o", self._tree
        )

    def pdf(self) -> bytes:
        """Print it as PDF/UA-1."""
        text = f"{self.name}-text.typ"
        self._write("typst", text, "--sandbox", "--wrap=none")
        written = (self.desk.folder / text).read_text(encoding="utf-8")
        self._put(text, _TEXT_HEAD + printable(written))
        shown = self._put(
            f"{self.name}-print.json", printable(json.dumps(self.book, ensure_ascii=False))
        )
        main = "sheet.typ" if "sheet" in self.book else "book.typ"
        return typeset(self.desk.folder / main, {"book": shown, "text": text})

    def docx(self) -> bytes:
        """Write it for Word."""
        frame = word_frame(_bare("docx"), self.desk.design / "word", self.book, self._cover())
        return word_finish(self._framed("docx", frame), self.book)

    def odt(self) -> bytes:
        """Write it for LibreOffice."""
        frame = open_frame(_bare("odt"), self.desk.design / "odt", self.book, self._cover())
        return open_finish(self._framed("odt", frame), self.book)

    def html(self) -> dict[str, bytes]:
        """Write it as pages: path → content. A book has a page for each chapter."""
        folder, name = self.desk.folder, self.name
        if "sheet" in self.book:
            self._web("html5", f"{name}.html")
            return {f"{name}.html": (folder / f"{name}.html").read_bytes()}
        pages = folder / f"{name}-pages"
        self._web("chunkedhtml", pages.name, "--split-level=1", "--chunk-template=%i.html")
        return {
            path.relative_to(pages).as_posix(): path.read_bytes()
            for path in sorted(pages.rglob("*"))
            if path.is_file() and path.name != "sitemap.json"
        }

    def _web(self, kind: str, file: str, *more: str) -> None:
        template = ("--template", str(self.desk.design / "web" / "page.html"))
        whole = ("--standalone", "--wrap=none", *template)
        self._write(kind, file, *whole, *more, lua="web")

    def _put(self, name: str, text: str) -> str:
        """Write a file on the desk; its name comes back."""
        (self.desk.folder / name).write_text(text, encoding="utf-8")
        return name

    def _cover(self) -> bytes:
        """What stands behind the cover of a book; a sheet has none, and gets an empty picture."""
        main = self.desk.folder / "cover-art.typ"
        return draw(main, {"book": self._json}, ppi=1 if "sheet" in self.book else _COVER_PPI)

    def _framed(self, kind: str, frame: bytes) -> bytes:
        reference, file = f"{self.name}-frame.{kind}", f"{self.name}-raw.{kind}"
        (self.desk.folder / reference).write_bytes(frame)
        self._write(kind, file, "--reference-doc", reference)
        return (self.desk.folder / file).read_bytes()

    def _write(self, kind: str, file: str, *more: str, lua: str = "") -> None:
        filters = ("--lua-filter", _lua(lua or kind))
        self._pandoc("--from", "json", self._tree, "--to", kind, *filters, *more, "-o", file)

    def _pandoc(self, *arguments: str) -> None:
        run(pandoc_path(), (*_STRICT, *arguments), inside=self.desk.folder, seconds=_SECONDS)


@cache
def _bare(kind: str) -> bytes:
    """The reference document that pandoc brings along: the ground for ours."""
    with scratch() as desk:
        file = f"reference.{kind}"
        asked = (*_STRICT, "-o", file, "--print-default-data-file", file)
        run(pandoc_path(), asked, inside=desk, seconds=_SECONDS)
        return (desk / file).read_bytes()


def _lua(name: str) -> str:
    return str(files("oic_kit").joinpath("data", "print", f"{name}.lua"))
