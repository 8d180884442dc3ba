"""Dates as people write them, in German and English."""

from __future__ import annotations

import re

import pytest

from oic_kit.services.checks.dates import dates_in
from oic_kit.services.checks.words import check_words
from oic_kit.services.language_data import languages
from oic_kit.services.series_words import series_words


@pytest.mark.parametrize(
    ("language", "text", "weekday", "day", "month", "year"),
    [
        ("de", "am Donnerstag, 3. Dezember 2026, um 12 Uhr", 3, 3, 12, 2026),
        ("de", "Do, 03.12.2026", 3, 3, 12, 2026),
        ("de", "Donnerstag, den 3.12.", 3, 3, 12, None),
        ("de", "SONNABEND, 1. Jänner 2028", 5, 1, 1, 2028),
        ("de", "bis zum 31. Mai", None, 31, 5, None),
        ("de", "so 3. März", None, 3, 3, None),
        ("de", "2026-12-03", None, 3, 12, 2026),
        ("en", "on Thursday, 3 December 2026, at noon", 3, 3, 12, 2026),
        ("en", "Thu December 3rd, 2026", 3, 3, 12, 2026),
        ("en", "Friday the 1st of May", 4, 1, 5, None),
        ("en", "by May 31", None, 31, 5, None),
    ],
)
def test_a_date_is_read_as_it_is_written(
    language: str, text: str, weekday: int | None, day: int, month: int, year: int | None
) -> None:
    """
    An editor writes dates as in a letter, and the check reads them like a colleague would.
    """
    (found,) = dates_in(text, language)

    assert (weekday, day, month, year) == (found.weekday, found.day, found.month, found.year)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Version 1.2.3 und 12.30 Uhr"),
        ("de", "§ 5 und 20 Menschen im Mai"),
        ("en", "we may go, 5 of us"),
        ("en", "in 2026 and 2027"),
        ("fr", "jeudi 3 décembre 2026"),
    ],
)
def test_what_is_no_date_is_left_alone(language: str, text: str) -> None:
    """
    An editor is not bothered about numbers that are no dates, or by a language without words.
    """
    assert [] == list(dates_in(text, language))


def test_a_day_that_does_not_exist_is_none() -> None:
    """
    A reader of “30. Februar” cannot come, and the check knows no such day.
    """
    (found,) = dates_in("30. Februar 2027", "de")

    assert found.on(2027) is None


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_of_the_kit_brings_its_words_along(language: str) -> None:
    """
    A translator who adds a language sees at once which words are missing or cannot be read.
    """
    words = check_words(language)

    assert words
    assert (7, 7, 12) == (len(words.weekdays), len(words.short_weekdays), len(words.months))
    assert series_words(language).venue
    for name, patterns in words:
        if name not in ("weekdays", "short_weekdays", "months", "before_date", "dates"):
            for pattern in patterns:
                assert re.compile(getattr(pattern, "pattern", pattern))


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_marker_stands_in_every_text_that_its_pattern_finds(language: str) -> None:
    """
    The quick look for letters never hides outdated law from the slow one.
    """
    words = check_words(language)

    assert words
    assert words.outdated
    for outdated in words.outdated:
        letters = re.sub(r"\\[a-zA-Z]|[^a-z.]", "", outdated.pattern.lower().replace("\\.", "."))
        assert outdated.marker.replace("-", "") in letters, outdated.pattern
