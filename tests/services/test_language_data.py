"""The language files that travel with the kit."""

from __future__ import annotations

import pytest

from oic_kit.errors import OicError
from oic_kit.model.place import About, Gender
from oic_kit.services.language_data import (
    language_words,
    languages,
    people_for,
    people_table,
    samples_for,
    wording_faults,
    words_for,
)


def test_german_and_english_are_there():
    """
    An officer can choose German and English, each named as its speakers call it.
    """
    spoken = {code: (one.label, one.locale, one.direction) for code, one in languages().items()}

    assert ("Deutsch", "de-DE", "ltr") == spoken["de"]
    assert ("English", "en-GB", "ltr") == spoken["en"]


def test_every_language_gives_an_address_to_the_same_folders():
    """
    A visitor who changes the language finds every section again.
    """
    folders = {code: set(one.paths) for code, one in languages().items()}

    assert all(folders["en"] == found for found in folders.values()), folders


@pytest.mark.parametrize("code", languages())
def test_every_language_has_its_grammar_and_its_people(code):
    """
    A maintainer who adds a language file without its words learns it from this test.
    """
    assert code == language_words(code).code
    assert people_table(code).people


def test_files_are_read_once():
    """
    A developer may ask for the grammar anywhere without reading files again.
    """
    assert language_words("de") is language_words("de")
    assert people_table("de") is people_table("de")
    assert languages() is languages()


@pytest.mark.parametrize("read", [language_words, people_table])
def test_a_language_that_nobody_speaks_is_refused_with_those_that_are(read):
    """
    An officer who asks for Latin reads which languages there are.
    """
    with pytest.raises(OicError) as caught:
        read("la")

    assert "oic-kit does not speak the language “la”." == caught.value.what
    assert "Choose one of: de, en" == caught.value.remedy


def test_grammar_samples_and_people_by_language():
    """
    A developer asks for the words of a place with the place and a language, nothing more.
    """
    about = About(name="Münster", population=300_000, state="NW")

    assert "in Münster" == words_for(about, "de")["where"]
    assert "New ideas begin in Münster." == samples_for(about, "en")[0]
    assert "Bürger*in" == people_for(Gender.STAR, "de", head="citizens")["head_nom_sg"]


def test_without_a_head_no_text_can_name_a_wrong_one():
    """
    A text that asks for the head of an unknown place fails instead of inventing a mayor.
    """
    assert not [key for key in people_for(Gender.PAIR, "de") if key.startswith("head_")]


def test_faults_in_own_wording_of_every_language_are_found_together():
    """
    An officer reads every mistake in the own wording at once, also a language nobody speaks.
    """
    own = {"de": {"wo": "hier"}, "en": {"wher": "here"}, "la": {"where": "hic"}}
    about = About(name="Roma", population=300_000, words=own)
    cures = {fault.key: fault.cure for fault in wording_faults(about)}

    assert {"place.words.de.wo", "place.words.en.wher", "place.words.la"} == set(cures)
    assert "write one of: de, en" == cures["place.words.la"]
    assert "did you mean “where”?" == cures["place.words.en.wher"]
