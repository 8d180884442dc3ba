"""Every two choices of language, address, style and kind of place, in a site that was built."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from oic_kit.model.place import Gender, Place
from oic_kit.services.language_data import languages
from oic_kit.services.site import build
from tests import wording
from tests.pages.test_links import dead_links
from tests.places import PROFILES, profile
from tests.sites import BuiltSite
from tests.variants import VARIANTS, built, every_combination, pairwise, variant_of


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory):
    """Where all variants keep their pictures."""
    return tmp_path_factory.mktemp("drawn")


@pytest.fixture(scope="module", params=enumerate(VARIANTS), ids=lambda it: str(it[1]))
def variant(request, drawn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Every variant in turn, built with Hugo's warnings as errors."""
    number, choices = request.param
    yield built(choices.place(number), tmp_path_factory.mktemp("variant") / "oic", drawn=drawn)


def test_every_two_choices_meet_in_some_site():
    """
    A developer may rely on it: no two choices of a place were never seen together.
    """
    seen = [variant_of(profile(name)) for name in PROFILES] + list(VARIANTS)

    assert len(VARIANTS) <= 14
    assert () == pairwise(seen)
    assert set() == set(VARIANTS) - set(every_combination())


def test_a_variant_speaks_only_the_chosen_languages(variant: BuiltSite):
    """
    A visitor finds pages in the languages that the place chose, the main one at the front door.
    """
    spoken = {page.tongue for page in variant.every_page}

    assert set(variant.place.site.languages) == spoken
    assert variant.place.main_language == variant.page("index.html").tongue


def test_a_variant_keeps_to_its_form_of_address(variant: BuiltSite):
    """
    A visitor is addressed in the chosen form on every page, and never as `du` by the law.
    """
    assert [] == wording.wrongly_addressed(variant)
    assert [] == wording.familiar_law(variant)


def test_a_variant_names_people_in_the_chosen_style(variant: BuiltSite):
    """
    A visitor reads one style of naming people: the chosen one, and it is really used.
    """
    site = variant.place.site

    assert [] == wording.strange_signs(variant)
    if "de" in site.languages and site.gender is not Gender.NEUTRAL:
        assert 0 < wording.chosen_signs(variant)


def test_a_variant_calls_its_place_what_it_is(variant: BuiltSite):
    """
    A visitor of a district or region never reads a text that was written for a city.
    """
    assert [] == wording.nouns_of_other_kinds(variant)
    assert [] == wording.local_facts(variant)


def test_a_variant_has_no_dead_link(variant: BuiltSite):
    """
    A visitor arrives wherever a link of the site leads, whichever languages were chosen.
    """
    assert set() == dead_links(variant)


MODULES = ("events", "posts", "projects", "formats", "methods", "people", "partners", "challenges",
           "press", "search")  # fmt: skip


@pytest.mark.parametrize("off", [*((name,) for name in MODULES), MODULES], ids="+".join)
def test_what_is_switched_off_leaves_no_trace(drawn, tmp_path, off: tuple[str, ...]):
    """
    A visitor never sees a menu entry, an empty page or a dead link of a part that is off.
    """
    site = built(without(profile("sennestadt"), off), tmp_path / "oic", drawn=drawn)
    folders = {page.address.split("/")[0] for page in site.every_page}
    paths = languages()["de"].paths
    assert set() == folders & {paths.get(name, name) for name in off}
    assert set() == dead_links(site)
    assert not ("search" in off and any(name.startswith("pagefind/") for name in site.files))


def test_what_is_switched_off_later_leaves_no_trace_either(drawn, tmp_path):
    """
    An editor who switches parts off in place.yaml need not delete a page: nothing of them is published.
    """
    site = built(profile("sennestadt"), tmp_path / "oic", drawn=drawn)
    record, page = site.folder / "place.yaml", site.folder / "site/content/about/index.de.md"
    text = record.read_text(encoding="utf-8")
    for name in MODULES:
        assert f"\n  {name}: true" in text, name
        text = text.replace(f"\n  {name}: true", f"\n  {name}: false")
    record.write_text(text, encoding="utf-8")
    page.write_text(
        page.read_text(encoding="utf-8") + "\n[Die Termine](/events/)\n", encoding="utf-8"
    )
    build(site.folder)

    later = BuiltSite(site.place, site.folder)
    asked = built(without(site.place, MODULES), tmp_path / "asked", drawn=drawn)
    assert asked.files == later.files
    assert set() == dead_links(later)
    assert "Die Termine" in later.page("ueber-uns/index.html").text


def test_what_can_be_switched_on_is_there(drawn, tmp_path):
    """
    A visitor of a place that switched everything on finds report, easy language and sign language.
    """
    place = profile("ostwestfalen-lippe")
    on = {"report": True, "easy_language": True, "sign_language": True, "playbook": "public"}
    modules = place.modules.model_copy(update=on)
    site = built(place.model_copy(update={"modules": modules}), tmp_path / "oic", drawn=drawn)

    titles = {page.tree.findtext(".//h1") for page in site.every_page}
    assert {"Leichte Sprache", "Easy language"} & titles
    assert set() == dead_links(site)
    # The playbook cites other places by name; its editions are looked at with its chapters.
    strange = wording.nouns_of_other_kinds(site)
    assert [] == [path for path, _line in strange if "playbook/" not in path]


def without(place: Place, off: tuple[str, ...]) -> Place:
    """A place with some parts of its site switched off."""
    modules = place.modules.model_copy(update=dict.fromkeys(off, False))
    return place.model_copy(update={"modules": modules})
