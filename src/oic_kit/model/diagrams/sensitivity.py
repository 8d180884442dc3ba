"""What the cost of a year depends on: one bar for each assumption, the strongest first."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from oic_kit.model.budget import Case
from oic_kit.model.diagrams.diagram import Diagram, DiagramWords, Pen
from oic_kit.model.diagrams.paints import FULL, OVER
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, WIDTH, Sheet
from oic_kit.model.diagrams.typesetting import (
    BOLD,
    LIGHT,
    PITCH,
    PLAIN,
    QUIET,
    STRONG,
    Style,
    balanced,
    middle,
)
from oic_kit.model.text import Line

NAME = "sensitivity"
_AXIS, _ROW, _BAR, _HEAD = WIDTH / 2, 40.0, 24.0, 84.0
_TOTAL, _LEAD = Style(34, BOLD), Style(20, LIGHT)


class SensitivityWords(DiagramWords):
    """Words of the sensitivity.

    Args:
        year: stands beside the total.
        less: heads the side of the cases that cost less.
        more: heads the other side.
        case: one case with its difference, in the alternative text.
        none: alternative text and drawing when nothing changes the sum.
    """

    year: Line
    less: Line
    more: Line
    case: Line
    none: Line


def sensitivity(
    total: Decimal, cases: Sequence[Case], words: SensitivityWords, pen: Pen
) -> Diagram:
    """Draw how far the total moves when one assumption is another.

    Args:
        total: euros a year by the plan.
        cases: what else could be, each with its difference.
        words: in the language of the pen.
        pen: what to draw with.
    """
    ordered = sorted(cases, key=lambda case: -abs(case.difference.value))
    alt = _alt(total, ordered, words, pen)
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, total, ordered, words)
    rows = tuple(
        (
            case.text[pen.language],
            _signed(case.difference.value, pen),
            pen.write.money(case.total.value),
        )
        for case in ordered
    )
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption.format(total=pen.write.money(total)),
        (words.columns, *rows),
    )


def _signed(euros: Decimal, pen: Pen) -> str:
    said = pen.write.money(abs(euros))
    return f"+{said}" if euros > 0 else f"−{said}"


def _alt(total: Decimal, ordered: Sequence[Case], words: SensitivityWords, pen: Pen) -> str:
    if not ordered:
        return words.none.format(total=pen.write.money(total))
    said = [
        words.case.format(
            text=case.text[pen.language], difference=_signed(case.difference.value, pen)
        )
        for case in ordered[:2]
    ]
    return words.alt.format(total=pen.write.money(total), cases="; ".join(said))


def _draw(sheet: Sheet, total: Decimal, ordered: Sequence[Case], words: SensitivityWords) -> float:
    said = sheet.pen.write.money(total)
    sheet.text(LEFT, 36, said, _TOTAL)
    sheet.text(LEFT + sheet.wide(said, _TOTAL) + 10, 36, words.year, _LEAD)
    if not ordered:
        low = sheet.paragraph(LEFT, 66, words.none.format(total=said), PLAIN, RIGHT - LEFT)
        return low - 6
    sheet.rule(_HEAD - 30)
    sheet.text(_AXIS - 8, _HEAD - 11, f"← {words.less}", QUIET, "right")
    sheet.text(_AXIS + 8, _HEAD - 11, f"{words.more} →", QUIET)
    longest = max(abs(case.difference.value) for case in ordered)
    ends = max(sheet.wide(_signed(c.difference.value, sheet.pen), STRONG) for c in ordered)
    reach = float(RIGHT - _AXIS) - ends - 8
    y = _HEAD
    for case in ordered:
        _case(sheet, case, reach * float(abs(case.difference.value) / longest), y)
        y += _ROW
    sheet.frame(f"M{_AXIS} {_HEAD - 4}V{y - 4}", "text", thick=2)
    return y + 2


def _case(sheet: Sheet, case: Case, long: float, y: float) -> None:
    """The bar on its side with the difference at its end; the assumption on the other side."""
    more = case.difference.value > 0
    middle_y = y + _ROW / 2 - 4
    start = _AXIS + 1 if more else _AXIS - 1 - long
    sheet.bar(start, middle_y - _BAR / 2, max(long, 1), _BAR, FULL if more else OVER)
    base = middle_y + middle(STRONG)
    end = _AXIS + long + 7 if more else _AXIS - long - 7
    said = _signed(case.difference.value, sheet.pen)
    sheet.text(end, base, said, STRONG, "left" if more else "right")
    room = RIGHT - _AXIS - 12
    lines = balanced(case.text[sheet.pen.language], PLAIN, room, sheet.pen.measure)
    first = base - (len(lines) - 1) * PLAIN.size * PITCH / 2
    at = _AXIS - 10 if more else _AXIS + 10
    sheet.lines(at, first, lines, PLAIN, "right" if more else "left")
