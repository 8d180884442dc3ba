"""How texts speak of a city, a district and a region."""

from __future__ import annotations

import re

import pytest

from tests.model.word_forms import CASES, KIND_OF, NOUN, OUR, SENTENCE, english, german, said

GERMAN_CASES = {
    "city": "die Stadt X | der Stadt X | der Stadt X | die Stadt X",
    "municipality": "die Gemeinde X | der Gemeinde X | der Gemeinde X | die Gemeinde X",
    "city-district": "der Stadtbezirk X | des Stadtbezirks X | dem Stadtbezirk X | den Stadtbezirk X",
    "borough": "der Bezirk X | des Bezirks X | dem Bezirk X | den Bezirk X",
    "neighbourhood": "der Stadtteil X | des Stadtteils X | dem Stadtteil X | den Stadtteil X",
    "quarter": "das Quartier X | des Quartiers X | dem Quartier X | das Quartier X",
    "region": "die Region X | der Region X | der Region X | die Region X",
    "county": "der Kreis X | des Kreises X | dem Kreis X | den Kreis X",
    "rural-county": "der Landkreis X | des Landkreises X | dem Landkreis X | den Landkreis X",
    "metropolitan-region": "die Metropolregion X | der Metropolregion X | der Metropolregion X"
    " | die Metropolregion X",
}
GERMAN_OUR = {
    "city": "unsere Stadt | unserer Stadt | unserer Stadt | unsere Stadt",
    "municipality": "unsere Gemeinde | unserer Gemeinde | unserer Gemeinde | unsere Gemeinde",
    "city-district": "unser Stadtbezirk | unseres Stadtbezirks | unserem Stadtbezirk"
    " | unseren Stadtbezirk",
    "borough": "unser Bezirk | unseres Bezirks | unserem Bezirk | unseren Bezirk",
    "neighbourhood": "unser Stadtteil | unseres Stadtteils | unserem Stadtteil | unseren Stadtteil",
    "quarter": "unser Quartier | unseres Quartiers | unserem Quartier | unser Quartier",
    "region": "unsere Region | unserer Region | unserer Region | unsere Region",
    "county": "unser Kreis | unseres Kreises | unserem Kreis | unseren Kreis",
    "rural-county": "unser Landkreis | unseres Landkreises | unserem Landkreis | unseren Landkreis",
    "metropolitan-region": "unsere Metropolregion | unserer Metropolregion"
    " | unserer Metropolregion | unsere Metropolregion",
}
GERMAN_SENTENCE = {
    "city": "in X | nach X | aus X | für X | von X | von der Stadt X",
    "municipality": "in X | nach X | aus X | für X | von X | von der Gemeinde X",
    "city-district": "im Stadtbezirk X | in den Stadtbezirk X | aus dem Stadtbezirk X"
    " | für den Stadtbezirk X | des Stadtbezirks X | vom Stadtbezirk X",
    "borough": "im Bezirk X | in den Bezirk X | aus dem Bezirk X | für den Bezirk X"
    " | des Bezirks X | vom Bezirk X",
    "neighbourhood": "im Stadtteil X | in den Stadtteil X | aus dem Stadtteil X"
    " | für den Stadtteil X | des Stadtteils X | vom Stadtteil X",
    "quarter": "im Quartier X | ins Quartier X | aus dem Quartier X | für das Quartier X"
    " | des Quartiers X | vom Quartier X",
    "region": "in der Region X | in die Region X | aus der Region X | für die Region X"
    " | der Region X | von der Region X",
    "county": "im Kreis X | in den Kreis X | aus dem Kreis X | für den Kreis X | des Kreises X"
    " | vom Kreis X",
    "rural-county": "im Landkreis X | in den Landkreis X | aus dem Landkreis X"
    " | für den Landkreis X | des Landkreises X | vom Landkreis X",
    "metropolitan-region": "in der Metropolregion X | in die Metropolregion X"
    " | aus der Metropolregion X | für die Metropolregion X | der Metropolregion X"
    " | von der Metropolregion X",
}
# society, administration, adjective, wide, everywhere, tagline
GERMAN_COMMUNITY = {
    "city": "die Stadtgesellschaft | die Stadtverwaltung | städtisch | stadtweit"
    " | in der ganzen Stadt | Eine Initiative der Stadt X",
    "municipality": "die Gemeinschaft vor Ort | die Gemeindeverwaltung | kommunal | gemeindeweit"
    " | in der ganzen Gemeinde | Eine Initiative der Gemeinde X",
    "city-district": "die Menschen und Gruppen im Stadtbezirk | die Bezirksverwaltung | bezirklich"
    " | bezirksweit | im ganzen Stadtbezirk | Eine Initiative aus dem Stadtbezirk X",
    "borough": "die Menschen und Gruppen im Bezirk | die Bezirksverwaltung | bezirklich"
    " | bezirksweit | im ganzen Bezirk | Eine Initiative aus dem Bezirk X",
    "neighbourhood": "die Menschen und Gruppen im Stadtteil | die Stadtverwaltung | örtlich"
    " | im ganzen Stadtteil | im ganzen Stadtteil | Eine Initiative aus dem Stadtteil X",
    "quarter": "die Nachbarschaft | das Quartiersmanagement | nachbarschaftlich"
    " | im ganzen Quartier | im ganzen Quartier | Eine Initiative aus dem Quartier X",
    "region": "die Menschen und Organisationen in der Region | die Geschäftsstelle | regional"
    " | regionsweit | in der ganzen Region | Eine Initiative für die Region X",
    "county": "die Menschen und Organisationen im Kreis | die Kreisverwaltung | regional"
    " | kreisweit | im ganzen Kreis | Eine Initiative des Kreises X",
    "rural-county": "die Menschen und Organisationen im Landkreis | die Kreisverwaltung | regional"
    " | kreisweit | im ganzen Landkreis | Eine Initiative des Landkreises X",
    "metropolitan-region": "die Menschen und Organisationen in der Metropolregion"
    " | die Geschäftsstelle | regional | regionsweit | in der ganzen Metropolregion"
    " | Eine Initiative für die Metropolregion X",
}
ENGLISH_NAMES = {
    "city": "the city of X | in X",
    "municipality": "the municipality of X | in X",
    "city-district": "the X district | in the X district",
    "borough": "the borough of X | in the borough of X",
    "neighbourhood": "the X neighbourhood | in the X neighbourhood",
    "quarter": "the X neighbourhood | in the X neighbourhood",
    "region": "the X region | in the X region",
    "county": "the county of X | in the county of X",
    "rural-county": "the county of X | in the county of X",
    "metropolitan-region": "the X metropolitan region | in the X metropolitan region",
}
# noun, society, administration, deciding body
ENGLISH_BODIES = {
    "city": "city | everyone in the city | the city administration | the city council",
    "municipality": "municipality | everyone in the municipality | the municipal administration"
    " | the municipal council",
    "city-district": "district | everyone in the district | the district office"
    " | the district council",
    "borough": "borough | everyone in the borough | the borough office | the borough council",
    "neighbourhood": "neighbourhood | everyone in the neighbourhood | the city administration"
    " | the local council",
    "quarter": "neighbourhood | everyone in the neighbourhood | the neighbourhood office"
    " | the neighbourhood council",
    "region": "region | everyone in the region | the regional office | the joint committee",
    "county": "county | everyone in the county | the county administration | the county council",
    "rural-county": "county | everyone in the county | the county administration"
    " | the county council",
    "metropolitan-region": "metropolitan region | everyone in the metropolitan region"
    " | the regional office | the joint committee",
}


@pytest.mark.parametrize("legal", KIND_OF)
def test_german_declines_every_kind_of_place(legal):
    """
    A German reader meets the right article and ending, whatever kind of place it is.
    """
    forms = german("X", legal)

    assert GERMAN_CASES[legal] == said(forms, CASES)
    assert GERMAN_CASES[legal].replace(" X", "") == said(forms, NOUN)
    assert GERMAN_OUR[legal] == said(forms, OUR)


@pytest.mark.parametrize("legal", KIND_OF)
def test_german_puts_every_kind_of_place_into_a_sentence(legal):
    """
    A German reader is invited to, reads about and comes from the place in natural words.
    """
    forms = german("X", legal)

    assert GERMAN_SENTENCE[legal] == said(forms, SENTENCE)
    keys = "society_nom administration_nom adjective wide everywhere tagline"
    assert GERMAN_COMMUNITY[legal] == said(forms, keys)


@pytest.mark.parametrize("legal", KIND_OF)
def test_german_says_your_place_to_one_to_many_and_politely(legal):
    """
    Whoever is addressed as du, Sie or ihr reads the same endings as behind unser.
    """
    forms = german("X", legal)
    du = [forms[f"your_du_{case}"] for case in CASES.split()]
    ihr = [forms[f"your_ihr_{case}"] for case in CASES.split()]

    assert [text.replace("dein", "Ihr", 1) for text in du] == [
        forms[f"your_sie_{case}"] for case in CASES.split()
    ]
    assert [text.replace("dein", "unser", 1) for text in du] == [
        forms[f"our_{case}"] for case in CASES.split()
    ]
    assert [re.sub("^dein(?= )", "euer", text).replace("deine", "eure", 1) for text in du] == ihr


@pytest.mark.parametrize("legal", KIND_OF)
def test_english_names_every_kind_of_place(legal):
    """
    An English reader meets the usual noun, in its usual place.
    """
    forms = english("X", legal)

    assert ENGLISH_NAMES[legal] == said(forms, "nom where")
    assert ENGLISH_BODIES[legal] == said(
        forms, "noun society_nom administration_nom deciding_body_nom"
    )
    assert f"of {forms['nom']}" == forms["gen"]
    assert forms["nom"] == forms["dat"] == forms["acc"]


def test_verbs_agree_with_the_society_word():
    """
    A sentence about "die Menschen im Stadtbezirk" gets a verb in the plural.
    """
    keys = "society_is society_has society_can"

    assert "ist | hat | kann" == said(german("X"), keys)
    assert "sind | haben | können" == said(german("X", "city-district"), keys)
    assert "ist | hat | kann" == said(german("X", "quarter"), keys)
    assert "is | has | can" == said(english("X", "region"), keys)


def test_a_district_says_to_which_city_it_belongs():
    """
    A visitor who does not know Sennestadt learns that it is part of Bielefeld.
    """
    more = {"state": "NW", "parent": "Bielefeld"}

    assert "ein Stadtbezirk von Bielefeld" == german("Sennestadt", "city-district", **more)["is_a"]
    assert "a district of Bielefeld" == english("Sennestadt", "city-district", **more)["is_a"]


def test_a_district_and_a_region_explain_why_they_are_called_a_city():
    """
    A visitor of a region learns that Open Innovation City is the name of the principle.
    """
    region, district = german("Allgäu", "region"), english("Camden", "borough")

    assert "Open Innovation City Allgäu" == region["brand"]
    assert (
        "Open Innovation City ist der Name des Prinzips; es gilt auch im Allgäu."
        == region["brand_note"]
    )
    assert (
        "Open Innovation City is the name of the principle; it works in the borough of Camden too."
        == district["brand_note"]
    )
