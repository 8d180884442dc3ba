"""The self-assessment: scores, one level, and rules that change the playbook."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.assessment import assess, spread
from oic_kit.model.gates import Do
from oic_kit.model.playbook_plan import Plan
from oic_kit.model.sizing import Tier
from tests.playbook_plans import KICKOFF, STATEMENTS, TABLES, a_plan, answers, day

TABLE = TABLES.statements
WEEK = datetime.timedelta(weeks=1)


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


def test_every_rule_can_hold_and_is_listed_with_its_reason() -> None:
    """
    Chapter 27 says which answer led to which change.
    """
    held: set[str] = set()
    for value in (None, 0, 1, 2, 3, 4):
        made = assessed(value)
        held |= rules(made)
        listed = {line.id for line in made.assumptions if line.id.startswith("rule-")}
        assert {f"rule-{rule}" for rule in rules(made)} == listed

    assert {gate.id for gate in TABLES.gates.gates} == held


def test_a_seed_place_gets_six_more_weeks_and_three_formats() -> None:
    """
    Who starts from nothing is not rushed.
    """
    made = assessed(0)
    weeks = {m.id: m.weeks for m in made.roadmap.milestones}

    assert {"M0": 0, "M1": 7, "M2": 10, "M4": 21, "M6": 26, "M9": 44, "M15": 134} == {
        key: weeks[key] for key in ("M0", "M1", "M2", "M4", "M6", "M9", "M15")
    }
    assert 3 == len(made.formats.formats)
    assert "market-of-possibilities" in made.formats.formats  # E2: needed in the first half-year
    assert [i for i in made.formats.planned if not i.runs and "overall-seed" in i.because]


def test_chosen_formats_of_a_seed_place_keep_the_most_worthwhile() -> None:
    """
    The place's own wish list is shortened to what reaches most people for the time.
    """
    chosen = ["living-lab", "open-innovation-hour", "hackathon", "meetup-series", "open-office"]
    low = dict.fromkeys((name for name in STATEMENTS if name[0] in "ga"), 0)
    made = a_plan(assessment=answers(2, **low), other={"formats": chosen})

    assert "seed" == made.assessment.level
    assert {"open-innovation-hour", "meetup-series", "open-office"} == made.formats.formats
    assert set(chosen) == {item.format for item in made.formats.planned}


def test_an_anchored_place_starts_at_the_decision() -> None:
    """
    Who has done the preparation long ago does not do it again.
    """
    made = assessed(4)

    assert "M4" == made.roadmap.milestones[0].id
    assert KICKOFF + 5 * WEEK <= made.roadmap.milestones[0].day
    assert "paper-due" in [n.id for n in made.roadmap.milestones[0].notices]
    assert "decide" == made.roadmap.phases[0].id
    assert "overall-anchor" in rules(made)


def test_without_a_budget_line_the_lean_tier_is_proposed() -> None:
    """
    Project money does not pay for a team that is to stay.
    """
    assert Tier.LEAN is assessed(2, g3=1).size.tier
    assert Tier.STANDARD is assessed(2, g3=2).size.tier
    chosen = a_plan(assessment=answers(2, g3=1), tier="ambitious")
    assert Tier.AMBITIOUS is chosen.size.tier


def test_inaccessible_events_raise_the_access_budget() -> None:
    """
    Five points more of the programme go to access.
    """

    def access(made: Plan) -> Decimal:
        return next(line.amount.value for line in made.budget.lines if line.id == "access")

    assert (Decimal(2_700), Decimal(5_400)) == (access(assessed(2)), access(assessed(2, p4=0)))


def test_formats_wait_for_what_they_need() -> None:
    """
    Without a lead only three formats run, and a podcast follows written stories.
    """
    waits = {i.unit: i.earliest for i in assessed(2, g2=0, a3=0, c5=1).formats.planned}

    assert ("", "", "M8") == (waits["hour"], waits["open-door"], waits["barcamp"])
    assert ("M13", "M11") == (waits["partner-place"], waits["episode"])


def test_a_hackathon_without_open_data_waits_for_the_second_year() -> None:
    """
    Nobody can build with data that nobody may use.
    """
    made = a_plan(assessment=answers(2, e5=0), other={"formats": ["hackathon"]})

    assert ["M13"] == [item.earliest for item in made.formats.planned]


def test_rules_add_their_tasks_to_milestones() -> None:
    """
    The roadmap shows where a rule becomes work.
    """
    tasks = {m.id: m.tasks for m in assessed(2, g1=0, a1=1, e1=0).roadmap.milestones if m.tasks}

    assert {
        "M0": ("no-commitment",),
        "M1": ("no-map",),
        "M3": ("no-partners",),
    } == tasks


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
