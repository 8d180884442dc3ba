"""The budget as a spreadsheet: assumptions with names, one year, four years, shares of members."""

from __future__ import annotations

from oic_kit.model.budget_assumptions import Ground, assumption_rows
from oic_kit.model.figure import cents
from oic_kit.model.share_sheet import share_sheets
from oic_kit.model.workbook import (
    Cell,
    Form,
    Look,
    Row,
    Sheet,
    Workbook,
    anchors,
    blank,
    columns,
    reckoned,
    text,
)

# One year in full running; `{staff}` is the factor by which pay has risen.
_RUNNING = {
    "staff": "ROUND(staff*post_cost*{staff},2)",
    "workplace": "ROUND(staff*workplace,2)",
    "rent": "ROUND(space*rent,2)",
    "programme": "ROUND(programme_sum,2)",
    "communication": "ROUND(MIN(communication_base+population*communication_head,communication_most),2)",
    "fund": "ROUND(MIN(MAX(population*fund_head,fund_least),fund_most),2)",
    "access": "ROUND(MAX(programme_sum*(access_share+access_points)/100,access_least),2)",
    "evaluation": "ROUND(({first}+SUM({others}))*evaluation_share/100,2)",
    "reserve": "ROUND(SUM({others})*reserve_share/100,2)",
}
_SINGLE = {
    "equipment": "ROUND(MIN(space,equipment_most)*equipment,2)",
    "website": "ROUND(website,2)",
    "brand": "ROUND(brand,2)",
    "start-staff": "ROUND(start_posts*post_cost,2)",
    "start-cash": "ROUND(start_cash,2)",
}
_PAY = (None, "first_year_staff/100", "(1+pay_rise/100)", "(1+pay_rise/100)^2")


def budget_workbook(ground: Ground) -> Workbook:
    """Make the spreadsheet `budget`.

    Args:
        ground: plan, assumptions and words.
    """
    words = ground.words
    rows = list(assumption_rows(ground))
    first = Sheet(
        words["assumptions"],
        columns(
            (words["name"], 24),
            (words["value"], 14),
            (words["unit"], 18),
            (words["origin"], 12),
            (words["meaning"], 90),
        ),
        tuple(row for _name, row in rows),
    )
    names = anchors(first.name, [name for name, _row in rows])
    year, years = _one_year(ground), _four_years(ground)
    names["year_total"] = f"{year.name}!$B${len(year.rows)}"
    return Workbook(
        words["budget"],
        (first, year, years, *share_sheets(ground.plan, ground.ask, words, ground.language)),
        names,
    )


def _one_year(ground: Ground) -> Sheet:
    """One year in full running, with a column for where the money comes from."""
    words, budget = ground.words, ground.plan.budget
    last = len(budget.lines) + 1
    formulas = _running("B", 2, "1")
    rows: list[Row] = [
        (
            text(line.label[ground.language]),
            reckoned(formulas[line.id], line.amount.value, Form.MONEY),
            blank(),
            blank(Form.DATE),
        )
        for line in budget.lines
    ]
    total = reckoned(f"SUM(B2:B{last})", budget.total.value, Form.MONEY, Look.TOTAL)
    head = reckoned(f"ROUND(B{last + 1}/population,2)", budget.per_head.value, Form.MONEY)
    rows.append((text(words["per_head"]), head, text(""), text("")))
    rows.insert(len(budget.lines), (text(words["total"], Look.TOTAL), total, text(""), text("")))
    return Sheet(
        words["one_year"],
        columns(
            (words["line"], 42), (words["amount"], 16), (words["from"], 32), (words["until"], 16)
        ),
        tuple(rows),
    )


def _running(column: str, first: int, pay: str) -> dict[str, str]:
    """The formulas of one year; `first` is the row of its first line."""
    others = f"{column}{first + 1}:{column}{first + 6}"
    return {
        name: formula.format(staff=pay, first=f"{column}{first}", others=others)
        for name, formula in _RUNNING.items()
    }


def _four_years(ground: Ground) -> Sheet:
    """Preparation and three years: every line that costs something, in kind apart."""
    words, plan = ground.words, ground.plan
    order = [*_RUNNING, *_SINGLE]
    labels = {line.id: line.label for year in plan.years for line in year.lines}
    rows = []
    for name in order:
        cells = [_of_year(ground, number, name) for number in range(len(plan.years))]
        rows.append((text(labels[name][ground.language]), *cells))
    last, start = len(order) + 1, order.index("start-staff") + 2
    totals, kinds = [], []
    for number, year in enumerate(plan.years):
        at = "BCDE"[number]
        formula = f"SUM({at}2:{at}{last})-{at}{start}"
        totals.append(reckoned(formula, year.total.value, Form.MONEY, Look.TOTAL))
        kinds.append(reckoned(f"{at}{start}+0", year.in_kind.value, Form.MONEY))
    rows.append((text(words["new_money"], Look.TOTAL), *totals))
    rows.append((text(words["in_kind"]), *kinds))
    titles = [(year.label[ground.language], 20) for year in plan.years]
    return Sheet(words["four_years"], columns((words["line"], 42), *titles), tuple(rows))


def _of_year(ground: Ground, number: int, name: str) -> Cell:
    year = ground.plan.years[number]
    value = next((line.amount.value for line in year.lines if line.id == name), None)
    if value is None:
        return text("")
    pay = _PAY[number]
    formula = _SINGLE.get(name) or _running("BCDE"[number], 2, pay or "1")[name]
    return reckoned(formula, cents(value), Form.MONEY)
