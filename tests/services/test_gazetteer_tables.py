"""The states of the world: complete where law and holidays depend on them."""

from __future__ import annotations

import csv

import holidays
import pytest

from oic_kit.services.gazetteer_index import ask
from oic_kit.services.gazetteer_tables import states_source

# What GeoNames calls a first-level division and ISO 3166-2 codes: as many as the country has.
COMPLETE = {
    "DE": 16,
    "AT": 9,
    "CH": 26,
    "LI": 11,
    "LU": 12,
    "BE": 3,
    "NL": 12,
    "FI": 18,  # Åland is a country of its own in the data
    "FR": 13,
    "IT": 20,
    "ES": 19,
    "PL": 16,
    "DK": 5,
    "SE": 21,
    "NO": 15,
    "GB": 4,
    "IE": 4,
    "US": 51,
    "CA": 13,
    "CZ": 14,
}


def states(country: str) -> dict[str, dict[str, str]]:
    """The states of a country by their ISO code."""
    lines = [one for one in states_source().decode("utf-8").splitlines() if one[0] != "#"]
    rows = csv.DictReader(lines, delimiter="\t", restval="")
    return {row["code"]: row for row in rows if row["country"] == country and row["code"]}


@pytest.mark.parametrize("country", COMPLETE)
def test_every_state_of_a_country_has_its_code_and_its_name(country):
    """
    Holidays and law depend on the state, so none of these countries may lack one.
    """
    assert COMPLETE[country] == len(states(country))
    assert all(row["en"] for row in states(country).values())


@pytest.mark.parametrize(
    ("country", "calendar", "not_states"),
    [
        ("DE", holidays.DE, {"Augsburg"}),
        ("AT", holidays.AT, set()),
        ("CH", holidays.CH, {"Stadt Zurich"}),
    ],
)
def test_state_codes_are_those_of_the_holidays(country, calendar, not_states):
    """
    The code that the gazetteer proposes is the code that the calendar understands.
    """
    assert set(calendar.subdivisions) - not_states == set(states(country))


def test_no_code_stands_for_two_states_and_every_code_fits_the_record():
    """
    `place.yaml` accepts one to three capital letters and digits.
    """
    lines = [one for one in states_source().decode("utf-8").splitlines() if one[0] != "#"]
    rows = [row for row in csv.DictReader(lines, delimiter="\t", restval="") if row["code"]]
    codes = [(row["country"], row["code"]) for row in rows]

    assert [] == [code for _country, code in codes if not 1 <= len(code) <= 3]
    assert [] == [code for _country, code in codes if not (code.isalnum() and code == code.upper())]
    assert len(codes) == len(set(codes))


def test_german_names_of_german_speaking_states_are_german():
    """
    A German sentence says Bayern, Tirol and Graubünden, an English one Bavaria, Tyrol, Grisons.
    """
    names = {
        (country, code): (row["de"] or row["en"], row["en"])
        for country in ("DE", "AT", "CH")
        for code, row in states(country).items()
    }

    assert ("Bayern", "Bavaria") == names["DE", "BY"]
    assert ("Tirol", "Tyrol") == names["AT", "7"]
    assert ("Graubünden", "Grisons") == names["CH", "GR"]
    assert ("St. Gallen", "St. Gallen") == names["CH", "SG"]


def test_every_large_place_of_the_world_has_a_state_and_nearly_every_one_a_code():
    """
    The list of states follows the data: a new version of GeoNames that brings other codes is seen.
    """
    total, named, coded = ask(
        lambda index: index.execute(
            "SELECT count(*), count(en), count(nullif(code, ''))"
            " FROM place LEFT JOIN state USING (country, admin1)"
        ).fetchone()
    )

    assert 200_000 < total
    assert 0.99 < named / total
    assert 0.98 < coded / total
