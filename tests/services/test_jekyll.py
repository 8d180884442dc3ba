"""An old site moves in: every item taken, changed or left, and a site that builds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from oic_kit.cli.commands import commands
from oic_kit.model.jekyll_outcome import Entry, Takeover
from oic_kit.services.front_matter import split_page
from oic_kit.services.generate import generate
from oic_kit.services.jekyll import import_jekyll
from oic_kit.services.jekyll_report import as_data
from oic_kit.services.site import page_faults, refresh, run_hugo
from tests.jekyll import old_site
from tests.places import TODAY, profile

KINDS = {"post", "event", "series", "project", "person", "report", "method", "page", "category"}


class Moved:
    """A site that moved in."""

    def __init__(self, folder: Path, old: Path) -> None:
        self.folder, self.old = folder, old
        self.empty = folder.parent / "empty"
        shutil.copytree(folder, self.empty)
        self.takeover: Takeover = import_jekyll(old, folder, today=TODAY)
        self.site = folder / "build" / "tried"

    def entry(self, source: str) -> Entry:
        """The line of the report about one item."""
        return next(one for one in self.takeover.entries if one.source == source)

    def page(self, path: str) -> tuple[dict[str, object], str]:
        """Head and text of a new page."""
        text = (self.folder / "site" / "content" / path / "index.de.md").read_text("utf-8")
        head, body, _line = split_page(text)
        return head.values, body

    def html(self, path: str) -> str:
        """A built page."""
        return (self.site / path / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    """The old site in a fresh folder, built once with plain Hugo."""
    base = tmp_path_factory.mktemp("jekyll")
    generate(profile("sennestadt"), into=base / "new")
    made = Moved(base / "new", old_site(base / "old"))
    refresh(made.folder)
    run_hugo(made.folder, made.site)
    yield made


def test_every_page_holds_and_the_site_builds_without_a_warning(moved: Moved) -> None:
    """
    An editor can publish right after the move: no page has to be mended first.
    """
    assert [] == page_faults(moved.folder, refresh(moved.folder))
    assert (moved.site / "index.html").is_file()


def test_posts_arrive_with_authors_kind_and_the_event_they_look_back_on(moved: Moved) -> None:
    """
    A visitor finds who wrote a look-back, and the way from the event to it and back.
    """
    head, body = moved.page("posts/werkstatt-rueckblick")
    event, _body = moved.page("events/werkstatt-im-juni-2026-06-17")

    assert ["leitung-buero"] == head["authors"]
    assert ("lookback", "werkstatt-im-juni-2026-06-17") == (head["category"], head["lookback_of"])
    assert "werkstatt-rueckblick" == event["lookback"]
    assert "announcement" == moved.page("posts/werkstatt-ankuendigung")[0]["category"]
    assert "{{< gallery >}}" in body
    assert '{{< quote by="Leitung" >}}' in body
    assert (
        '{{< video url="https://www.youtube.com/watch?v=abcdefghijk" title="Der Abend" >}}' in body
    )


def test_a_name_written_differently_is_the_same_person(moved: Moved) -> None:
    """
    A post by "Sale" belongs to "Sälé", and an editor is told of the spelling.
    """
    entry = moved.entry("_beitraege/werkstatt-ankuendigung.md")

    assert ["koordination-saele"] == moved.page("posts/werkstatt-ankuendigung")[0]["authors"]
    assert any("Koordination Sale" in note for note in entry.notes)


def test_events_get_times_places_prices_and_tickets(moved: Moved) -> None:
    """
    A visitor knows when an event ends, where it is, what it costs and how to register.
    """
    june, _text = moved.page("events/werkstatt-im-juni-2026-06-17")
    july, text = moved.page("events/werkstatt-im-juli-2026-07-15")

    assert ("2026-06-17T16:30", "2026-06-17T18:00") == (june["start"], june["end"])
    assert ("Altes Kino", "Marktstraße 4") == (june["venue"], june["address"])
    assert ("tickets", "https://karten.example/muster/juni/") == (
        june["registration"],
        june["registration_url"],
    )
    assert ("2026-07-15T16:30", "online", "paid") == (july["start"], july["mode"], july["cost"])
    assert "Engagierte aus Vereinen und Verwaltung" in text
    assert ["werkstatt"] == july["series"]


def test_what_is_shortened_stands_whole_in_the_text(moved: Moved) -> None:
    """
    A visitor of a page reads all that the old site said, also where a list shows less.
    """
    folder = next((moved.folder / "site/content/events").glob("sommerfest-*")).name
    head, text = moved.page(f"events/{folder}")

    assert len(str(head["title"])) <= 90
    assert "ganz zu lesen wäre" in text


def test_projects_and_reports_arrive_and_nothing_is_invented(moved: Moved) -> None:
    """
    An editor is asked for the question and the learnings that the old site never named.
    """
    head, body = moved.page("projects/fussgaengerzaehlung")
    entry = moved.entry("_data/projects.yml#1")

    assert ("done", "leitung-buero", "2025-03") == (head["phase"], head["lead"], head["start"])
    assert "(/posts/werkstatt-rueckblick)" in body
    assert 2 == len(entry.to_mend)
    assert (moved.folder / "site/data/report/2025.yaml").is_file()


def test_html_and_liquid_become_markdown_or_are_named(moved: Moved) -> None:
    """
    A visitor never sees a tag or a command of the old program; an editor reads what is gone.
    """
    _head, body = moved.page("posts/anleitung-mit-html")
    notes = " ".join(moved.entry("_beitraege/Anleitung_mit_HTML.md").notes)

    assert "Ein **Absatz** mit [Verein](https://verein.example)." in body
    assert "alert(1)" not in body
    assert "<b>bleibt</b>" in body
    for gone in ("page.geheim", "script", "/nirgendwo/", "Gast aus dem Verein"):
        assert gone in notes
    assert "{{&lt; figure" in moved.html("beitraege/anleitung-mit-html")


def test_old_addresses_lead_to_the_new_pages(moved: Moved) -> None:
    """
    A visitor with an old link or bookmark arrives where its content is now.
    """
    base = profile("sennestadt").site.url
    for old, new in (
        ("autoren/leitung-buero", "team/leitung-buero/"),
        ("werkstatt", "reihen/werkstatt/"),
        ("alt/anleitung", "beitraege/anleitung-mit-html/"),
        ("methoden/leer", "methoden/"),
        ("methoden/stuhlkreis", "beitraege/stuhlkreis/"),
    ):
        assert f"url={base}{new}" in moved.html(old), old
    assert (moved.site / "assets/downloads/ablauf.pdf").is_file()
    assert (moved.site / "beitraege/werkstatt-rueckblick/index.html").is_file()


def test_pictures_come_small_without_the_place_where_they_were_taken(moved: Moved) -> None:
    """
    A photographer's position is not published, and no page carries a photo of many megabytes.
    """
    folder = moved.folder / "site/content/posts/werkstatt-rueckblick"
    assert ["bewegt.png", "gruppe-1.jpg", "gruppe-2.jpg"] == sorted(
        path.name for path in folder.iterdir() if path.suffix != ".md"
    )
    for path in folder.glob("*.jpg"):
        with Image.open(path) as image:
            assert 0 == len(image.getexif()), path
            assert max(image.size) <= 2560, path


def test_every_item_is_in_the_report_with_its_reason(moved: Moved) -> None:
    """
    An editor can go through everything that was on the old site, and see why something stayed.
    """
    assert {entry.kind for entry in moved.takeover.entries} >= KINDS
    assert all(entry.notes for entry in moved.takeover.entries if entry.outcome == "left")
    assert "left" == moved.entry("_sounds/ton.md").outcome
    assert "left" == moved.entry("_data/events.yml#4").outcome
    report = (moved.folder / "import-report.md").read_text("utf-8")
    for entry in moved.takeover.entries:
        assert entry.source.replace("`", "'") in report, entry.source
    assert "- [ ] " in report


def test_a_second_import_changes_nothing(moved: Moved) -> None:
    """
    An editor who runs the command twice finds the site as it was.
    """
    again = import_jekyll(moved.old, moved.folder, today=TODAY, write=False)

    assert 0 == again.files


def test_a_page_that_an_editor_wrote_is_never_replaced(moved: Moved, tmp_path: Path) -> None:
    """
    An editor's own post of the same name stays as it is, and the report says so.
    """
    folder = tmp_path / "kept"
    shutil.copytree(moved.empty, folder)
    mine = folder / "site/content/posts/stuhlkreis/index.de.md"
    mine.parent.mkdir()
    mine.write_text("---\ntitle: Meins\n---\n", encoding="utf-8")

    taken = import_jekyll(moved.old, folder, today=TODAY)

    assert "---\ntitle: Meins\n---\n" == mine.read_text("utf-8")
    entry = next(one for one in taken.entries if one.source == "_methoden/stuhlkreis.md")
    assert "left" == entry.outcome


def test_the_command_looks_in_advance_and_answers_programs(moved: Moved) -> None:
    """
    An officer sees what would come over before anything is written; a program gets JSON.
    """
    before = sorted(path for path in moved.empty.rglob("*") if path.is_file())
    arguments = ["import", "jekyll", str(moved.old), str(moved.empty), "--dry-run"]

    seen = CliRunner().invoke(commands, arguments)
    told = CliRunner().invoke(commands, [*arguments, "--json"])

    assert (0, 0) == (seen.exit_code, told.exit_code)
    assert "Nothing was written" in seen.output
    data = json.loads(told.output)
    assert data["written"] is False
    assert set(as_data(moved.takeover)) == set(data)
    assert before == sorted(path for path in moved.empty.rglob("*") if path.is_file())
