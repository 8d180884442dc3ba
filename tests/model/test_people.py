"""Words for people in four gender styles."""

from __future__ import annotations

import re

import pytest

from oic_kit.model.people import HEAD, people
from oic_kit.model.place import Gender
from oic_kit.services.language_data import languages, people_table

CASE_NAMES = ["nom", "gen", "dat", "acc"]
CASES = [f"{case}_{number}" for number in ("sg_def", "pl", "pl_def") for case in CASE_NAMES]

# One word of every class: nom, gen, dat, acc of sg_def, pl, pl_def.
FORMS = {
    ("neutral", "participants"): "die teilnehmende Person|der teilnehmenden Person"
    "|der teilnehmenden Person|die teilnehmende Person|Teilnehmende|Teilnehmender|Teilnehmenden"
    "|Teilnehmende|die Teilnehmenden|der Teilnehmenden|den Teilnehmenden|die Teilnehmenden",
    ("pair", "participants"): "die Teilnehmerin oder der Teilnehmer"
    "|der Teilnehmerin oder des Teilnehmers|der Teilnehmerin oder dem Teilnehmer"
    "|die Teilnehmerin oder den Teilnehmer|Teilnehmerinnen und Teilnehmer"
    "|Teilnehmerinnen und Teilnehmer|Teilnehmerinnen und Teilnehmern"
    "|Teilnehmerinnen und Teilnehmer|die Teilnehmerinnen und Teilnehmer"
    "|der Teilnehmerinnen und Teilnehmer|den Teilnehmerinnen und Teilnehmern"
    "|die Teilnehmerinnen und Teilnehmer",
    ("star", "participants"): "die*der Teilnehmer*in|der*des Teilnehmer*in|der*dem Teilnehmer*in"
    "|die*den Teilnehmer*in|Teilnehmer*innen|Teilnehmer*innen|Teilnehmer*innen|Teilnehmer*innen"
    "|die Teilnehmer*innen|der Teilnehmer*innen|den Teilnehmer*innen|die Teilnehmer*innen",
    ("colon", "participants"): "die:der Teilnehmer:in|der:des Teilnehmer:in|der:dem Teilnehmer:in"
    "|die:den Teilnehmer:in|Teilnehmer:innen|Teilnehmer:innen|Teilnehmer:innen|Teilnehmer:innen"
    "|die Teilnehmer:innen|der Teilnehmer:innen|den Teilnehmer:innen|die Teilnehmer:innen",
    ("neutral", "residents"): "die Person vor Ort|der Person vor Ort|der Person vor Ort"
    "|die Person vor Ort|Menschen vor Ort|Menschen vor Ort|Menschen vor Ort|Menschen vor Ort"
    "|die Menschen vor Ort|der Menschen vor Ort|den Menschen vor Ort|die Menschen vor Ort",
    ("neutral", "visitors"): "der Gast|des Gastes|dem Gast|den Gast|Gäste|Gäste|Gästen|Gäste"
    "|die Gäste|der Gäste|den Gästen|die Gäste",
    ("neutral", "colleagues"): "das Teammitglied|des Teammitglieds|dem Teammitglied"
    "|das Teammitglied|Teammitglieder|Teammitglieder|Teammitgliedern|Teammitglieder"
    "|die Teammitglieder|der Teammitglieder|den Teammitgliedern|die Teammitglieder",
    ("pair", "colleagues"): "die Kollegin oder der Kollege|der Kollegin oder des Kollegen"
    "|der Kollegin oder dem Kollegen|die Kollegin oder den Kollegen|Kolleginnen und Kollegen"
    "|Kolleginnen und Kollegen|Kolleginnen und Kollegen|Kolleginnen und Kollegen"
    "|die Kolleginnen und Kollegen|der Kolleginnen und Kollegen|den Kolleginnen und Kollegen"
    "|die Kolleginnen und Kollegen",
    ("pair", "neighbours"): "die Nachbarin oder der Nachbar|der Nachbarin oder des Nachbarn"
    "|der Nachbarin oder dem Nachbarn|die Nachbarin oder den Nachbarn|Nachbarinnen und Nachbarn"
    "|Nachbarinnen und Nachbarn|Nachbarinnen und Nachbarn|Nachbarinnen und Nachbarn"
    "|die Nachbarinnen und Nachbarn|der Nachbarinnen und Nachbarn|den Nachbarinnen und Nachbarn"
    "|die Nachbarinnen und Nachbarn",
    ("pair", "actors"): "die Akteurin oder der Akteur|der Akteurin oder des Akteurs"
    "|der Akteurin oder dem Akteur|die Akteurin oder den Akteur|Akteurinnen und Akteure"
    "|Akteurinnen und Akteure|Akteurinnen und Akteuren|Akteurinnen und Akteure"
    "|die Akteurinnen und Akteure|der Akteurinnen und Akteure|den Akteurinnen und Akteuren"
    "|die Akteurinnen und Akteure",
    ("pair", "facilitators"): "die Moderatorin oder der Moderator"
    "|der Moderatorin oder des Moderators|der Moderatorin oder dem Moderator"
    "|die Moderatorin oder den Moderator|Moderatorinnen und Moderatoren"
    "|Moderatorinnen und Moderatoren|Moderatorinnen und Moderatoren"
    "|Moderatorinnen und Moderatoren|die Moderatorinnen und Moderatoren"
    "|der Moderatorinnen und Moderatoren|den Moderatorinnen und Moderatoren"
    "|die Moderatorinnen und Moderatoren",
    ("pair", "county_head"): "die Landrätin oder der Landrat|der Landrätin oder des Landrats"
    "|der Landrätin oder dem Landrat|die Landrätin oder den Landrat|Landrätinnen und Landräte"
    "|Landrätinnen und Landräte|Landrätinnen und Landräten|Landrätinnen und Landräte"
    "|die Landrätinnen und Landräte|der Landrätinnen und Landräte|den Landrätinnen und Landräten"
    "|die Landrätinnen und Landräte",
    ("pair", "chair"): "die oder der Vorsitzende|der oder des Vorsitzenden"
    "|der oder dem Vorsitzenden|die Vorsitzende oder den Vorsitzenden|Vorsitzende|Vorsitzender"
    "|Vorsitzenden|Vorsitzende|die Vorsitzenden|der Vorsitzenden|den Vorsitzenden"
    "|die Vorsitzenden",
    ("colon", "chair"): "die:der Vorsitzende|der:des Vorsitzenden|der:dem Vorsitzenden"
    "|die:den Vorsitzende:n|Vorsitzende|Vorsitzender|Vorsitzenden|Vorsitzende|die Vorsitzenden"
    "|der Vorsitzenden|den Vorsitzenden|die Vorsitzenden",
    ("neutral", "chair"): "der Vorsitz|des Vorsitzes|dem Vorsitz|den Vorsitz|Vorsitze|Vorsitze"
    "|Vorsitzen|Vorsitze|die Vorsitze|der Vorsitze|den Vorsitzen|die Vorsitze",
    ("star", "district_governor"): "die*der Bezirkshauptfrau*mann"
    "|der*des Bezirkshauptfrau*mann|der*dem Bezirkshauptfrau*mann|die*den Bezirkshauptfrau*mann"
    "|Bezirkshauptfrauen*männer|Bezirkshauptfrauen*männer|Bezirkshauptfrauen*männern"
    "|Bezirkshauptfrauen*männer|die Bezirkshauptfrauen*männer|der Bezirkshauptfrauen*männer"
    "|den Bezirkshauptfrauen*männern|die Bezirkshauptfrauen*männer",
    ("star", "members"): "das Mitglied|des Mitglieds|dem Mitglied|das Mitglied|Mitglieder"
    "|Mitglieder|Mitgliedern|Mitglieder|die Mitglieder|der Mitglieder|den Mitgliedern"
    "|die Mitglieder",
}

LABELS = {
    ("neutral", "lord_mayor"): "Verwaltungsspitze",
    ("pair", "lord_mayor"): "Oberbürgermeisterin oder Oberbürgermeister",
    ("star", "lord_mayor"): "Oberbürgermeister*in",
    ("colon", "county_head"): "Landrät:in",
    ("neutral", "facilitators"): "Moderation",
    ("star", "sponsors"): "Förder*in",
    ("star", "volunteers"): "Ehrenamtliche*r",
    ("pair", "volunteers"): "Ehrenamtliche oder Ehrenamtlicher",
    ("neutral", "city_president"): "Stadtpräsidium",
    ("neutral", "ambassadors"): "Botschafterin oder Botschafter",
}


def spoken(style: str, code: str = "de", head: str = "mayor") -> dict[str, str]:
    return people(Gender(style), people_table(code), head=head)


@pytest.mark.parametrize(("style", "word"), FORMS)
def test_german_words_for_people_are_declined(style, word):
    """
    A reader meets correct German in every case, with and without article, in every style.
    """
    forms = spoken(style)

    assert FORMS[style, word].split("|") == [forms[f"{word}_{case}"] for case in CASES]


@pytest.mark.parametrize(("style", "word"), LABELS)
def test_labels_name_the_person_or_the_office(style, word):
    """
    An editor finds a label for a role that suits the style of the place.
    """
    assert LABELS[style, word] == spoken(style)[f"{word}_nom_sg"]


@pytest.mark.parametrize("code", languages())
def test_every_style_of_a_language_has_the_same_words(code):
    """
    A place may change its style at any time, and no text misses a word.
    """
    german_words = set(spoken("neutral"))

    for style in Gender:
        forms = spoken(style.value, code)
        assert german_words == set(forms), style
        assert [] == [key for key, text in forms.items() if not text or text != text.strip()]
        assert [] == [key for key, text in forms.items() if "  " in text or "{" in text]


def test_english_says_the_same_in_every_style():
    """
    An English reader never sees a sign inside a word, whatever style the German edition has.
    """
    neutral = spoken("neutral", "en")

    assert "of the council members" == neutral["council_members_gen_pl_def"]
    assert "the lord mayor" == neutral["lord_mayor_dat_sg_def"]
    assert all(neutral == spoken(style.value, "en") for style in Gender)


def test_signs_appear_only_in_the_style_that_asks_for_them():
    """
    A place that must not use star or colon never gets one.
    """
    signs = {style.value: "".join(spoken(style.value).values()) for style in Gender}

    assert not re.search("[*:_]", signs["neutral"] + signs["pair"])
    assert "*" in signs["star"] and ":" not in signs["star"]
    assert ":" in signs["colon"] and "*" not in signs["colon"]


@pytest.mark.parametrize("code", languages())
def test_the_head_stands_once_more_under_its_own_key(code):
    """
    A template names the head of the administration without knowing what kind of place it is.
    """
    forms = spoken("pair", code, head="county_head")

    assert forms["county_head_dat_sg_def"] == forms[f"{HEAD}_dat_sg_def"]


def test_a_head_without_words_is_a_mistake_of_the_kit():
    """
    A maintainer who names a head without adding its words learns it in the first test run.
    """
    with pytest.raises(KeyError, match="king"):
        spoken("pair", head="king")
