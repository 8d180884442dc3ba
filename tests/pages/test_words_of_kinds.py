"""Three kinds of place are equal citizens: no site speaks as if it were another one's."""

from __future__ import annotations

import pytest

from oic_kit.model.place import Address, Gender
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.template import template_root
from tests import wording
from tests.sites import BuiltSite

# Lines that tell where the idea comes from, with their source right below them on the page.
SOURCED_BELOW = ("Viele Aufgaben vor Ort", "Many local tasks", " bringt Menschen aus ",
                 " brings together people ", "Rat: ", "Advice: ",
                 "mit Belegen und ohne Zauberei", "with evidence and without magic")  # fmt: skip


def test_no_site_calls_its_place_what_it_is_not(built_site: BuiltSite):
    """
    A visitor of a district never reads of "our city", a visitor of a city never of "our region".
    """
    assert [] == wording.nouns_of_other_kinds(built_site)


def test_the_check_would_see_a_noun_of_another_kind(built_sites: dict[str, BuiltSite]):
    """
    A developer may trust the silence: a site of a city, called a region, is full of strange nouns.
    """
    city = built_sites["muenster"]
    region = built_sites["ostwestfalen-lippe"].place
    about = region.place.model_copy(update={"name": city.place.name, "members": ()})
    mistaken = BuiltSite(city.place.model_copy(update={"place": about}), city.folder)

    lines = {line for _path, line in wording.nouns_of_other_kinds(mistaken)}
    assert {"Stadtverwaltung", "City administration"} <= lines


def test_a_site_keeps_to_its_form_of_address(built_site: BuiltSite):
    """
    A visitor is addressed in the form that the place chose, on every page and in every label.
    """
    assert [] == wording.wrongly_addressed(built_site)


def test_legal_pages_never_say_du(built_site: BuiltSite):
    """
    A visitor of imprint, privacy notice and statement is not on first-name terms with the law.
    """
    assert [] == wording.familiar_law(built_site)


@pytest.mark.parametrize("name", ["muenster", "sennestadt", "ostwestfalen-lippe", "awkward"])
def test_the_sentences_are_those_of_the_chosen_form(built_sites: dict[str, BuiltSite], name: str):
    """
    A visitor of a `Sie` site never reads an invitation that was written for `du`, or the reverse.
    """
    site = built_sites[name]
    shown = {line for page in wording.german(site) for line in page.sentences}
    chosen = sentences(site.place.site.address)
    for other in Address:
        strange = sentences(other) - chosen
        if other is not site.place.site.address:
            assert set() == strange & shown
    assert chosen & shown


def sentences(address: Address) -> set[str]:
    """The German sentences of one form of address that a page would show as they are."""
    folder = template_root().joinpath("site", "themes", "oic", "wording")
    held = kit_yaml((folder / f"de.{address.value}.yaml").read_text(encoding="utf-8"))
    return {
        text.replace("**", "")
        for text in held.values()
        if isinstance(text, str) and "{{" not in text and len(text.split()) > 2
    }


def test_people_are_named_in_the_chosen_style_only(built_site: BuiltSite):
    """
    A visitor reads the style that the place chose for naming people, and no other sign.
    """
    assert [] == wording.strange_signs(built_site)


@pytest.mark.parametrize("name", ["muenster", "ostwestfalen-lippe", "awkward"])
def test_the_chosen_style_is_really_used(built_sites: dict[str, BuiltSite], name: str):
    """
    A place that chose star, colon or pair meets it where no neutral noun exists.
    """
    site = built_sites[name]

    assert Gender.NEUTRAL is not site.place.site.gender
    assert 0 < wording.chosen_signs(site)


def test_no_site_carries_facts_of_the_first_oic(built_site: BuiltSite):
    """
    A visitor finds no street, no club and no address of Bielefeld, except as a named source.
    """
    assert [] == wording.local_facts(built_site)


def test_the_first_oic_is_named_as_a_source_or_not_at_all(built_site: BuiltSite):
    """
    A visitor who reads of Bielefeld finds the source of what is said in the same lines.
    """
    loose = [
        (page.path, line)
        for page, line, sourced in wording.mentions(built_site, "Bielefeld")
        if not sourced and not any(sign in line for sign in SOURCED_BELOW)
    ]

    assert [] == loose
    pages = {page.path for page, _line, _sourced in wording.mentions(built_site, "Bielefeld")}
    assert len(pages) <= 8 * len(built_site.place.site.languages)
