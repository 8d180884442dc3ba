"""The first year of events of a new place: which formats have dates, how many, and their pages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oic_kit.errors import OicError
from oic_kit.model.content_knowledge import Rhythm
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.event_days import EventDays
from oic_kit.services.format_records import format_languages, formats
from oic_kit.services.place_calendar import first_event, place_calendar
from oic_kit.services.playbook_values import plan_of
from oic_kit.services.series import add_series, dates_of_series

USUAL, ALL = "usual", "all"
"""Words that stand for the formats with a monthly or rarer rhythm, and for every one with dates."""


@dataclass(frozen=True)
class FirstYear:
    """What the first year of one format would be.

    Args:
        format: id of the format.
        title: the format, in the asked language.
        first: its first date that plan and lead time allow; the year begins with it.
        dates: how many there are in that year.
        often: whether there is a date every week, which makes many pages.
    """

    format: str
    title: str
    first: date
    dates: int
    often: bool


def first_years(place: Place, *, today: date, language: str) -> tuple[FirstYear, ...]:
    """The first year of every chosen format that has dates of its own, in the order of the plan.

    Args:
        place: the record; its first day of the work must be known.
        today: nothing is planned that would have had to begin before it.
        language: of the titles; English where there is no record in it.
    """
    if not place.modules.events:
        return ()
    known = formats(language if language in format_languages() else "en")
    plan, calendar = plan_of(place), place_calendar(place)
    chosen = [known[name] for name in place.formats if name in known]
    return tuple(
        _year(record, place, first_event(record, plan, calendar, today))
        for record in chosen
        if record.rhythm.rule
    )


def _year(record: FormatRecord, place: Place, first: date) -> FirstYear:
    found = dates_of_series(record, EventDays(place, first), first)
    begins = found[0].day if found else first
    often = record.rhythm.every is Rhythm.WEEKLY
    return FirstYear(record.id, record.title, begins, len(found), often)


def usual(years: Iterable[FirstYear]) -> tuple[str, ...]:
    """The formats whose year makes pages that people can still look through one by one."""
    return tuple(it.format for it in years if not it.often)


def chosen_years(years: Sequence[FirstYear], wanted: Iterable[str]) -> tuple[FirstYear, ...]:
    """The years that somebody asked for by id, or by the words `usual` and `all`.

    Raises:
        OicError: a name is none of these formats.
    """
    ids = {it.format for it in years}
    words = {USUAL: set(usual(years)), ALL: ids}
    names: set[str] = set()
    for name in wanted:
        if name not in words and name not in ids:
            raise _unknown(name, sorted(ids))
        names |= words.get(name, {name})
    return tuple(it for it in years if it.format in names)


def _unknown(name: str, ids: Sequence[str]) -> OicError:
    near = difflib.get_close_matches(name, ids, n=1, cutoff=0.6)
    what = _("The place has no format “{name}” with dates of its own.").format(name=name)
    if near:
        return OicError(what, remedy=_("Did you mean {names}?").format(names=near[0]))
    return OicError(
        what, remedy=_("Choose from: {names}").format(names=", ".join((USUAL, ALL, *ids)))
    )


def write_first_years(folder: Path, place: Place, years: Iterable[FirstYear]) -> int:
    """Write the drafts of some formats' first years and say how many dates they have.

    Args:
        folder: the folder of the place, already filled.
        place: its record.
        years: what `first_years` found.
    """
    return sum(len(add_series(folder, place, it.format, first=it.first).dates) for it in years)
