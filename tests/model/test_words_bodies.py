"""Who decides, who administers, who stands at the head, who answers in law."""

from __future__ import annotations

import pytest

from oic_kit.model.words import words
from oic_kit.services.language_data import language_words, languages
from tests.model.word_forms import CASES, german, place, said

BODIES = {
    ("city", "DE", "NW"): "der Rat | des Rates | dem Rat | den Rat",
    ("city", "DE", ""): "der Rat | des Rates | dem Rat | den Rat",
    ("city", "DE", "HE"): "die Stadtverordnetenversammlung | der Stadtverordnetenversammlung"
    " | der Stadtverordnetenversammlung | die Stadtverordnetenversammlung",
    ("city", "DE", "BY"): "der Stadtrat | des Stadtrats | dem Stadtrat | den Stadtrat",
    ("city", "DE", "BE"): "das Abgeordnetenhaus | des Abgeordnetenhauses | dem Abgeordnetenhaus"
    " | das Abgeordnetenhaus",
    ("municipality", "DE", "BY"): "der Gemeinderat | des Gemeinderats | dem Gemeinderat"
    " | den Gemeinderat",
    ("county", "DE", "NW"): "der Kreistag | des Kreistags | dem Kreistag | den Kreistag",
    ("region", "DE", "NW"): "das Gremium der Mitglieder | des Gremiums der Mitglieder"
    " | dem Gremium der Mitglieder | das Gremium der Mitglieder",
    ("city-district", "DE", "BY"): "der Bezirksausschuss | des Bezirksausschusses"
    " | dem Bezirksausschuss | den Bezirksausschuss",
}
BODY = {
    ("city", "DE", "BB"): "die Stadtverordnetenversammlung",
    ("city", "DE", "SH"): "die Stadtvertretung",
    ("city", "DE", "HH"): "die Bürgerschaft",
    ("city", "DE", "BW"): "der Gemeinderat",
    ("city", "AT", "9"): "der Gemeinderat",
    ("city", "CH", "ZH"): "der Gemeinderat",
    ("city", "CH", "BE"): "der Stadtrat",
    ("city", "BE", ""): "der Gemeinderat",
    ("municipality", "DE", "HE"): "die Gemeindevertretung",
    ("municipality", "AT", "5"): "die Gemeindevertretung",
    ("municipality", "CH", "BE"): "der Gemeinderat",
    ("city-district", "DE", "NW"): "die Bezirksvertretung",
    ("city-district", "DE", "NI"): "der Stadtbezirksrat",
    ("city-district", "AT", "9"): "die Bezirksvertretung",
    ("borough", "DE", "BE"): "die Bezirksverordnetenversammlung",
    ("borough", "DE", "HH"): "die Bezirksversammlung",
    ("neighbourhood", "DE", "HE"): "der Ortsbeirat",
    ("neighbourhood", "DE", "NI"): "der Ortsrat",
    ("neighbourhood", "DE", "NW"): "die Bezirksvertretung",
    ("quarter", "DE", "BE"): "der Quartiersrat",
}


@pytest.mark.parametrize(("legal", "country", "state"), BODIES)
def test_the_deciding_body_has_the_name_of_its_land_in_four_cases(legal, country, state):
    """
    Council members read the name of their own body, correctly declined.
    """
    forms = german("X", legal, country=country, state=state)
    keys = " ".join(f"deciding_body_{case}" for case in CASES.split())

    assert BODIES[legal, country, state] == said(forms, keys)


@pytest.mark.parametrize(("legal", "country", "state"), BODY)
def test_the_deciding_body_differs_by_country_and_land(legal, country, state):
    """
    A place in Hessen, Vienna or Zürich is not told about a council that it does not have.
    """
    forms = german("X", legal, country=country, state=state)

    assert BODY[legal, country, state] == forms["deciding_body_nom"]


@pytest.mark.parametrize(
    ("body", "name", "legal", "state"),
    [
        ("die Regionsversammlung", "Region Hannover", "region", "NI"),
        ("der Städteregionstag", "StädteRegion Aachen", "region", "NW"),
        ("die Regionalversammlung", "Regionalverband Saarbrücken", "region", "SL"),
        ("die Bürgerschaft", "Rostock", "city", "MV"),
        ("die Ratsversammlung", "Kiel", "city", "SH"),
        ("die Stadtverordnetenversammlung", "Bremerhaven", "city", "HB"),
    ],
)
def test_places_with_a_body_of_their_own_name(body, name, legal, state):
    """
    A place whose body is named by a law of its own finds that name.
    """
    assert body == german(name, legal, state=state)["deciding_body_nom"]


@pytest.mark.parametrize(
    ("head", "legal", "more"),
    [
        ("lord_mayor", "city", {"state": "NW"}),
        ("mayor", "city", {"state": "NW", "population": 40_000}),
        ("lord_mayor", "city", {"state": "BW", "population": 40_000}),
        ("mayor", "city", {"state": "HH"}),
        ("mayor", "municipality", {"state": "NW"}),
        ("city_president", "city", {"country": "CH", "state": "ZH"}),
        ("mayor", "city", {"country": "AT"}),
        ("district_mayor", "city-district", {"state": "NW"}),
        ("district_office_head", "borough", {"state": "HH"}),
        ("district_head", "city-district", {"country": "AT", "state": "9"}),
        ("local_head", "neighbourhood", {"state": "HE"}),
        ("quarter_manager", "quarter", {"state": "NW"}),
        ("county_head", "county", {"state": "NW"}),
        ("district_governor", "county", {"country": "AT"}),
        ("chair", "region", {"state": "NW"}),
    ],
)
def test_the_head_of_the_place(head, legal, more):
    """
    A letter goes to the lord mayor of a big city and to the chair of a region.
    """
    assert head == german("X", legal, **more)["head"]


@pytest.mark.parametrize(
    ("own", "body", "name", "legal", "more"),
    [
        ("yes", "Stadt Münster", "Münster", "city", {"state": "NW"}),
        ("yes", "Land Berlin", "Berlin", "city", {"state": "BE"}),
        ("yes", "Samtgemeinde Sögel", "Samtgemeinde Sögel", "municipality", {"state": "NI"}),
        ("yes", "Gemeinde Wedemark", "die Wedemark", "municipality", {"state": "NI"}),
        ("yes", "Kreis Gütersloh", "Gütersloh", "county", {"state": "NW"}),
        ("yes", "Rhein-Sieg-Kreis", "Rhein-Sieg-Kreis", "county", {"state": "NW"}),
        ("yes", "Region Hannover", "Region Hannover", "region", {"state": "NI"}),
        ("no", "Stadt Bielefeld", "Sennestadt", "city-district", {"parent": "Bielefeld"}),
        ("no", "Hansestadt Lübeck", "Travemünde", "neighbourhood", {"parent": "Hansestadt Lübeck"}),
        ("no", "Land Berlin", "Pankow", "borough", {"state": "BE", "parent": "Berlin"}),
        ("no", "", "Sennestadt", "city-district", {}),
        ("depends", "", "Ostwestfalen-Lippe", "region", {"state": "NW"}),
    ],
)
def test_the_legal_body_is_proposed_only_where_it_is_known(own, body, name, legal, more):
    """
    An officer is offered the body that answers in law, and nothing where it would be a guess.
    """
    for code in languages():
        forms = words(place(name, legal, **more), language_words(code))
        assert (own, body) == (forms["own_body"], forms["legal_body"]), code
