"""Runbooks on paper: every format in every language, with its agenda and checklists on few pages."""

from __future__ import annotations

import io
import re
import shutil

import pdfua
import pikepdf
import pypdf
import pytest

from oic_kit.services.format_records import format_languages, formats
from oic_kit.services.paper_words import paper_words
from oic_kit.services.papers import typeset_book
from oic_kit.services.place_calendar import first_event, place_calendar
from oic_kit.services.playbook_book import Source
from oic_kit.services.press import Desk
from oic_kit.services.runbook import Runbook
from oic_kit.services.template import template_root
from tests.places import profile
from tests.printed import spaced

ALLOWED = 2
"""Pages for the agenda of one size, and for the checklists."""
WORDMARK = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture(scope="module", params=format_languages())
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The layouts of the kit, laid out for one language."""
    folder = tmp_path_factory.mktemp("runbooks")
    place = folder / "place"
    shutil.copytree(template_root() / "playbook", place / "playbook")
    (place / ".oic/derived/static").mkdir(parents=True)
    (place / ".oic/derived/static/wordmark.svg").write_text(WORDMARK, encoding="utf-8")
    return Desk.laid(folder / "desk", place=place, language=request.param)


@pytest.fixture(scope="module")
def printed(desk: Desk) -> dict[str, bytes]:
    """The runbook of every format, for the city whose record the sample holds."""
    place = profile("muenster")
    source = Source(template_root(), place, place)
    calendar = place_calendar(place)
    made = {}
    for name, record in formats(desk.language).items():
        event = first_event(record, source.plan, calendar)
        book = Runbook(source, desk.language, record, event, calendar).book()
        made[name] = typeset_book(desk, "runbook.typ", name, book)
    return made


def pages_of(pdf: bytes) -> dict[str, int]:
    """How many pages each chapter of a runbook takes, by its heading."""
    with pikepdf.open(io.BytesIO(pdf)) as book, book.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(book.pages)}
        starts = [(it.title, numbers[it.destination[0].objgen]) for it in outline.root]
        ends = [start for _title, start in starts[1:]] + [len(book.pages)]
        return {
            title: max(1, end - start) for (title, start), end in zip(starts, ends, strict=True)
        }


def words_of(pdf: bytes) -> str:
    """The text of a runbook without hyphens at the ends of lines."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return spaced(" ".join(page.extract_text() for page in pages).replace("\u00ad", ""))


def test_agenda_and_checklists_take_two_pages_at_most(desk, printed):
    """Whoever runs an evening has the agenda of its size on two pages, and the checklists on two."""
    words = paper_words(desk.language)["runbook"]
    assert 15 == len(printed)
    for name, pdf in printed.items():
        pages = pages_of(pdf)
        agendas = [count for title, count in pages.items() if title.startswith(words["agenda"])]

        assert len({it.scale for it in formats(desk.language)[name].agendas}) == len(agendas), name
        assert max(agendas) <= ALLOWED, name
        assert pages[words["checklists"]] <= ALLOWED, name


def test_nothing_of_the_record_is_lost_on_paper(desk, printed):
    """A helper finds every step, task, role, zone and pitfall of the record in the runbook."""
    for name, record in formats(desk.language).items():
        text = re.sub(r"\W", "", words_of(printed[name]))
        said = [record.purpose, record.when_not, record.room.text]
        said += [step.title for agenda in record.agendas for step in agenda.steps]
        said += [task.text for task in record.checklists.tasks]
        said += [role.title for role in record.roles] + [zone.text for zone in record.room.zones]
        said += [it.item for it in record.materials] + [it.text for it in record.pitfalls]

        lost = [it for it in said if re.sub(r"\W", "", it) not in text]
        # A footer may stand in the middle of a cell that runs over two pages.
        assert len(lost) <= 1, (name, lost)


def test_the_pdf_holds_all_that_a_program_can_check_of_pdf_ua(printed):
    """A helper with a screen reader can follow every runbook."""
    for name in ("hackathon", "living-lab"):
        report = pdfua.validate(io.BytesIO(printed[name]))
        assert [] == [(it.rule_id, it.message) for it in report.findings], name
