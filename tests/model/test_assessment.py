"""The self-assessment: scores, one level, and no question asked in vain."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.assessment import assess, spread
from oic_kit.model.gates import Do
from oic_kit.model.playbook_plan import Plan
from tests.playbook_plans import STATEMENTS, TABLES, a_plan, answers, day

TABLE = TABLES.statements


def assessed(value: int | None, population: int = 340_000, **other: int | None) -> Plan:
    return a_plan(population, assessment=answers(value, **other))


def rules(made: Plan) -> set[str]:
    return {gate.id for gate in made.gates}


def test_there_are_five_statements_in_each_of_five_dimensions() -> None:
    """
    The radar has five spokes, and every spoke rests on five answers.
    """
    assert [5] * 5 == [len(dimension.statements) for dimension in TABLE.dimensions]
    assert 25 == len(STATEMENTS)


def test_a_dimension_scores_its_points_of_twenty() -> None:
    """
    Anybody can check the radar with a pencil.
    """
    made = assessed(2, g1=4, g2=3, e1=0)
    percents = {d.id: d.percent.value for d in made.assessment.dimensions if d.percent}

    assert {
        "governance": 65,
        "ecosystem": 40,
        "participation": 50,
        "culture": 50,
        "partnership": 50,
    } == percents


@pytest.mark.parametrize(
    ("points", "level"), [(0, "seed"), (1, "start"), (2, "build"), (3, "anchor"), (4, "anchor")]
)
def test_levels_begin_at_a_quarter_a_half_and_three_quarters(points: int, level: str) -> None:
    """
    The same answers always get the same name.
    """
    assert level == assess(answers(points), TABLE).level


def test_the_level_is_that_of_the_second_lowest_dimension() -> None:
    """
    One weak spot may not sink all, and none may be averaged away.
    """
    one_weak = answers(3, **dict.fromkeys(("g1", "g2", "g3", "g4", "g5"), 0))
    two_weak = {**one_weak, **dict.fromkeys(("a1", "a2", "a3", "a4", "a5"), 1)}

    assert "anchor" == assess(one_weak, TABLE).level
    assert "start" == assess(two_weak, TABLE).level


def test_dont_know_counts_nothing_and_asks_to_find_out() -> None:
    """
    Nobody has to pretend: not knowing is a task.
    """
    made = assessed(2, g4=None)
    governance = made.assessment.dimensions[0]

    assert governance.percent
    assert Decimal(40) == governance.percent.value
    assert "no-handover" in rules(made)
    assert 1 == len(made.assessment.find_out)
    assert made.assessment.find_out[0]["de"].startswith("Herausfinden: Es ist klar, wer")
    assert {"de": "G4 = weiß nicht", "en": "G4 = don't know"} == made.gates[0].words


def test_no_answers_give_a_neutral_plan() -> None:
    """
    Who skips the questionnaire gets the plan of the research, not a punishment.
    """
    made = a_plan()

    assert () == made.gates
    assert ("", (), ()) == (
        made.assessment.level,
        made.assessment.priorities,
        made.assessment.find_out,
    )
    assert tuple(range(28)) == made.reading_order


def test_half_a_questionnaire_promises_nothing() -> None:
    """
    Three answers change what they are about and give no level.
    """
    made = a_plan(assessment={"g1": 0, "g2": 4, "c3": 3})

    assert {"no-commitment", "has-rhythm"} == rules(made)
    assert "" == made.assessment.level
    assert (3, False) == (made.assessment.answered, made.assessment.complete)
    assert [True, False, False, True, False] == [
        dimension.percent is not None for dimension in made.assessment.dimensions
    ]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_every_statement_changes_what_the_reader_is_told(statement: str) -> None:
    """
    No question is asked in vain: 0 and 4 lead to different rules, not only another radar.
    """
    low, high = assessed(2, **{statement: 0}), assessed(2, **{statement: 4})

    assert rules(low) != rules(high)
    assert [x.percent for x in low.assessment.dimensions] != [
        x.percent for x in high.assessment.dimensions
    ]
    assert [x.id for x in low.assumptions] != [x.id for x in high.assumptions]


def test_weak_dimensions_open_the_table_of_contents() -> None:
    """
    The reader begins where it matters most here.
    """
    made = assessed(3, g1=1, g2=0, p1=0, p2=0, p4=1)
    order = made.reading_order

    assert ["governance", "participation"] == [
        d.id for d in made.assessment.dimensions if d.priority
    ]
    assert (8, 4, 5) == order[:3]
    assert order.index(15) < order.index(17)
    assert tuple(range(28)) == tuple(sorted(order))


def test_several_people_see_where_they_disagree() -> None:
    """
    A spread of three points is talked about first.
    """
    sheets = [answers(2, g1=0), answers(2, g1=3, e1=1), answers(2, g1=2)]
    found = spread(sheets, TABLE)

    assert [("g1", 0, 3, True), ("e1", 1, 2, False)] == [
        (one.id, one.least, one.most, one.talk_first) for one in found[:2]
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(STATEMENTS), st.none() | st.integers(0, 4)),
    st.integers(500, 5_000_000),
)
def test_any_answers_give_a_plan(given_answers: dict[str, int | None], population: int) -> None:
    """
    Whatever is answered or left open, the playbook can be printed.
    """
    made = a_plan(population, assessment=given_answers)

    assert json.dumps(made.to_data())
    assert made.roadmap.milestones[-1].day > day("2029-01-01")
    for _, effect in ((g, e) for g in made.gates for e in g.effects if e.do is Do.MOST_FORMATS):
        assert len(made.formats.formats) <= (effect.number or 0)
