"""Working days, event days, the first Thursday, and the roadmap from preparation to continuation."""

from __future__ import annotations

import datetime
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.calendar import Calendar, Span, Why
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

EXAMPLE = {
    "M0": ("Mon 01.03.2027", ""),
    "M1": ("Tue 06.04.2027", "moved: middle of the week"),
    "M2": ("Mon 26.04.2027", ""),
    "M3": ("Tue 18.05.2027", "moved: Whit Monday"),
    "M4": ("Tue 22.06.2027", "moved: middle of the week"),
    "M5": ("Mon 28.06.2027", ""),
    "M6": ("Thu 02.09.2027", "moved: summer pause"),
    "M7": ("Mon 02.08.2027", ""),
    "M8": ("Mon 08.11.2027", ""),
    "M9": ("Tue 23.11.2027", "moved: middle of the week"),
    "M10": ("Tue 11.01.2028", "moved: break over New Year"),
    "M11": ("Mon 07.02.2028", ""),
    "M12": ("Mon 13.03.2028", ""),
    "M13": ("Mon 03.07.2028", ""),
    "M14": ("Mon 26.02.2029", ""),
    "M15": ("Tue 14.08.2029", "moved: middle of the week"),
}

PUBLISHED_HOURS = [
    "2025-11-06",
    "2025-12-04",
    "2026-01-08",
    "2026-02-05",
    "2026-03-05",
    "2026-04-02",
    "2026-05-07",
    "2026-07-02",
    "2026-09-03",
    "2026-10-01",
]


def hours_between(calendar: Calendar, first: str, last: str) -> list[str]:
    found = takewhile(lambda s: s.day <= day(last), calendar.monthly(day(first), 3, 1))
    return [each.day.isoformat() for each in found]


def test_the_worked_example_comes_out_to_the_day_with_its_reasons() -> None:
    """
    An officer who starts on 1 March 2027 in North Rhine-Westphalia reads the dates of the research.
    """
    dated = a_plan().roadmap.milestones

    assert EXAMPLE == {
        m.id: (f"{m.day:%a %d.%m.%Y}", "; ".join(r.text["en"] for r in m.reasons)) for m in dated
    }
    assert "verschoben: Pfingstmontag" == dated[3].reasons[0].text["de"]


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


def test_the_rule_gives_all_ten_published_dates_of_the_real_hour() -> None:
    """
    The first-Thursday rule finds what Bielefeld published, and one more: 11 June, which it left out.
    """
    found = hours_between(a_calendar(), "2025-11-01", "2026-10-31")

    assert sorted([*PUBLISHED_HOURS, "2026-06-11"]) == found


def test_an_hour_that_moved_says_why() -> None:
    """
    A reader of the calendar sees why the hour of January 2026 is a week later.
    """
    january = next(a_calendar().monthly(day("2026-01-01"), 3, 1))

    assert (day("2026-01-08"), [Why.YEAR_BREAK]) == (january.day, [r.why for r in january.reasons])


def test_entered_summer_holidays_replace_the_usual_pause() -> None:
    """
    Where the holidays end early, the hour is back in August.
    """
    summer = [{"first": "2027-06-24", "last": "2027-08-04", "name": "Sommerferien"}]
    calendar = a_calendar(a_place(school_breaks=summer))

    assert ["2027-06-03", "2027-08-05", "2027-09-02"] == hours_between(
        calendar, "2027-06-01", "2027-09-30"
    )


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


def test_the_summer_pause_follows_the_hemisphere() -> None:
    """
    A place south of the equator pauses in January, not in August.
    """
    south = a_place(about={"coordinates": [-33.9, 18.4]})

    assert ["2027-08-05", "2027-12-02", "2028-02-03"] == [
        found
        for found in hours_between(a_calendar(south), "2027-08-01", "2028-02-28")
        if found[5:7] in ("08", "12", "01", "02")
    ]


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


def test_past_dates_are_due_not_promised() -> None:
    """
    Who regenerates the playbook late sees open boxes, not promises for yesterday.
    """
    made = plan(a_place(), today=day("2027-05-19")).roadmap

    assert ["M0", "M1", "M2", "M3"] == [m.id for m in made.milestones if m.status == "due"]


def test_a_plan_without_a_start_begins_on_a_monday_and_says_so() -> None:
    """
    A place that has not decided yet still sees a plan, marked as assumed.
    """
    made = a_plan(kickoff=None)

    assert day("2026-12-28") == made.roadmap.start
    assert "no-start" in [n.id for n in made.roadmap.notices]
    assert "answer-assumed-start" in [line.id for line in made.assumptions]


@pytest.mark.parametrize(
    ("deadline", "notice"),
    [
        ("", "no-budget-deadline"),
        ("07-31", "budget-deadline"),
        ("04-01", "budget-deadline-early"),
        ("02-29", "budget-deadline"),
        ("13-45", "budget-deadline-unreadable"),
    ],
)
def test_the_budget_deadline_is_held_against_the_concept_note(deadline: str, notice: str) -> None:
    """
    The treasurer's deadline is not found out too late.
    """
    made = a_plan(budget_deadline=deadline).roadmap

    assert notice in [n.id for n in made.notices]


def test_the_monday_sheet_uses_working_days() -> None:
    """
    No task of the first ten days falls on Good Friday or Easter Monday.
    """
    tasks = a_plan(kickoff="2027-03-22").roadmap.first_days

    assert 11 == len(tasks)
    assert day("2027-03-22") == tasks[0].day == tasks[1].day
    assert day("2027-03-30") == tasks[5].day  # working day 5 is Tuesday after Easter
    assert not [t for t in tasks if a_calendar().blocks_work(t.day)]


def test_phases_follow_each_other_without_gaps() -> None:
    """
    The bars of the Gantt chart touch.
    """
    found = a_plan().roadmap.phases

    assert ["prepare", "decide", "build", "run", "prove"] == [phase.id for phase in found]
    assert [phase.last + datetime.timedelta(days=1) for phase in found[:-1]] == [
        phase.first for phase in found[1:]
    ]


@pytest.mark.parametrize("weekend", [{5, 6}, {4, 5}, {4, 6}, {4}])
def test_events_keep_away_from_the_weekend_of_the_country(weekend: set[int]) -> None:
    """
    Where Friday is free, an event is not on a Thursday.
    """
    calendar = Calendar(weekend=frozenset(weekend))
    week = [day("2027-06-07") + datetime.timedelta(days=n) for n in range(7)]

    for one in week:
        if calendar.blocks_event(one) is None:
            assert not {(one.weekday() + side) % 7 for side in (-1, 0, 1)} & weekend


def test_a_bridge_day_is_no_day_for_an_event() -> None:
    """
    Between two holidays nobody comes.
    """
    feasts = {day("2027-06-08"): {"en": "A"}, day("2027-06-10"): {"en": "B"}}
    blocked = Calendar(holidays=feasts).blocks_event(day("2027-06-09"))

    assert blocked
    assert Why.BRIDGE is blocked.why


def test_a_break_knows_its_days() -> None:
    """
    Both ends of a break belong to it.
    """
    span = Span(day("2027-07-01"), day("2027-07-03"))

    assert (3, True, False) == (span.days, day("2027-07-03") in span, day("2027-07-04") in span)


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
