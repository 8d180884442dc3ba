"""Team, rooms and cost of a year: the table of the research, and plans that grow with the place."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.assumptions import basis
from oic_kit.model.budget import Extras
from oic_kit.model.money import Ask, TierRow, sensitivity, tier_rows
from oic_kit.model.place import Kind
from oic_kit.model.sizing import Tier, Wishes
from tests.playbook_plans import TABLES, a_plan

OURS = basis(TABLES.assumptions)
POPULATIONS = st.integers(500, 5_000_000)

# posts, m², thousands of euros, euros per head for lean, standard and ambitious; hours a year
TABLE = {
    7_500: ("0.5 40 70 9.32", "1 40 122 16.25", "1.25 85 159 21.26", 675),
    15_000: ("0.75 40 96 6.40", "1.25 85 160 10.64", "2 100 241 16.10", 844),
    35_000: ("1 40 123 3.51", "2 100 242 6.93", "3 120 352 10.04", 1_350),
    75_000: ("1.5 90 193 2.57", "2.75 115 329 4.39", "4.25 145 493 6.57", 1_856),
    150_000: ("2 100 257 1.71", "4 140 475 3.17", "6 180 694 4.63", 2_700),
    340_000: ("3 120 391 1.15", "6 180 719 2.11", "9 240 1047 3.08", 4_050),
    700_000: ("4.25 145 573 0.82", "8.5 230 1039 1.48", "13 320 1532 2.19", 5_738),
    1_500_000: ("6.25 185 893 0.60", "12.5 310 1578 1.05", "19 440 2290 1.53", 8_438),
}
OTHER_KINDS = [
    (Kind.DISTRICT, 40_000, 0, "1.25 85 161 4.03", "0"),
    (Kind.DISTRICT, 120_000, 0, "2.25 105 281 2.34", "0"),
    (Kind.REGION, 90_000, 6, "1.75 95 222 2.47", "0.6"),
    (Kind.REGION, 300_000, 15, "3.5 130 440 1.47", "1.5"),
]


def ask(
    population: int,
    kind: Kind = Kind.CITY,
    tier: Tier = Tier.STANDARD,
    wishes: Wishes | None = None,
    extras: Extras | None = None,
) -> Ask:
    return Ask(population, kind, tier, OURS, TABLES.sizing, wishes or Wishes(), extras or Extras())


def whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def printed(row: TierRow) -> str:
    staff, space = row.staff.value.normalize(), row.space.value
    return f"{staff:f} {space:.0f} {whole(row.total.value / 1000)} {row.per_head.value}"


@pytest.mark.parametrize("population", TABLE)
def test_the_table_of_the_research_comes_out_to_the_digit(population: int) -> None:
    """
    A council member who compares with the published table finds the same numbers.
    """
    *tiers, hours = TABLE[population]
    rows = tier_rows(ask(population))

    assert tiers == [printed(row) for row in rows]
    assert hours == whole(rows[1].capacity.value)


@pytest.mark.parametrize(("kind", "population", "members", "row", "nodes"), OTHER_KINDS)
def test_districts_and_regions_come_out_as_well(
    kind: Kind, population: int, members: int, row: str, nodes: str
) -> None:
    """
    A district shares a back office, a region relies on its members.
    """
    asked = ask(population, kind, wishes=Wishes(members=members))

    assert row == printed(tier_rows(asked)[1])
    assert Decimal(nodes) == asked.size().nodes.value


def test_the_formula_gives_the_real_places_it_was_checked_against() -> None:
    """
    The reference points of chapter 6 stand beside what the formula says for them.
    """
    fuerth = {row.tier: row.staff.value for row in tier_rows(ask(128_000))}
    leader = ask(105_000, Kind.REGION, wishes=Wishes(members=3)).size()

    assert (Decimal("1.75"), Decimal("3.75")) == (fuerth[Tier.LEAN], fuerth[Tier.STANDARD])
    assert Decimal(2) == leader.staff.value


def test_what_the_sum_depends_on_comes_out_as_published() -> None:
    """
    The bars of the sensitivity chart are those of the research.
    """
    found = {case.id: case.thousands for case in sensitivity(ask(340_000))}

    assert {
        "post-cost-low": -61,
        "post-cost-high": 98,
        "growth-low": -165,
        "growth-high": 164,
        "rent-low": -12,
        "rent-high": 11,
        "fund-low": -33,
        "fund-high": 124,
    } == found


def test_given_posts_do_not_depend_on_growth() -> None:
    """
    A place that has its posts already is not shown what another formula would give.
    """
    found = {case.id for case in sensitivity(ask(340_000, wishes=Wishes(staff=4)))}

    assert not {"growth-low", "growth-high"} & found


@pytest.mark.parametrize(
    ("room", "space"), [("own", 180), ("none", 180), ("shared", 90), ("mobile", 45)]
)
def test_shared_and_mobile_rooms_are_smaller(room: str, space: int) -> None:
    """
    An office in a library is not budgeted like one of its own.
    """
    assert space == a_plan(other={"office": {"space": room}}).size.space.value


def test_no_posts_at_all_is_a_plan_without_time() -> None:
    """
    A place that enters 0 posts is told what that means instead of seeing an error.
    """
    made = a_plan(staff=0)

    assert made.capacity.percent is None
    assert "no-staff" in [notice.id for notice in made.notices]


@settings(max_examples=150, deadline=None)
@given(
    people=st.tuples(POPULATIONS, POPULATIONS),
    kind=st.sampled_from(Kind),
    tier=st.sampled_from(Tier),
    points=st.sampled_from([0, 5]),
    room=st.sampled_from(["own", "shared", "mobile", "none"]),
)
def test_more_people_never_mean_a_smaller_team_or_budget(
    people: tuple[int, int], kind: Kind, tier: Tier, points: int, room: str
) -> None:
    """
    Two places that compare their plans find them in the order of their size.
    """
    extras = Extras(access_points=Decimal(points))
    small, large = (
        ask(p, kind, tier, Wishes(room=room), extras) for p in (min(people), max(people))
    )

    assert small.size().staff.value <= large.size().staff.value
    assert small.size().space.value <= large.size().space.value
    assert small.budget().total.value <= large.budget().total.value


@settings(max_examples=60, deadline=None)
@given(
    people=st.tuples(POPULATIONS, POPULATIONS),
    kind=st.sampled_from(Kind),
    tier=st.sampled_from(Tier),
    seed=st.integers(0, 2**15),
)
def test_plans_with_chosen_formats_grow_with_the_place_too(
    people: tuple[int, int], kind: Kind, tier: Tier, seed: int
) -> None:
    """
    The same formats never cost a larger place less.
    """
    names = sorted({unit.format for unit in TABLES.formats.units if unit.format})
    chosen = [name for n, name in enumerate(names) if seed >> n & 1]
    small, large = (
        a_plan(p, kind, tier=tier.value, other={"formats": chosen})
        for p in (min(people), max(people))
    )

    assert small.budget.total.value <= large.budget.total.value
