"""The diagrams of the playbook: what each of them shows, and in which words."""

from __future__ import annotations

import datetime
import re
from string import Formatter
from typing import Any

import pytest
from pydantic import BaseModel

from oic_kit.errors import OicError
from oic_kit.model.diagrams.budget import GROUPS, IN_KIND
from oic_kit.services.diagrams import diagram_words, diagrams, sample_actors
from oic_kit.services.plan import plan
from oic_kit.services.playbook_data import playbook_tables
from tests.diagram_cases import (
    GROUPED,
    HOSTILE,
    LANGUAGES,
    NAMES,
    drawn,
    looked_at,
    place_of,
    some_actors,
)
from tests.diagrams_seen import seen
from tests.places import TODAY
from tests.playbook_plans import a_place, a_plan


def test_names_and_order_are_those_of_the_chapters() -> None:
    """
    Chapters ask for a diagram by name.
    """
    assert list(NAMES) == list(drawn("muenster", "de"))
    assert all(name == diagram.name for name, diagram in drawn("muenster", "de").items())


def test_the_same_answers_give_the_same_bytes() -> None:
    """
    Who makes the playbook again sees no difference in a comparison of files.
    """
    place = place_of("muenster", "mixed")
    made = plan(place, today=TODAY)

    assert diagrams(place, made, "de") == diagrams(place, made, "de")


def test_the_day_of_making_leaves_no_trace() -> None:
    """
    A printed roadmap stays true, whenever somebody looks at it.
    """
    place = place_of("muenster", "as it is")
    late = plan(place, today=datetime.date(2029, 6, 1))

    assert drawn("muenster", "de") == diagrams(place, late, "de")


def test_the_roadmap_shows_every_milestone_with_its_day() -> None:
    """
    All sixteen steps stand in the drawing, each beside its day.
    """
    made = plan(place_of("muenster", "as it is"), today=TODAY)
    look = looked_at("muenster", "de")["roadmap"]
    found = {
        other.text
        for said in look.texts
        for other in look.texts
        if re.fullmatch(r"\d\d\.\d\d\.\d{4}", said.text)
        and said is not other
        and abs(said.box.top - other.box.top) < 1
    }

    assert 16 == len(made.roadmap.milestones)
    assert {milestone.title["de"] for milestone in made.roadmap.milestones} <= found
    for milestone in made.roadmap.milestones:
        assert f"{milestone.day:%d.%m.%Y}" in look.words
        assert any(milestone.title["de"] in row for row in drawn("muenster", "de")["roadmap"].table)


def test_days_and_money_are_written_as_in_the_language() -> None:
    """
    A German reads 22.06.2027 and 714.077 €, an English reader 22 Jun 2027 and €714,077.
    """
    german, english = drawn("muenster", "de"), drawn("muenster", "en")

    assert "22.06.2027" in seen(german["roadmap"].svg).words
    assert "22 Jun 2027" in seen(english["roadmap"].svg).words
    assert "714.077\xa0€" in seen(german["sensitivity"].svg).words
    assert "€714,077" in seen(english["sensitivity"].svg).words


def test_the_funnel_narrows_and_follows_the_formats() -> None:
    """
    More formats bring more ideas; without circles, sprints or calls nothing is tried out.
    """
    look = looked_at("muenster", "de")["funnel"]
    heights = [area.box.bottom - area.box.top for area in look.areas]
    numbers = [int(row[1]) for row in drawn("muenster", "de")["funnel"].table[1:]]
    podcast = [int(row[1]) for row in drawn("muenster", "de", "hostile")["funnel"].table[1:]]

    assert 4 == len(heights) and heights == sorted(heights, reverse=True)
    assert numbers == sorted(numbers, reverse=True) and numbers[-1] > 0
    assert [0, 0, 0, 0] == podcast


def test_a_group_without_actors_says_so() -> None:
    """
    An empty group is not left out: it reads "nobody yet", in drawing, table and sentence.
    """
    diagram = drawn("muenster", "en", "no posts")["actors"]

    assert 4 == seen(diagram.svg).words.count("nobody yet")
    assert 4 == sum("nobody yet" in row for row in diagram.table)
    assert "Nobody entered yet:" in diagram.alt


def test_every_actor_stands_in_table_and_drawing() -> None:
    """
    Fourteen organisations are entered, and fourteen can be found.
    """
    diagram = drawn("ostwestfalen-lippe", "de", "mixed")["actors"]
    names = [actor["name"] for actor in some_actors(14)]
    words = " ".join(seen(diagram.svg).words.split())

    assert sorted(names) == sorted(row[1] for row in diagram.table[1:])
    assert [] == [name for name in names if name not in words]


@pytest.mark.parametrize("key", ["actors", "influence"])
def test_a_crowd_is_counted_where_it_has_no_room(key: str) -> None:
    """
    Where a page has no room for forty names, the first ones and a count stand; the table has all.
    """
    diagram = drawn("muenster", "de", "a crowd")[key]
    names = {actor["name"] for actor in some_actors(40)}

    assert re.search(r"und \d+ weitere", seen(diagram.svg).words)
    assert names == {cell for row in diagram.table for cell in row} & names


def test_the_grid_shows_a_template_until_actors_are_placed() -> None:
    """
    A place that has placed nobody sees usual actors, and is told that they are a proposal.
    """
    template, own = (
        drawn("muenster", "de")["influence"],
        drawn("muenster", "de", "mixed")["influence"],
    )

    assert "Vorlage" in template.caption and "unser Vorschlag" in template.caption
    assert "Kämmerei" in seen(template.svg).words
    assert "Vorlage" not in own.caption and "Kämmerei" not in seen(own.svg).words
    assert "noch nicht eingeordnet" in seen(own.svg).words
    assert 14 == len(own.table[1:])


def test_influence_decides_the_row_and_interest_the_column() -> None:
    """
    Who has much influence and little interest is found at the top left.
    """
    actor = {"name": "Testamt", "group": "administration", "influence": 3, "interest": 0}
    place = a_place(other={"actors": [actor]})
    diagram = diagrams(place, plan(place, today=TODAY), "de")["influence"]
    box = next(said.box for said in seen(diagram.svg).texts if said.text == "Testamt")

    assert box.left < 165 and box.top < 120
    assert ("Testamt", "Politik und Verwaltung", "hoch", "gering", "gewinnen") == diagram.table[1]


def test_what_nobody_answered_is_open_and_not_zero() -> None:
    """
    A dimension that was never asked shows no value; one that scored nothing shows 0 %.
    """
    none = drawn("muenster", "de")["radar"]
    half = drawn("muenster", "de", "half asked")["radar"]
    zero = drawn("muenster", "de", "all nothing")["radar"]

    assert 5 == seen(none.svg).words.count("noch nicht beantwortet")
    assert "0\xa0%" not in [row[1] for row in none.table]
    assert 2 == sum(row[1] == "noch nicht beantwortet" for row in half.table)
    assert "Noch offen: Steuerung, Kultur." in half.alt
    assert ["0\xa0%"] * 5 == [row[1] for row in zero.table[1:]]


def test_the_longest_bar_belongs_to_the_strongest_assumption() -> None:
    """
    What moves the cost most stands on top, and its bar is the longest.
    """
    look = looked_at("muenster", "de")["sensitivity"]
    widths = [area.box.right - area.box.left for area in look.areas]

    assert 8 == len(widths)
    assert sorted(widths, reverse=True) == pytest.approx(widths)
    assert "Fonds" in drawn("muenster", "de")["sensitivity"].table[1][0]


def test_bars_of_the_budget_are_as_long_as_their_sums() -> None:
    """
    A year that costs twice as much has a bar twice as long.
    """
    made = a_plan()
    look = seen(diagrams(a_place(), made, "en")["budget"].svg)
    rows: dict[float, list[float]] = {}
    for area in look.areas:
        if area.box.bottom - area.box.top == 26:
            rows.setdefault(area.box.top, []).append(area.box.right)
    ends = [max(found) - 8 for found in rows.values()]
    sums = [float(year.total.value) for year in made.years]

    assert [total / sums[3] for total in sums] == pytest.approx(
        [end / ends[3] for end in ends], abs=0.01
    )


def test_the_gauge_runs_over_when_the_year_does() -> None:
    """
    A team with too little time sees what lies beyond the line, and what can wait.
    """
    calm, full = drawn("muenster", "de")["capacity"], drawn("muenster", "de", "a crowd")["capacity"]

    assert "Stunden frei" in seen(calm.svg).words and "kann warten" not in seen(calm.svg).words
    assert "Stunden zu viel" in seen(full.svg).words and "kann warten" in seen(full.svg).words
    assert "Nichts muss warten." in calm.alt and "Warten sollte: " in full.alt


def test_hostile_names_stay_text() -> None:
    """
    A name full of markup is read as it was written, and does nothing.
    """
    diagram = drawn("awkward", "en", "hostile")["actors"]
    place = place_of("awkward", "hostile")

    assert place.name in diagram.alt
    assert any(HOSTILE in cell for row in diagram.table for cell in row)
    assert "<script" not in diagram.svg and "&lt;script&gt;" in diagram.svg


def test_every_line_of_the_budget_has_a_group_and_every_unit_a_place_in_the_funnel() -> None:
    """
    A new line of cost, or a new format, cannot fall through unseen.
    """
    tables = playbook_tables()
    units = {unit.id for unit in tables.formats.units}
    known = {row.unit for row in tables.funnel.yields}

    assert set(tables.sizing.lines) == {name for g in GROUPS.values() for name in g} | {IN_KIND}
    assert {"room-use", "episode"} == units - known


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_cover_every_name_in_the_data(language: str) -> None:
    """
    No cell, group or sample of the grid is left without a name in any language.
    """
    words = diagram_words(language)
    cells = {f"{row}-{column}" for row in (1, 2, 3) for column in (1, 2, 3)}

    assert cells == set(words.influence.advice)
    assert {row.id for row in sample_actors().samples} == set(words.influence.samples)
    assert set(GROUPS) == set(words.budget.groups)
    assert ["ideas", "tries", "prototypes", "handovers"] == list(words.funnel.stages)
    assert set(GROUPED) == set(words.actors.groups) == set(words.influence.groups)


def texts(value: Any, where: str = "") -> dict[str, str]:
    """Every text in a block of words, by where it stands."""
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if isinstance(value, dict):
        found = [texts(inner, f"{where}.{key}") for key, inner in value.items()]
    elif isinstance(value, tuple | list):
        found = [texts(inner, f"{where}.{number}") for number, inner in enumerate(value)]
    else:
        return {where: str(value)}
    return {key: text for each in found for key, text in each.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_gaps(language: str) -> None:
    """
    No reader finds a sentence that lacks the number that others read.
    """

    def gaps(text: str) -> set[str]:
        return {gap for _, gap, _, _ in Formatter().parse(text) if gap}

    here, english = texts(diagram_words(language)), texts(diagram_words("en"))

    assert {key: gaps(text) for key, text in english.items()} == {
        key: gaps(text) for key, text in here.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_names_the_kind_of_place(language: str) -> None:
    """
    A district does not read about a "city", a region not about a "Stadt".
    """
    noun = re.compile(
        r"\bstadt|städt|\bcit(?:y|ies)\b|\bdistrict\b|\bbezirk|\bregion", re.IGNORECASE
    )

    assert [] == [text for text in texts(diagram_words(language)).values() if noun.search(text)]


def test_a_language_without_words_is_named() -> None:
    """
    Who asks for a language that the kit does not speak is told which file is missing.
    """
    with pytest.raises(OicError, match=r"xx\.yaml"):
        diagram_words("xx")
