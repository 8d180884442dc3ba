"""A place as the gazetteer knows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oic_kit.model.gazette import Found, StateNames

MUENSTER = Found(
    name="Münster",
    country="DE",
    state="NW",
    population=308_258,
    timezone="Europe/Berlin",
    latitude=51.9624,
    longitude=7.6257,
    geonameid=2867543,
    state_names=StateNames("North Rhine-Westphalia", "Nordrhein-Westfalen", "Nordrhein-Westfalen"),
)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Münster – Nordrhein-Westfalen, Deutschland (308.258 Menschen)"),
        ("en", "Münster – North Rhine-Westphalia, Germany (308,258 people)"),
    ],
)
def test_one_line_tells_a_place_from_others(language, line):
    """
    A reader who must choose between five places of one name sees state, country and size.
    """
    assert line == MUENSTER.label(language)


def test_what_is_not_known_is_left_out():
    """
    No empty brackets, no zero, and no state that only repeats the name of the place.
    """
    small = replace(MUENSTER, population=None, state="", state_names=StateNames())
    city = replace(MUENSTER, name="Berlin", state_names=StateNames("Berlin"))
    lonely = replace(small, population=1)

    assert "Münster – Deutschland" == small.label("de")
    assert "Berlin – Germany (308,258 people)" == city.label("en")
    assert "Münster – Germany (1 person)" == lonely.label("en")


def test_a_language_that_the_kit_does_not_know_is_no_obstacle():
    """
    A site in Finnish gets its own names of countries, one in no language at all the English ones.
    """
    assert "Saksa" == MUENSTER.country_name("fi")
    assert "Nordrhein-Westfalen" == MUENSTER.state_name("fi")
    assert "Deutschland" == MUENSTER.country_name("de-AT")
    for unknown in ("xx", "", "not a language", "../de"):
        assert "Germany" == MUENSTER.country_name(unknown)


def test_a_country_without_a_name_keeps_its_code():
    """
    A code that no list of countries has is shown as it is.
    """
    assert "ZZ9" == replace(MUENSTER, country="ZZ9").country_name("de")
