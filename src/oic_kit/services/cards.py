"""Gather the cards of all methods, four on a sheet, as the layout of Typst prints them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from oic_kit.model.method_record import MethodRecord
from oic_kit.services.format_records import formats
from oic_kit.services.method_records import methods
from oic_kit.services.paper_words import paper_words
from oic_kit.services.playbook_book import Source, around
from oic_kit.services.playbook_words import playbook_words

_TOGETHER = ", "


def card_book(source: Source, language: str, ids: Iterable[str] = ()) -> dict[str, Any]:
    """The document of the cards.

    Args:
        source: the folder whose playbook it is.
        language: code of the language.
        ids: which methods; all of them when left out.
    """
    words = paper_words(language)["card"]
    wanted = set(ids)
    found = [it for it in methods(language).values() if not wanted or it.id in wanted]
    frame = playbook_words(language, source.folder)
    about = around(source, language, frame, words["kind"], words["description"])
    about["words"] = {**about["words"], **words}
    cards = [_card(it, language) for it in found]
    return {**about, "sheet": {"title": words["kind"]}, "cards": cards}


def _card(record: MethodRecord, language: str) -> dict[str, Any]:
    words = paper_words(language)["card"]
    known, kin = methods(language), formats(language)
    people = words["people"].format(low=record.group_min, high=record.group_max)
    return {
        "id": record.id,
        "title": record.title,
        "minutes": record.duration_min,
        "facts": [people, *(words[f"phase_{phase}"] for phase in record.phases)],
        "goal": record.goal,
        "material": "; ".join(record.materials),
        "steps": [
            {
                "title": step.title,
                "minutes": words["step"].format(minutes=step.minutes),
                "text": step.text,
                "say": words["say"].format(text=step.say),
            }
            for step in record.steps
        ],
        "back": [
            [words["why"], record.why],
            [words["question"], record.question],
            *([it.title, it.text] for it in record.variations),
            [words["access"], record.accessibility_tips],
            *([words["pitfall"], it] for it in record.pitfalls),
            [words["next"], _TOGETHER.join(known[it].title for it in record.next)],
            [words["good_for"], _TOGETHER.join(kin[it].title for it in record.good_for)],
        ],
        "origin": f"{words['origin']}: {record.origin}",
        "origin_url": record.origin_url or "",
    }
