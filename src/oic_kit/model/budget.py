"""What it costs: one year in full running, the first four years, and what the sum depends on.

Every line is rounded to the cent before it is added, so every sum is exact.

Source:
    Formula: `research/playbook.md` D.3. Evaluation is a share of all running cost, the reserve a
    share of what is not staff: only this reading gives every number of its table D.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from oic_kit.model.assumptions import Basis
from oic_kit.model.figure import Figure, cents, half_up
from oic_kit.model.sizing import Size, SizingTable

_THOUSAND = Decimal(1000)


@dataclass(frozen=True)
class Line:
    """One line of a budget in euros."""

    id: str
    label: Mapping[str, str]
    amount: Figure


@dataclass(frozen=True)
class Budget:
    """One year in full running, without one-off cost."""

    lines: tuple[Line, ...]
    total: Figure
    per_head: Figure


@dataclass(frozen=True)
class Year:
    """One of the first four years.

    Args:
        lines: everything that costs something, in kind or in money.
        in_kind: working time of existing staff in euros; no new money.
        total: new money.
    """

    number: int
    label: Mapping[str, str]
    lines: tuple[Line, ...]
    in_kind: Figure
    total: Figure


@dataclass(frozen=True)
class Case:
    """What one other assumption would change in the total of a year.

    Args:
        difference: exact, in euros.
        thousands: difference of the two totals as printed, in whole thousands of euros.
    """

    id: str
    text: Mapping[str, str]
    total: Figure
    difference: Figure
    thousands: int


@dataclass(frozen=True)
class Extras:
    """What changes the formula for one place.

    Args:
        programme: sum over the chosen formats in euros a year; nothing counts by posts.
        access_points: percentage points that the self-assessment adds to the access budget.
    """

    programme: Decimal | None = None
    access_points: Decimal = Decimal(0)


def yearly(size: Size, basis: Basis, table: SizingTable, extras: Extras | None = None) -> Budget:
    """Add up one year in full running.

    Args:
        size: posts, space and population.
        basis: the assumptions in force.
        table: names of the lines.
        extras: programme of the chosen formats and more money for access.
    """
    amounts = _running(size, basis, extras or Extras(), Decimal(1))
    total = sum(amounts.values(), Decimal(0))
    return Budget(
        _lines(amounts, table),
        Figure("budget", total, "EUR/a", basis=_basis(amounts)),
        Figure(
            "budget-per-head",
            cents(total / size.population.value),
            "EUR/head",
            basis=_basis(amounts),
        ),
    )


_RESTS_ON: dict[str, tuple[str, ...]] = {
    "staff": ("post-cost",),
    "workplace": ("workplace",),
    "rent": ("rent",),
    "programme": ("programme",),
    "communication": ("communication-base", "communication-head", "communication-most"),
    "fund": ("fund-head", "fund-least", "fund-most"),
    "access": ("access-share", "access-least"),
    "evaluation": ("evaluation-share",),
    "reserve": ("reserve-share",),
    "equipment": ("equipment", "equipment-most"),
    "website": ("website",),
    "brand": ("brand",),
    "start-staff": ("start-posts", "post-cost"),
    "start-cash": ("start-cash",),
}


def _basis(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for line in lines for name in _RESTS_ON[line]))


def _running(size: Size, basis: Basis, extras: Extras, staff_factor: Decimal) -> dict[str, Decimal]:
    posts, people = size.staff.value, size.population.value
    programme = extras.programme
    if programme is None:
        programme = posts * basis["programme"]
    staff = cents(posts * basis["post-cost"] * staff_factor)
    access = basis.percent("access-share") + extras.access_points / 100
    fund = min(max(people * basis["fund-head"], basis["fund-least"]), basis["fund-most"])
    communication = basis["communication-base"] + people * basis["communication-head"]
    other = {
        "workplace": cents(posts * basis["workplace"]),
        "rent": cents(size.space.value * basis["rent"]),
        "programme": cents(programme),
        "communication": cents(min(communication, basis["communication-most"])),
        "fund": cents(fund),
        "access": cents(max(programme * access, basis["access-least"])),
    }
    rest = sum(other.values(), Decimal(0))
    return {
        "staff": staff,
        **other,
        "evaluation": cents((staff + rest) * basis.percent("evaluation-share")),
        "reserve": cents(rest * basis.percent("reserve-share")),
    }


def _lines(amounts: Mapping[str, Decimal], table: SizingTable) -> tuple[Line, ...]:
    return tuple(
        Line(key, table.lines[key], Figure(f"budget-{key}", amount, "EUR", basis=_RESTS_ON[key]))
        for key, amount in amounts.items()
    )


def years(
    size: Size, basis: Basis, table: SizingTable, extras: Extras | None = None
) -> tuple[Year, ...]:
    """Add up year 0 (preparation) to year 3.

    In year 1 posts are filled halfway and everything is bought that is bought once; from year 2 on
    everything runs in full and pay rises each year.
    """
    wanted = extras or Extras()
    raised = 1 + basis.percent("pay-rise")
    first = _running(size, basis, wanted, basis.percent("first-year-staff"))
    space = min(size.space.value, basis["equipment-most"])
    once = {
        "equipment": cents(space * basis["equipment"]),
        "website": cents(basis["website"]),
        "brand": cents(basis["brand"]),
    }
    start = {
        "start-staff": cents(basis["start-posts"] * basis["post-cost"]),
        "start-cash": cents(basis["start-cash"]),
    }
    each = (
        start,
        {**first, **once},
        _running(size, basis, wanted, raised),
        _running(size, basis, wanted, raised**2),
    )
    return tuple(_year(number, amounts, table) for number, amounts in enumerate(each))


def _year(number: int, amounts: Mapping[str, Decimal], table: SizingTable) -> Year:
    in_kind = amounts.get("start-staff", Decimal(0))
    total = sum(amounts.values(), Decimal(0)) - in_kind
    return Year(
        number,
        table.years[number],
        _lines(amounts, table),
        Figure(f"in-kind-{number}", in_kind, "EUR"),
        Figure(f"total-{number}", total, "EUR", basis=_basis(amounts)),
    )


def case(case_id: str, text: Mapping[str, str], total: Decimal, changed: Decimal) -> Case:
    """Compare the total of a year with the total under another assumption."""
    return Case(
        case_id,
        text,
        Figure(f"{case_id}-total", changed, "EUR/a"),
        Figure(f"{case_id}-difference", changed - total, "EUR/a"),
        int(half_up(changed / _THOUSAND) - half_up(total / _THOUSAND)),
    )
