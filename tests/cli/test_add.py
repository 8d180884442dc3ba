"""`oic-kit add` as an editor meets it: with settings, and with questions at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from oic_kit.cli.commands import commands
from oic_kit.model.content_fields import SINGULAR
from oic_kit.say import speaking
from tests.cli.terminal import Terminal
from tests.services.checks.scenes import folder_with
from tests.services.test_add import FORMAT, FORMATS, HOUR, PARTY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a place in two languages with one format."""
    return folder_with(tmp_path, {HOUR: FORMAT}, changes=FORMATS)


def ran(*arguments: str) -> Result:
    """Run the command."""
    with speaking("en"):
        return CliRunner().invoke(commands, ["add", *arguments])


def test_every_kind_and_the_series_have_a_command() -> None:
    """
    An editor who types `oic-kit add --help` sees everything that can be added.
    """
    result = ran("--help")

    for name in (*SINGULAR, "series"):
        assert f"  {name} " in result.output


def test_a_page_is_written_and_the_next_step_is_said(folder: Path) -> None:
    """
    An editor reads which files there are now and what to do with them.
    """
    result = ran("event", str(folder), *(f"--set={it}" for it in PARTY))

    assert 0 == result.exit_code, result.output
    assert "  site/content/events/sommerfest-2027/index.de.md\n" in result.output
    assert "index.en.md  (waits for its translation)" in result.output
    assert f"oic-kit serve {folder}" in result.output


def test_a_draft_stays_off_the_site(folder: Path) -> None:
    """
    An editor may prepare a page that nobody shall see yet.
    """
    ran("event", str(folder), "--draft", *(f"--set={it}" for it in PARTY))

    page = folder / "site/content/events/sommerfest-2027/index.de.md"
    assert "draft: true" in page.read_text(encoding="utf-8")


def test_faults_end_with_one_and_write_nothing(folder: Path) -> None:
    """
    An editor who mistypes mends the words and runs the same command again.
    """
    result = ran("event", str(folder), "--set=title=X")

    assert 1 == result.exit_code
    assert "faults in the answers:" in result.output
    assert ["opening"] == [it.name for it in (folder / "site/content/events").iterdir()]


def test_without_a_terminal_the_way_out_is_named(folder: Path) -> None:
    """
    A script that forgets the settings is told about them instead of hanging.
    """
    result = ran("event", str(folder))

    assert 1 == result.exit_code
    assert "oic-kit add event --set title=…" in result.output


def test_a_year_of_events_is_listed(folder: Path) -> None:
    """
    An officer sees every date with what it avoids.
    """
    result = ran("series", "open-innovation-hour", str(folder), "--from", "2027-04-01")

    assert 0 == result.exit_code, result.output
    assert "  Thursday, 13 May 2027 (avoids: Ascension Day)\n" in result.output
    assert "build/series/open-innovation-hour.ics" in result.output


def test_questions_lead_to_a_page_and_around_a_holiday(folder: Path) -> None:
    """
    An editor answers in her own words, takes the better day, goes back once, and has a page.
    """
    screen = Terminal(folder, "add", "event", "--plain", "--lang", "en")
    screen.sees("Title").enters("Frühlingstreff")
    screen.sees("Summary").enters("<")
    screen.sees("Title").enters("Frühlingstreffen")
    screen.sees("Summary").enters("Ein Abend für alle, die eine Frage zum Frühling haben.")
    screen.sees("Format of the event").enters("1")
    screen.sees("Begin").enters("2027-05-27T18:00")
    screen.sees("That day is Corpus Christi. Rather Tuesday, 1 June 2027?").enters("y")
    screen.sees("End").enters()
    screen.sees("On site or online").enters("1")
    screen.sees("Venue").enters("Bücherei")
    screen.sees("Address").enters()
    screen.sees("Kind of event").enters("3")
    screen.sees("Accessibility").enters("1, 2")
    screen.sees("Registration").enters("3")
    screen.sees("Hosts").enters("1")
    screen.sees("Topics").enters("1")
    screen.sees("registration_url: add the address").sees("Address for registration")
    screen.enters("http://x").sees("begin with https://").enters("https://karten.de/x")
    screen.sees("The text").enters("Kommt alle.")
    screen.sees("Write it in “en” now as well?").enters("n")

    assert 0 == screen.ends(), screen.screen
    page = folder / "site/content/events/fruehlingstreffen-2027/index.de.md"
    text = page.read_text(encoding="utf-8")
    assert 'start: "2027-06-01T18:00"\nend: "2027-06-01T20:00"' in text
    assert 'accessibility: ["step-free", "lift"]' in text
    assert "hosts: [" in text
    assert text.endswith("---\n\nKommt alle.\n")
