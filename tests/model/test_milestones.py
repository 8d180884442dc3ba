"""How milestones find their day: council, papers, elections, breaks, pace, any country."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.calendar import Why
from oic_kit.model.place import Kind
from oic_kit.model.roadmap_plan import calendar_of
from oic_kit.model.roadmap_table import DayRule
from oic_kit.services.holiday_names import free_days
from oic_kit.services.plan import plan
from tests.playbook_plans import (
    TABLES,
    TODAY,
    a_calendar,
    a_place,
    a_plan,
    dates_of,
    day,
    hours_between,
    milestone,
)

COUNTRIES = [
    "DE",
    "AT",
    "CH",
    "BE",
    "FR",
    "PL",
    "SE",
    "GB",
    "IE",
    "US",
    "JP",
    "IL",
    "AE",
    "EG",
    "SA",
    "BD",
    "IN",
    "BR",
    "ZA",
    "AU",
    "NP",
    "BN",
    "IR",
    "HK",
    "XX",
]


def test_the_paper_of_the_worked_example_is_due_eleven_weeks_after_the_start() -> None:
    """
    Thirty-five days before the meeting and eleven weeks after the start are the same day.
    """
    paper = milestone(a_plan(), "M3")

    assert day("2027-03-01") + datetime.timedelta(weeks=11) == paper.asked


def test_decisions_without_council_dates_say_so() -> None:
    """
    Nobody takes a computed day for a council meeting, least of all one in the summer pause.
    """
    made = a_plan()

    assert ["not-a-council-date"] == [n.id for n in milestone(made, "M4").notices]
    assert ["not-a-council-date", "council-in-summer", "paper-due"] == [
        n.id for n in milestone(made, "M15").notices
    ]


def test_short_school_holidays_move_public_events_but_not_the_hour() -> None:
    """
    Volunteers with children can come to the workshop; the online hour stays on its Thursday.
    """
    easter = [{"first": "2027-03-22", "last": "2027-04-09", "name": "Osterferien"}]
    workshop = milestone(a_plan(school_breaks=easter), "M1")

    assert day("2027-04-13") == workshop.day
    assert "verschoben: Schulferien Osterferien" == workshop.reasons[0].text["de"]
    assert ["2027-04-01"] == hours_between(
        a_calendar(a_place(school_breaks=easter)), "2027-04-01", "2027-04-30"
    )


def test_breaks_without_end_are_taken_for_a_slip_of_the_pen() -> None:
    """
    A typing error in the school holidays still gives a plan.
    """
    endless = [{"first": "2020-01-01", "last": "2090-12-31"}]
    made = dates_of(a_place(school_breaks=endless))

    assert day("2027-04-05") == made["M1"]
    assert day("2027-07-19") == made["M6"]


def test_a_council_date_is_taken_and_moves_what_follows() -> None:
    """
    A council that meets three weeks later makes everything after it three weeks later.
    """
    made = a_plan(council_dates=["2027-06-15", "2027-07-13", "2027-09-14"])
    dated = {m.id: m.day for m in made.roadmap.milestones}

    assert ["later-by-council"] == [n.id for n in milestone(made, "M4").notices]
    assert day("2027-07-13") == dated["M4"]
    assert day("2027-06-08") == dated["M3"]
    assert day("2027-07-19") == dated["M5"]
    assert day("2027-11-29") == dated["M8"]


def test_a_paper_is_never_late() -> None:
    """
    When the deadline falls on a holiday, the paper is due on the working day before.
    """
    dated = dates_of(a_place(council_dates=["2027-06-24"], paper_lead_days=28))

    assert day("2027-05-26") == dated["M3"]  # 27 May is Corpus Christi


@pytest.mark.parametrize("lead", [0, 14, 35, 90, 180])
def test_a_paper_has_the_days_that_the_council_asks_for(lead: int) -> None:
    """
    Whatever the deadline for papers, there is time to write one and time to read it.
    """
    dated = dates_of(a_place(paper_lead_days=lead))

    assert dated["M2"] <= dated["M3"]
    assert lead <= (dated["M4"] - dated["M3"]).days


def test_council_dates_that_are_all_too_early_are_named() -> None:
    """
    An officer who entered last year's calendar learns that it does not reach far enough.
    """
    decision = milestone(a_plan(council_dates=["2027-03-02"]), "M4")

    assert ["not-a-council-date", "council-dates-too-early"] == [n.id for n in decision.notices]
    assert "21 June 2027" in decision.notices[1].text["en"]


def test_launches_rest_before_an_election() -> None:
    """
    Nobody can say that the kick-off was an election event.
    """
    made = a_plan(election_date="2027-12-05")
    kick_off = milestone(made, "M9")

    assert day("2027-12-07") == kick_off.day
    assert [Why.QUIET] == [r.why for r in kick_off.reasons]
    assert day("2027-11-08") == milestone(made, "M8").day
    assert "quiet" in [n.id for n in made.roadmap.notices]


def test_the_slower_plan_takes_half_as_long_again() -> None:
    """
    A place that wants more time gets it in every phase.
    """
    weeks = {m.id: m.weeks for m in a_plan(slower=True).roadmap.milestones}

    assert {"M1": 8, "M4": 24, "M9": 57, "M15": 192} == {
        key: weeks[key] for key in ("M1", "M4", "M9", "M15")
    }


@settings(max_examples=120, deadline=None)
@given(
    kickoff=st.dates(datetime.date(2026, 1, 1), datetime.date(2035, 12, 31)),
    country=st.sampled_from(COUNTRIES),
    kind=st.sampled_from(Kind),
    slower=st.booleans(),
    lead=st.integers(0, 180),
    vote=st.none() | st.integers(0, 900),
    council=st.lists(st.integers(0, 1500), max_size=6),
    pause=st.none() | st.tuples(st.integers(0, 900), st.integers(0, 80)),
)
def test_no_date_falls_on_a_day_off_and_none_before_what_it_needs(
    kickoff: datetime.date,
    country: str,
    kind: Kind,
    slower: bool,
    lead: int,
    vote: int | None,
    council: list[int],
    pause: tuple[int, int] | None,
) -> None:
    """
    Whatever country, start and pace: every milestone is on a day on which people work.
    """

    def later(days: int) -> datetime.date:
        return kickoff + datetime.timedelta(days=days)

    place = a_place(
        kind=kind,
        about={"country": country, "state": ""},
        kickoff=kickoff,
        slower=slower,
        paper_lead_days=lead,
        election_date=None if vote is None else later(vote),
        council_dates=[later(n) for n in council],
        school_breaks=[{"first": later(pause[0]), "last": later(sum(pause))}] if pause else [],
    )
    made = plan(place, today=TODAY).roadmap
    days = free_days(country, "", kickoff.year - 1, kickoff.year + 6)
    calendar = calendar_of(place, TABLES.roadmap, days)
    dated = {found.id: found.day for found in made.milestones}
    for found in made.milestones:
        if found.day not in place.playbook.council_dates:
            assert calendar.blocks_work(found.day) is None, found
        if found.rule is DayRule.EVENT:
            assert calendar.blocks_event(found.day) is None, found
        if found.id in ("M6", "M7", "M9", "M12"):
            assert calendar.blocks_launch(found.day) is None, found
        assert all(dated[before] <= found.day for before in found.after), found
    assert lead <= (dated["M4"] - dated["M3"]).days
    assert all(calendar.blocks_work(hour.day) is None for hour in made.hours)
