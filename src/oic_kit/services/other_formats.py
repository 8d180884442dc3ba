"""Gather the formats that a place did not choose: one paragraph each, and the reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from oic_kit.model.format_record import FormatRecord
from oic_kit.model.playbook_plan import Plan
from oic_kit.services.format_records import formats
from oic_kit.services.paper_words import paper_words
from oic_kit.services.playbook_book import Source, around
from oic_kit.services.playbook_data import playbook_tables
from oic_kit.services.playbook_values import show_for
from oic_kit.services.playbook_words import playbook_words
from oic_kit.services.show import Show


def other_formats(source: Source, language: str) -> dict[str, Any]:
    """The document about all formats that were not chosen.

    Args:
        source: the folder whose playbook it is.
        language: code of the language.
    """
    frame, words = playbook_words(language, source.folder), paper_words(language)["runbook"]
    show = show_for(language, source.plan.to_data(), frame)
    about = around(source, language, frame, words["others"], words["others_lead"])
    about["words"] = {**about["words"], **words}
    return {
        **about,
        "sheet": {"title": words["others"]},
        "lead": words["others_lead"],
        "others": [
            _paragraph(it, source.plan, show, words)
            for it in formats(language).values()
            if it.id not in source.place.formats
        ],
    }


def _paragraph(
    record: FormatRecord, plan: Plan, show: Show, words: dict[str, str]
) -> dict[str, str]:
    needs = words["others_needs"].format(
        weeks=record.lead_weeks,
        hours=show.number(record.staff[0].hours),
        text=record.staff[0].text,
    )
    reason = [record.when_not]
    needed = _hours(record.id)
    if needed:
        free = max(Decimal(0), plan.capacity.available.value - plan.capacity.used.value)
        said = words["others_fits" if needed <= free else "others_full"]
        reason.append(said.format(free=show.number(int(free)), needed=show.number(needed)))
    return {
        "title": record.title,
        "text": f"{record.promise} {record.purpose} {needs}",
        "reason": " ".join(reason),
    }


def _hours(name: str) -> int:
    """Working hours of a year for the usual number of units; 0 for a format without numbers."""
    units = playbook_tables().formats.units
    return sum(unit.hours * unit.usual for unit in units if unit.format == name)
