"""Chapters 0 to 9 of the playbook, the Monday sheet and the brief, as places receive them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import yaml

from oic_kit.model.place import Address, Gender
from oic_kit.services.playbook_values import plan_of
from oic_kit.services.playbook_words import BOXES, playbook_words
from tests.places import PROFILES, profile
from tests.playbook_plans import STATEMENTS, a_place
from tests.written_chapters import (
    ADDRESS,
    KINDS,
    LANGUAGES,
    of_profile,
    strange_nouns,
    written,
)

CHAPTERS = (
    "00-how-to-use",
    "01-vision",
    "02-where-we-stand",
    "03-place-and-people",
    "04-governance",
    "05-roles",
    "06-size",
    "07-funding",
    "08-decision",
    "09-partnerships",
)
TEXTS = (*CHAPTERS, "monday-sheet", "brief")
# Every form of address with every way of naming people, and each of both with every kind of place.
SPOKEN = [
    (tuple(KINDS)[(row + column) % 3], address, gender)
    for row, address in enumerate(Address)
    for column, gender in enumerate(Gender)
]


def shape(text: str) -> list[str]:
    """Headings by level and tables by columns, in their order."""
    lines = (line for line in text.splitlines() if line.startswith(("#", "|")))
    return [line.split()[0] if line[0] == "#" else "|" * line.count("|") for line in lines]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("name", "address", "gender"), SPOKEN)
def test_every_form_of_address_reads_without_a_slip(name, address, gender, text):
    """
    Whoever reads the German edition is spoken to as the place chose, and never otherwise.
    """
    read = of_profile(name, text, "de", address, gender)
    read = re.sub(r"\]\([^)]*\)", "]", read)

    for other, words in ADDRESS.items():
        if other is not address:
            assert [] == re.findall(words, read), f"{text}: {other}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PROFILES)
def test_every_chapter_has_the_six_boxes_in_their_order(name, language):
    """
    A reader who knows one chapter finds the way in all others.
    """
    words = playbook_words(language)
    boxes = [words[f"playbook_box_{box}"] for box in BOXES]

    for text in CHAPTERS:
        assert boxes == re.findall(r"^## (.+)$", of_profile(name, text, language), re.M), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PROFILES)
def test_nothing_of_the_workshop_shows(name, language):
    """
    No reader meets a sign of the template, a word of the program or a hole where a line was left out.
    """
    for text in TEXTS:
        _head, _yaml, body = of_profile(name, text, language).split("---\n", 2)
        assert [] == re.findall(r"\{[{%#]|[}%#]\}|\bNone\b|\bTrue\b|\bFalse\b", body), text
        assert "\n\n\n" not in body, text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_no_edition_speaks_of_another_kind_of_place(name, language):
    """
    People in a district never read of a city's plan, nor the other way round.
    """
    for text in TEXTS:
        read = of_profile(name, text, language)
        assert [] == strange_nouns(profile(name), language, read), text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", PROFILES)
def test_both_languages_say_the_same(name, text):
    """
    A council with two languages debates one text: same headings, same tables, same figures.
    """
    german, english = (of_profile(name, text, language) for language in LANGUAGES)

    assert shape(german) == shape(english)
    assert re.findall(r"figures/\w\w/(\w+)", german) == re.findall(r"figures/\w\w/(\w+)", english)


def test_every_figure_stands_before_its_table():
    """
    Whoever does not see a figure finds the same numbers right below it.
    """
    lines = [line for text in TEXTS for line in of_profile("muenster", text, "de").split("\n\n")]
    below_figures = [below for above, below in pairwise(lines) if above.startswith("![")]

    assert 7 == len(below_figures)
    for below in below_figures:
        assert below.startswith("|"), below[:60]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_tells_a_search_result_what_the_text_is_about(language, text):
    """
    In a list of results, a title and one sentence of 40 to 200 letters say what to expect.
    """
    head = yaml.safe_load(of_profile("sennestadt", text, language).split("---\n")[1])

    assert head["title"]
    assert 40 <= len(head["description"]) <= 200
    if text in CHAPTERS:
        assert int(text[:2]) == head["number"]


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("muenster", "Der Rat beschließt:", "The city council decides:"),
        ("sennestadt", "binnen acht Wochen zu antworten", "to answer within eight weeks"),
        ("ostwestfalen-lippe", "**Beschluss jedes Mitglieds:**", "**Decision of each member:**"),
    ],
)
def test_the_text_to_hand_in_fits_who_may_decide(name, german, english):
    """
    A city gets a decision, a district a recommendation with a deadline, a region an agreement.
    """
    for language, own in (("de", german), ("en", english)):
        texts = of_profile(name, "08-decision", language)
        assert 1 == texts.count(own)


@pytest.mark.parametrize(
    ("name", "models"),
    [("muenster", "ABCD"), ("sennestadt", "FAD"), ("ostwestfalen-lippe", "EBC")],
)
def test_only_models_that_fit_the_kind_of_place_are_offered(name, models):
    """
    An officer compares homes for the initiative that are possible here, and no others.
    """
    text = of_profile(name, "04-governance", "de")

    assert [*models, *models] == re.findall(r"^\| ([A-F]) ", text, re.M)


def test_a_small_place_sees_what_it_costs_together_with_neighbours():
    """
    An officer of a village finds the price alone and the price in a pool side by side.
    """
    place = a_place(9_000)
    plan = plan_of(place).to_data()
    shared = f"{round(plan['pooled']['shares'][0]['mixed']['value']):,} €".replace(",", ".")

    assert "### Allein oder im Verbund" in written(place, "06-size", "de")
    for text in ("06-size", "08-decision", "brief"):
        assert shared in written(place, text, "de").replace("\xa0", " "), text


@pytest.mark.parametrize("value", [0, 4, None])
def test_every_rule_of_the_self_assessment_is_told_with_its_answer(value):
    """
    Whoever answered the statements reads which answer changed what.
    """
    place = a_place(60_000, assessment=dict.fromkeys(STATEMENTS, value))
    plan = plan_of(place).to_data()
    text = written(place, "02-where-we-stand", "de")

    assert plan["gates"]
    for gate in plan["gates"]:
        assert f"| {gate['words']['de']} | {gate['then']['de']} |" in text


@pytest.mark.parametrize("name", KINDS)
def test_every_task_has_somebody_and_a_day(name):
    """
    No task of the first chapters lies about: each names who does it and until when.
    """
    for text in CHAPTERS:
        tasks = of_profile(name, text, "en").split("## Do this\n")[1].split("## Your numbers")[0]
        lines = re.findall(r"^ +\*([^*\n]+)\*$", tasks, re.M)
        assert len(re.findall(r"^\d+\. ", tasks, re.M)) == len(lines), text


def test_minutes_of_both_workshops_leave_no_gap():
    """
    A facilitator who follows the clock of a workshop ends when the invitation says.
    """
    for text, end in (("02-where-we-stand", 90), ("03-place-and-people", 180)):
        spans = re.findall(r"^\| (\d+)–(\d+) \|", of_profile("muenster", text, "en"), re.M)
        first, last = zip(*((int(a), int(b)) for a, b in spans), strict=True)
        assert (0, *last) == (*first, end), text


@pytest.mark.parametrize("posts", [0.5, 2, 4, 9])
def test_every_task_is_decided_by_exactly_one(posts):
    """
    Whatever the size of the team, nobody has to ask who decides.
    """
    text = written(a_place(150_000, staff=posts), "05-roles", "en")
    rows = re.findall(r"^\|.+\| (?:A|R|A/R|C|I) \|$", text, re.M)

    assert 30 == len(rows)
    for row in rows:
        assert 1 == len(re.findall(r"\| A(?:/R)? (?=\|)", row)), row
