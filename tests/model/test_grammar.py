"""The engine under words and people."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from oic_kit.model.grammar import Grammar, Rule, begun, with_capitals


def grammar(*rules: Rule) -> Grammar:
    return Grammar(rules=rules)


def test_a_later_rule_wins_and_forms_follow():
    """
    A maintainer who adds a rule below changes everything that is put together from its slot.
    """
    spoken = grammar(
        Rule(say={"noun": "Stadt", "nom": "die {noun}"}),
        Rule(when={"_kind": "region"}, say={"noun": "Region"}),
    ).speak({"_kind": "region"})

    assert {"noun": "Region", "nom": "die Region"} == spoken.forms()


def test_what_was_typed_is_never_read_as_a_text_with_slots():
    """
    A place may be called {nom} or {{ name }} and stays exactly that.
    """
    rules = grammar(Rule(when={"_called": "(?P<name>.+)"}, say={"nom": "die Stadt {name}"}))

    assert "die Stadt {nom}" == rules.speak({"_called": "{nom}"}).forms()["nom"]
    assert "die Stadt {{ name }}" == rules.speak({"_called": "{{ name }}"}).forms()["nom"]


def test_what_is_given_outlives_every_rule():
    """
    An editor's own wording is not overwritten by a rule or by a part of the name.
    """
    rules = grammar(
        Rule(say={"noun": "Stadt", "nom": "die {noun}"}),
        Rule(when={"_called": "(?P<noun>Kreis) .*"}),
    )

    assert "die Kommune" == rules.speak({"noun": "Kommune", "_called": "Kreis X"}).forms()["nom"]


def test_each_repeats_a_rule_for_every_word():
    """
    A maintainer writes the four cases once for all nouns.
    """
    rules = grammar(
        Rule(say={"paper": "Vorlage", "motion": "Sache"}),
        Rule(each=("paper", "motion"), say={"@_nom": "die {@}"}),
    )

    assert "die Vorlage" == rules.speak({}).forms()["paper_nom"]
    assert "die Sache" == rules.speak({}).forms()["motion_nom"]


def test_a_circle_is_named_instead_of_running_on():
    """
    A maintainer whose forms explain each other reads which ones.
    """
    rules = grammar(Rule(say={"nom": "{acc}", "acc": "{nom}"}))

    with pytest.raises(ValueError, match="nom → acc → nom"):
        rules.speak({}).forms()


def test_a_slot_that_nobody_fills_is_found():
    """
    A maintainer who misspells a slot hears it when the file is read, not from a reader.
    """
    rules = grammar(Rule(when={"_kynd": "city"}, say={"nom": "die {nuon}"}))

    assert ["_kynd", "nuon"] == rules.unfilled(["_kind"])


def test_a_pattern_that_cannot_be_read_is_refused():
    """
    A maintainer who forgets a bracket is told the slot whose pattern is broken.
    """
    with pytest.raises(ValidationError, match="the pattern for _called cannot be read"):
        Rule(when={"_called": "(das"})


@pytest.mark.parametrize(
    ("capital", "text"),
    [("Im Kreis", "im Kreis"), ("Über", "über"), ("ßtadt", "ßtadt"), ("دبي", "دبي"), ("", "")],
)
def test_a_sentence_begins_with_a_capital_where_there_is_one(capital, text):
    """
    A reader sees a capital at the beginning of a sentence, in every script that has them.
    """
    assert capital == begun(text)


def test_a_name_keeps_its_small_letter():
    """
    The people of ijsselmeer see their name as they write it, also at the beginning of a sentence.
    """
    forms = with_capitals({"name": "ijmond", "where": "in ijmond"}, untouched="ijmond")

    assert {"name": "ijmond", "where": "in ijmond", "Name": "ijmond", "Where": "In ijmond"} == forms
