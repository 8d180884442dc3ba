"""The axis of time over a diagram: years and quarters, as many as have room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oic_kit.model.diagrams.sheet import Sheet
from oic_kit.model.diagrams.typesetting import QUIET, STRONG, Style

_GAP = 8.0


@dataclass(frozen=True)
class TimeAxis:
    """Where days lie from left to right.

    Args:
        first: the day at the left end.
        last: the day at the right end, after the first.
        left: units of the drawing.
        right: the same.
    """

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day lies; days beyond the ends lie at the ends."""
        span = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / span, 0), 1)
        return self.left + share * (self.right - self.left)

    def draw(self, sheet: Sheet, y: float, low: float) -> None:
        """Write years and months above the height `y`, and let the years run down to `low`."""
        years = [self.first, *(day for day in self._quarters() if day.month == 1)]
        taken: list[tuple[float, float]] = []
        for day in years:
            self._label(sheet, y, day, str(day.year), STRONG, taken)
        for day in self._quarters():
            if day.month != 1:
                self._label(sheet, y, day, sheet.pen.write.month(day), QUIET, taken)
        for day in years[1:]:
            x = self.x(day)
            sheet.frame(f"M{x:.2f} {y:.2f}V{low:.2f}", "line", thick=1)

    def _label(
        self,
        sheet: Sheet,
        y: float,
        day: date,
        said: str,
        style: Style,
        taken: list[tuple[float, float]],
    ) -> None:
        start = self.x(day)
        end = start + sheet.wide(said, style)
        free = all(end + _GAP <= left or start >= right + _GAP for left, right in taken)
        if free and end <= self.right:
            taken.append((start, end))
            sheet.text(start, y - 8, said, style)

    def _quarters(self) -> Iterator[date]:
        """The first days of quarters after the first day, up to the last."""
        for year in range(self.first.year, self.last.year + 1):
            for month in (1, 4, 7, 10):
                if self.first < date(year, month, 1) <= self.last:
                    yield date(year, month, 1)
