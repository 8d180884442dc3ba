"""The first year of a new place: when plan and rhythm allow, and no series without its beginning."""

from __future__ import annotations

from datetime import date

import pytest

from oic_kit.errors import OicError
from oic_kit.model.calendar import DAY, WEEK
from oic_kit.model.place import Place
from oic_kit.services.first_year import FirstYear, chosen_years, first_years, usual
from oic_kit.services.format_records import formats
from oic_kit.services.playbook_values import plan_of
from tests.places import TODAY, profile


def years(place: Place, today: date = TODAY) -> dict[str, FirstYear]:
    """The first years of a place by format."""
    return {it.format: it for it in first_years(place, today=today, language="en")}


def test_no_date_lies_before_the_public_start_of_the_plan(place: Place) -> None:
    """
    Nobody is invited by a calendar to something that the playbook has not begun.
    """
    reached = {it.id: it.day for it in plan_of(place).roadmap.milestones}
    known = formats("en")

    found = years(place)

    assert [name for name in place.formats if known[name].rhythm.rule] == list(found)
    assert all(it.dates and it.first >= reached["M6"] for it in found.values())
    assert all(known[name].title == it.title for name, it in found.items())


def test_a_series_begins_with_its_first_evening_and_happens_once() -> None:
    """
    An innovation circle that can only begin in spring waits for the next February.
    """
    late = profile("muenster").model_copy(
        update={
            "playbook": profile("muenster").playbook.model_copy(
                update={"kickoff": date(2027, 5, 3)}
            )
        }
    )

    for found in (years(profile("muenster")), years(late)):
        assert (2, 5) == (found["innovation-circle"].first.month, found["innovation-circle"].dates)
        assert (9, 6) == (found["meetup-series"].first.month, found["meetup-series"].dates)
        assert 1 == found["market-of-possibilities"].dates


def test_a_place_that_comes_late_plans_from_today() -> None:
    """
    An officer who takes the kit out of the drawer two years later gets no dates of the past.
    """
    late = date(2029, 3, 1)

    assert all(it.first >= late + WEEK - DAY for it in years(profile("muenster"), late).values())


def test_weekly_dates_only_come_by_name_or_with_all() -> None:
    """
    An officer who takes the usual dates need not delete eighty-five pages of opening hours.
    """
    found = tuple(years(profile("muenster")).values())

    assert "open-office" not in usual(found)
    assert usual(found) == tuple(it.format for it in chosen_years(found, ["usual"]))
    assert found == chosen_years(found, ["all"])
    assert ["open-office"] == [it.format for it in chosen_years(found, ["open-office"])]


def test_a_name_that_is_none_is_told_with_what_there_is() -> None:
    """
    A consultant who misspells a format reads the right one.
    """
    found = tuple(years(profile("sennestadt")).values())

    with pytest.raises(OicError) as near:
        chosen_years(found, ["meetup-serie"])
    with pytest.raises(OicError) as far:
        chosen_years(found, ["hackathon"])

    assert "meetup-series" in near.value.remedy
    assert "usual, all, innovation-circle" in far.value.remedy


def test_a_site_without_events_has_no_first_year() -> None:
    """
    An officer who switched events off is not asked about dates.
    """
    place = profile("muenster")
    off = place.model_copy(update={"modules": place.modules.model_copy(update={"events": False})})

    assert {} == years(off)
