"""In which order the table of contents lists the chapters for one place."""

from __future__ import annotations

from collections.abc import Sequence

from oic_kit.model.assessment import Assessment
from oic_kit.model.gates import Do, Gate, effects


def reading_order(
    chapters: Sequence[int], result: Assessment, found: Sequence[Gate]
) -> tuple[int, ...]:
    """Put first what the self-assessment asks for, then the weakest dimensions, then the rest.

    Args:
        chapters: all chapters in their usual order.
        result: its two weakest dimensions open the list.
        found: rules that move a chapter to the front, or before another.
    """
    first = [effect.chapter or 0 for _, effect in effects(found, Do.CHAPTER_FIRST)]
    order = [c for c in dict.fromkeys((*first, *result.priorities, *chapters)) if c in chapters]
    for _, effect in effects(found, Do.CHAPTER_BEFORE):
        if effect.chapter in order and effect.number in order:
            order.remove(effect.chapter)
            order.insert(order.index(effect.number), effect.chapter)
    return tuple(order)
