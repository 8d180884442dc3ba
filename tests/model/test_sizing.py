"""Team, rooms and money: the table of the research, exact sums, and shares that add up."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.assumptions import basis
from oic_kit.model.budget import Extras
from oic_kit.model.figure import CENT, Origin
from oic_kit.model.money import Ask, TierRow, frame, sensitivity, tier_rows
from oic_kit.model.place import Kind
from oic_kit.model.pooling import Partner, shared, shares
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


def test_a_small_place_sees_the_pooled_way() -> None:
    """
    Six towns of 15,000 pay 37,000 euros each instead of 160,000: the reason to join forces.
    """
    made = a_plan(15_000)
    assert made.pooled
    pooled = made.pooled

    assert Tier.LEAN is made.size.tier
    assert pooled.assumed
    assert (222, 6) == (whole(pooled.budget.total.value / 1000), len(pooled.shares))
    assert {37} == {whole(share.mixed.value / 1000) for share in pooled.shares}
    assert {160} == {whole(share.alone.value / 1000) for share in pooled.shares if share.alone}
    assert Decimal("2.47") == pooled.budget.per_head.value
    assert ["Münster", "Nachbargemeinde 2"] == [s.partner.name["de"] for s in pooled.shares[:2]]


def test_a_larger_place_does_not() -> None:
    """
    From 20,000 inhabitants on, the plan stands on its own.
    """
    assert a_plan(20_000).pooled is None


def test_members_of_a_region_see_their_share() -> None:
    """
    Each council finds what it pays by both keys, and what it would pay alone.
    """
    towns = [{"name": "Arnstadt", "population": 60_001}, {"name": "Bergen", "population": 30_002}]
    made = a_plan(90_003, Kind.REGION, about={"members": towns})
    assert made.pooled
    shared_out = made.pooled.shares

    assert not made.pooled.assumed
    assert ["Arnstadt", "Bergen"] == [share.partner.name["en"] for share in shared_out]
    assert made.budget.total.value == sum(share.mixed.value for share in shared_out)
    assert made.budget.total.value == sum(share.by_population.value for share in shared_out)
    assert shared_out[1].mixed.value > shared_out[1].by_population.value
    assert all(share.alone and share.alone.value > share.mixed.value for share in shared_out)


def test_a_region_without_members_is_asked_for_them() -> None:
    """
    Cost shares are never invented.
    """
    made = a_plan(90_000, Kind.REGION)

    assert made.pooled is None
    assert "no-members" in [notice.id for notice in made.notices]


def test_members_that_do_not_add_up_are_pointed_out() -> None:
    """
    A forgotten municipality is noticed before the council sees the key.
    """
    towns = [{"name": "Arnstadt", "population": 60_000}]
    made = a_plan(90_000, Kind.REGION, about={"members": towns})

    assert "members-differ" in [notice.id for notice in made.notices]


def test_a_given_budget_is_held_against_the_plan() -> None:
    """
    The treasurer's sum says how many posts it is enough for, and what is missing.
    """
    given = frame(ask(340_000), 500_000)
    posts = float(given.staff.value)
    enough = ask(340_000, wishes=Wishes(staff=posts)).budget().total.value
    more = ask(340_000, wishes=Wishes(staff=posts + 0.25)).budget().total.value

    assert Decimal("218729.00") == given.gap.value
    assert enough <= 500_000 < more
    assert "budget-gap" in [notice.id for notice in a_plan(budget=500_000).notices]
    assert "budget-gap" not in [notice.id for notice in a_plan(budget=900_000).notices]


def test_the_first_four_years_name_existing_staff_and_one_off_cost() -> None:
    """
    Year 0 costs little new money, year 1 buys the furniture, and pay rises.
    """
    years = a_plan().years
    lines = [{line.id: line.amount.value for line in year.lines} for year in years]

    assert (Decimal(41_000), Decimal(15_000)) == (years[0].in_kind.value, years[0].total.value)
    assert Decimal("295200.00") == lines[1]["staff"]  # 60 % of six posts
    assert Decimal(108_000) == lines[1]["equipment"]  # 180 m²
    assert {"equipment", "website", "brand"}.isdisjoint(lines[2])
    assert Decimal("506760.00") == lines[2]["staff"]
    assert Decimal("521962.80") == lines[3]["staff"]


def test_answers_replace_assumptions_and_are_listed_as_answers() -> None:
    """
    A place that knows its pay and rent sees its own numbers.
    """
    made = a_plan(post_cost=90_000, rent=180, staff=4.5)
    lines = {line.id: line.amount.value for line in made.budget.lines}
    listed = {line.id: line for line in made.assumptions}

    assert (Decimal(405_000), Decimal(27_000)) == (lines["staff"], lines["rent"])
    assert Origin.ANSWER is made.size.staff.origin
    assert (Origin.ANSWER, Decimal(90_000)) == (
        listed["post-cost"].origin,
        listed["post-cost"].value,
    )
    assert Origin.OURS is listed["workplace"].origin


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


def test_chosen_formats_replace_the_flat_programme() -> None:
    """
    The programme line is the sum of what the chosen formats cost.
    """
    made = a_plan(other={"formats": ["open-innovation-hour", "innovation-circle"]})
    lines = {line.id: line.amount.value for line in made.budget.lines}

    assert Decimal(11 * 55 + 2525) == lines["programme"]


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


@settings(max_examples=60, deadline=None)
@given(
    population=POPULATIONS,
    kind=st.sampled_from(Kind),
    tier=st.sampled_from(["", *Tier]),
    staff=st.none() | st.floats(0, 500),
    cost=st.none() | st.floats(0, 1e6),
    rent=st.none() | st.floats(0, 1e5),
    budget=st.none() | st.floats(0, 1e9),
)
def test_every_sum_is_exact_to_the_cent(
    population: int,
    kind: Kind,
    tier: str,
    staff: float | None,
    cost: float | None,
    rent: float | None,
    budget: float | None,
) -> None:
    """
    A treasurer with a calculator finds no cent too many or too few.
    """
    made = a_plan(
        population, kind, tier=tier, staff=staff, post_cost=cost, rent=rent, budget=budget
    )

    assert made.budget.total.value == sum(line.amount.value for line in made.budget.lines)
    for year in made.years:
        assert year.total.value + year.in_kind.value == sum(x.amount.value for x in year.lines)
        for line in year.lines:
            assert line.amount.value == line.amount.value.quantize(CENT)
    if made.pooled:
        total = made.pooled.budget.total.value
        assert total == sum(share.mixed.value for share in made.pooled.shares)
        assert total == sum(share.by_population.value for share in made.pooled.shares)


@given(
    total=st.integers(0, 10**12).map(lambda n: Decimal(n) * CENT),
    weights=st.lists(st.integers(1, 5_000_000), min_size=1, max_size=60),
)
def test_shares_add_up_and_differ_by_less_than_a_cent_from_the_key(
    total: Decimal, weights: list[int]
) -> None:
    """
    No member pays a cent that its key does not ask for.
    """
    parts = shared(total, weights)

    assert total == sum(parts)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) < CENT


def test_the_larger_member_never_pays_less() -> None:
    """
    Cents that are left over do not turn the key upside down.
    """
    people = sorted(random.Random(7).sample(range(1, 90_000), 40))  # noqa: S311 - no secret
    partners = [Partner({"en": str(n)}, n) for n in people]
    found = shares(Decimal("222179.51"), partners, Decimal("0.5"))
    paid = [share.mixed.value for share in found]

    assert sorted(paid) == paid
