"""What holds for every place, every name and every language."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from oic_kit.model.place import About, Kind
from oic_kit.model.words import LanguageWords, samples, words
from oic_kit.services.language_data import language_words, languages, people_table
from tests.model.word_forms import CASES, COUNTRIES, KIND_OF, SENTENCE, german, place


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("legal", KIND_OF)
def test_every_head_has_words_and_every_place_the_same_forms(code, legal):
    """
    A template may use any form for any place in any language and never finds a gap.
    """
    known = set(german("X"))

    for country, state in COUNTRIES:
        for population in (9_000, 40_000, 300_000):
            about = place("X", legal, country=country, state=state, population=population)
            forms = words(about, language_words(code))
            assert known == set(forms)
            assert [] == [key for key in forms if not forms[key].strip() and key != "legal_body"]
            assert forms["head"] in people_table(code).people


# "Stadtverwaltung" and "city administration" of a neighbourhood are the city's own body, which
# serves it, and a district's legal body is its city (research/oic.md E.2: "none; Stadtverwaltung",
# "the city"). "Open Innovation City" is a proper name.
MEANT = {
    "de": re.compile("Stadt(bezirk|teil)|StädteRegion|Open Innovation City"),
    "en": re.compile("Open Innovation City"),
}
CITY = {"de": re.compile("st[aä]dt", re.IGNORECASE), "en": re.compile("cit(y|ies)", re.IGNORECASE)}


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize(
    "legal", [legal for legal, kind in KIND_OF.items() if kind is not Kind.CITY]
)
def test_no_district_or_region_is_called_a_city(code, legal):
    """
    A reader in a district or region never reads "Stadt" or "city" about the place itself.
    """
    for country, state in COUNTRIES:
        about = place("X", legal, country=country, state=state, parent="Y")
        forms = words(about, language_words(code))
        cities = [
            key
            for key, text in forms.items()
            if CITY[code].search(MEANT[code].sub("", text))
            and key != "legal_body"
            and not (legal == "neighbourhood" and key.lower().startswith("administration"))
        ]
        assert [] == cities, (country, state)


NAMES = st.one_of(
    st.sampled_from(
        [
            "das Ruhrgebiet",
            "die Niederlande",
            "Kreis Gütersloh",
            "Stadt Wehlen",
            "Rügen",
            "Frankfurt (Oder)",
            "{where}",
            "{{ .Name }}",
            "<b>X</b>",
            "“Quote”",
            "דבי",
            "🎉",
            "’s-Hertogenbosch",
            "A & B",
        ]
    ),
    st.text(min_size=1, max_size=80),
)


def allowed(name: str, legal: str) -> About:
    try:
        return place(name, legal)
    except ValidationError:
        assume(False)
        raise


@given(
    name=NAMES, legal=st.sampled_from(sorted(KIND_OF)), code=st.sampled_from(sorted(languages()))
)
@settings(deadline=None, max_examples=300, database=None)
def test_any_allowed_name_gives_every_form(name, legal, code):
    """
    Whatever a place is called, no sentence about it has a gap, a doubled blank or a doubled noun.
    """
    about = allowed(name, legal)
    forms = words(about, language_words(code))
    short, noun = forms["name"], forms["noun"]
    nouns = rf"(?<!\S){re.escape(noun)}(?!\S)"

    assert set(german("X")) == set(forms)
    assert [] == [key for key in forms if not forms[key].strip() and key != "legal_body"]
    assert [] == [key for key, text in forms.items() if "  " in text.replace(short, "X")]
    assert len(re.findall(nouns, forms["nom"])) <= max(1, len(re.findall(nouns, short)))
    assert about.name.endswith(short)


@given(name=st.text(min_size=1, max_size=80), legal=st.sampled_from(sorted(KIND_OF)))
@settings(deadline=None, max_examples=200, database=None)
def test_a_name_stays_as_it_was_typed(name, legal):
    """
    Braces, emoji, right-to-left letters: the name stands in every phrase exactly as it was typed.
    """
    about = allowed(name, legal)

    for code in languages():
        forms = words(about, language_words(code))
        keys = ["name", *CASES.split(), *SENTENCE.split(), "brand", "tagline", "people"]
        assert [] == [key for key in keys if about.name not in forms[key]]


def test_a_third_language_is_a_file_and_no_code():
    """
    A maintainer adds Dutch by writing rules; the code does not know which languages exist.
    """
    say = {"name": "{_called}", "nom": "de stad {name}", "where": "in {name}", "head": "mayor"}
    dutch = LanguageWords.model_validate(
        {
            "code": "nl",
            "samples": ("Nieuw {where}.", "Voor {nom}.", "{name}.", "Welkom."),
            "rules": (
                {"say": {**say, "own_body": "yes", "legal_body": "Stad {name}"}},
                {"when": {"_kind": "region"}, "say": {"nom": "de regio {name}"}},
            ),
        }
    )

    assert "De regio Vlaanderen" == words(place("Vlaanderen", "region"), dutch)["Nom"]
    assert ("Nieuw in Gent.", "Voor de stad Gent.", "Gent.", "Welkom.") == samples(
        place("Gent"), dutch
    )


def test_a_language_without_the_forms_that_the_kit_needs_is_refused():
    """
    A maintainer who leaves out the head is told so when the file is read.
    """
    with pytest.raises(ValidationError, match="nothing fills head, legal_body, own_body"):
        LanguageWords.model_validate(
            {"code": "nl", "samples": ("1", "2", "3", "4"), "rules": ({"say": {"name": "x"}},)}
        )
