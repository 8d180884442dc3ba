"""The plan of a place: one call, plain data, the same every time, for every place on earth."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

import holidays
import pytest

from oic_kit.model.as_data import as_data
from oic_kit.model.place import Place
from oic_kit.services.holiday_names import free_days
from oic_kit.services.plan import plan
from tests.playbook_plans import TODAY, a_place, a_plan, day

COUNTRIES = sorted(code for code in holidays.list_supported_countries() if len(code) == 2)


def figures(data: Any) -> Iterator[dict[str, Any]]:
    """Every figure in the plain data of a plan."""
    if isinstance(data, dict):
        if {"value", "unit", "origin", "source"} <= set(data):
            yield data
        for inner in data.values():
            yield from figures(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from figures(inner)


def test_every_sample_place_has_a_plan_that_json_can_hold(place: Place) -> None:
    """
    Templates and programs read the plan of any place without knowing our classes.
    """
    data = plan(place, today=TODAY).to_data()

    assert data == json.loads(json.dumps(data))
    assert place.name == data["name"]


def test_the_same_answers_give_the_same_bytes(place: Place) -> None:
    """
    Who regenerates without new answers sees no difference.
    """
    again = Place.model_validate_json(place.model_dump_json())

    assert json.dumps(plan(place, today=TODAY).to_data()) == json.dumps(
        plan(again, today=TODAY).to_data()
    )


def test_every_number_has_a_unit_and_an_origin_and_facts_a_source(place: Place) -> None:
    """
    Chapter 27 can say of each number whether it is a fact, an answer or ours.
    """
    data = plan(place, today=TODAY).to_data()
    labels: Any = data["labels"]
    found = list(figures(data))

    assert 200 < len(found)
    for figure in found:
        assert figure["unit"] in labels["units"], figure
        assert figure["origin"] in ("fact", "answer", "ours"), figure
        assert (figure["source"] in labels["sources"]) == (figure["origin"] == "fact"), figure


def test_every_number_that_a_figure_rests_on_is_listed(place: Place) -> None:
    """
    A reader who asks "why?" finds the assumption in chapter 27.
    """
    data = plan(place, today=TODAY).to_data()
    assumptions: Any = data["assumptions"]
    listed = [line["id"] for line in assumptions]

    assert len(set(listed)) == len(listed)
    assert {b for f in figures(data) for b in f.get("basis", ())} <= set(listed)


def test_answers_are_listed_as_answers() -> None:
    """
    Chapter 27 tells what the place said apart from what the kit assumed.
    """
    other = {"office": {"space": "shared"}, "goals": {"culture": 3}, "formats": ["podcast"]}
    made = a_plan(
        tier="lean",
        staff=2,
        budget=200_000,
        council_dates=["2027-07-13"],
        slower=True,
        election_date="2030-09-15",
        school_breaks=[{"first": "2027-07-19", "last": "2027-08-31"}],
        other=other,
    )
    said = {line.id for line in made.assumptions if line.id.startswith("answer-")}

    basic = {"population", "start", "tier", "formats", "staff", "budget"}
    more = {"council-dates", "slower", "room", "goals", "election", "school-breaks"}
    assert {f"answer-{name}" for name in basic | more} == said


def test_no_gap_is_left_in_any_sentence(place: Place) -> None:
    """
    Nobody reads "{day}" where a day should be.
    """
    data = plan(place, today=TODAY).to_data()
    del data["name"], data["labels"]
    data["pooled"] = None  # names of members stand there, whatever they hold

    assert "{" not in " ".join(_sentences(data))


def _sentences(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for inner in data.values():
            yield from _sentences(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _sentences(inner)


def test_muenster_reads_its_dates_and_its_size() -> None:
    """
    The numbers on the first page of the playbook of Münster.
    """
    made = a_plan(308_258)

    assert ("P6", "5.75") == (made.size.class_id, f"{made.size.staff.value:f}")
    assert day("2027-06-22") == made.roadmap.milestones[4].day
    assert "2028-07-06" == made.roadmap.hours[-1].day.isoformat()


def test_holidays_are_named_in_both_languages() -> None:
    """
    A German reader meets Fronleichnam, an English one Corpus Christi.
    """
    found = free_days("DE", "NW", 2027, 2027)

    assert {"de": "Fronleichnam", "en": "Corpus Christi"} == found.holidays[day("2027-05-27")]


def test_states_differ() -> None:
    """
    Reformation Day is a holiday in Lower Saxony and none in North Rhine-Westphalia.
    """
    lower_saxony, westphalia = (free_days("DE", state, 2028, 2028) for state in ("NI", "NW"))

    assert day("2028-10-31") in lower_saxony.holidays
    assert day("2028-10-31") not in westphalia.holidays


@pytest.mark.parametrize(
    ("country", "state", "warning"),
    [
        ("DE", "NW", ""),
        ("DE", "", ""),
        ("DE", "XX", "unknown-state"),
        ("AT", "W", ""),
        ("BE", "VLG", ""),  # unknown to the library, but all Belgians have the same holidays
        ("QQ", "", "unknown-country"),
        ("IN", "", "holidays-end"),
    ],
)
def test_what_is_not_known_is_a_notice_not_a_crash(country: str, state: str, warning: str) -> None:
    """
    A place outside of the calendars still gets its plan, and is told what to check.
    """
    place = a_place(about={"country": country, "state": state}, kickoff="2033-03-01")
    told = {notice.id for notice in plan(place, today=TODAY).roadmap.notices}

    assert {warning} - {""} == told & {"unknown-state", "unknown-country", "holidays-end"}


def test_a_country_with_another_weekend_keeps_it() -> None:
    """
    In Israel nobody is invited on a Friday, in Hong Kong nobody on a Saturday.
    """
    assert frozenset({4, 5}) == free_days("IL", "", 2027, 2027).weekend
    assert frozenset({5, 6}) == free_days("HK", "", 2027, 2027).weekend


def test_every_country_of_the_library_has_a_plan() -> None:
    """
    The kit promises dates for every country that the library knows.
    """
    for country in COUNTRIES:
        place = a_place(about={"country": country, "state": ""}, kickoff="2028-09-15")
        made = plan(place, today=TODAY).roadmap
        off = free_days(country, "", 2027, 2034)
        for milestone in made.milestones:
            assert milestone.day not in off.holidays, (country, milestone.id)
            assert milestone.day.weekday() not in off.weekend, (country, milestone.id)


def test_plain_data_refuses_what_it_does_not_know() -> None:
    """
    A developer who adds a new sort of value learns of it at once.
    """
    with pytest.raises(TypeError, match="time cannot be written"):
        as_data({"start": datetime.time(12, 30)})
