"""The data files of the playbook: consistent, and open to change without code."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from oic_kit.errors import OicError
from oic_kit.model.calendar import FreeDays
from oic_kit.model.playbook_plan import Plan, compose
from oic_kit.services.format_records import formats
from oic_kit.services.playbook_data import playbook_tables, read_tables
from tests.playbook_plans import TODAY, WESTPHALIA, a_place, answers

DATA = Path(str(files("oic_kit") / "data"))
NAMES = (
    "roadmap",
    "assumptions",
    "sizing",
    "format_sets",
    "indicators",
    "funnel",
    "statements",
    "gates",
)

# Units whose record counts cost in the same measure: per date, per series, per group, once.
SAME_MEASURE = (
    "hour",
    "meetup",
    "circle",
    "hackathon",
    "decision-jam",
    "challenge-call",
    "market",
    "pitch-night",
    "living-lab",
    "trend-radar",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data files in a folder where a maintainer may change them."""
    for name in NAMES:
        shutil.copy(DATA / f"{name}.yaml", tmp_path)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.yaml"
    before = path.read_text(encoding="utf-8")
    assert 1 == before.count(old), f"{old!r} stands in {name}.yaml {before.count(old)} times"
    path.write_text(before.replace(old, new), encoding="utf-8")


def made_from(folder: Path, days: FreeDays = WESTPHALIA, **playbook: Any) -> Plan:
    return compose(a_place(**playbook), read_tables(folder), days, today=TODAY)


def test_an_offset_is_changed_without_code(folder: Path) -> None:
    """
    A maintainer moves the workshop by two weeks in the data file alone.
    """
    change(folder, "roadmap", "    weeks: 5\n", "    weeks: 7\n")

    assert "2027-04-20" == made_from(folder).roadmap.milestones[1].day.isoformat()


def test_a_sentence_is_changed_without_code(folder: Path) -> None:
    """
    A better word for why a date moved reaches every roadmap.
    """
    change(folder, "roadmap", "verschoben: {name}", "später wegen {name}")

    paper = made_from(folder).roadmap.milestones[3]
    assert "später wegen Pfingstmontag" == paper.reasons[0].text["de"]


def test_a_statement_is_added_without_code(folder: Path) -> None:
    """
    A sixth statement of a dimension counts in its score at once.
    """
    sixth = (
        '      - {id: g6, text: {de: "Neu.", en: "New."}}\n'
        '  - id: ecosystem\n    title: {de: "Ökosystem"'
    )
    change(folder, "statements", '  - id: ecosystem\n    title: {de: "Ökosystem"', sixth)

    made = made_from(folder, assessment=answers(4, g6=0))
    governance = made.assessment.dimensions[0]
    assert governance.percent
    assert 83 == governance.percent.value


def test_a_rule_is_changed_without_code(folder: Path) -> None:
    """
    A maintainer gives a seed place ten weeks instead of six.
    """
    change(folder, "gates", "do: weeks, number: 6", "do: weeks, number: 10")

    weeks = {m.id: m.weeks for m in made_from(folder, assessment=answers(0)).roadmap.milestones}
    assert 30 == weeks["M6"]


def test_a_number_is_changed_without_code(folder: Path) -> None:
    """
    Next year's cost of a post is one number in one file.
    """
    change(folder, "assumptions", "value: 82000", "value: 84500.50")

    made = made_from(folder)
    assert "507003.00" == str(made.budget.lines[0].amount.value)


def test_every_fault_of_every_file_is_told_at_once(folder: Path) -> None:
    """
    A maintainer mends three slips in one go instead of meeting them one by one.
    """
    change(folder, "roadmap", "    weeks: 5\n", "    weeks: five\n")
    change(folder, "gates", "do: weeks, number: 6", "do: weeks, months: 6")
    (folder / "sizing.yaml").unlink()

    with pytest.raises(OicError) as caught:
        read_tables(folder)

    assert "roadmap.yaml: milestones.1.weeks" in caught.value.what
    assert "gates.yaml: gates." in caught.value.what
    assert "sizing.yaml: " in caught.value.what


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("gates", "any_of: [g1]", "any_of: [g9]", "gates.yaml: no-commitment names g9"),
        ("gates", "{level: seed}", "{level: sead}", "gates.yaml: overall-seed names sead"),
        ("gates", "units: [episode]", "units: [radio]", "gates.yaml: no-stories names radio"),
        ("sizing", "figure: growth, value: 0.25", "figure: grow, value: 0.25", "changes grow,"),
        ("format_sets", "classes: [P3]", "classes: [P4]", "P3 needs exactly one set"),
        ("indicators", "feeds: [trend-radar]", "feeds: [radar]", "is fed by radar"),
        ("roadmap", "after: [M8]\n    launch", "after: [M12]\n    launch", "move M12 above it"),
        ("roadmap", 'first: "12-20"', 'first: "13-20"', "roadmap.yaml: rules.year_break.first"),
        ("assumptions", "source: bielefeld-team", "source: hearsay", "no source hearsay"),
        ("statements", "id: g2", "id: g1", "an id of its own"),
    ],
)
def test_a_slip_is_named_where_it_stands(
    folder: Path, name: str, old: str, new: str, told: str
) -> None:
    """
    A name that nothing else knows is found before a place reads the playbook.
    """
    change(folder, name, old, new)

    with pytest.raises(OicError) as caught:
        read_tables(folder)

    assert told in caught.value.what


def test_a_missing_translation_is_named(folder: Path) -> None:
    """
    No edition has a hole where the other has a sentence.
    """
    change(folder, "statements", ', en: "don\'t know"}', "}")

    with pytest.raises(OicError) as caught:
        read_tables(folder)

    assert "statements.yaml: unknown: Value error, write the text in en" in caught.value.what


def test_every_format_has_numbers_and_every_number_a_format() -> None:
    """
    A format that can be chosen is counted in time and money.
    """
    counted = {unit.format for unit in playbook_tables().formats.units if unit.format}

    assert set(formats("de")) == counted


@pytest.mark.parametrize("language", ["de", "en"])
def test_runbook_and_budget_tell_the_same_numbers(language: str) -> None:
    """
    The hours and euros of a runbook are those that the capacity check and the budget use.
    """
    records = formats(language)
    for unit in playbook_tables().formats.units:
        if unit.format is None:
            continue
        record = records[unit.format]
        assert record.goals.model_dump() == unit.goals.model_dump(), unit.id
        assert unit.hours in [staff.hours for staff in record.staff], unit.id
        if unit.id in SAME_MEASURE:
            cost = record.cost
            assert (cost.low, cost.high) == (unit.cash.low, unit.cash.high), unit.id
            assert round(cost.total(record.size)) == unit.cash.typical, unit.id
