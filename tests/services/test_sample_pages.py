"""The pages that every new place receives, in every language, for every kind of place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oic_kit.model.content_actors import Partner
from oic_kit.model.content_events import Event
from oic_kit.model.content_kinds import KINDS
from oic_kit.model.content_work import Project
from oic_kit.model.place import Address, Place
from oic_kit.model.site_blocks import Group
from oic_kit.services.content import check_content, read_content
from oic_kit.services.language_data import languages
from oic_kit.services.record_pages import write_record_pages
from oic_kit.services.render import render_template
from oic_kit.services.seed_values import seed_values
from oic_kit.services.switches import seeds_for
from oic_kit.services.template import template_root
from tests.places import PROFILES, profile

CONTENT = template_root() / "site" / "content"
SOURCES = sorted(CONTENT.rglob("*.md*"))
FOLDERS = sorted({source.parent for source in SOURCES})
# Formats and methods are no samples: their pages are made from the kit's records.
FROM_RECORDS = ("formats", "methods")
LEGAL = ("imprint", "privacy", "accessibility", "licences")

# What may stand in any edition: the proper name, addresses of sources, and what Jinja fills in.
FREE = re.compile(r"Open Innovation Cit(?:y|ies)|https?://\S+|\{\{.*?\}\}|\{%.*?%\}")
NOUN = re.compile(r"[Ss]t[aä]dt|\b[Cc]it(?:y|ies)\b")
DU = re.compile(r"\b(?:du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
# "Sie" may begin a sentence about others; these forms only address the reader.
SIE = re.compile(r"\bIhnen\b|(?<=[a-zäöüß,] )(?:Sie|Ihr|Ihre[mnrs]?)\b")


def made(place: Place, folder: Path) -> Path:
    """Render the site of a place (the playbook has tests of its own) and return its folder."""
    fits = seeds_for(place)
    render_template(
        seed_values(place),
        folder,
        wanted=lambda path: not path.startswith("playbook/") and fits(path),
    )
    write_record_pages(place, folder)
    return folder / "site"


@pytest.fixture(scope="module")
def muenster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages of one place, in two languages."""
    return made(profile("muenster"), tmp_path_factory.mktemp("muenster"))


@pytest.mark.parametrize("name", PROFILES)
def test_no_sample_page_has_anything_to_mend(name: str, tmp_path: Path) -> None:
    """
    An officer who has just made a site finds nothing wrong with its pages.
    """
    place = profile(name)

    assert [] == check_content(made(place, tmp_path), place)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_no_sample_page_calls_every_place_a_city(source: Path) -> None:
    """
    A visitor of a district or a region never reads a text that was written for a city.
    """
    text = FREE.sub("", source.read_text(encoding="utf-8"))

    assert [] == NOUN.findall(text)


@pytest.mark.parametrize("address", Address)
def test_every_page_keeps_to_the_chosen_form_of_address(address: Address, tmp_path: Path) -> None:
    """
    A visitor is addressed in one way on every German page, and on none in two.
    """
    place = profile("muenster")
    place = place.model_copy(update={"site": place.site.model_copy(update={"address": address})})
    pages = [page for page in read_content(made(place, tmp_path)).pages if page.language == "de"]
    strangers = {Address.DU: [SIE], Address.SIE: [DU], Address.NEUTRAL: [SIE, DU]}[address]

    wrong = [
        (page.file, found)
        for page in pages
        for pattern in strangers
        for found in pattern.findall(FREE.sub("", page.head.text + page.body))
    ]
    assert [] == wrong


@pytest.mark.parametrize("name", LEGAL)
def test_legal_pages_never_say_du(name: str) -> None:
    """
    A visitor of the imprint is not on first-name terms with the law.
    """
    assert [] == DU.findall((CONTENT / name / "index.de.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_every_sample_page_exists_in_every_language(folder: Path) -> None:
    """
    A visitor who changes the language finds the same page again.
    """
    written = {path.name.split(".")[1] for path in folder.glob("*.md*")}

    assert set(languages()) == written


def test_every_sample_item_says_that_it_is_one(muenster: Path) -> None:
    """
    An editor and a visitor see at once which items are only examples.
    """
    items = [
        page
        for page in read_content(muenster).pages
        if page.kind in KINDS and page.id and page.kind not in FROM_RECORDS
    ]

    assert items
    assert [] == [page.file for page in items if not page.meta.sample]


def test_the_samples_show_what_editors_will_need(muenster: Path) -> None:
    """
    An editor can copy a cancelled event, a postponed one, one that was looked back on, a stopped
    project that says why, and a partner of each group.
    """
    content = read_content(muenster)
    metas = [page.meta for page in content.pages]
    events = [meta for meta in metas if isinstance(meta, Event)]
    projects = [meta for meta in metas if isinstance(meta, Project)]
    partners = [meta for meta in metas if isinstance(meta, Partner)]

    assert {"scheduled", "cancelled", "postponed"} <= {event.status.value for event in events}
    assert "lookback-first-ideas-evening" in {event.lookback for event in events}
    assert any(project.phase == "stopped" and project.learnings for project in projects)
    assert set(Group) == {partner.group for partner in partners}


def test_sample_pages_link_only_to_pages_that_nothing_switches_off(muenster: Path) -> None:
    """
    A place that switches parts off later has no dead link in the texts it started with.
    """
    parts = {name.replace("_", "-") for name in profile("muenster").modules.model_dump()}
    content = read_content(muenster)

    links = {
        link.strip("/").partition("/")[0]
        for page in content.pages
        for link in re.findall(r"\]\((/[^)\s#]*)", page.body)
    }
    assert links
    assert set() == links & parts


@pytest.mark.parametrize("name", PROFILES)
def test_the_guide_for_editors_speaks_the_language_of_the_place(name: str, tmp_path: Path) -> None:
    """
    An editor opens README.md and reads the guide in the main language of the place.
    """
    place = profile(name)
    made(place, tmp_path)
    guide = (tmp_path / "README.md").read_text(encoding="utf-8")

    heading = {"de": "Anleitung für die Redaktion", "en": "guide for editors"}
    assert heading[place.main_language] in guide.splitlines()[0]
    assert not (tmp_path / "guide").exists()
