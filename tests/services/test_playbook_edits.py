"""A playbook that the place edits: what is printed follows, and faults are named all at once."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from oic_kit.errors import FolderError, OicError, PageError, ProgramError
from oic_kit.services.generate import generate
from oic_kit.services.playbook import print_playbook
from oic_kit.services.playbook_book import Source, book_of
from tests.places import profile

KEPT = ("01-vision.md", "10-roadmap.md", "monday-sheet.md", "_index.md")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Münster with two chapters and one sheet."""
    folder = tmp_path_factory.mktemp("edits") / "muenster"
    generate(profile("muenster"), into=folder)
    for path in (folder / "playbook" / "chapters").rglob("*.md"):
        if path.name not in KEPT:
            path.unlink()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy that a test may spoil."""
    yield Path(shutil.copytree(made, tmp_path / "muenster"))


def chapter(folder: Path, name: str = "01-vision.md") -> Path:
    """One German chapter."""
    return folder / "playbook" / "chapters" / "de" / name


def change(file: Path, old: str, new: str) -> None:
    """Edit a file as an editor would."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def printed_files(folder: Path) -> dict[str, bytes]:
    """Everything that was printed."""
    root = folder / "build" / "playbook"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def pages_of(folder: Path, name: str) -> str:
    """The text of a PDF."""
    reader = pypdf.PdfReader(folder / "build" / "playbook" / name)
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def test_the_same_folder_gives_the_same_bytes(folder, tmp_path):
    """Two officers who print the same folder hold the same documents, byte for byte."""
    other = tmp_path / "elsewhere" / "copy"
    shutil.copytree(folder, other)
    first = print_playbook(folder, languages=["de"])
    second = print_playbook(other, languages=["de"])

    assert first.edition == second.edition
    expected, actual = printed_files(folder), printed_files(other)
    assert list(expected) == list(actual)
    assert [] == [name for name in expected if expected[name] != actual[name]]


def test_a_changed_sentence_is_printed_under_another_number(folder):
    """An editor changes a sentence: it stands in every format, and the edition is a new one."""
    before = Source.of(folder).edition
    change(
        chapter(folder),
        "## Stolpersteine",
        "Unser eigener Satz über Fliegenpilze.\n\n## Stolpersteine",
    )
    printed = print_playbook(folder, languages=["de"])
    files = printed_files(folder)
    with zipfile.ZipFile(folder / "build/playbook/muenster-playbook-de.docx") as docx:
        word = docx.read("word/document.xml").decode()

    assert before != printed.edition
    assert "Fliegenpilze" in pages_of(folder, "muenster-playbook-de.pdf")
    assert "Fliegenpilze" in word
    assert "Fliegenpilze" in files["html/de/vision.html"].decode()


def test_a_picture_of_the_place_is_printed(folder):
    """An editor puts a drawing beside a chapter and sees it in print, numbered."""
    figures = folder / "playbook" / "figures" / "de"
    shutil.copyfile(figures / "funnel.svg", chapter(folder).with_name("karte.svg"))
    change(
        chapter(folder), "## Stolpersteine",
        '![Eine Karte der Orte](karte.svg "Wo es losgeht")\n\n## Stolpersteine',
    )  # fmt: skip
    print_playbook(folder, languages=["de"], formats=["html", "pdf"])

    page = printed_files(folder)["html/de/vision.html"].decode()
    assert 'alt="Eine Karte der Orte"' in page
    assert re.search(r"Abbildung\s1\.2</strong> Wo es losgeht", page)
    assert "Wo es losgeht" in pages_of(folder, "muenster-playbook-de.pdf")


@pytest.mark.parametrize(
    "address", ["https://example.org/karte.png", "/etc/hostname", "../../../../karte.png"]
)
def test_no_picture_is_taken_from_elsewhere(folder, address):
    """A picture on another server is not fetched, and none is read from the officer's own disk."""
    change(chapter(folder), "## Stolpersteine", f'![Karte]({address} "Karte")\n\n## Stolpersteine')

    with pytest.raises(PageError, match=r"01-vision\.md:\d+: save the picture"):
        print_playbook(folder, languages=["de"], formats=["html"])


def test_a_picture_named_in_a_roundabout_way_is_not_fetched_either(folder):
    """Markdown knows more than one way to name a picture; all of them are looked at."""
    text = "![Karte][fern]\n\n[fern]: https://example.org/karte.png\n\n## Stolpersteine"
    change(chapter(folder), "## Stolpersteine", text)

    with pytest.raises(ProgramError, match=r"01-vision\.md: put the picture into"):
        print_playbook(folder, languages=["de"], formats=["html"])


def test_a_missing_picture_stops_the_print_and_keeps_the_old_one(folder):
    """A document with a hole where a picture was is never handed on."""
    print_playbook(folder, languages=["de"], formats=["html"])
    before = printed_files(folder)
    change(chapter(folder), "## Stolpersteine", "![Karte](karte.png)\n\n## Stolpersteine")

    with pytest.raises(PageError, match="missing"):
        print_playbook(folder, languages=["de"], formats=["docx"])
    assert before == printed_files(folder)
    assert ["playbook"] == [path.name for path in (folder / "build").iterdir()]


def test_raw_html_and_formulas_stay_text(folder):
    """Prices in dollars and angle brackets are printed as an editor typed them."""
    change(
        chapter(folder), "## Stolpersteine",
        "Zwischen $5 und $10 <b>fett</b> <script>alert(1)</script>\n\n## Stolpersteine",
    )  # fmt: skip
    print_playbook(folder, languages=["de"], formats=["html", "pdf"])

    page = printed_files(folder)["html/de/vision.html"].decode()
    assert "<script>" not in page
    assert "Zwischen $5 und $10" in page
    assert "Zwischen $5 und $10" in pages_of(folder, "muenster-playbook-de.pdf")


def test_every_fault_of_every_chapter_is_named_at_once(folder):
    """An editor mends all heads in one go, each with its file and line."""
    change(chapter(folder), "part: 1", "part: 9")
    change(chapter(folder, "10-roadmap.md"), "number: 10", "number: zehn")
    chapter(folder, "11-neu.md").write_text("Ohne Kopf.\n", encoding="utf-8")

    with pytest.raises(PageError) as refused:
        print_playbook(folder, languages=["de"])
    lines = refused.value.what.splitlines()[1:]
    assert ["01-vision.md:3", "10-roadmap.md:4", "11-neu.md:1"] == [
        line.strip().removeprefix("playbook/chapters/de/").rpartition(": ")[0].split(": ")[0]
        for line in lines
    ]


def test_two_chapters_do_not_share_a_number(folder):
    """A copied chapter keeps its old number by mistake: the editor is told."""
    shutil.copyfile(chapter(folder), chapter(folder, "02-kopie.md"))

    with pytest.raises(PageError, match=r"01-vision\.md"):
        print_playbook(folder, languages=["de"])


def test_a_new_chapter_takes_its_place(folder):
    """A place writes a chapter of its own; it stands in its part, in the order of numbers."""
    text = chapter(folder).read_text(encoding="utf-8")
    fresh = text.replace("number: 1", "number: 2").replace('title: "', 'title: "Eigenes: ')
    chapter(folder, "02-eigenes.md").write_text(fresh, encoding="utf-8")
    book = book_of(Source.of(folder), "de")

    part = next(part for part in book["parts"] if part["number"] == 1)
    assert ["vision", "eigenes"] == [found["id"] for found in part["chapters"]]


def test_a_language_that_the_place_does_not_speak_is_refused(folder):
    """`--lang fr` says which languages there are."""
    with pytest.raises(OicError) as refused:
        print_playbook(folder, languages=["fr"])

    assert "de, en" in refused.value.remedy


def test_without_its_design_the_folder_says_how_to_get_it_back(folder):
    """Somebody deleted the layouts: the command names the way back."""
    shutil.rmtree(folder / "playbook" / "design")

    with pytest.raises(FolderError) as refused:
        print_playbook(folder)
    assert "oic-kit update" in refused.value.remedy


def test_a_word_that_is_missing_is_named(folder):
    """A place edits the words of the book and loses a line: it learns which."""
    words = folder / "playbook" / "words" / "de.yaml"
    change(words, "playbook_figure: Abbildung\n", "")

    with pytest.raises(OicError, match="playbook_figure"):
        print_playbook(folder, languages=["de"])


def test_dates_follow_the_texts_and_colours_follow_the_record(folder):
    """Before an update the calendar says what the chapters say; a new colour shows at once."""
    record = folder / "place.yaml"
    change(record, "2027-03-01", "2028-05-08")
    change(record, "#00b2bb", "#8c1d40")
    source = Source.of(folder)
    book = book_of(source, "de")

    assert "2027-03-01" == source.plan.roadmap.start.isoformat()
    assert "#8c1d40" == book["look"]["colours"]["brand"]


def test_weak_spots_of_the_assessment_open_the_contents(folder):
    """After the self-assessment, the chapters of the two weakest dimensions are to be read first."""
    for record in (folder / "place.yaml", folder / ".oic" / "base" / "place.yaml"):
        answers = ", ".join(f"{one}{n}: 3" for one in "gepa" for n in range(1, 6))
        weak = ", ".join(f"c{n}: 0" for n in range(1, 6))
        change(record, "assessment: {}", f"assessment: {{{answers}, {weak}}}")
    book = book_of(Source.of(folder), "de")

    first = {it["number"] for part in book["parts"] for it in part["chapters"] if it["priority"]}
    assert set() == first - {4, 5, 8, 11, 18, 20}
    print_playbook(folder, languages=["de"], formats=["pdf"])
    assert "Zuerst lesen" in pages_of(folder, "muenster-playbook-de.pdf") or not first
