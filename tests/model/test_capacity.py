"""Whether a team has time for its programme, which formats are proposed, and what waits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.assumptions import basis
from oic_kit.model.capacity import Capacity, capacity
from oic_kit.model.format_choice import planned
from oic_kit.model.format_table import Entry, Light
from oic_kit.model.place import Kind
from oic_kit.model.site_blocks import Goals
from tests.playbook_plans import TABLES, a_plan

OURS = basis(TABLES.assumptions)
EVEN = Goals()
LARGE = {
    "hour": 11,
    "meetup": 8,
    "circle": 1,
    "community": 2,
    "barcamp": 1,
    "decision-jam": 10,
    "design-sprint": 3,
    "challenge-call": 1,
    "open-door": 88,
    "room-use": 100,
    "market": 1,
    "pitch-night": 2,
    "living-lab": 1,
    "partner-place": 1,
    "trend-radar": 1,
    "episode": 6,
}
MIDDLE = {
    "hour": 11,
    "meetup": 6,
    "circle": 1,
    "community": 1,
    "barcamp": 1,
    "decision-jam": 6,
    "design-sprint": 1,
    "open-door": 88,
    "room-use": 40,
    "market": 1,
    "pitch-night": 2,
}
SMALL = {"hour": 11, "decision-jam": 4, "open-door": 44, "market": 1}


def check(staff: str, counts: dict[str, int], goals: Goals = EVEN) -> Capacity:
    entries = [Entry(unit=unit, count=count) for unit, count in counts.items() if count]
    items = [planned(TABLES.formats, entry, "chosen") for entry in entries]
    return capacity(Decimal(staff), items, goals, OURS, TABLES.formats)


@pytest.mark.parametrize(
    ("staff", "counts", "hours", "percent"),
    [("6", LARGE, 2_628, 65), ("2.75", MIDDLE, 1_168, 63), ("0.75", SMALL, 372, 73)],
)
def test_the_three_worked_examples_come_out(
    staff: str, counts: dict[str, int], hours: int, percent: int
) -> None:
    """
    Anybody can follow the capacity check by hand.
    """
    found = check(staff, counts)

    assert found.percent
    assert [hours, percent] == [found.used.value, found.percent.value]
    assert Light.GREEN is found.light


@pytest.mark.parametrize(
    ("population", "tier", "counts"),
    [(340_000, "standard", LARGE), (75_000, "standard", MIDDLE), (15_000, "lean", SMALL)],
)
def test_what_the_kit_proposes_is_what_the_examples_count(
    population: int, tier: str, counts: dict[str, int]
) -> None:
    """
    The proposed year of a small, a middle and a large place is the one that was calculated.
    """
    made = a_plan(population, tier=tier)

    assert counts == {item.unit: item.count for item in made.formats.planned}


def test_the_time_of_a_team_is_shared_out_in_full() -> None:
    """
    The four uses of time add up to what the team has.
    """
    found = check("6", LARGE)

    assert Decimal(9_000) == sum(use.hours.value for use in found.uses)
    assert Decimal(4_050) == found.available.value


@pytest.mark.parametrize(
    ("slots", "light"),
    [(286, Light.GREEN), (287, Light.AMBER), (337, Light.AMBER), (338, Light.RED)],
)
def test_the_light_changes_at_85_and_100_per_cent(slots: int, light: Light) -> None:
    """
    One hour too many is seen.
    """
    assert light is check("1", {"open-door": slots}).light


def test_what_gives_least_for_an_hour_waits_first() -> None:
    """
    A team that is too small postpones the partnership before the hour at lunch.
    """
    found = check("2", LARGE)
    freed = sum(item.hours.value for item in found.postpone)

    assert Light.RED is found.light
    assert "partner-place" == found.postpone[0].unit
    assert "hour" not in [item.unit for item in found.postpone]
    assert found.used.value - freed <= found.available.value * Decimal("0.85")
    assert "red" in [n.id for n in a_plan(staff=0.4, other={"formats": ["hackathon"]}).notices]


def test_the_goals_of_the_place_decide_what_waits() -> None:
    """
    Where the future counts most the sprint stays, where the network counts most the circle.
    """
    both = {"circle": 2, "design-sprint": 4}
    future = check("1", both, Goals(culture=0, network=0, future=5, appeal=0))
    network = check("1", both, Goals(culture=0, network=5, future=0, appeal=0))

    assert "circle" == future.postpone[0].unit
    assert "design-sprint" == network.postpone[0].unit


def test_no_goal_at_all_counts_as_no_preference() -> None:
    """
    A place that sets every weight to 0 gets the plan of one that did not answer.
    """
    nothing = Goals(culture=0, network=0, future=0, appeal=0)

    assert check("2", LARGE, EVEN).postpone == check("2", LARGE, nothing).postpone


def test_own_formats_are_named_as_not_counted() -> None:
    """
    A format that only this place has is not silently left out.
    """
    made = a_plan(other={"formats": ["open-innovation-hour", "summer-picnic"]})

    assert ("summer-picnic",) == made.formats.own
    assert "own-format" in [notice.id for notice in made.notices]
    assert "open-innovation-hour" in made.formats.formats


def test_chosen_formats_are_all_planned_even_if_there_is_no_time() -> None:
    """
    The place decides; the plan says what it costs in time.
    """
    made = a_plan(8_000, other={"formats": ["hackathon", "challenge-call"]})

    assert {"hackathon", "challenge-call"} == made.formats.formats
    assert Light.RED is made.capacity.light


def test_a_rare_unit_becomes_a_yearly_one_when_it_is_chosen() -> None:
    """
    One circle in eighteen months is the proposal for a town; a chosen circle is held every year.
    """
    proposed = {i.unit: i.count for i in a_plan(35_000).formats.planned}
    chosen = a_plan(35_000, other={"formats": ["innovation-circle"]}).formats.planned

    assert Decimal("0.67") == round(proposed["circle"], 2)
    assert [Decimal(1)] == [item.count for item in chosen]


def test_nothing_is_both_planned_and_optional() -> None:
    """
    The chooser lists what could come on top, not what is there already.
    """
    for kind in Kind:
        made = a_plan(120_000, kind).formats
        assert not {i.unit for i in made.planned} & {i.unit for i in made.options}


@settings(max_examples=80, deadline=None)
@given(
    population=st.integers(500, 5_000_000),
    kind=st.sampled_from(Kind),
    tier=st.sampled_from(["lean", "standard", "ambitious"]),
)
def test_what_joins_a_proposal_never_uses_up_the_reserve(
    population: int, kind: Kind, tier: str
) -> None:
    """
    Beyond what is always there, the kit proposes nothing that a team has no time for.
    """
    made = a_plan(population, kind, tier=tier)
    joined = [item for item in made.formats.planned if item.group == "then"]

    assert not joined or Light.GREEN is made.capacity.light
