"""What every member of a region pays, shared to the cent by formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from oic_kit.model.figure import cents
from oic_kit.model.money import Ask
from oic_kit.model.playbook_plan import Plan
from oic_kit.model.workbook import Cell, Form, Look, Row, Sheet, columns, given, reckoned, text

# On the sheet that shows the working, every key takes four columns: exact, rounded down, what is
# left of a cent, and the place in the order in which the missing cents are given out.
_KEYS = 3
_STEPS = 4


def share_sheets(
    plan: Plan, ask: Ask, words: Mapping[str, str], language: str
) -> tuple[Sheet, ...]:
    """The sheets of the shares and of their working; none for a place without members."""
    if plan.pooled is None or plan.pooled.assumed:
        return ()
    shares = plan.pooled.shares
    last, total = len(shares) + 1, plan.budget.total.value
    people = [share.partner.population for share in shares]
    same = cents(total * ask.basis.percent("share-equal"))
    working = words["working"]
    rows: list[Row] = []
    for number, share in enumerate(shares, start=2):
        mixed = f"{_part(working, 0, number)}+{_part(working, 1, number)}"
        rows.append((
            text(share.partner.name[language]),
            given(share.partner.population, Form.WHOLE),
            reckoned(mixed, share.mixed.value, Form.MONEY),
            reckoned(_part(working, 2, number), share.by_population.value, Form.MONEY),
        ))  # fmt: skip
    sums = [reckoned(f"SUM({at}2:{at}{last})", total, Form.MONEY, Look.TOTAL) for at in "CD"]
    whole = reckoned(f"SUM(B2:B{last})", sum(people), Form.WHOLE, Look.TOTAL)
    rows.append((text(words["total"], Look.TOTAL), whole, *sums))
    head = columns(
        (words["member"], 36),
        (words["inhabitants"], 16),
        (words["mixed"], 20),
        (words["by_population"], 20),
    )
    return (
        Sheet(words["shares"], head, tuple(rows)),
        _working(words, people, same, total),
    )


def _part(sheet: str, key: int, row: int) -> str:
    """What one member pays by one key: the whole cents, and one more if its turn comes."""
    _exact, down, _rest, turn = _columns(key)
    left = f"ROUND(({sheet}!{_sum_cell(key)}-SUM({sheet}!{down}$2:{down}$999))*100,0)"
    return f"{sheet}!{down}{row}+IF({sheet}!{turn}{row}<={left},0.01,0)"


def _columns(key: int) -> tuple[str, str, str, str]:
    first = 1 + key * _STEPS
    exact, down, rest, turn = ("ABCDEFGHIJKLMNOP"[first + step] for step in range(_STEPS))
    return exact, down, rest, turn


def _sum_cell(key: int) -> str:
    """Where the sum of a key stands: in the row below the column names, far to the right."""
    return f"${'NOP'[key]}$2"


def _working(
    words: Mapping[str, str], people: Sequence[int], same: Decimal, total: Decimal
) -> Sheet:
    sums = (same, total - same, total)
    weights: tuple[Sequence[int], ...] = ([1] * len(people), people, people)
    shared = words["shares"]
    totals = (
        "ROUND(year_total*share_equal/100,2)",
        "year_total-ROUND(year_total*share_equal/100,2)",
        "year_total",
    )
    rows: list[Row] = []
    for number in range(len(people)):
        cells = [text(f"{number + 1}")]
        for key in range(_KEYS):
            cells += _steps(key, number, sums[key], weights[key], shared, len(people) + 1)
        if number == 0:
            cells += [reckoned(totals[key], sums[key], Form.MONEY) for key in range(_KEYS)]
        rows.append(tuple(cells))
    titles = [words[key] for key in ("key_same", "key_rest", "by_population")]
    named = [
        (f"{title}: {words[step]}", 18)
        for title in titles
        for step in ("exact", "down", "rest", "turn")
    ]
    ends = [(f"{title}: {words['sum']}", 18) for title in titles]
    return Sheet(words["working"], columns(("#", 6), *named, *ends), tuple(rows))


def _steps(
    key: int, number: int, total: Decimal, weights: Sequence[int], shared: str, last: int
) -> list[Cell]:
    exact, down, rest, _turn = _columns(key)
    row = number + 2
    part = total * weights[number] / sum(weights)
    parts = [total * weight / sum(weights) for weight in weights]
    floors = [(one // Decimal("0.01")) * Decimal("0.01") for one in parts]
    rests = [one - floor for one, floor in zip(parts, floors, strict=True)]
    order = sorted(range(len(parts)), key=lambda n: (-rests[n], n))
    weight = "1" if key == 0 else f"{shared}!$B{row}"
    whole = str(len(weights)) if key == 0 else f"SUM({shared}!$B$2:$B${last})"
    above = f"+COUNTIF({rest}$2:{rest}{row - 1},{rest}{row})" if number else ""
    eighth = Decimal("0.00000001")
    return [
        reckoned(f"{_sum_cell(key)}*{weight}/{whole}", part, Form.NUMBER),
        reckoned(f"ROUNDDOWN(ROUND({exact}{row},8),2)", floors[number], Form.MONEY),
        reckoned(f"ROUND({exact}{row}-{down}{row},8)", rests[number].quantize(eighth), Form.NUMBER),
        reckoned(
            f"RANK({rest}{row},{rest}$2:{rest}${last}){above}", order.index(number) + 1, Form.WHOLE
        ),
    ]
