"""Write days, numbers and money as readers of one language write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from oic_kit.model.figure import CENT, half_up
from oic_kit.model.markdown_text import literal

_EURO = "€"
_NOTHING = "–"
# Below this, cents tell something: 2.32 euros a head are not 2 euros a head.
_SMALL_SUM = 100
_THOUSANDTH = Decimal("0.001")
_Number = int | float | Decimal


@dataclass(frozen=True)
class Show:
    """What chapters call to print a value of the plan; safe inside Markdown.

    Args:
        locale: of the language, such as `de-DE`.
        units: what follows exactly 1, and what follows any other number of a unit of the plan.
        marks: word for each origin of a number: `fact`, `answer`, `ours`.
    """

    locale: str
    units: Mapping[str, tuple[str, str]]
    marks: Mapping[str, str]

    def date(self, day: str) -> str:
        """`2027-03-01` as “1 March 2027”."""
        return format_date(date.fromisoformat(day), "long", locale=self._babel)

    def day(self, day: str) -> str:
        """`2027-03-01` as “Mon, 1 March 2027”."""
        weekday = format_date(date.fromisoformat(day), "EEE", locale=self._babel)
        return f"{weekday}, {self.date(day)}"

    def month(self, month: str) -> str:
        """`2027-03`, or any day of it, as “March 2027”."""
        first = date.fromisoformat(f"{month[:7]}-01")
        return format_date(first, "LLLL y", locale=self._babel)

    def number(self, value: _Number) -> str:
        """At most three decimals: 5.75 as “5,75” in German."""
        rounded = half_up(Decimal(str(value)), _THOUSANDTH).normalize()
        return _minus(format_decimal(rounded, locale=self._babel))

    def money(self, euros: _Number) -> str:
        """Whole euros: 687256.45 as “€687,256”."""
        return self._money(Decimal(str(euros)), digits=0)

    def percent(self, share: _Number) -> str:
        """A share of 1 in per cent: 0.68 as “68%”."""
        rounded = half_up(Decimal(str(share)), CENT)
        return _minus(format_percent(rounded, locale=self._babel))

    def list(self, words: Sequence[str]) -> str:
        """Words in a row: “a, b and c”."""
        return format_list(list(words), locale=self._babel)

    def text(self, words: str) -> str:
        """Words of the place, such as a name, so that Markdown shows exactly their characters."""
        return literal(words)

    def value(self, figure: Mapping[str, Any] | None) -> str:
        """A number of the plan with its unit: “5.75 full-time posts”; a dash where there is none.

        Args:
            figure: a figure or a line of the assumption log, as the plan holds it.
        """
        if figure is None or figure["value"] in ("", None):
            return _NOTHING
        value, unit = figure["value"], figure["unit"]
        if unit == "date":
            return self.date(str(value))
        if isinstance(value, str):
            return literal(value)
        return self._with_unit(Decimal(str(value)), unit)

    def mark(self, figure: Mapping[str, Any]) -> str:
        """Where a number comes from, in brackets: “(assumption)”."""
        return f"({self.marks[figure['origin']]})"

    def figure(self, figure: Mapping[str, Any] | None) -> str:
        """A number of the plan with its unit and where it comes from."""
        return self.value(figure) if figure is None else f"{self.value(figure)} {self.mark(figure)}"

    def _with_unit(self, value: Decimal, unit: str) -> str:
        one, other = self.units.get(unit, ("", ""))
        name = one if value == 1 else other
        if name.startswith(_EURO):
            whole = abs(value) >= _SMALL_SUM or value == value.to_integral_value()
            return self._money(value, digits=0 if whole else 2) + name.removeprefix(_EURO)
        if unit == "percent":
            return self.percent(value / 100)
        return f"{self.number(value)} {name}".strip()

    def _money(self, euros: Decimal, *, digits: int) -> str:
        rounded = half_up(euros, CENT if digits else Decimal(1))
        pattern = self._babel.currency_formats["standard"].pattern
        if not digits:
            pattern = pattern.replace(".00", "")
        return _minus(
            format_currency(rounded, "EUR", pattern, locale=self._babel, currency_digits=False)
        )

    @property
    def _babel(self) -> Locale:
        return Locale.parse(self.locale, sep="-")


def _minus(text: str) -> str:
    """A real minus: a hyphen at the start of a line would begin a list in Markdown."""
    return text.replace("-", "−")
