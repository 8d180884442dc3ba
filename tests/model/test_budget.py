"""Money to the cent: four years, given frames, the pooled way, and shares that add up."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.assumptions import basis
from oic_kit.model.budget import Extras
from oic_kit.model.figure import CENT, Origin
from oic_kit.model.money import Ask, frame
from oic_kit.model.place import Kind
from oic_kit.model.pooling import Partner, shared, shares
from oic_kit.model.sizing import Tier, Wishes
from tests.playbook_plans import TABLES, a_plan

OURS = basis(TABLES.assumptions)
POPULATIONS = st.integers(500, 5_000_000)

# posts, m², thousands of euros, euros per head for lean, standard and ambitious; hours a year


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


def test_chosen_formats_replace_the_flat_programme() -> None:
    """
    The programme line is the sum of what the chosen formats cost.
    """
    made = a_plan(other={"formats": ["open-innovation-hour", "innovation-circle"]})
    lines = {line.id: line.amount.value for line in made.budget.lines}

    assert Decimal(11 * 55 + 2525) == lines["programme"]


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
