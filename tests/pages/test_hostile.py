"""Names that look like markup, templates, paths or commands: on a page they are words, nothing else."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import feedparser
import icalendar
import pytest
import yaml

from oic_kit.model.place import Place
from oic_kit.services.completion import complete_place
from tests.hostile import CORPUS
from tests.pages.test_heads import graph_of
from tests.pages.test_links import dead_links
from tests.places import TODAY
from tests.sites import BuiltSite
from tests.variants import built

# A small site: a start page, events with their calendars, posts with their feeds, the legal pages.
OFF = ("projects", "formats", "methods", "people", "partners", "challenges", "press", "search")


def hostile(number: int) -> Place:
    """A place in which every field holds another value of the corpus; each value meets each field."""
    name, title, tagline, street, operator, topic, office = (
        CORPUS[(number + shift) % len(CORPUS)] for shift in range(7)
    )
    values = {
        "place": {"name": name, "population": 9000, "country": "DE", "state": "BW"},
        "site": {"title": title, "url": "https://oic.example/", "languages": ["de"]},
        "brand": {"tagline": {"de": tagline}},
        "operator": {"legal_name": operator},
        "contact": {"email": "oic@oic.example"},
        "office": {"space": "own", "street": street, "name": office},
        "topics": [{"id": "climate", "title": {"de": topic}}],
        "modules": dict.fromkeys(OFF, False),
    }
    return complete_place(values, today=TODAY, named="hostile")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all these sites keep their pictures."""
    return tmp_path_factory.mktemp("drawn")


@pytest.fixture(scope="module")
def harmless(drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same site with plain words in every field."""
    place = hostile(0)
    plain = {
        "place": place.place.model_copy(update={"name": "Altdorf"}),
        "site": place.site.model_copy(update={"title": "Open Innovation City Altdorf"}),
        "brand": place.brand.model_copy(update={"tagline": {"de": "Altes Dorf, neue Wege"}}),
        "office": place.office.model_copy(update={"street": "Am Markt 1", "name": "Büro"}),
        "topics": (place.topics[0].model_copy(update={"title": {"de": "Klima"}}),),
    }
    return built(
        place.model_copy(update=plain), tmp_path_factory.mktemp("plain") / "oic", drawn=drawn
    )


@pytest.fixture(scope="module", params=range(len(CORPUS)), ids=lambda it: CORPUS[it][:24])
def site(
    request: pytest.FixtureRequest, drawn: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BuiltSite]:
    """The site of every hostile place in turn."""
    yield built(hostile(request.param), tmp_path_factory.mktemp("hostile") / "oic", drawn=drawn)


def plain(text: str) -> str:
    """A text as a browser shows it: blanks in a row are one."""
    return " ".join(text.split())


def shapes(site: BuiltSite) -> Counter[tuple[str, tuple[str, ...]]]:
    """Every kind of element with the names of its attributes."""
    return Counter(
        (str(element.tag), tuple(sorted(element.keys())))
        for page in site.every_page
        for element in page.tree.iter()
    )


def test_a_hostile_name_never_becomes_markup(site: BuiltSite, harmless: BuiltSite):
    """
    A visitor's browser sees the very elements and attributes that a harmless place would have.
    """
    strange = set(shapes(site)) - set(shapes(harmless))
    scripts = [len(page.tree.xpath("//script")) for page in site.every_page]

    assert set() == {shape for shape in strange if "on" in {name[:2] for name in shape[1]}}
    assert set() == {shape[0] for shape in strange} - {"a", "span", "p", "b", "bdi", "h1", "div"}
    assert [len(page.tree.xpath("//script")) for page in harmless.every_page] == scripts
    assert set() == dead_links(site)


def test_a_hostile_name_is_read_as_it_was_written(site: BuiltSite):
    """
    A visitor reads every name letter for letter: in headings, the footer, the tab, the imprint.
    """
    place, home = site.place, site.page("index.html")
    topic = site.page("themen/climate/index.html")
    imprint = site.page_of("imprint", "de")

    assert plain(place.name) == plain(
        home.tree.xpath("//*[@class='wordmark']//bdi")[0].text_content()
    )
    assert all(plain(place.site.title) in plain(page.title) for page in site.every_page)
    assert plain(place.brand.tagline["de"]) in home.sentences
    assert plain(place.topics[0].title["de"]) == plain(topic.tree.findtext(".//h1") or "")
    assert plain(place.operator.legal_name.value) in plain(
        imprint.tree.xpath("//main")[0].text_content()
    )
    for text in (place.office.street, place.office.name):
        assert plain(text) in [line.strip() for page in site.every_page for line in page.sentences]


def test_a_hostile_name_breaks_no_file_for_machines(site: BuiltSite):
    """
    A program reads the same names from JSON-LD, calendar, feeds, manifest and data files.
    """
    place = site.place
    (speaker,) = (it for it in graph_of(site.page("index.html")) if "areaServed" in it)
    calendar = icalendar.Calendar.from_ical((site.root / "termine" / "events.ics").read_bytes())
    feed = feedparser.parse((site.root / "feed.xml").read_bytes(), sanitize_html=False)
    card = json.loads((site.root / ".well-known" / "oic.json").read_text(encoding="utf-8"))
    config = yaml.safe_load((site.folder / "site" / "hugo.yaml").read_text(encoding="utf-8"))
    manifest = json.loads((site.root / "site.webmanifest").read_text(encoding="utf-8"))

    assert (place.site.title, place.name) == (speaker["name"], speaker["areaServed"]["name"])
    assert place.office.street == speaker["address"]["streetAddress"]
    assert place.site.title == re.sub(r"\\(.)", r"\1", str(calendar["NAME"]))
    assert len(calendar.walk("VEVENT")) == len(
        list((site.folder / "site/content/events").glob("*/"))
    )
    assert not feed.bozo
    assert place.site.title == card["name"] == config["title"] == manifest["name"]
    assert place.operator.legal_name.value == card["operator"]


def test_a_hostile_name_stays_in_its_folder(site: BuiltSite):
    """
    An officer finds everything in the folder that was asked for, and nothing beside it.
    """
    assert [site.folder.name] == [path.name for path in site.folder.parent.iterdir()]
    assert not Path("/tmp/p").exists()  # noqa: S108 - what the corpus would touch if it were a command
