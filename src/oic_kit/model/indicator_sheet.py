"""The spreadsheet `indicators`: targets that grow with the team, and what each quarter brought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from oic_kit.model.figure import Figure
from oic_kit.model.indicators import IndicatorTable, MeasureRow
from oic_kit.model.plan_labels import label
from oic_kit.model.playbook_plan import Plan
from oic_kit.model.workbook import (
    Cell,
    Form,
    Row,
    Sheet,
    Workbook,
    anchors,
    blank,
    columns,
    given,
    reckoned,
    text,
)

# A year ends with the latest of these; everything else is added up.
_LEVELS = frozenset({"percent", "score", "share", "EUR/head"})


def indicator_workbook(
    plan: Plan,
    table: IndicatorTable,
    reference: Decimal,
    words: Mapping[str, str],
    language: str,
) -> Workbook:
    """Make the spreadsheet.

    Args:
        plan: the plan; it says which indicators are in use.
        table: targets as they hold for a team of the reference size.
        reference: posts of that team.
        words: words of the spreadsheets.
        language: code of the language.
    """
    rows = tuple(_rows(plan, table, language))
    head = columns(
        ("ID", 5), (words["goal"], 18), (words["indicator"], 34), (words["unit"], 14),
        (words["first"], 10), (words["third"], 10), *((f"{words['quarter']} {n}", 9) for n in range(1, 5)),
        (words["reached"], 10), (words["share_reached"], 11), (words["count_by"], 20), (words["why"], 26),
    )  # fmt: skip
    sheet = Sheet(words["figures"], head, rows)
    team = Sheet(
        words["team"],
        columns((words["name"], 24), (words["value"], 14), (words["meaning"], 70)),
        (
            (text("staff"), given(plan.size.staff.value, Form.NUMBER), text(words["means_staff"])),
            (text("reference-team"), given(reference, Form.NUMBER), text(words["means_reference"])),
        ),
    )
    names = anchors(team.name, ("staff", "reference-team"))
    return Workbook(words["indicators"], (sheet, team), names)


def _rows(plan: Plan, table: IndicatorTable, language: str) -> Iterator[Row]:
    used = {it.id: it for it in plan.indicators if it.active}
    measures = {row.id: row for it in table.indicators for row in it.measures}
    number = 1
    for wanted in sorted(used.values(), key=lambda it: not it.core):
        for target in wanted.targets:
            number += 1
            row = measures[target.id]
            unit = label(plan, "units", target.unit, language)
            title = wanted.title if len(wanted.targets) == 1 else target.title
            yield (
                text(wanted.id),
                text(table.goals[wanted.goal][language]),
                text(title[language]),
                text(unit),
                _target(row, row.first, target.first),
                _target(row, row.third, target.third),
                *(blank(Form.NUMBER) for _quarter in range(4)),
                *_reached(number, target.unit),
                text(wanted.owner[language]),
                blank(),
            )


def _target(row: MeasureRow, reference: Decimal | None, target: Figure | None) -> Cell:
    if reference is None or target is None:
        return text("")
    value = target.value
    if not row.scaled:
        return given(value, Form.NUMBER)
    return reckoned(f"MAX(1,ROUND({reference}*staff/reference_team,0))", value, Form.NUMBER)


def _reached(number: int, unit: str) -> tuple[Cell, Cell]:
    """What the year brought, and how much of the target of year 1 that is."""
    quarters = f"G{number}:J{number}"
    made = f"SUM({quarters})"
    if unit in _LEVELS:
        made = f"INDEX({quarters},COUNT({quarters}))"
    return (
        reckoned(f'IF(COUNT({quarters})=0,"",{made})', "", Form.NUMBER),
        reckoned(f'IF(OR(K{number}="",N(E{number})=0),"",K{number}/E{number})', "", Form.PERCENT),
    )
