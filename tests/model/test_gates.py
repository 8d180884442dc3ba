"""Rules by which the self-assessment changes dates, formats, money and order."""

from __future__ import annotations

import datetime
from decimal import Decimal

from oic_kit.model.playbook_plan import Plan
from oic_kit.model.sizing import Tier
from tests.playbook_plans import KICKOFF, STATEMENTS, TABLES, a_plan, answers

WEEK = datetime.timedelta(weeks=1)


def assessed(value: int | None, population: int = 340_000, **other: int | None) -> Plan:
    return a_plan(population, assessment=answers(value, **other))


def rules(made: Plan) -> set[str]:
    return {gate.id for gate in made.gates}


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
