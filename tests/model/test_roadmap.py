"""The dated roadmap: the worked example, its phases, notices and first days."""

from __future__ import annotations

import datetime

import pytest

from oic_kit.services.plan import plan
from tests.playbook_plans import (
    a_calendar,
    a_place,
    a_plan,
    day,
)

EXAMPLE = {
    "M0": ("Mon 01.03.2027", ""),
    "M1": ("Tue 06.04.2027", "moved: middle of the week"),
    "M2": ("Mon 26.04.2027", ""),
    "M3": ("Tue 18.05.2027", "moved: Whit Monday"),
    "M4": ("Tue 22.06.2027", "moved: middle of the week"),
    "M5": ("Mon 28.06.2027", ""),
    "M6": ("Thu 02.09.2027", "moved: summer pause"),
    "M7": ("Mon 02.08.2027", ""),
    "M8": ("Mon 08.11.2027", ""),
    "M9": ("Tue 23.11.2027", "moved: middle of the week"),
    "M10": ("Tue 11.01.2028", "moved: break over New Year"),
    "M11": ("Mon 07.02.2028", ""),
    "M12": ("Mon 13.03.2028", ""),
    "M13": ("Mon 03.07.2028", ""),
    "M14": ("Mon 26.02.2029", ""),
    "M15": ("Tue 14.08.2029", "moved: middle of the week"),
}


def test_the_worked_example_comes_out_to_the_day_with_its_reasons() -> None:
    """
    An officer who starts on 1 March 2027 in North Rhine-Westphalia reads the dates of the research.
    """
    dated = a_plan().roadmap.milestones

    assert EXAMPLE == {
        m.id: (f"{m.day:%a %d.%m.%Y}", "; ".join(r.text["en"] for r in m.reasons)) for m in dated
    }
    assert "verschoben: Pfingstmontag" == dated[3].reasons[0].text["de"]


def test_past_dates_are_due_not_promised() -> None:
    """
    Who regenerates the playbook late sees open boxes, not promises for yesterday.
    """
    made = plan(a_place(), today=day("2027-05-19")).roadmap

    assert ["M0", "M1", "M2", "M3"] == [m.id for m in made.milestones if m.status == "due"]


def test_a_plan_without_a_start_begins_on_a_monday_and_says_so() -> None:
    """
    A place that has not decided yet still sees a plan, marked as assumed.
    """
    made = a_plan(kickoff=None)

    assert day("2026-12-28") == made.roadmap.start
    assert "no-start" in [n.id for n in made.roadmap.notices]
    assert "answer-assumed-start" in [line.id for line in made.assumptions]


@pytest.mark.parametrize(
    ("deadline", "notice"),
    [
        ("", "no-budget-deadline"),
        ("07-31", "budget-deadline"),
        ("04-01", "budget-deadline-early"),
        ("02-29", "budget-deadline"),
        ("13-45", "budget-deadline-unreadable"),
    ],
)
def test_the_budget_deadline_is_held_against_the_concept_note(deadline: str, notice: str) -> None:
    """
    The treasurer's deadline is not found out too late.
    """
    made = a_plan(budget_deadline=deadline).roadmap

    assert notice in [n.id for n in made.notices]


def test_the_monday_sheet_uses_working_days() -> None:
    """
    No task of the first ten days falls on Good Friday or Easter Monday.
    """
    tasks = a_plan(kickoff="2027-03-22").roadmap.first_days

    assert 11 == len(tasks)
    assert day("2027-03-22") == tasks[0].day == tasks[1].day
    assert day("2027-03-30") == tasks[5].day  # working day 5 is Tuesday after Easter
    assert not [t for t in tasks if a_calendar().blocks_work(t.day)]


def test_phases_follow_each_other_without_gaps() -> None:
    """
    The bars of the Gantt chart touch.
    """
    found = a_plan().roadmap.phases

    assert ["prepare", "decide", "build", "run", "prove"] == [phase.id for phase in found]
    assert [phase.last + datetime.timedelta(days=1) for phase in found[:-1]] == [
        phase.first for phase in found[1:]
    ]
