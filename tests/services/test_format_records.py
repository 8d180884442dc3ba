"""The fifteen format records: complete, equal in every language, honest about their sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from oic_kit.errors import OicError
from oic_kit.model.format_parity import differences
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.format_size import Scale
from oic_kit.services.format_records import format_baseline, format_languages, formats

FORMATS = (
    "open-innovation-hour",
    "meetup-series",
    "innovation-circle",
    "community-of-practice",
    "hackathon",
    "barcamp",
    "decision-sprint",
    "challenge-call",
    "open-office",
    "market-of-possibilities",
    "pitch-night",
    "living-lab",
    "innovation-partnership",
    "trend-radar",
    "podcast",
)
DATA = Path(__file__).parents[2] / "src" / "oic_kit" / "data"
LANGUAGES = format_languages()


def every_record() -> Iterator[tuple[str, FormatRecord]]:
    for language in LANGUAGES:
        for record in formats(language).values():
            yield language, record


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fifteen_formats_are_there_in_their_order(language: str):
    """An officer finds the fifteen formats first, in the same order in every language."""
    assert FORMATS == tuple(formats(language))[: len(FORMATS)]


def test_german_and_english_are_complete():
    """Nobody meets a format that exists in one language only."""
    assert ("de", "en") == LANGUAGES


@pytest.mark.parametrize("name", FORMATS)
def test_two_languages_differ_in_words_only(name: str):
    """Minutes, amounts, offsets, ids and rules are the same, whichever language is read."""
    assert () == differences(formats("de")[name], formats("en")[name])


def test_the_baselines_differ_in_words_only():
    """Access for all and the legal triggers say the same in both languages."""
    german, english = format_baseline("de"), format_baseline("en")

    assert () == differences(german, english)
    assert set(german.legal) == set(english.legal)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_minutes_of_every_agenda_add_up(language: str):
    """Whoever runs an evening by the clock ends when the invitation says."""
    for record in formats(language).values():
        for agenda in record.agendas:
            total = sum(step.minutes for step in agenda.steps if step.when == "during")
            assert agenda.duration_min == total, f"{record.id}: {agenda.title}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_checklist_runs_along_the_calendar(language: str):
    """A team that works from top to bottom never meets a date that has passed."""
    for record in formats(language).values():
        lists = record.checklists
        for tasks in (lists.before, lists.during, lists.after, record.follow_up):
            offsets = [task.offset for task in tasks]
            assert sorted(offsets) == offsets, record.id


def test_formats_that_change_with_their_size_have_three_agendas():
    """A small place and a large one both find their own minutes where size matters."""
    sized = {
        record.id
        for record in formats("de").values()
        if {agenda.scale for agenda in record.agendas} == set(Scale)
    }

    assert {
        "open-innovation-hour",
        "meetup-series",
        "community-of-practice",
        "hackathon",
        "barcamp",
        "decision-sprint",
        "market-of-possibilities",
        "pitch-night",
        "trend-radar",
    } == sized & set(FORMATS)


def test_indicators_feed_indicators_that_exist():
    """What the door counts ends up in the annual report."""
    known = {
        row["id"] for row in yaml.safe_load((DATA / "indicators.yaml").read_text())["indicators"]
    }
    named = {
        code for _, record in every_record() for one in record.indicators for code in one.feeds
    }

    assert named <= known, named - known


# Which entry of staff and how many units of cost make one unit of the table.
UNITS = {
    "hour": ("date", 1),
    "meetup": ("date", 1),
    "circle": ("series", 1),
    "community": ("year", 11),
    "hackathon": ("date", 1),
    "barcamp": ("date", 40),
    "decision-jam": ("date", 1),
    "challenge-call": ("series", 1),
    "open-door": ("slot", 12 / 88),
    "market": ("date", 1),
    "pitch-night": ("date", 1),
    "living-lab": ("year", 1),
    "partner-place": ("year", 12 / 18),
    "trend-radar": ("year", 1),
    "episode": ("episode", 1 / 6),
}


@pytest.mark.parametrize("unit", UNITS)
def test_runbook_and_budget_count_with_the_same_hours_and_euros(unit: str):
    """The cost in a runbook is the cost in the budget and in the capacity check."""
    table = yaml.safe_load((DATA / "format_sets.yaml").read_text())["units"]
    row = next(row for row in table if row["id"] == unit)
    record = formats("de")[row["format"]]
    per, times = UNITS[unit]
    hours = next(staff.hours for staff in record.staff if staff.per == per)

    assert row["hours"] == hours
    assert row["goals"] == record.goals.model_dump()
    assert row["cash"]["typical"] == pytest.approx(record.cost.total(record.size) * times, rel=0.01)
    if unit != "partner-place":  # its range is for the whole time, in the research too
        assert row["cash"]["low"] == pytest.approx(record.cost.low * times, rel=0.1)
        assert row["cash"]["high"] == pytest.approx(record.cost.high * times, rel=0.1)


def sixteenth(folder: Path, **changes: str) -> Path:
    """A folder of records with one more, made from the hour by changing words."""
    for file in (DATA / "formats").iterdir():
        (folder / file.name).write_text(file.read_text())
    for language in LANGUAGES:
        text = (folder / f"open-innovation-hour.{language}.yaml").read_text()
        text = text.replace("id: open-innovation-hour", "id: breakfast", 1)
        text = text.replace("order: 1\n", "order: 99\n", 1)
        for old, new in changes.items():
            text = text.replace(f"{old}:", new)
        (folder / f"breakfast.{language}.yaml").write_text(text)
    return folder


def test_a_sixteenth_format_is_one_file_per_language(tmp_path: Path):
    """A maintainer adds a format without touching code."""
    folder = sixteenth(tmp_path)

    assert (*formats("en"), "breakfast") == tuple(formats("en", folder))
    assert () == differences(formats("de", folder)["breakfast"], formats("en", folder)["breakfast"])


def test_every_fault_of_every_record_is_told_at_once(tmp_path: Path):
    """A maintainer mends two files after one run."""
    folder = sixteenth(tmp_path, promise="promis:")
    broken = folder / "podcast.de.yaml"
    broken.write_text(broken.read_text().replace("minutes: 6", "minutes: 7", 1))

    with pytest.raises(OicError) as told:
        formats("de", folder)

    assert "breakfast.de.yaml: promise: Field required" in told.value.what
    assert "breakfast.de.yaml: promis: Extra inputs" in told.value.what
    assert "podcast.de.yaml: agendas.0: " in told.value.what


def test_records_that_contradict_each_other_are_refused(tmp_path: Path):
    """Two formats cannot claim one place in the order, nor point to a format that is not there."""
    folder = sixteenth(tmp_path)
    for language in LANGUAGES:
        file = folder / f"breakfast.{language}.yaml"
        text = file.read_text().replace("order: 99\n", "order: 15\n")
        file.write_text(text.replace("related: [meetup-series", "related: [tea-time"))

    with pytest.raises(OicError, match="order 15 is taken") as told:
        formats("en", folder)

    assert "breakfast: related names tea-time" in told.value.what


def test_a_file_that_is_no_yaml_is_told_with_its_name(tmp_path: Path):
    """A stray bracket is found by its file, not by a traceback."""
    (tmp_path / "podcast.de.yaml").write_text("id: [podcast")

    with pytest.raises(OicError, match=r"podcast\.de\.yaml"):
        formats("de", tmp_path)


def test_a_language_without_records_is_told():
    """An officer who asks for a language that is not there reads so."""
    with pytest.raises(OicError, match="no format record in fr"):
        formats("fr")
    with pytest.raises(OicError, match="no format baseline in fr"):
        format_baseline("fr")
