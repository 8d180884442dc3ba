"""Hostile texts in pages and papers: everywhere words, or one sentence that says what to mend."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import feedparser
import icalendar
import lxml.etree
import lxml.html
import openpyxl
import pypdf
import pytest
from playwright.sync_api import Browser

from oic_kit.errors import PageError
from oic_kit.model.content_fields import SINGULAR
from oic_kit.services.add import add
from oic_kit.services.add_values import told_by
from oic_kit.services.generate import generate
from oic_kit.services.playbook import ALL_FORMATS, print_playbook
from oic_kit.services.site import build
from tests.browser import one_of_each, visitors
from tests.hostile import FORMULAS, REFUSED, TEXTS, fill_with_pages, hostile_place, titled
from tests.places import TODAY
from tests.printed import PrintedBook
from tests.services.checks.scenes import folder_with, record
from tests.services.content_sites import EVENT, faults_after
from tests.services.test_add import FIRST
from tests.sites import BuiltSite

BAD = (
    ".//iframe | .//object | .//embed | .//@*[starts-with(name(), 'on')]"
    " | .//@href[contains(., 'script:') or starts-with(., 'data:') or starts-with(., '//')]"
    " | .//@src[contains(., '//')] | .//@srcset[contains(., '//')]"
    " | .//main//script | .//main//@style"
)
# No font of the printed book knows these; it prints a box for each.
BOXED = ("北京市", "Fest" + "🏳️‍🌈" * 12)
LETTER = "motion"
OPENING = "content/events/opening/index.de.md"


@dataclass(frozen=True)
class Full:
    """A folder full of hostile texts.

    Args:
        made: for every page its title and the words of its body.
    """

    site: BuiltSite
    made: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Full:
    """A folder with a page for every text, and every list of its record full of them."""
    place, folder = hostile_place(), tmp_path_factory.mktemp("full") / "oic"
    generate(place, into=folder)
    made = fill_with_pages(folder, place)
    with (folder / "site" / "hugo.yaml").open("a", encoding="utf-8") as file:
        file.write("\nparams:\n  cards: none\n")
    build(folder)
    return Full(BuiltSite(place, folder), made)


@pytest.fixture(scope="module")
def papers(full: Full) -> Path:
    """The book, the spreadsheets, and of the letters the one that names most of the record."""
    for letter in (full.site.folder / "playbook/templates/de").glob("*.md"):
        if letter.stem != LETTER:
            letter.unlink()
    parts = ("book", "templates")
    return print_playbook(full.site.folder, formats=ALL_FORMATS, parts=parts).folder


def solid(text: str) -> str:
    """A text without gaps, and with one sign for every kind of hyphen: lines break anywhere."""
    whole = unicodedata.normalize("NFC", text)
    return re.sub(r"\s", "", re.sub("\u00ad\n", "", whole)).translate({0xAD: "-", 0x2212: "-"})


def test_no_text_becomes_markup(full: Full):
    """
    Whatever editors type into pages, a visitor's browser gets no script and no foreign address.
    """
    found = {page.path: page.tree.xpath(BAD) for page in full.site.every_page}
    wrong = ("<no value>", "ZgotmplZ", "%!")

    assert {} == {path: held for path, held in found.items() if held}
    assert [] == [it.path for it in full.site.every_page if any(sign in it.html for sign in wrong)]


def test_every_text_is_read_as_it_was_typed(full: Full):
    """
    A visitor reads each title letter for letter, and the words below it.
    """
    shown: dict[str, str] = {}
    for page in full.site.every_page:
        (main,) = page.tree.xpath("//main")
        shown[solid("".join(main.xpath("(.//h1)[1]//text()")))] = solid(main.text_content())

    for where, (title, words) in full.made.items():
        assert solid(title) in shown, where
        assert solid(words) in shown[solid(title)], where


def test_every_text_reaches_programs_whole(full: Full):
    """
    A program reads the same titles from calendar, feeds and data files, one entry for each.
    """
    root = full.site.root
    titles = {unicodedata.normalize("NFC", titled(*it[::-1])) for it in enumerate(TEXTS)}
    events = icalendar.Calendar.from_ical((root / "termine/events.ics").read_bytes()).walk("VEVENT")
    data = json.loads((root / "api/events.json").read_text(encoding="utf-8"))

    assert titles <= {str(event["SUMMARY"]) for event in events}
    assert titles <= {item["title"] for item in data["items"]}
    for path in root.rglob("*"):
        if path.suffix == ".ics":
            content = path.read_bytes()
            assert max(map(len, content.split(b"\r\n"))) <= 75, path
            assert content.count(b"\r\n") == content.count(b"\n"), path
        elif path.name == "feed.xml":
            assert not feedparser.parse(path.read_bytes(), sanitize_html=False).bozo, path
        elif path.suffix in (".json", ".webmanifest") and "pagefind" not in path.parts:
            json.loads(path.read_text(encoding="utf-8"))


def test_a_browser_runs_and_fetches_nothing_of_it(browser: Browser, full: Full):
    """
    A visitor who looks at every kind of page sees no dialogue and asks no other host.
    """
    dialogues: list[str] = []
    with visitors(browser, {"full": full.site}, viewport={"width": 320, "height": 640}) as found:
        visitor = found["full"]
        visitor.tab.on("dialog", lambda box: (dialogues.append(box.message), box.dismiss()))
        wide = [
            page.path
            for page in one_of_each(full.site)
            if visitor.opens(page).evaluate("document.documentElement.scrollWidth") > 320
        ]

    assert ([], [], []) == (dialogues, visitor.strangers, visitor.complaints)
    assert [] == wide


def test_every_text_is_printed_as_it_was_typed(papers: Path):
    """
    A reader finds each name in the book, on paper as well as in Word, LibreOffice and on the web.
    """
    (pdf,) = papers.glob("*-playbook-de.pdf")
    book = PrintedBook(papers, pdf.name.removesuffix("-playbook-de.pdf"), "de")
    # The lists of the record stand in the first chapters.
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages[:40])
    editions = {
        "docx": solid("".join(book.docx.itertext())),
        "odt": solid("".join(book.odt.itertext())),
        "html": solid("".join(page.text_content() for page in book.web.values())),
        "pdf": solid(printed),
    }
    unprinted = {
        kind: [text for text in TEXTS if solid(text) not in whole]
        for kind, whole in editions.items()
    }

    assert {"docx": [], "odt": [], "html": [], "pdf": list(BOXED)} == unprinted


def test_no_paper_runs_or_fetches_anything(papers: Path):
    """
    Whoever opens a paper finds whole files without fields, pictures or formulas out of a text.
    """
    seen = 0
    for path in (it for it in papers.rglob("*") if it.suffix in (".docx", ".odt", ".xlsx", ".ods")):
        seen += 1
        with zipfile.ZipFile(path) as package:
            parts = {
                name: package.read(name)
                for name in package.namelist()
                if name.endswith((".xml", ".rels"))
            }
        for content in parts.values():
            lxml.etree.fromstring(content)
        whole = b"".join(parts.values()).decode()
        fields = re.findall(r"<w:instrText[^>]*>\s*(\w+)", whole)
        assert set(fields) <= {"TOC", "PAGEREF", "PAGE", "NUMPAGES", "STYLEREF", "REF", "SEQ"}, path
        assert not re.search(r'relationships/image" [^>]*TargetMode="External"', whole), path
        assert not re.search(r'<draw:image [^>]*xlink:href="https?:', whole), path
        assert not re.search(r'"(?:javascript|vbscript|data):', whole), path
        assert not re.search(r"(?:<f>|formula=\"of:)[^<\"]*(?:cmd|HYPERLINK)", whole), path
    assert seen == 2 * (3 + 1 + 4)


def test_a_text_like_a_formula_stays_a_text_in_spreadsheets(papers: Path):
    """
    A spreadsheet reckons nothing out of a name, also after somebody has clicked into the cell.
    """
    book = openpyxl.load_workbook(papers / "templates/de/stakeholders.xlsx")
    cells = {cell.value: cell for row in book.worksheets[0].iter_rows() for cell in row}
    ods = zipfile.ZipFile(papers / "templates/de/stakeholders.ods").read("content.xml")

    for text in FORMULAS:
        assert ("s", text[0] in "=+-@") == (cells[text].data_type, bool(cells[text].quotePrefix))
        tree = lxml.etree.parse(io.BytesIO(ods))
        (shown,) = [it for it in tree.iter("{*}table-cell") if "".join(it.itertext()) == text]
        assert not [name for name in shown.attrib if name.endswith("formula")]


@pytest.mark.parametrize(("text", "given"), REFUSED, ids=lambda it: repr(it)[:24])
def test_a_text_that_could_do_harm_is_named_before_anything_is_built(
    tmp_path: Path, text: str, given: str
):
    """
    An editor reads what must go and where it stands, in a file as well as after `add`.
    """
    faults = faults_after(tmp_path / "files", {OPENING: f"{EVENT}\n{text}\n"})
    folder = folder_with(tmp_path / "made")
    told = told_by([*FIRST["event"], f"text={text}"], "events", ("de",))
    with pytest.raises(PageError) as refused:
        add(folder, record(), "events", told, today=TODAY)

    assert {OPENING} == {fault.file for fault in faults}
    assert [] != [fault for fault in faults if fault.given.startswith(given) and fault.cure]
    assert "text = “" in str(refused.value)
    assert len(str(refused.value)) < 2_000
    assert not (folder / "site/content/events/sommerfest-2027").exists()


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x00", "\x1b[31m", "\u200b", "\n", "\ud800"])
def test_a_sign_that_hides_is_refused_in_every_kind_of_page(tmp_path: Path, sign: str):
    """
    An editor who pastes a hidden sign reads about it, and no terminal obeys it.
    """
    place = record({f"modules.{name}": True for name in ("formats", "methods", "projects")})
    for single, settings in FIRST.items():
        said = [*settings, f"title=Ber{sign}lin", f"text=Ber{sign}lin"]
        told = told_by(said, SINGULAR[single], ("de",))
        with pytest.raises(PageError, match="title") as refused:
            add(tmp_path, place, SINGULAR[single], told, today=TODAY)
        assert sign == "\n" or sign not in str(refused.value)
