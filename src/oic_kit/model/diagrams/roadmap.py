"""The roadmap: phases as bars, milestones as dots, decisions as half-circles, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from oic_kit.model.diagrams.diagram import Diagram, DiagramWords, Pen
from oic_kit.model.diagrams.paints import FULL, Paint
from oic_kit.model.diagrams.sheet import LEFT, RIGHT, Sheet
from oic_kit.model.diagrams.time_axis import TimeAxis
from oic_kit.model.diagrams.typesetting import HEADING, PLAIN, STRONG, middle
from oic_kit.model.roadmap import Milestone, Phase, Roadmap
from oic_kit.model.roadmap_table import DayRule
from oic_kit.model.text import Line

NAME = "roadmap"
_TRACK, _HEAD, _BAR, _ROW, _PHASE, _LEGEND = 104.0, 28.0, 18.0, 20.5, 36.0, 21.0
_DOT, _GAP = 6.0, 9.0
_PAINTS = tuple(Paint(f"shape-{number}") for number in range(1, 6))


class RoadmapWords(DiagramWords):
    """Words of the roadmap.

    Args:
        critical: what a full dot means.
        other: what a ring means.
        decision: what a half-circle means.
        whole: in the table, the row of a whole phase.
        until: two days, from the first to the last.
    """

    critical: Line
    other: Line
    decision: Line
    whole: Line
    until: Line
    yes: Line
    no: Line


def roadmap(plan: Roadmap, words: RoadmapWords, pen: Pen) -> Diagram:
    """Draw the roadmap of a place; today is not in it, so that the print stays true."""
    facts = _facts(plan, pen)
    alt = words.alt.format(**facts)
    sheet = Sheet(NAME, pen)
    height = _draw(sheet, plan, words)
    return Diagram(
        NAME,
        sheet.svg(words.title, alt, height),
        alt,
        words.caption.format(**facts),
        (words.columns, *_rows(plan, words, pen)),
    )


def _facts(plan: Roadmap, pen: Pen) -> dict[str, str]:
    decisions = [
        f"{milestone.title[pen.language]} ({pen.write.long(milestone.day)})"
        for milestone in plan.milestones
        if milestone.rule is DayRule.COUNCIL
    ]
    return {
        "first": pen.write.long(plan.start),
        "last": pen.write.long(_last(plan).day),
        "phases": ", ".join([phase.title[pen.language] for phase in plan.phases]),
        "milestones": str(len(plan.milestones)),
        "decisions": ", ".join(decisions),
    }


def _last(plan: Roadmap) -> Milestone:
    return max(plan.milestones, key=lambda milestone: milestone.day)


def _inside(plan: Roadmap, phase: Phase) -> list[Milestone]:
    """The milestones of a phase, as they come."""
    found = [milestone for milestone in plan.milestones if milestone.id in phase.milestones]
    return sorted(found, key=lambda milestone: milestone.day)


def _rows(plan: Roadmap, words: RoadmapWords, pen: Pen) -> Iterator[tuple[str, ...]]:
    language, write = pen.language, pen.write
    for phase in plan.phases:
        span = words.until.format(first=write.short(phase.first), last=write.short(phase.last))
        yield phase.title[language], words.whole, span, "–"
        for milestone in _inside(plan, phase):
            critical = words.yes if milestone.critical else words.no
            day = write.weekday(milestone.day)
            yield phase.title[language], milestone.title[language], day, critical


def _draw(sheet: Sheet, plan: Roadmap, words: RoadmapWords) -> float:
    axis = TimeAxis(plan.start, _last(plan).day, _TRACK, RIGHT - _DOT)
    count = len(plan.milestones)
    low = _HEAD + len(plan.phases) * _PHASE + count * _ROW
    axis.draw(sheet, _HEAD, low)
    y = _HEAD
    for phase, paint in zip(plan.phases, cycle(_PAINTS), strict=False):
        _phase(sheet, axis, phase, paint, y)
        y += _PHASE
        for milestone in _inside(plan, phase):
            _milestone(sheet, axis, milestone, y + _ROW / 2 - 4)
            y += _ROW
    sheet.rule(low)
    return _legend(sheet, words, low + 8)


def _phase(sheet: Sheet, axis: TimeAxis, phase: Phase, paint: Paint, y: float) -> None:
    """A rule, the bar of the phase, and its name beside it where there is room."""
    title = phase.title[sheet.pen.language]
    start, end = axis.x(phase.first), axis.x(phase.last)
    sheet.rule(y)
    y += 9
    sheet.bar(start, y, max(end - start, 2), _BAR, paint)
    base = y + _BAR / 2 + middle(HEADING)
    if end + _GAP + sheet.wide(title, HEADING) <= RIGHT:
        sheet.text(end + _GAP, base, title, HEADING)
    else:
        sheet.text(start - _GAP, base, title, HEADING, "right")


def _milestone(sheet: Sheet, axis: TimeAxis, milestone: Milestone, y: float) -> None:
    """The day, a mark on the track, and the title on the side where there is more room."""
    title, x = milestone.title[sheet.pen.language], axis.x(milestone.day)
    base = y + middle(PLAIN)
    wide = sheet.wide(title, PLAIN)
    left = x + _DOT + _GAP + wide > RIGHT
    sheet.text(LEFT, base, sheet.pen.write.short(milestone.day), STRONG)
    end = x - _DOT - _GAP - (wide + 4 if left else 0)
    if end > _TRACK:
        sheet.frame(f"M{_TRACK - 8:.2f} {y:.2f}H{end:.2f}", "line", thick=1)
    _mark(sheet, x, y, milestone.critical, milestone.rule is DayRule.COUNCIL)
    if left:
        sheet.text(x - _DOT - _GAP, base, title, PLAIN, "right")
    else:
        sheet.text(x + _DOT + _GAP, base, title, PLAIN)


def _mark(sheet: Sheet, x: float, y: float, critical: bool, decision: bool) -> None:
    if decision:
        sheet.half(x, y, _DOT + 1.5, FULL)
    elif critical:
        sheet.disc(x, y, _DOT, FULL)
    else:
        sheet.ring(x, y, _DOT - 1, FULL.ground)


def _legend(sheet: Sheet, words: RoadmapWords, y: float) -> float:
    marks = (
        (words.critical, True, False),
        (words.other, False, False),
        (words.decision, True, True),
    )
    for said, critical, decision in marks:
        _mark(sheet, LEFT + _DOT + 2, y + _LEGEND / 2, critical, decision)
        sheet.text(LEFT + 24, y + _LEGEND / 2 + middle(PLAIN), said, PLAIN)
        y += _LEGEND
    return y + 6
