"""Names that bring an article, a noun, a preposition or signs."""

from __future__ import annotations

import pytest

from tests.model.word_forms import english, german, said

NAMED = {
    ("das Ruhrgebiet", "region"): "das Ruhrgebiet | des Ruhrgebiets | im Ruhrgebiet"
    " | ins Ruhrgebiet | für das Ruhrgebiet | vom Ruhrgebiet",
    ("Ruhrgebiet", "region"): "das Ruhrgebiet | des Ruhrgebiets | im Ruhrgebiet | ins Ruhrgebiet"
    " | für das Ruhrgebiet | vom Ruhrgebiet",
    ("die Eifel", "region"): "die Eifel | der Eifel | in der Eifel | in die Eifel | für die Eifel"
    " | von der Eifel",
    ("der Harz", "region"): "der Harz | des Harzes | im Harz | in den Harz | für den Harz"
    " | vom Harz",
    ("Der Taunus", "region"): "der Taunus | des Taunus | im Taunus | in den Taunus"
    " | für den Taunus | vom Taunus",
    ("die Niederlande", "region"): "die Niederlande | der Niederlande | in den Niederlanden"
    " | in die Niederlande | für die Niederlande | von den Niederlanden",
    ("Vier- und Marschlande", "region"): "die Vier- und Marschlande | der Vier- und Marschlande"
    " | in den Vier- und Marschlanden | in die Vier- und Marschlande"
    " | für die Vier- und Marschlande | von den Vier- und Marschlanden",
    ("Bergisches Land", "region"): "das Bergische Land | des Bergischen Lands"
    " | im Bergischen Land | ins Bergische Land | für das Bergische Land | vom Bergischen Land",
    ("die Sächsische Schweiz", "region"): "die Sächsische Schweiz | der Sächsischen Schweiz"
    " | in der Sächsischen Schweiz | in die Sächsische Schweiz | für die Sächsische Schweiz"
    " | von der Sächsischen Schweiz",
    ("Bayerischer Wald", "region"): "der Bayerische Wald | des Bayerischen Walds"
    " | im Bayerischen Wald | in den Bayerischen Wald | für den Bayerischen Wald"
    " | vom Bayerischen Wald",
    ("Rheinisches Revier", "region"): "das Rheinische Revier | des Rheinischen Reviers"
    " | im Rheinischen Revier | ins Rheinische Revier | für das Rheinische Revier"
    " | vom Rheinischen Revier",
    ("der Wedding", "neighbourhood"): "der Wedding | des Weddings | im Wedding | in den Wedding"
    " | für den Wedding | vom Wedding",
    ("Ostwestfalen-Lippe", "region"): "die Region Ostwestfalen-Lippe"
    " | der Region Ostwestfalen-Lippe | in der Region Ostwestfalen-Lippe"
    " | in die Region Ostwestfalen-Lippe | für die Region Ostwestfalen-Lippe"
    " | von der Region Ostwestfalen-Lippe",
    ("Niederrhein", "region"): "der Niederrhein | des Niederrheins | am Niederrhein"
    " | an den Niederrhein | für den Niederrhein | vom Niederrhein",
    ("Rügen", "region"): "die Region Rügen | der Region Rügen | auf Rügen | nach Rügen | für Rügen"
    " | von der Region Rügen",
    ("Ostfriesland", "region"): "die Region Ostfriesland | der Region Ostfriesland"
    " | in der Region Ostfriesland | in die Region Ostfriesland | für die Region Ostfriesland"
    " | von der Region Ostfriesland",
    ("Kreis Gütersloh", "county"): "der Kreis Gütersloh | des Kreises Gütersloh"
    " | im Kreis Gütersloh | in den Kreis Gütersloh | für den Kreis Gütersloh"
    " | vom Kreis Gütersloh",
    ("Rhein-Sieg-Kreis", "county"): "der Rhein-Sieg-Kreis | des Rhein-Sieg-Kreises"
    " | im Rhein-Sieg-Kreis | in den Rhein-Sieg-Kreis | für den Rhein-Sieg-Kreis"
    " | vom Rhein-Sieg-Kreis",
    ("Hochsauerlandkreis", "county"): "der Hochsauerlandkreis | des Hochsauerlandkreises"
    " | im Hochsauerlandkreis | in den Hochsauerlandkreis | für den Hochsauerlandkreis"
    " | vom Hochsauerlandkreis",
    ("Landkreis Osnabrück", "rural-county"): "der Landkreis Osnabrück | des Landkreises Osnabrück"
    " | im Landkreis Osnabrück | in den Landkreis Osnabrück | für den Landkreis Osnabrück"
    " | vom Landkreis Osnabrück",
    ("Region Hannover", "region"): "die Region Hannover | der Region Hannover"
    " | in der Region Hannover | in die Region Hannover | für die Region Hannover"
    " | von der Region Hannover",
    ("Metropolregion Nürnberg", "metropolitan-region"): "die Metropolregion Nürnberg"
    " | der Metropolregion Nürnberg | in der Metropolregion Nürnberg"
    " | in die Metropolregion Nürnberg | für die Metropolregion Nürnberg"
    " | von der Metropolregion Nürnberg",
    ("Stadt Wehlen", "city"): "die Stadt Wehlen | der Stadt Wehlen | in der Stadt Wehlen"
    " | in die Stadt Wehlen | für die Stadt Wehlen | von der Stadt Wehlen",
    ("Samtgemeinde Sögel", "municipality"): "die Samtgemeinde Sögel | der Samtgemeinde Sögel"
    " | in der Samtgemeinde Sögel | in die Samtgemeinde Sögel | für die Samtgemeinde Sögel"
    " | von der Samtgemeinde Sögel",
    ("die Wedemark", "municipality"): "die Gemeinde Wedemark | der Gemeinde Wedemark"
    " | in der Wedemark | in die Wedemark | für die Wedemark | von der Gemeinde Wedemark",
    ("Stadtbezirk Mitte", "city-district"): "der Stadtbezirk Mitte | des Stadtbezirks Mitte"
    " | im Stadtbezirk Mitte | in den Stadtbezirk Mitte | für den Stadtbezirk Mitte"
    " | vom Stadtbezirk Mitte",
    ("Kreuzviertel", "quarter"): "das Kreuzviertel | des Kreuzviertels | im Kreuzviertel"
    " | ins Kreuzviertel | für das Kreuzviertel | vom Kreuzviertel",
    ("Nordstadt", "neighbourhood"): "die Nordstadt | der Nordstadt | in der Nordstadt"
    " | in die Nordstadt | für die Nordstadt | von der Nordstadt",
    ("Berlin-Mitte", "borough"): "der Bezirk Berlin-Mitte | des Bezirks Berlin-Mitte"
    " | im Bezirk Berlin-Mitte | in den Bezirk Berlin-Mitte | für den Bezirk Berlin-Mitte"
    " | vom Bezirk Berlin-Mitte",
    ("Frankfurt (Oder)", "city"): "die Stadt Frankfurt (Oder) | der Stadt Frankfurt (Oder)"
    " | in Frankfurt (Oder) | nach Frankfurt (Oder) | für Frankfurt (Oder)"
    " | von der Stadt Frankfurt (Oder)",
    ("Neuss/Rhein", "city"): "die Stadt Neuss/Rhein | der Stadt Neuss/Rhein | in Neuss/Rhein"
    " | nach Neuss/Rhein | für Neuss/Rhein | von der Stadt Neuss/Rhein",
    ("Bautzen/Budyšin", "city"): "die Stadt Bautzen/Budyšin | der Stadt Bautzen/Budyšin"
    " | in Bautzen/Budyšin | nach Bautzen/Budyšin | für Bautzen/Budyšin"
    " | von der Stadt Bautzen/Budyšin",
}


@pytest.mark.parametrize(("name", "legal"), NAMED)
def test_german_names_that_bring_an_article_a_noun_or_signs(name, legal):
    """
    People from the Ruhrgebiet, the Kreis Gütersloh or Frankfurt (Oder) find their usual phrase.
    """
    assert NAMED[name, legal] == said(german(name, legal), "nom gen where into for by")


@pytest.mark.parametrize(
    ("possessive", "name", "legal"),
    [
        ("Münsters", "Münster", "city"),
        ("Mainz’", "Mainz", "city"),
        ("Worms’", "Worms", "city"),
        ("Neuss’", "Neuss", "city"),
        ("Gieß’", "Gieß", "city"),
        ("Bordeaux’", "Bordeaux", "city"),
        ("Nice’", "Nice", "city"),
        ("Frankfurts (Oder)", "Frankfurt (Oder)", "city"),
        ("Halles (Saale)", "Halle (Saale)", "city"),
        ("Frankfurts am Main", "Frankfurt am Main", "city"),
        ("Bad Homburgs vor der Höhe", "Bad Homburg vor der Höhe", "city"),
        ("Weiß’ am See", "Weiß am See", "city"),
        ("des Ruhrgebiets", "Ruhrgebiet", "region"),
        ("des Kreises Gütersloh", "Kreis Gütersloh", "county"),
        ("دبي’", "دبي", "city"),
    ],
)
def test_german_possessive_names_and_the_way_around_them(possessive, name, legal):
    """
    A reader never stumbles over "Mainzs": the name takes an apostrophe, and `of` needs no ending.
    """
    forms = german(name, legal)

    assert possessive == forms["name_gen"]
    assert forms["of"] == (f"von {name}" if legal == "city" else forms["gen"])


def test_english_names_that_bring_an_article_or_a_noun():
    """
    An English reader meets "the Ruhrgebiet" and "the Lake District", and no noun twice.
    """
    names = [
        english("das Ruhrgebiet", "region"),
        english("the Ruhr", "region"),
        english("Lake District", "region"),
        english("Kreis Gütersloh", "county"),
        english("City of London"),
        english("Kansas City"),
        english("The Hague"),
        english("Rügen", "region"),
    ]

    assert [
        "the Ruhrgebiet | in the Ruhrgebiet",
        "the Ruhr | in the Ruhr",
        "the Lake District | in the Lake District",
        "Kreis Gütersloh | in Kreis Gütersloh",
        "the City of London | in the City of London",
        "Kansas City | in Kansas City",
        "the city of The Hague | in The Hague",
        "Rügen | on Rügen",
    ] == [said(forms, "nom where") for forms in names]
