"""What the first years cost: one bar a year, its parts in five groups of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from oic_kit.model.budget import Line, Year
from oic_kit.model.diagrams.diagram import Diagram, DiagramWords, Pen
from oic_kit.model.diagrams.paints import SERIES, Paint
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, Sheet
from oic_kit.model.diagrams.typesetting import BOLD, LIGHT, PLAIN, Style, fitting, middle
from oic_kit.model.text import Line as Words
from oic_kit.model.text import Slug

NAME = "budget"
GROUPS: dict[str, tuple[str, ...]] = {
    "people": ("staff",),
    "rooms": ("rent", "workplace"),
    "programme": ("programme", "fund"),
    "around": ("communication", "access", "evaluation", "reserve"),
    "once": ("equipment", "website", "brand", "start-cash"),
}
"""Which lines of the budget stand together; a test sees that none is left out."""

IN_KIND = "start-staff"
_PAINTS = dict(zip(GROUPS, SERIES, strict=True))
_BAR, _YEAR, _SLIT = 26.0, 92.0, 1.5
_TOTAL, _LABEL = Style(24, BOLD), Style(24, LIGHT)


class BudgetWords(DiagramWords):
    """Words of the budget.

    Args:
        groups: names of the five groups of lines.
        in_kind: working time of staff that is there already.
        in_kind_amount: what that is worth, beside its bar.
        total: the last row of the table.
        year: one year with its total, in the alternative text.
    """

    groups: dict[Slug, Words]
    in_kind: Words
    in_kind_amount: Words
    total: Words
    year: Words


@dataclass(frozen=True)
class _Block:
    """The lines of one group in one year, from left to right."""

    paint: Paint
    amounts: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        return sum(self.amounts, Decimal(0))


def budget(years: Sequence[Year], words: BudgetWords, pen: Pen) -> Diagram:
    """Draw the first years side by side.

    Args:
        years: from year 0 on.
        words: in the language of the pen.
        pen: what to draw with.
    """
    said = [
        words.year.format(number=year.number, total=pen.write.money(year.total.value))
        for year in years
    ]
    last = years[-1]
    people = _amounts(last).get("staff", Decimal(0))
    share = people / last.total.value * 100 if last.total.value else Decimal(0)
    facts = {
        "years": ", ".join(said),
        "staff": pen.write.percent(share.quantize(Decimal(1))),
    }
    alt = words.alt.format(**facts)
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, years, words)
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption,
        tuple(_table(years, words, pen)),
    )


def _amounts(year: Year) -> dict[str, Decimal]:
    return {line.id: line.amount.value for line in year.lines}


def _table(years: Sequence[Year], words: BudgetWords, pen: Pen) -> Iterator[tuple[str, ...]]:
    yield *words.columns, *(year.label[pen.language] for year in years)
    lines: dict[str, Line] = {line.id: line for year in years for line in year.lines}
    amounts = [_amounts(year) for year in years]
    known = [*(name for group in GROUPS.values() for name in group), IN_KIND]
    for name in sorted(lines, key=lambda it: known.index(it) if it in known else len(known)):
        money = (pen.write.money(year[name]) if name in year else "–" for year in amounts)
        yield lines[name].label[pen.language], *money
    yield words.total, *(pen.write.money(year.total.value) for year in years)


def _draw(sheet: Sheet, years: Sequence[Year], words: BudgetWords) -> float:
    most = max((year.total.value + year.in_kind.value for year in years), default=Decimal(0))
    scale = (RIGHT - LEFT) / float(most) if most else 0.0
    y = 4.0
    for year in years:
        _year(sheet, year, words, scale, y)
        y += _YEAR
    sheet.rule(y)
    return _legend(sheet, words, y + 10)


def _year(sheet: Sheet, year: Year, words: BudgetWords, scale: float, y: float) -> None:
    """A rule, the sum in large letters, the bar, and amounts below the parts that have room."""
    label = year.label[sheet.pen.language]
    total = sheet.pen.write.money(year.total.value)
    sheet.rule(y)
    sheet.text(RIGHT, y + 29, total, _TOTAL, "right")
    room = RIGHT - LEFT - sheet.wide(total, _TOTAL) - 16
    sheet.text(LEFT, y + 29, label, fitting(label, _LABEL, room, sheet.pen.measure))
    x = LEFT
    for block in _blocks(year):
        _block(sheet, block, scale, x, y + 40)
        x += float(block.total) * scale
    if year.in_kind.value:
        _in_kind(sheet, year.in_kind.value, words, scale, x, y + 40)


def _blocks(year: Year) -> list[_Block]:
    amounts = _amounts(year)
    found = [
        _Block(_PAINTS[group], tuple(amounts[line] for line in lines if amounts.get(line)))
        for group, lines in GROUPS.items()
    ]
    return [block for block in found if block.amounts]


def _block(sheet: Sheet, block: _Block, scale: float, x: float, y: float) -> None:
    start = x
    for amount in block.amounts:
        wide = float(amount) * scale
        sheet.bar(x, y, max(wide - _SLIT, 0.5), _BAR, block.paint)
        x += wide
    _amount(sheet, sheet.pen.write.money(block.total), start, x, y)


def _in_kind(
    sheet: Sheet, euros: Decimal, words: BudgetWords, scale: float, x: float, y: float
) -> None:
    end = x + float(euros) * scale
    path = f"M{x + 1:.2f} {y:.2f}H{end:.2f}V{y + _BAR:.2f}H{x + 1:.2f}z"
    sheet.frame(path, "line-strong", dashes="4 3")
    said = words.in_kind_amount.format(euros=sheet.pen.write.money(euros))
    if end + 8 + sheet.wide(said, PLAIN) <= RIGHT:
        sheet.text(end + 8, y + _BAR / 2 + middle(PLAIN), said, PLAIN)


def _amount(sheet: Sheet, said: str, start: float, end: float, y: float) -> None:
    if sheet.wide(said, PLAIN) + 6 <= end - start:
        sheet.text(start, y + _BAR + 14, said, PLAIN)


def _legend(sheet: Sheet, words: BudgetWords, y: float) -> float:
    rows: list[tuple[str, Paint | None]] = [
        (words.groups[group], paint) for group, paint in _PAINTS.items()
    ]
    for said, paint in [*rows, (words.in_kind, None)]:
        if paint:
            sheet.bar(LEFT + 0.5, y + 3, 27, 14, paint)
        else:
            sheet.frame(f"M{LEFT + 1} {y + 3}h26v14h-26z", "line-strong", dashes="4 3")
        sheet.text(LEFT + 38, y + 10 + middle(PLAIN), said, PLAIN)
        y += 22
    return y + 4
