"""What is proposed for a name that no place has, with the real data."""

from __future__ import annotations

import pytest

from oic_kit.services.gazetteer import search, suggest


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Gelsnkirchen", "Gelsenkirchen"),
        ("Leipzg", "Leipzig"),
        ("Nünster", "Münster"),
        ("Dortmnud", "Dortmund"),
        ("Wupertall", "Wuppertal"),
        ("Tamperre", "Tampere"),
    ],
)
def test_a_slip_of_the_finger_finds_no_place_but_a_proposal(typed, meant):
    """
    Whoever mistypes a name is asked whether they meant the place next to it.
    """
    assert () == search(typed)
    assert meant in [found.name for found in suggest(typed)]


def test_a_district_that_geonames_does_not_know_is_no_error():
    """
    Sennestadt and Ostwestfalen-Lippe are real but not in the data: nothing is made up for them.
    """
    assert () == search("Sennestadt")
    assert () == search("Ostwestfalen-Lippe")
    assert "Sennestadt" not in [found.name for found in suggest("Sennestadt")]
    assert () == suggest("Ostwestfalen-Lippe")
