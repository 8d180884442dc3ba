"""Ways to write one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_kit.model.spelling import alike, begins, keys, same_writing, shortens, without_office


@pytest.mark.parametrize(
    ("name", "looked_up"),
    [
        ("Münster", ("munster", "muenster")),
        ("Köln", ("koln", "koeln")),
        ("Gießen", ("giessen",)),
        ("GROẞ", ("gross",)),
        ("Frankfurt (Oder)", ("frankfurt oder",)),
        ("Sankt Gallen", ("st gallen",)),
        ("Saint-Étienne", ("st etienne",)),
        ("L’Aquila", ("laquila",)),
        ("L'Aquila", ("laquila",)),
        ("L´Aquila", ("laquila",)),
        ("Århus", ("arhus", "aarhus")),
        ("Łódź", ("lodz",)),
        ("Đà Nẵng", ("da nang",)),
        ("İzmir", ("izmir",)),
        ("Мюнстер", ("мюнстер",)),
        ("…", ()),
        ("", ()),
    ],
)
def test_a_name_is_looked_up_without_accents_and_with_dots_spelt_out(name, looked_up):
    """
    Readers without umlauts on their keyboard write them in either of two ways.
    """
    assert looked_up == keys(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Münster", "MUENSTER"),
        ("Münster", "Munster"),
        ("Mu\u0308nster", "Muenster"),
        ("St. Gallen", "Sankt Gallen"),
        ("Halle/Saale", "Halle (Saale)"),
        ("Garmisch-Partenkirchen", "garmisch partenkirchen"),
    ],
)
def test_two_ways_to_write_a_name_are_alike(one, other):
    """
    A choice that the reader typed otherwise is recognised as the same.
    """
    assert alike(one, other)


def test_different_names_are_not_alike():
    """
    Nothing is like a name without letters, and Munster is not Minster.
    """
    assert not alike("Munster", "Minster")
    assert not alike("", "")
    assert not alike("!", "?")


def test_capital_letters_and_signs_do_not_change_how_a_name_is_written():
    """
    Accents that somebody typed are meant, however they are encoded.
    """
    assert same_writing("MÜNSTER", "mu\u0308nster")
    assert same_writing("„St. Gallen“", "St Gallen")
    assert not same_writing("Münster", "Munster")


def test_a_shortened_name_is_recognised_word_by_word():
    """
    Offices write Frankfurt a. M., but Frankfurt alone is no abbreviation.
    """
    assert shortens("Frankfurt a. M.", "Frankfurt am Main")
    assert not shortens("Frankfurt a. O.", "Frankfurt am Main")
    assert not shortens("Frankfurt", "Frankfurt am Main")


def test_a_name_begins_with_whole_words_only():
    """
    Halle (Saale) begins with Halle, Hallein does not.
    """
    assert begins("Halle (Saale)", "halle")
    assert not begins("Hallein", "Halle")
    assert not begins("Halle", "Halle")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Landeshauptstadt Dresden", "Dresden"),
        ("City of Cork", "Cork"),
        ("Stadtlohn", "Stadtlohn"),
        ("Stadt", "Stadt"),
    ],
)
def test_the_office_before_a_name_is_left_out(typed, name):
    """
    What stands on the letterhead leads to the place.
    """
    assert name == without_office(typed)


@given(st.text())
def test_any_text_has_keys_that_find_themselves(text):
    """
    Whatever is typed, keys are plain words that stay the same when they are looked up again.
    """
    for key in keys(text):
        assert key == " ".join(key.split())
        assert key in keys(key)
