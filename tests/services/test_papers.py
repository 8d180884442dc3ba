"""Letters, runbooks, cards and bundles as files: what somebody has in hand who opened or printed them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import icalendar
import lxml.etree
import pdfua
import pypdf
import pytest

from oic_kit.errors import OicError
from oic_kit.model.letter import Letter
from oic_kit.services.format_records import formats
from oic_kit.services.generate import generate
from oic_kit.services.kit_bundle import Bundle, find_format, goes_with, print_kit
from oic_kit.services.letters import letters
from oic_kit.services.method_records import methods
from oic_kit.services.paper_words import paper_words
from oic_kit.services.playbook import ALL_FORMATS, print_playbook
from tests.places import profile
from tests.printed import TEXT, W, spaced

PLACE, LANGUAGE = "sennestadt", "de"
EVENT = date(2027, 9, 17)
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


@dataclass(frozen=True)
class Printed:
    """The papers of a district in German, and the bundle of its hackathon."""

    folder: Path
    bundle: Bundle

    def paper(self, path: str) -> Path:
        """One file by its path, `xx` standing for the language."""
        return self.folder / "build" / "playbook" / path.replace("xx", LANGUAGE)

    def letter(self, name: str, kind: str) -> lxml.etree._Element:
        """The text of a letter."""
        part = {"docx": "word/document.xml", "odt": "content.xml"}[kind]
        with zipfile.ZipFile(self.paper(f"templates/xx/{name}.{kind}")) as package:
            return lxml.etree.fromstring(package.read(part))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Everything beside the book, printed once."""
    folder = tmp_path_factory.mktemp("papers") / PLACE
    generate(profile(PLACE), into=folder)
    parts = ("templates", "runbooks", "cards")
    print_playbook(folder, formats=ALL_FORMATS, parts=parts)
    return Printed(folder, print_kit(folder, "Hackathon", on=EVENT, today=date(2027, 1, 15)))


@pytest.fixture(scope="module")
def sources(printed: Printed) -> dict[str, Letter]:
    """The letters of the place as it edits them."""
    return {it.id: it for it in letters(printed.folder, LANGUAGE)}


def test_every_letter_is_there_for_word_and_for_libreoffice(printed, sources):
    """An officer finds each letter in the program that the office uses, under its short name."""
    names = {path.name for path in printed.paper("templates/xx").iterdir()}
    sheets = ("budget", "stakeholders", "event-planner", "indicators")
    expected = {f"{name}.{kind}" for name in sources for kind in ("docx", "odt")}

    assert expected | {f"{name}.{kind}" for name in sheets for kind in ("xlsx", "ods")} == names


def _fields(printed: Printed, name: str, kind: str) -> Iterator[str]:
    """What carries the style of a field, in the order of the text."""
    tree = printed.letter(name, kind)
    if kind == "docx":
        runs: list[str] = []
        for run in tree.iter(f"{W}r"):
            style = run.find(f"{W}rPr/{W}rStyle")
            words = "".join(run.itertext())
            if style is not None and style.get(f"{W}val") == "Field":
                runs.append(words)
        yield from re.findall(r"\[([^\]]+)\]", spaced("".join(runs)))
        return
    for span in tree.iter(f"{TEXT}span"):
        if span.get(f"{TEXT}style-name") == "Field":
            yield spaced("".join(span.itertext())).strip("[]")


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_every_gap_carries_the_style_of_a_field(printed, sources, kind: str):
    """Whoever searches for the style “Field” finds every gap, and nothing else."""
    for name, source in sources.items():
        marked = [text.replace("\xa0", " ") for text in _fields(printed, name, kind)]

        assert set(source.fields) == set(marked), name


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_headings_and_language_of_a_letter_are_real(printed, sources, kind: str):
    """A screen reader speaks German and jumps from heading to heading."""
    words = paper_words(LANGUAGE)["letter"]
    for name, source in sources.items():
        tree = printed.letter(name, kind)
        if kind == "docx":
            styled = {
                it.get(f"{W}val"): it.getparent().getparent() for it in tree.iter(f"{W}pStyle")
            }
            assert "Title" in styled
            found = [
                spaced("".join(it.getparent().getparent().itertext()))
                for it in tree.iter(f"{W}pStyle")
                if it.get(f"{W}val") == "Heading1"
            ]
        else:
            found = [spaced("".join(it.itertext())) for it in tree.iter(f"{TEXT}h")
                     if it.get(f"{TEXT}outline-level") == "1"]  # fmt: skip
        written = [spaced(it) for it in re.findall(r"^## (.+)$", source.body, re.M)]
        assert [*written, words["about"], words["fields"]] == found, name
    part = {"docx": "word/styles.xml", "odt": "styles.xml"}[kind]
    with zipfile.ZipFile(printed.paper(f"templates/xx/motion.{kind}")) as package:
        styles = package.read(part).decode()
    spoken = {"docx": r'<w:lang [^>]*w:val="de-DE"', "odt": r'fo:language="de"'}[kind]
    assert re.search(spoken, styles)


def test_libreoffice_opens_every_letter_and_keeps_its_headings(printed, sources, tmp_path):
    """An officer who opens a letter in LibreOffice and prints it loses nothing."""
    soffice = shutil.which("soffice")
    assert soffice, "run scripts/need-browser"
    # Half of them from Word's format, half from LibreOffice's own.
    files = [
        printed.paper(f"templates/xx/{name}.{('docx', 'odt')[number % 2]}")
        for number, name in enumerate(sources)
    ]
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    for name, source in sources.items():
        reader = pypdf.PdfReader(tmp_path / f"{name}.pdf")
        text = spaced(" ".join(page.extract_text() for page in reader.pages))
        assert source.head.title in text, name
        for heading in re.findall(r"^## (.+)$", source.body, re.M):
            assert spaced(heading) in text, name


def test_every_chosen_format_has_its_runbook(printed):
    """Whoever runs an evening finds the runbook of its format, and the others in one paper."""
    found = {path.stem for path in printed.paper("runbooks/xx").glob("*.pdf")}

    assert {*profile(PLACE).formats, "not-chosen"} == found


def test_printed_papers_hold_all_that_a_program_can_check_of_pdf_ua(printed):
    """A helper with a screen reader can follow runbook and card like everybody else."""
    chosen = printed.paper("runbooks/xx").glob("*.pdf")
    for path in (*chosen, printed.paper("cards/xx/method-cards.pdf")):
        report = pdfua.validate(str(path))
        assert [] == [(it.rule_id, it.message) for it in report.findings], path.name


def test_formats_that_were_not_chosen_have_a_paragraph_with_the_reason(printed):
    """A council member sees what is not planned, and why."""
    reader = pypdf.PdfReader(printed.paper("runbooks/xx/not-chosen.pdf"))
    text = spaced(" ".join(page.extract_text() for page in reader.pages).replace("\u00ad", ""))
    others = [it for it in formats(LANGUAGE).values() if it.id not in profile(PLACE).formats]

    assert len(others) == text.count("Grund:")
    assert [] == [it.title for it in others if it.title not in text]


def test_the_back_of_each_card_lies_behind_its_front(printed):
    """Printed on both sides and cut, every card has its own back."""
    reader = pypdf.PdfReader(printed.paper("cards/xx/method-cards.pdf"))
    titles = [it.title for it in methods(LANGUAGE).values()]
    width = float(reader.pages[0].mediabox.width)

    assert (len(titles) + 3) // 4 * 2 == len(reader.pages)
    for number, title in enumerate(titles):
        left = [_left_of(reader.pages[number // 4 * 2 + side], title) for side in range(2)]
        assert (left[0] < width / 2) != (left[1] < width / 2), title


def _left_of(page: pypdf.PageObject, title: str) -> float:
    """How far from the left edge the title of a card stands."""
    found: list[float] = []

    def look(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip() and size > 10 and spaced(title).startswith(spaced(text)[:6]):
            found.append(cm[4] + tm[4])

    page.extract_text(visitor_text=look)
    assert found, title
    return found[0]


def test_a_bundle_holds_all_that_a_colleague_needs(printed, sources):
    """A colleague who gets the archive can run the event without asking for anything else."""
    bundle, record = printed.bundle, formats(LANGUAGE)["hackathon"]
    needed = {it.id for it in sources.values() if goes_with(it, record)}
    stems = {*needed, "checklist", "sign-up"}
    expected = {f"de/{stem}.{kind}" for stem in stems for kind in ("docx", "odt")}
    expected |= {"de/runbook.pdf", "de/method-cards.pdf", "de/dates.ics"}

    assert {"invitation", "code-of-conduct", "picture-consent", "handover-contract"} <= needed
    assert "motion" not in needed
    assert expected == set(bundle.files)
    with zipfile.ZipFile(bundle.archive) as archive:
        assert {f"hackathon/{name}" for name in expected} == set(archive.namelist())


def test_the_calendar_of_a_bundle_holds_the_event_and_every_deadline(printed):
    """A colleague loads one file and is reminded of every task."""
    read = icalendar.Calendar.from_ical((printed.bundle.folder / "de/dates.ics").read_bytes())
    events = {str(it["UID"]): it["DTSTART"].dt for it in read.walk("VEVENT")}
    tasks = formats(LANGUAGE)["hackathon"].checklists.tasks

    assert len(tasks) + 1 == len(events)
    begin = next(at for uid, at in events.items() if uid.startswith(f"hackathon-{EVENT}-de"))
    assert f"{EVENT} 14:30 UTC" == begin.strftime("%Y-%m-%d %H:%M %Z")


def test_a_wrong_name_of_a_format_is_answered_with_the_nearest():
    """Whoever mistypes a format learns how it is spelt."""
    with pytest.raises(OicError) as fault:
        find_format("hackathn", ("de", "en"))

    assert "hackathn" in fault.value.what
    assert "hackathon" in fault.value.remedy
    assert "open-innovation-hour" == find_format("open innovation hour", ("de",))
