"""What several places pay when they carry one team together, shared to the cent.

Source:
    `research/playbook.md` D.4, the pooled argument: six places of 15,000 each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from oic_kit.model.figure import CENT, Figure, cents


@dataclass(frozen=True)
class Partner:
    """A municipality that carries its part: its name in every language, and its inhabitants."""

    name: Mapping[str, str]
    population: int


@dataclass(frozen=True)
class Share:
    """What one partner pays in a year by each key, in euros.

    Args:
        mixed: part of it equal for all, the rest by population.
        by_population: all of it by population.
        alone: what it would pay for the same ambition alone; nothing where that was not asked.
    """

    partner: Partner
    mixed: Figure
    by_population: Figure
    alone: Figure | None = None


def shared(total: Decimal, weights: Sequence[int]) -> tuple[Decimal, ...]:
    """Split a sum by weights so that the parts add up to the cent.

    Cents that are left over go to the largest remainders; among equals, to the first.

    Args:
        total: euros, exact to the cent, not negative.
        weights: one for each part, not negative, not all 0.
    """
    whole = sum(weights)
    exact_parts = [total * weight / whole for weight in weights]
    parts = [(part // CENT) * CENT for part in exact_parts]
    left = int((total - sum(parts, Decimal(0))) / CENT)
    order = sorted(range(len(parts)), key=lambda n: (parts[n] - exact_parts[n], n))
    for number in order[:left]:
        parts[number] += CENT
    return tuple(parts)


def shares(
    total: Decimal,
    partners: Sequence[Partner],
    equal: Decimal,
    alone: Sequence[Decimal] = (),
) -> tuple[Share, ...]:
    """Share the cost of one year among partners by both keys.

    Args:
        total: euros of one year.
        partners: who shares; at least one.
        equal: part of the mixed key that all pay alike, 0 to 1.
        alone: what each would pay alone, in the order of the partners.
    """
    people = [partner.population for partner in partners]
    same = cents(total * equal)
    flat = shared(same, [1] * len(partners))
    rest = shared(total - same, people)
    by_population = shared(total, people)
    return tuple(
        Share(
            partner,
            Figure(f"share-mixed-{n}", flat[n] + rest[n], "EUR/a", basis=("share-equal",)),
            Figure(f"share-population-{n}", by_population[n], "EUR/a"),
            Figure(f"alone-{n}", alone[n], "EUR/a") if alone else None,
        )
        for n, partner in enumerate(partners)
    )
