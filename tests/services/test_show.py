"""Days, numbers and money, as chapters print them."""

from __future__ import annotations

import pytest

from oic_kit.services.playbook_values import plan_of, show_for
from oic_kit.services.playbook_words import playbook_words
from oic_kit.services.show import Show
from tests.places import profile

PLAN = plan_of(profile("muenster")).to_data()


def show(language: str) -> Show:
    """What writes numbers in one language."""
    return show_for(language, PLAN, playbook_words(language))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["1. März 2027", "Mo., 1. März 2027", "März 2027", "5,75", "687.256 €", "68 %"]),
        ("en", ["1 March 2027", "Mon, 1 March 2027", "March 2027", "5.75", "€687,256", "68%"]),
    ],
)
def test_values_are_written_as_readers_of_the_language_write_them(language, expected):
    """A German officer reads “687.256 €”, an English one “€687,256”."""
    made = show(language)
    actual = [
        made.date("2027-03-01"), made.day("2027-03-01"), made.month("2027-03"),
        made.number(5.75), made.money(687256.45), made.percent(0.68),
    ]  # fmt: skip

    assert expected == [text.replace("\u00a0", " ") for text in actual]


@pytest.mark.parametrize(("language", "expected"), [("de", "a, b und c"), ("en", "a, b and c")])
def test_lists_are_joined_in_words(language, expected):
    """Names in a row read like a sentence."""
    assert expected == show(language).list(["a", "b", "c"])


def test_every_number_says_where_it_comes_from():
    """A reader tells facts, answers and assumptions apart at every number."""
    made = show("de")
    figure = {"id": "x", "value": 5.75, "unit": "posts", "origin": "ours"}

    assert "5,75 Vollzeitstellen (Annahme)" == made.figure(figure)
    assert "5,75 Vollzeitstellen (Antwort)" == made.figure({**figure, "origin": "answer"})
    assert "5,75 Vollzeitstellen (Fakt)" == made.figure({**figure, "origin": "fact"})


def test_small_sums_keep_their_cents_and_large_ones_do_not():
    """2.32 euros a head are not 2 euros a head; 714,076.64 euros are exact enough without cents."""
    made = show("en")
    head = {"id": "x", "value": 2.32, "unit": "EUR/head", "origin": "ours"}

    assert "€2.32 per head" == made.value(head)
    assert "€714,077 a year" == made.value({**head, "value": 714076.64, "unit": "EUR/a"})


def test_a_negative_number_begins_no_list():
    """A sum below zero at the start of a line stays a number in Markdown."""
    assert "−58.650\u00a0€" == show("de").money(-58650)


def test_every_line_of_the_assumption_log_can_be_written():
    """Chapter 27 prints every assumption: days, texts, money, factors."""
    for language in ("de", "en"):
        made = show(language)
        for line in PLAN["assumptions"]:
            assert made.figure(line), line["id"]


def test_what_is_missing_is_a_dash():
    """A number that the plan does not have is shown as such."""
    assert "–" == show("de").figure(None)


def test_words_of_the_place_mean_nothing_in_markdown():
    """A name with stars and brackets is printed with stars and brackets."""
    assert "&#42;Ost&#42; &#91;neu&#93;" == show("de").text("*Ost* [neu]")
