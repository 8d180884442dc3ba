"""Free words of old sites, as the closed lists of the new one understand them."""

from __future__ import annotations

import pytest

from oic_kit.model import jekyll_words as words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1,5 Stunden", 90),
        ("90 Minuten", 90),
        ("1 Stunde 30 Minuten", 90),
        ("2 days", 2880),
        ("halbe Stunde", 30),
        ("2 h", 120),
        ("den ganzen Abend", None),
        (None, None),
        ("900 Tage", None),
    ],
)
def test_a_length_of_time_is_read_in_minutes(said: object, expected: int | None) -> None:
    """
    An editor's "1,5 Stunden" gives the event its end.
    """
    assert expected == words.minutes(said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("16:30", "16:30"),
        ("16.30 Uhr", "16:30"),
        ("9 Uhr", "09:00"),
        ("4:30 pm", "16:30"),
        (990, "16:30"),
        (True, None),
        ("abends", None),
        ("25:00", None),
        (None, None),
    ],
)
def test_a_time_of_day_is_read_however_it_was_written(said: object, expected: str | None) -> None:
    """
    A time without quotes, which YAML turns into a number, still is that time.
    """
    assert expected == words.clock(said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Kostenlos", ("free", "")),
        ("Eintritt frei", ("free", "")),
        ("gegen Spende", ("donation", "")),
        ("5 € an der Tür", ("paid", "5 € an der Tür")),
        ("fragt uns", ("", "")),
        ("", ("", "")),
    ],
)
def test_costs_are_understood_or_left_open(said: str, expected: tuple[str, str]) -> None:
    """
    A visitor never reads that something is free only because the word for its price is unknown.
    """
    assert expected == words.cost(said)


def test_kinds_phases_categories_and_audiences_follow_from_their_words() -> None:
    """
    An editor finds events, projects and posts sorted as their old words meant it.
    """
    assert "workshop" == words.event_kind("Impuls & Workshop")
    assert "other" == words.event_kind("Ungewöhnliches")
    assert "operating" == words.phase("Im Live-Betrieb")
    assert "" == words.phase("Wer weiß")
    assert "lookback" == words.category(["Events"], "Rückblick: ein Abend")
    assert "guide" == words.category(["Methoden", "Events"], "Fünf Fragen")
    assert "" == words.category(["Innovationszirkel"], "Ein Kreis")
    assert ("administration", "civil-society") == words.audiences("Vereine und Verwaltung")
