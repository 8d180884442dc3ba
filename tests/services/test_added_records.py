"""One more format and one more method, as files and nothing else: they appear wherever the others do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from oic_kit.services import format_records, method_records, records
from oic_kit.services.cards import card_book
from oic_kit.services.format_records import format_languages, formats
from oic_kit.services.kit_bundle import find_format
from oic_kit.services.method_records import methods
from oic_kit.services.papers import typeset_book
from oic_kit.services.place_calendar import first_event, place_calendar
from oic_kit.services.playbook_book import Source
from oic_kit.services.press import Desk
from oic_kit.services.record_pages import write_record_pages
from oic_kit.services.runbook import Runbook
from oic_kit.services.spreadsheets import Gathered
from oic_kit.services.template import template_root
from tests.places import profile

FORMAT, METHOD = "repair-cafe", "silent-walk"
TITLES = {
    "de": ("Reparaturcafé", "Stiller Gang"),
    "en": ("Repair café", "Silent walk"),
}


def copied(data: Path, kind: str, model: str, name: str, title: str, language: str) -> None:
    """Write a record as the how-to says: copy one that is alike, then change id, order and title."""
    text = (data / kind / f"{model}.{language}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^id: .*$", f"id: {name}", text, flags=re.M)
    text = re.sub(r"^order: .*$", "order: 98", text, count=1, flags=re.M)
    text = re.sub(r"^title: .*$", f"title: {title}", text, count=1, flags=re.M)
    if kind == "methods":
        text = re.sub(r"^order: .*$", "order: 99", text, count=1, flags=re.M)
        text = re.sub(r"^good_for: .*$", f"good_for: [{FORMAT}]", text, flags=re.M)
    else:
        text = re.sub(r"^methods:.*?(?=\n\w|\n\n)", f"methods: [{METHOD}]", text, flags=re.M | re.S)
    (data / kind / f"{name}.{language}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Source]:
    """A kit with two more records, and a place that chose the new format."""
    data = tmp_path / "data"
    shutil.copytree(str(files("oic_kit") / "data"), data)
    for language, (format_title, method_title) in TITLES.items():
        copied(data, "formats", "pitch-night", FORMAT, format_title, language)
        copied(data, "methods", "crazy-8s", METHOD, method_title, language)
    for module in (records, format_records, method_records):
        monkeypatch.setattr(module, "data_folder", lambda name: data / name)
    records._own.cache_clear()
    place = profile("muenster")
    place = place.model_copy(update={"formats": (*place.formats, FORMAT)})
    yield Source(template_root(), place, place)
    records._own.cache_clear()


@pytest.mark.parametrize("language", TITLES)
def test_a_new_format_and_a_new_method_appear_everywhere(added, language: str, tmp_path: Path):
    """A maintainer adds four files; page, runbook, card, sheet and bundle know them at once."""
    format_title, method_title = TITLES[language]
    known = formats(language)
    calendar = place_calendar(added.written)
    event = first_event(known[FORMAT], added.plan, calendar)
    book = Runbook(added, language, known[FORMAT], event, calendar)
    cards = card_book(added, language)
    write_record_pages(added.place, tmp_path)
    planner = Gathered(added, language).workbook("event-planner")

    assert 16 == len(known)
    assert 17 == len(methods(language))
    pages = tmp_path / "site" / "content"
    for path, title in ((f"formats/{FORMAT}", format_title), (f"methods/{METHOD}", method_title)):
        page = (pages / path / f"index.{language}.md").read_text(encoding="utf-8")
        assert f'title: "{title}"' in page
    assert format_title == book.book()["sheet"]["title"]
    assert method_title == book.content()["methods"]
    back = next(it["back"] for it in cards["cards"] if it["id"] == METHOD)
    assert format_title in back[-1][1]
    assert f"day_{FORMAT.replace('-', '_')}" in planner.names
    assert FORMAT == find_format(format_title, (language,))


def test_the_new_runbook_and_card_can_be_printed(added, tmp_path: Path):
    """What was added as files comes out of the printer like everything else."""
    folder = tmp_path / "place"
    shutil.copytree(template_root() / "playbook", folder / "playbook")
    wordmark = folder / ".oic" / "derived" / "static" / "wordmark.svg"
    wordmark.parent.mkdir(parents=True)
    wordmark.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    desk = Desk.laid(tmp_path / "desk", place=folder, language="en")
    record = formats("en")[FORMAT]
    calendar = place_calendar(added.written)
    book = Runbook(added, "en", record, first_event(record, added.plan, calendar), calendar)

    for main, data in (("runbook.typ", book.book()), ("cards.typ", card_book(added, "en"))):
        assert typeset_book(desk, main, "new", data).startswith(b"%PDF")


@pytest.mark.parametrize("language", format_languages())
def test_formats_and_methods_name_each_other(language: str):
    """Whoever reads a card finds the formats, and whoever reads a runbook finds the cards."""
    known, cards = formats(language), methods(language)
    by_format = {(it.id, name) for it in known.values() for name in it.methods}
    by_method = {(name, it.id) for it in cards.values() for name in it.good_for}

    assert set() == {name for _it, name in by_format} - cards.keys()
    assert by_format == by_method
    assert all(it.methods for it in known.values())
