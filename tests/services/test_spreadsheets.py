"""Spreadsheets: LibreOffice reckons every formula anew and comes to the numbers of the plan."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from oic_kit.model.sheet_layout import row_lines
from oic_kit.model.site_blocks import Actor, Group
from oic_kit.model.workbook import Cell, Workbook, letter, name_of
from oic_kit.services.ods_file import open_formula
from oic_kit.services.packages import pack, unpack
from oic_kit.services.playbook_book import Source
from oic_kit.services.spreadsheets import NAMES, Gathered
from oic_kit.services.template import template_root
from tests.places import profile

KINDS = ("xlsx", "ods")
REGION = "ostwestfalen-lippe"
CENT = Decimal("0.01")
# What a program kept beside a formula: dropped, it has to reckon.
KEPT = re.compile(
    r'(table:formula="[^"]*") office:value-type="[^"]*"(?: office:(?:currency|value|date-value)="[^"]*")*>'
    r"(?:<text:p>.*?</text:p>)?"
)


def gathered(name: str, language: str = "de") -> Gathered:
    """The spreadsheets of a sample place; the words come from the kit."""
    place = profile(name)
    return Gathered(Source(template_root(), place, place), language)


def without_numbers(document: bytes, kind: str) -> bytes:
    """The same spreadsheet, but with nothing beside its formulas."""
    if kind == "xlsx":
        made = io.BytesIO()
        openpyxl.load_workbook(io.BytesIO(document)).save(made)
        return made.getvalue()
    parts = unpack(document)
    parts["content.xml"] = KEPT.sub(r"\1>", parts["content.xml"].decode()).encode()
    return pack(parts)


def recalculated(files: dict[str, bytes], folder: Path) -> dict[str, Any]:
    """Spreadsheets as LibreOffice reckons them, by name."""
    soffice = shutil.which("soffice")
    assert soffice, "run scripts/need-browser"
    for name, content in files.items():
        (folder / name).write_bytes(content)
    subprocess.run(
        [soffice, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"),
         *(str(folder / name) for name in files)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {
        name: openpyxl.load_workbook(folder / "out" / f"{Path(name).stem}.xlsx", data_only=True)
        for name in files
    }


@pytest.fixture(scope="module")
def reckoned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All spreadsheets of a region in both formats, and one budget with other assumptions."""
    made = gathered(REGION)
    files = {
        f"{name}-{kind}.{kind}": without_numbers(made.write(name, kind), kind)
        for name in NAMES
        for kind in KINDS
    }
    files["changed.xlsx"] = changed(made.write("budget", "xlsx"))
    return recalculated(files, tmp_path_factory.mktemp("sheets"))


def changed(document: bytes) -> bytes:
    """A budget in which somebody entered 98,000 euros for a post, and four posts."""
    book = openpyxl.load_workbook(io.BytesIO(document))
    for name, value in (("post_cost", 98_000), ("staff_given", 4)):
        sheet, at = book.defined_names[name].attr_text.split("!")
        book[sheet][at.replace("$", "")] = value
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def agrees(cell: Cell, found: object) -> bool:
    """Whether a program came to the number of the plan."""
    if isinstance(found, datetime.datetime):
        return cell.value == found.date()
    if isinstance(cell.value, int | Decimal) and isinstance(found, int | float):
        return abs(Decimal(str(found)) - cell.value) < Decimal("0.0000001")
    return (cell.value or None) == (found or None)


def formulas(book: Workbook) -> list[tuple[str, str, Cell]]:
    """Every formula with its sheet and address."""
    return [(it.name, at, cell) for it in book.sheets for at, cell in it.cells if cell.formula]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_formula_gives_the_number_of_the_plan(reckoned, name: str, kind: str):
    """An officer who opens a sheet sees what the playbook says, and can follow how it comes about."""
    found = formulas(gathered(REGION).workbook(name))
    book = reckoned[f"{name}-{kind}.{kind}"]

    assert len(found) > 30
    wrong = [
        (sheet, at, cell.value, book[sheet][at].value)
        for sheet, at, cell in found
        if not agrees(cell, book[sheet][at].value)
    ]
    assert [] == wrong


@pytest.mark.parametrize("kind", KINDS)
def test_fixed_lists_are_offered_where_something_is_filled_in(reckoned, kind: str):
    """An officer picks the group of an actor from a list, and the count beside it is right."""
    words, book = gathered(REGION).words, reckoned[f"stakeholders-{kind}.{kind}"]
    actors = book[words["actors"]].data_validations.dataValidation
    planner = reckoned[f"event-planner-{kind}.{kind}"]
    dates, tasks = (
        planner[words[name]].data_validations.dataValidation for name in ("dates", "tasks")
    )

    offered = {str(it.sqref)[0]: it.formula1.replace("$", "") for it in actors}
    assert {"B", "C", "D"} == set(offered)
    assert f"{words['overview']}!A2:A6" == offered["B"]
    assert '"0,1,2,3"' == offered["C"] == offered["D"]
    assert [f"{words['formats']}!A2:A7"] == [it.formula1.replace("$", "") for it in dates]
    assert [f'"{words["is_done"]}"'] == [it.formula1 for it in tasks]
    assert all(it.showErrorMessage for it in actors)
    assert not any(it.showErrorMessage for it in (*dates, *tasks))


@pytest.mark.parametrize("kind", KINDS)
def test_long_texts_have_rows_that_are_high_enough_on_paper(reckoned, kind: str):
    """A member of the council reads the whole assumption on the printed page, under its head."""
    made = gathered(REGION)
    sheet = made.workbook("budget").sheets[0]
    table = reckoned[f"budget-{kind}.{kind}"][made.words["assumptions"]]
    heights = {
        number: table.row_dimensions[number].height
        for number, row in enumerate(sheet.rows, start=2)
        if row_lines(sheet, row) > 1
    }

    assert heights
    assert all(height and height > 26 for height in heights.values()), heights
    assert "$1:$1" == table.print_title_rows


def test_the_sums_of_the_budget_are_those_of_the_plan(reckoned):
    """The treasury finds the total of the motion in the sheet, to the cent."""
    made = gathered(REGION)
    plan, words = made.source.plan, made.words
    year, four = (reckoned["budget-ods.ods"][words[name]] for name in ("one_year", "four_years"))
    shares = reckoned["budget-ods.ods"][words["shares"]]
    names = {row[0].value: row for row in four.iter_rows()}

    total = next(row[1].value for row in year.iter_rows() if row[0].value == words["total"])
    assert plan.budget.total.value == Decimal(str(total)).quantize(CENT)
    new = [Decimal(str(cell.value)).quantize(CENT) for cell in names[words["new_money"]][1:]]
    assert [it.total.value for it in plan.years] == new
    assert plan.pooled
    paid = [Decimal(str(row[2].value)).quantize(CENT) for row in shares.iter_rows(min_row=2)]
    assert [*(it.mixed.value for it in plan.pooled.shares), plan.budget.total.value] == paid


def test_an_assumption_that_somebody_changes_moves_the_whole_budget(reckoned):
    """Whoever enters another cost of a post sees the sum at once, as the kit would compute it."""
    place = profile(REGION)
    inputs = place.playbook.model_copy(update={"post_cost": 98_000.0, "staff": 4.0})
    other = place.model_copy(update={"playbook": inputs})
    plan = Source(template_root(), other, other).plan
    words = gathered(REGION).words
    sheet = reckoned["changed.xlsx"][words["one_year"]]

    total = next(row[1].value for row in sheet.iter_rows() if row[0].value == words["total"])
    assert plan.budget.total.value == Decimal(str(total)).quantize(CENT)


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_stand_beside_the_formulas_and_no_clock_in_the_file(kind: str):
    """A preview that does not reckon shows the numbers, and two prints are the same file."""
    first, second = (gathered("gent", "en").write("budget", kind) for _print in range(2))
    assert first == second

    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(first), data_only=True)
        model = gathered("gent", "en").workbook("budget")
        shown = [agrees(cell, book[sheet][at].value) for sheet, at, cell in formulas(model)]
        assert all(shown)
        assert all(it.freeze_panes == "A2" for it in book.worksheets)


def test_a_name_that_looks_like_a_formula_stays_a_name():
    """A club called “=1+1” is listed by its name, and reckons nothing."""
    place = profile("muenster")
    actor = Actor(name="=1+1", group=Group.CIVIL_SOCIETY)
    place = place.model_copy(update={"actors": (actor,)})
    made = Gathered(Source(template_root(), place, place), "de")
    xlsx = openpyxl.load_workbook(io.BytesIO(made.write("stakeholders", "xlsx")))
    ods = unpack(made.write("stakeholders", "ods"))["content.xml"].decode()

    assert ("s", "=1+1") == (xlsx.worksheets[0]["A2"].data_type, xlsx.worksheets[0]["A2"].value)
    assert "<text:p>=1+1</text:p>" in ods


def test_a_formula_of_excel_is_written_as_libreoffice_reads_it():
    """References, separators and the function for working days are those of OpenFormula."""
    formula = 'IF(A2="","",WORKDAY.INTL($A2-1,1,"0000011",free_days))+SUM(Jahr!$B$2:$B$9)'
    expected = (
        'IF([.A2]="";"";COM.MICROSOFT.WORKDAY.INTL([.$A2]-1;1;"0000011";free_days))'
        "+SUM([$Jahr.$B$2:.$B$9])"
    )

    assert expected == open_formula(formula)
    assert ["A", "Z", "AA"] == [letter(0), letter(25), letter(26)]
    assert "post_cost" == name_of("post-cost")
