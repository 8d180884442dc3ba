"""Indicators: ten core, eighteen optional, targets scaled to the team."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_kit.model.figure import Origin
from oic_kit.model.indicators import Indicator, Target, indicators, report
from tests.playbook_plans import TABLES, a_plan

TABLE = TABLES.indicators
CORE = ["C1", "C3", "C5", "N1", "N2", "N5", "F1", "F2", "A1", "A4"]
SIX = Decimal(6)
ALL_FORMATS = {unit.format for unit in TABLES.formats.units if unit.format}


def scaled(staff: Decimal) -> dict[str, Target]:
    found = indicators(TABLE, staff, SIX, ALL_FORMATS)
    return {target.id: target for indicator in found for target in indicator.targets}


def test_there_are_ten_core_and_eighteen_optional_indicators() -> None:
    """
    A report with ten numbers is read; eighteen more wait for those who want them.
    """
    rows = [row for row in TABLE.indicators if row.goal != "all"]

    assert CORE == [row.id for row in rows if row.core]
    assert 18 == len([row for row in rows if not row.core])


@pytest.mark.parametrize(
    ("target", "first", "third"),
    [
        ("advice", 12, 24),
        ("prototypes", 4, 8),
        ("contacts", 100, 331),
        ("small-events", 8, 25),
        ("rooms-outside", 24, 88),
        ("rooms-departments", 24, 33),
        ("posts", 24, 71),
        ("talks", 2, 5),
    ],
)
def test_a_team_of_six_gets_what_bielefeld_planned_and_achieved(
    target: str, first: int, third: int
) -> None:
    """
    Targets that are facts are those of the annual report 2025, with their source.
    """
    found = scaled(SIX)[target]

    assert found.first
    assert found.third
    assert [first, third] == [found.first.value, found.third.value]
    assert (Origin.FACT, "bielefeld-report-2025") == (found.third.origin, found.third.source)


def test_half_a_team_gets_half_the_target_and_never_nothing() -> None:
    """
    A small team is not measured by a large one; every target is at least 1.
    """
    half = scaled(Decimal(3))
    least = scaled(Decimal("0.5"))

    assert half["contacts"].third
    assert least["talks"].first
    assert [166, 1] == [half["contacts"].third.value, least["talks"].first.value]


def test_shares_and_scores_do_not_grow_with_the_team() -> None:
    """
    Sixty per cent of the departments stay sixty per cent.
    """
    small, large = scaled(Decimal(1)), scaled(Decimal(12))

    for name in ("departments", "mix", "met-new", "adopted", "recommend", "permission"):
        assert small[name].third == large[name].third


@given(st.decimals(0, 40, places=2), st.decimals(0, 40, places=2))
def test_a_larger_team_never_has_a_smaller_target(one: Decimal, other: Decimal) -> None:
    """
    Who grows does not promise less.
    """
    small, large = scaled(min(one, other)), scaled(max(one, other))

    for name, target in small.items():
        third = large[name].third
        assert target.third is None or (third and 0 < target.third.value <= third.value)


def test_a_leaf_without_its_format_is_grey() -> None:
    """
    A place without a challenge call is not asked for its yield.
    """

    def active(found: tuple[Indicator, ...]) -> dict[str, bool]:
        return {indicator.id: indicator.active for indicator in found}

    without = active(a_plan(other={"formats": ["open-innovation-hour"]}).indicators)
    with_call = active(a_plan(other={"formats": ["challenge-call"]}).indicators)

    assert (False, True) == (without["F4"], with_call["F4"])
    assert (True, False) == (without["N5"], with_call["N5"])
    assert without["C1"]
    assert with_call["C1"]


def test_the_report_page_gets_the_core_indicators_with_planned_numbers() -> None:
    """
    The report page of the website works on the first day, with nothing achieved yet.
    """
    categories = report(a_plan().indicators, TABLE, TABLES.assumptions.units)
    results = [result for category in categories for result in category.results]

    assert 4 == len(categories)
    assert {"Neue Kontakte", "Beiträge", "Prototypen"} <= {r.title["de"] for r in results}
    assert {0.0} == {result.achieved for result in results}
    assert 100.0 == next(r.planned for r in results if r.title["en"] == "New contacts")
