"""The last question of the interview: which formats get the drafts of their first year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache

from oic_kit.cli.prompts import Option
from oic_kit.cli.questions import Answers, Question
from oic_kit.cli.record_of_answers import record_of
from oic_kit.errors import PlaceFileError
from oic_kit.say import _, language, ngettext
from oic_kit.services.completion import complete_place
from oic_kit.services.event_days import day_in_words
from oic_kit.services.first_year import FirstYear, chosen_years, first_years, usual

_KEY = "events"


def first_events(group: str, today: date) -> Question:
    """Ask which formats get their dates at once; what meets every week is not proposed.

    Args:
        group: heading of the questions around it.
        today: nothing is planned before it.
    """
    return Question(
        key=_KEY,
        group=group,
        ask=_("Which formats get the dates of their first year now, as drafts?"),
        explain=_(
            "A page for every date, moved around holidays; nothing is published before you take its"
            " line “draft” out. Later: oic-kit add series."
        ),
        default=lambda answers: list(usual(_years(answers, today))),
        options=lambda answers: [Option(it.format, _label(it)) for it in _years(answers, today)],
        applies=lambda answers: bool(_years(answers, today)),
        several=True,
    )


def chosen_events(answers: Answers, today: date) -> tuple[FirstYear, ...]:
    """The years that the reader chose; a format that the place no longer has is left out."""
    years = _years(answers, today)
    wanted: Sequence[str] = answers.get(_KEY, usual(years))
    return chosen_years(years, [it.format for it in years if it.format in wanted])


def _label(year: FirstYear) -> str:
    count = ngettext("one date", "{count} dates", year.dates).format(count=year.dates)
    return _("{title}: {dates}, the first on {day}").format(
        title=year.title, dates=count, day=day_in_words(year.first, language())
    )


def _years(answers: Answers, today: date) -> tuple[FirstYear, ...]:
    return _looked_up(json.dumps(record_of(answers)), today, language())


@cache
def _looked_up(record: str, today: date, spoken: str) -> tuple[FirstYear, ...]:
    """The years of a record; every screen asks for them anew, and a plan takes its time."""
    try:
        place = complete_place(json.loads(record), today=today, named="")
    except PlaceFileError:
        return ()  # said with all its faults when the place is made
    return first_years(place, today=today, language=spoken)
