"""The money of one place: this tier and the others, what the sum depends on, and the pooled way.

Source:
    `research/playbook.md` D.4 (tiers, pooled argument, sensitivity).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from oic_kit.model.assumptions import Basis
from oic_kit.model.budget import Budget, Case, Extras, case, yearly
from oic_kit.model.capacity import hours_for_formats
from oic_kit.model.figure import Figure, Origin, exact, filled
from oic_kit.model.place import Kind
from oic_kit.model.pooling import Partner, Share, shares
from oic_kit.model.sizing import Size, SizingTable, Tier, Wishes, size

_STEPS = 500
"""Steps of a quarter post: where the search for an affordable team ends."""


@dataclass(frozen=True)
class Ask:
    """Everything that the size and the cost of one place follow from."""

    population: int
    kind: Kind
    tier: Tier
    basis: Basis
    table: SizingTable
    wishes: Wishes
    extras: Extras

    def size(self) -> Size:
        """Team and rooms."""
        return size(self.population, self.kind, self.tier, self.basis, self.table, self.wishes)

    def budget(self) -> Budget:
        """One year in full running."""
        return yearly(self.size(), self.basis, self.table, self.extras)


@dataclass(frozen=True)
class TierRow:
    """One ambition beside the others, by the formula alone."""

    tier: Tier
    title: Mapping[str, str]
    staff: Figure
    space: Figure
    total: Figure
    per_head: Figure
    capacity: Figure


def tier_rows(ask: Ask) -> tuple[TierRow, ...]:
    """Size and cost of all three tiers, whatever posts the place has given."""
    rows = []
    for tier, title in ask.table.tiers.items():
        one = replace(ask, tier=tier, wishes=replace(ask.wishes, staff=None))
        sized, costs = one.size(), one.budget()
        hours = hours_for_formats(sized.staff.value, ask.basis)
        capacity = Figure("capacity", hours, "h/a", basis=("hours-per-post", "share-formats"))
        rows.append(
            TierRow(tier, title, sized.staff, sized.space, costs.total, costs.per_head, capacity)
        )
    return tuple(rows)


def sensitivity(ask: Ask) -> tuple[Case, ...]:
    """What the total of a year would be if one assumption were another.

    Cases that change nothing, such as another growth when the posts are given, are left out.
    """
    total = ask.budget().total.value
    found = []
    for row in ask.table.sensitivity:
        changed = replace(ask, basis=ask.basis.with_value(row.figure, row.value))
        other = changed.budget().total.value
        if other != total:
            found.append(case(row.id, row.text, total, other))
    return tuple(found)


@dataclass(frozen=True)
class Pooled:
    """One team for several places, and what each pays.

    Args:
        assumed: whether the partners are an example, for a small place that stands alone.
        alone: what one place of the example pays for each tier alone; empty for a region.
    """

    assumed: bool
    size: Size
    budget: Budget
    shares: tuple[Share, ...]
    alone: tuple[TierRow, ...]


def region_shares(ask: Ask, partners: Sequence[Partner]) -> Pooled:
    """Share the cost of a region among its members, beside what each would pay alone."""
    alone = [
        replace(
            ask,
            population=partner.population,
            kind=Kind.CITY,
            wishes=Wishes(),
            extras=_formula(ask.extras),
        )
        .budget()
        .total.value
        for partner in partners
    ]
    costs = ask.budget()
    equal = ask.basis.percent("share-equal")
    return Pooled(False, ask.size(), costs, shares(costs.total.value, partners, equal, alone), ())


def pooled_example(ask: Ask, name: str) -> Pooled:
    """Pool a small place with neighbours of the same size, in the standard tier."""
    places = int(ask.basis["pooled-places"])
    partners = [Partner(dict.fromkeys(ask.table.neighbour, name), ask.population)]
    partners += [
        Partner(filled(ask.table.neighbour, number=str(number)), ask.population)
        for number in range(2, places + 1)
    ]
    single = replace(
        ask, tier=Tier.STANDARD, wishes=Wishes(), extras=_formula(ask.extras), kind=ask.kind
    )
    together = replace(
        single,
        population=ask.population * places,
        kind=Kind.REGION,
        wishes=Wishes(members=places),
    )
    costs = together.budget()
    alone = [single.budget().total.value] * places
    equal = ask.basis.percent("share-equal")
    split = shares(costs.total.value, partners, equal, alone)
    return Pooled(True, together.size(), costs, split, tier_rows(single))


def _formula(extras: Extras) -> Extras:
    # The chosen formats are those of one place: others count their programme by posts.
    return replace(extras, programme=None)


@dataclass(frozen=True)
class Frame:
    """A budget that is given, against the plan.

    Args:
        gap: euros a year that are missing; negative if some are left.
        staff: posts that the given budget is enough for, in quarters.
    """

    given: Figure
    gap: Figure
    staff: Figure


def frame(ask: Ask, given: float) -> Frame:
    """Compare a given budget with the plan, and find the team that it is enough for."""
    money = exact(given)
    step = ask.basis["staff-step"]
    affordable = max(_affordable(ask, money, step), default=Decimal(0))
    gap = ask.budget().total.value - money
    return Frame(
        Figure("budget-given", money, "EUR/a", Origin.ANSWER),
        Figure("budget-gap", gap, "EUR/a"),
        Figure("staff-affordable", affordable, "posts", basis=("post-cost",)),
    )


def _affordable(ask: Ask, money: Decimal, step: Decimal) -> Iterable[Decimal]:
    for number in range(_STEPS):
        posts = step * number
        one = replace(ask, wishes=replace(ask.wishes, staff=float(posts)))
        if one.budget().total.value > money:
            return
        yield posts
