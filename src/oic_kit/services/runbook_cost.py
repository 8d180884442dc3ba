"""Material and cost of a format for its three sizes, as rows of text."""

from __future__ import annotations

from math import ceil
from typing import Any

from oic_kit.model.format_record import FormatRecord
from oic_kit.model.format_size import CostItem, Material, Scale
from oic_kit.services.show import Show

_Words = dict[str, str]


def material_rows(record: FormatRecord, show: Show) -> list[list[str]]:
    """What to bring: the thing, then how many of it for the small, usual and large event.

    Args:
        record: the format.
        show: writes numbers.
    """

    def amounts(item: Material) -> list[str]:
        counts = (item.amount * record.size.count(item.per, scale) for scale in Scale)
        # Nobody brings half a sheet: whole things are rounded up.
        return [show.number(ceil(count) if item.amount >= 1 else count) for count in counts]

    return [[item.item, *amounts(item)] for item in record.materials]


def costs(record: FormatRecord, show: Show, words: _Words) -> dict[str, Any]:
    """Every item and the sum for the three sizes; what is optional stands below and apart.

    Args:
        record: the format.
        show: writes numbers and money.
        words: the words of runbooks.
    """
    size, cost = record.size, record.cost

    fixed = [_row(record, item, show, words) for item in cost.items if not item.optional]
    extra = [_row(record, item, show, words) for item in cost.items if item.optional]
    whole = [
        sum(
            item.amount * item.price * size.count(item.per, scale)
            for item in cost.items
            if not item.optional
        )
        for scale in Scale
    ]
    numbers = {"small": size.min, "usual": size.usual, "large": size.max}
    unit = words[f"unit_{size.unit}"]
    return {
        "lead": words["cost_lead"].format(
            unit=unit, **{key: show.number(value) for key, value in numbers.items()}
        ),
        "rows": fixed,
        "total": [words["cost_total"], "", *(show.money(total) for total in whole)],
        "extra": extra,
    }


def _row(record: FormatRecord, item: CostItem, show: Show, words: _Words) -> list[str]:
    size, amount, price = record.size, show.number(item.amount), show.money(item.price)
    each = words["cost_each"].format(amount=amount, price=price, per=words[f"per_{item.per}"])
    sums = (item.amount * item.price * size.count(item.per, scale) for scale in Scale)
    title = words["cost_extra"].format(title=item.title) if item.optional else item.title
    return [title, each, *(show.money(total) for total in sums)]
