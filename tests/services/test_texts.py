"""Texts that depend on the answers: form of address, words for people, grammar."""

from __future__ import annotations

import pytest

from oic_kit.model.place import Address, Gender, Place
from oic_kit.services.texts import grammar_of, texts_of


def place(**site) -> Place:
    return Place.model_validate(
        {
            "place": {"name": "Münster", "population": 300_000},
            "site": {"title": "OIC Münster", "url": "https://example.org/", **site},
        }
    )


@pytest.mark.parametrize("address", Address)
def test_the_chosen_form_of_address_is_taken_whole(address):
    """
    A reader is addressed in one way everywhere: all forms have the same texts, each its own.
    """
    chosen = texts_of(place(address=address))
    other = texts_of(place(address=Address.SIE if address is Address.DU else Address.DU))

    assert set(chosen["de"]) == set(other["de"])
    assert chosen["en"] == other["en"]
    assert chosen["de"] != other["de"]


@pytest.mark.parametrize("gender", Gender)
def test_people_are_named_in_the_chosen_style(gender):
    """
    A reader meets people named in one style, the one that the place chose.
    """
    texts = texts_of(place(gender=gender))["de"]
    people = {key for key in texts if key.startswith("people_")}

    assert "people_citizens_nom_pl" in people
    assert {Gender.STAR: "*", Gender.COLON: ":"}.get(gender, "") in texts["people_citizens_nom_pl"]


def test_only_the_languages_of_the_site_are_written():
    """
    A site in one language carries no text of another.
    """
    assert (
        ["en"]
        == list(texts_of(place(languages=("en",))))
        == list(grammar_of(place(languages=("en",))))
    )
