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
_BAR, _YEAR, _SLIT, _SEEN = 26.0, 92.0, 1.5, 4.0
_TOTAL, _LABEL = Style(24, BOLD), Style(24, LIGHT)


class BudgetWords(DiagramWords):
    """Words of the budget.

    Args:
        groups: names of the five groups of lines.
        in_kind: working time of staff that is there already.
        in_kind_amount: what that is worth, beside its bar.
        of_which: in the table, a line that belongs to a group.
        total: the last row of the table.
        year: one year with its total, in the alternative text.
    """

    groups: dict[Slug, Words]
    in_kind: Words
    in_kind_amount: Words
    of_which: Words
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
    for group, names in {**GROUPS, IN_KIND: (IN_KIND,)}.items():
        found = [name for name in names if name in lines]
        if len(found) > 1:
            yield words.groups[group], *_money(found, amounts, pen)
        for name in found:
            label = lines[name].label[pen.language]
            said = words.of_which.format(line=label) if len(found) > 1 else label
            yield said, *_money([name], amounts, pen)
    yield words.total, *(pen.write.money(year.total.value) for year in years)


def _money(names: Sequence[str], amounts: Sequence[dict[str, Decimal]], pen: Pen) -> Iterator[str]:
    """What some lines come to in each year; a dash where there is none of them."""
    for year in amounts:
        found = [year[name] for name in names if name in year]
        yield pen.write.money(sum(found, Decimal(0))) if found else "–"


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
    """The bar of a group; slits show its lines, as far as they are wide enough to be seen."""
    end = x + float(block.total) * scale
    sheet.bar(x, y, max(end - x - _SLIT, 1), _BAR, block.paint)
    cut = x
    for amount in block.amounts:
        wide = float(amount) * scale
        if cut > x and min(wide, cut - x, end - cut) >= _SEEN:
            slit = f"M{cut - _SLIT / 2:.2f} {y - 1:.2f}v{_BAR + 2:.2f}"
            sheet.frame(slit, "bg", thick=_SLIT)
        cut += wide
    said = sheet.pen.write.money(block.total)
    if sheet.wide(said, PLAIN) + 6 <= end - x:
        sheet.text(x, y + _BAR + 14, said, PLAIN)


def _in_kind(
    sheet: Sheet, euros: Decimal, words: BudgetWords, scale: float, x: float, y: float
) -> None:
    end = x + float(euros) * scale
    path = f"M{x + 1:.2f} {y:.2f}H{end:.2f}V{y + _BAR:.2f}H{x + 1:.2f}z"
    sheet.frame(path, "line-strong", dashes="4 3")
    said = words.in_kind_amount.format(euros=sheet.pen.write.money(euros))
    if end + 8 + sheet.wide(said, PLAIN) <= RIGHT:
        sheet.text(end + 8, y + _BAR / 2 + middle(PLAIN), said, PLAIN)


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
