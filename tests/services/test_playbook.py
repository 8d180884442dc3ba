"""The printed playbook: four formats that say the same to everybody who reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from itertools import pairwise

import lxml.etree
import lxml.html
import pdfua
import pypdf
import pytest

from oic_kit.services.generate import generate
from oic_kit.services.playbook import FORMATS, print_playbook
from oic_kit.services.playbook_book import Source
from tests.places import profile
from tests.printed import TABLE, WP, PrintedBook, W, spaced

BOOKS = {"muenster": "de", "gent": "en"}
OFFICE = ("docx", "odt")


@pytest.fixture(scope="module", params=BOOKS)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    """The playbook of a sample place in one of its languages, printed once."""
    folder = tmp_path_factory.mktemp("print") / request.param
    generate(profile(request.param), into=folder)
    language = BOOKS[request.param]
    printed = print_playbook(folder, languages=[language])
    return PrintedBook(printed.folder, request.param, language)


def source_of(book: PrintedBook) -> Source:
    """What the book was printed from."""
    return Source.of(book.folder.parents[1])


def test_every_format_has_the_same_headings(book):
    """A reader who changes from paper to the screen finds every heading again, level by level."""
    expected = book.tree("pdf")

    assert len(expected) > 200
    for kind in FORMATS[1:]:
        assert expected == book.tree(kind), kind


def test_headings_skip_no_level(book):
    """Somebody who jumps from heading to heading never misses a step."""
    levels = [level for level, _text in book.tree("docx")]

    assert 1 == levels[0]
    jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    assert [] == jumps


def test_every_figure_has_an_alternative_text_in_every_format(book):
    """A reader who does not see hears of every figure, and the same in all formats."""
    expected = book.alternative_texts("html")

    assert len(expected) >= 6
    assert all(len(text) > 20 for text in expected)
    for kind in ("pdf", *OFFICE):
        assert expected == book.alternative_texts(kind), kind


def test_every_figure_is_followed_by_its_table(book):
    """What a figure shows stands below it as a table, too."""
    figures = 0
    for name, page in book.web.items():
        for figure in page.xpath("//main//figure"):
            figures += 1
            after = figure.xpath("following::*[self::table or self::h2][1]")
            assert after and after[0].tag == "table", f"{name}: {spaced(figure.text_content())}"
    assert figures >= 6


def test_every_table_names_its_columns_in_every_format(book):
    """Somebody who has a table read aloud hears the name of the column at every cell."""
    pages = [
        page for name, page in book.web.items() if name not in ("brief.html", "monday-sheet.html")
    ]
    html = [page.xpath("//main//table") for page in pages]
    count = sum(map(len, html))
    tags = Counter(str(node.S) for node in book.tags())

    assert count > 80
    assert all(table.xpath(".//thead//th[@scope='col']") for tables in html for table in tables)
    assert [count, count] == [tags["/Table"], tags["/THead"]]
    assert (
        count == len(list(book.docx.iter(f"{W}tblHeader"))) == len(list(book.docx.iter(f"{W}tbl")))
    )
    assert count == len(list(book.odt.iter(f"{TABLE}table-header-rows")))


def test_the_pdf_holds_all_that_a_program_can_check_of_pdf_ua(book):
    """A reader with a screen reader can rely on the PDF: tags, language, title, headers, links."""
    for document in ("playbook", "monday-sheet", "brief"):
        report = pdfua.validate(str(book.file("pdf", document)))
        assert [] == [(found.rule_id, found.message) for found in report.findings], document


def test_title_language_and_edition_stand_in_every_file(book):
    """Whoever finds a file years later sees of which place, in which language and edition it is."""
    source = source_of(book)
    title = f"Playbook {source.place.site.title}"
    locale = {"de": "de-DE", "en": "en-GB"}[book.language]
    info = book.pdf.docinfo

    assert (title, source.edition) == (str(info["/Title"]), str(info["/Keywords"]))
    assert locale == str(book.pdf.Root.Lang)
    assert bool(book.pdf.Root.ViewerPreferences.DisplayDocTitle)
    for kind, properties in (
        ("docx", ("docProps/core.xml", "docProps/custom.xml")),
        ("odt", ("meta.xml",)),
    ):
        with zipfile.ZipFile(book.file(kind)) as package:
            said = "".join(package.read(name).decode() for name in properties)
        assert all(f">{text}<" in said for text in (title, locale, source.edition)), kind
    page = book.web["index.html"]
    assert (title, locale) == (page.findtext(".//title"), page.get("lang"))
    assert [source.edition] == page.xpath("//meta[@name='version']/@content")


def test_words_can_be_copied_out_of_the_pdf(book):
    """A reader who copies a sentence or searches for a word finds umlauts and ligatures whole."""
    reader = pypdf.PdfReader(book.file("pdf"))
    text = " ".join(page.extract_text() for page in reader.pages[:14])
    words = {
        "de": ["Größe", "öffentlich", "Begriff", "fließt"],
        "en": ["office", "official", "first"],
    }

    found = spaced(text.replace("\u00ad\n", "").replace("\u00ad", ""))
    assert not re.search("[\ufb00-\ufb06]", found)
    held = [word for word in words[book.language] if word in found]
    assert len(held) >= 2, held


def test_english_phrases_are_marked_in_the_german_book(book):
    """A German screen reader pronounces “Open Innovation Hour” as English."""
    if book.language != "de":
        assert not [node for node in book.tags() if str(node.get("/Lang", "")) == "de"]
        return
    spans = [it for it in book.docx.iter(f"{W}lang") if it.get(f"{W}val") == "en"]

    assert [node for node in book.tags() if str(node.get("/Lang", "")) == "en"]
    assert spans
    assert book.web["roadmap.html"].xpath("//main//span[@lang='en']")


def test_every_link_leads_somewhere(book):
    """No link of the book is dead: not between pages, not inside the documents."""
    for name, page in book.web.items():
        for link in page.xpath("//@href | //img/@src"):
            if re.match("[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            assert (book.pages / (target or name)).is_file(), f"{name}: {link}"
            if anchor:
                assert book.web[target or name].xpath(f"//*[@id='{anchor}']"), f"{name}: {link}"
    marks = {it.get(f"{W}name") for it in book.docx.iter(f"{W}bookmarkStart")}
    anchors = {it.get(f"{W}anchor") for it in book.docx.iter(f"{W}hyperlink")} - {None}
    assert anchors
    assert set() == anchors - marks


def test_nothing_is_fetched_from_elsewhere(book):
    """The web edition opens from a stick without any connection."""
    for name, page in book.web.items():
        loaded = page.xpath("//link[@rel='stylesheet']/@href | //img/@src | //script/@src")
        assert [] == [link for link in loaded if re.match("([a-z]+:)?//", link)], name


@pytest.mark.parametrize("kind", OFFICE)
def test_libreoffice_opens_the_document_and_keeps_its_headings(book, kind, tmp_path):
    """An officer who opens the document in LibreOffice gets all of it, and prints it from there."""
    soffice = shutil.which("soffice")
    assert soffice, "run scripts/need-browser"
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(book.file(kind))],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    made = pypdf.PdfReader(tmp_path / book.file(kind).with_suffix(".pdf").name)

    chapters = [text for level, text in book.tree(kind) if level == 2]
    text = spaced(" ".join(page.extract_text() for page in made.pages))
    assert len(made.pages) > 80
    assert [] == [title for title in chapters if title.partition(" ")[2] not in text]


@pytest.mark.parametrize("kind", OFFICE)
def test_documents_bring_their_fonts_and_use_styles(book, kind):
    """An editor changes a style and all its paragraphs follow; the letters look alike everywhere."""
    with zipfile.ZipFile(book.file(kind)) as package:
        fonts = [name for name in package.namelist() if "/font" in name.lower() and "." in name]
        sizes = re.findall(
            rb"<w:sz |fo:font-size",
            package.read({"docx": "word/document.xml", "odt": "content.xml"}[kind]),
        )

    assert len([name for name in fonts if name.endswith("ttf")]) == 4
    assert [] == sizes


def test_the_calendar_file_holds_every_milestone(book):
    """An officer loads one file and has all dates of the plan in the calendar."""
    import icalendar

    source = source_of(book)
    read = icalendar.Calendar.from_ical(book.file("ics", "roadmap").read_bytes())
    days = {
        str(event["UID"]).partition("-")[0]: event["DTSTART"].dt for event in read.walk("VEVENT")
    }

    expected = {found.id.lower(): found.day for found in source.plan.roadmap.milestones}
    assert expected == {key: days[key] for key in expected}
    uids = [str(event["UID"]) for event in read.walk("VEVENT")]
    assert len(uids) == len(set(uids))


def test_only_the_asked_language_is_printed(book):
    """`--lang de` prints German files and no others."""
    names = {path.name for path in book.folder.iterdir() if path.is_file()}

    assert all(f"-{book.language}." in name for name in names), names
    assert [book.language] == [path.name for path in (book.folder / "html").iterdir()]


def test_the_xml_of_documents_is_well_formed(book):
    """Strict readers of office documents find nothing to repair."""
    for kind in OFFICE:
        with zipfile.ZipFile(book.file(kind)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels", ".rdf")):
                    lxml.etree.fromstring(package.read(name))
            if kind == "odt":
                first = package.infolist()[0]
                assert ("mimetype", zipfile.ZIP_STORED) == (first.filename, first.compress_type)


def test_word_finds_every_part_of_the_document_once(book):
    """Word opens the DOCX without offering to repair it: every part has one type and one name."""
    with zipfile.ZipFile(book.file("docx")) as package:
        names = package.namelist()
        types = lxml.etree.fromstring(package.read("[Content_Types].xml"))
        related = lxml.etree.fromstring(package.read("word/_rels/document.xml.rels"))

    said = [it.get("Extension") or it.get("PartName") for it in types]
    goals = [f"word/{it.get('Target')}" for it in related if it.get("TargetMode") != "External"]
    assert [] == [one for one, count in Counter(said).items() if count > 1]
    assert [] == [one for one, count in Counter(names).items() if count > 1]
    assert [] == [part for part in said if part.startswith("/") and part[1:] not in names]
    assert [] == [goal for goal in goals if goal not in names]
    ids = [it.get("id") for it in book.docx.iter(f"{WP}docPr")]
    assert len(ids) == len(set(ids))


def test_an_awkward_name_breaks_no_document(tmp_path):
    """A place whose name holds quotes, braces, tags and emoji gets its playbook like any other."""
    folder = tmp_path / "awkward"
    generate(profile("awkward"), into=folder)
    printed = print_playbook(folder, languages=["en"], formats=["pdf", "html"])

    pdf = next(path for path in printed.folder.glob("*-playbook-en.pdf"))
    assert () == pdfua.validate(str(pdf)).findings
    index = (printed.folder / "html" / "en" / "index.html").read_text(encoding="utf-8")
    page = lxml.html.document_fromstring(index)
    title = profile("awkward").site.title
    assert "<script" not in index
    assert [title] == page.xpath("//meta[@name='author']/@content")
    assert f"Playbook {title}" == spaced(page.findtext(".//title"))
