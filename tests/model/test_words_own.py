"""The own wording of a place, and the sentences in which it is judged."""

from __future__ import annotations

import pytest

from oic_kit.errors import PlaceFileError
from oic_kit.model.words import samples, word_faults, words
from oic_kit.services.language_data import language_words
from tests.model.word_forms import ENGLISH, GERMAN, place


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (
            {"where": "am Niederrhein"},
            {"where": "am Niederrhein", "people": "Menschen am Niederrhein"},
        ),
        ({"article": "das"}, {"where": "im X", "gen": "des Xs", "for": "für das X"}),
        ({"where": "in der X"}, {"for": "für die X", "of": "der X", "into": "in die X"}),
        ({"where": "in X"}, {"for": "für X", "of": "von X", "into": "nach X"}),
        ({"where": "auf X"}, {"for": "für X", "from": "von X", "nom": "die Region X"}),
        ({"where": "am X"}, {"from": "vom X", "for": "für die Region X"}),
        ({"article": "plural"}, {"where": "in den X", "nom": "die X"}),
        ({"article": "none"}, {"where": "in X", "for": "für X", "nom": "die Region X"}),
        ({"noun": "Kiez", "gender": "m"}, {"gen": "des Kiezes X", "our_acc": "unseren Kiez"}),
        (
            {"where-noun": "im Revier"},
            {"where_noun": "im Revier", "people_noun": "Menschen im Revier"},
        ),
        ({"where_noun": "im Revier"}, {"Where_noun": "Im Revier"}),
        ({"society": "Menschen im Revier"}, {"society_dat": "den Menschen im Revier"}),
        ({"deciding-body": "Regionalrat"}, {"deciding_body_nom": "der Regionalrat"}),
    ],
)
def test_a_place_may_replace_any_form_and_the_others_follow(own, expected):
    """
    An officer corrects one phrase, and every phrase that is built from it is right as well.
    """
    about = place("X", "region")
    about = about.model_copy(update={"words": {"de": own}})
    forms = words(about, GERMAN)

    assert expected == {key: forms[key] for key in expected}


def test_own_wording_holds_only_for_its_language():
    """
    German wording does not leak into the English edition.
    """
    about = place("Revier", "region", words={"de": {"where": "im Revier"}})

    assert "im Revier" == words(about, GERMAN)["where"]
    assert "in the Revier region" == words(about, ENGLISH)["where"]


def test_all_faults_in_own_wording_are_reported_at_once():
    """
    An officer who misspells a form is told which one was meant, for every line at once.
    """
    own = {"wher": "im X", "article": "den", "head": "king", "zzzzzz": "?", "for": ""}
    about = place("X", "region", words={"de": own})
    faults = {it.key: it.miss.format(detail=it.detail) for it in word_faults(about, GERMAN)}

    assert {
        "place.words.de.wher": "did you mean where?",
        "place.words.de.article": "write one of: der, die, das, plural, none",
        "place.words.de.head": "remove it; no text uses this form",
        "place.words.de.zzzzzz": "remove it; no text uses this form",
        "place.words.de.for": "write the wording, or remove the line",
    } == faults
    with pytest.raises(PlaceFileError) as caught:
        words(about, GERMAN)
    assert sorted(faults) == [fault.key for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("code", "about", "sentences"),
    [
        (
            "de",
            place("Münster", state="NW"),
            (
                "Neue Ideen entstehen in Münster.",
                "Gemeinsam finden wir Lösungen für Münster.",
                "Die Zukunft von Münster gestalten wir offen.",
                "So verändert sich unsere Stadt – die Stadtgesellschaft kann Ideen einbringen,"
                " der Rat entscheidet.",
            ),
        ),
        (
            "de",
            place("Sennestadt", "city-district", state="NW", parent="Bielefeld"),
            (
                "Neue Ideen entstehen im Stadtbezirk Sennestadt.",
                "Gemeinsam finden wir Lösungen für den Stadtbezirk Sennestadt.",
                "Die Zukunft des Stadtbezirks Sennestadt gestalten wir offen.",
                "So verändert sich unser Stadtbezirk – die Menschen und Gruppen im Stadtbezirk"
                " können Ideen einbringen, die Bezirksvertretung entscheidet.",
            ),
        ),
        (
            "en",
            place("Ostwestfalen-Lippe", "region", state="NW"),
            (
                "New ideas begin in the Ostwestfalen-Lippe region.",
                "Together we find solutions for the Ostwestfalen-Lippe region.",
                "We shape the future of the Ostwestfalen-Lippe region in the open.",
                "This is how our region changes – everyone in the region can bring in ideas,"
                " and the joint committee decides.",
            ),
        ),
    ],
)
def test_four_sentences_show_how_the_texts_will_speak(code, about, sentences):
    """
    An officer judges the wording by four sentences before anything is written.
    """
    assert sentences == samples(about, language_words(code))
