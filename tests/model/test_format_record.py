"""What a format record refuses, and what it computes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from oic_kit.model.format_parity import differences, figures
from oic_kit.model.format_record import PRINTED_LINES, FormatRecord, agenda_lines
from oic_kit.model.format_rhythm import DateRule, Weekday
from oic_kit.model.format_size import Per, Scale, Size

TEXT = "A sentence that is long enough for a paragraph."


def a_record(**changes: Any) -> dict[str, Any]:
    """A small, valid record as it stands in a file."""
    step = {"minutes": 30, "title": "Talk", "who": ["host"], "what": "Somebody tells a story."}
    task = {"offset": -14, "owner": "host", "text": "Book the room."}
    record: dict[str, Any] = {
        "id": "story-evening",
        "order": 99,
        "title": "Story evening",
        "promise": "An evening on which people tell what they tried.",
        "purpose": TEXT,
        "when_not": "Not when nobody has tried anything yet.",
        "audience": ["everyone"],
        "goals": {"culture": 1, "network": 2, "future": 0, "appeal": 1},
        "size": {"unit": "people", "min": 5, "usual": 10, "max": 20, "group": 4, "source": "ours"},
        "rhythm": {
            "every": "on-demand",
            "text": "When somebody asks for it.",
            "duration_min": 60,
            "mode": "onsite",
            "source": "ours",
        },
        "lead_weeks": 2,
        "evidence": [{"text": "Such evenings exist elsewhere.", "source": "S01"}],
        "roles": [{"id": "host", "title": "Host", "people": 1, "task": "Leads the evening."}],
        "agendas": [
            {
                "title": "Evening",
                "scale": "usual",
                "start": "18:00",
                "duration_min": 60,
                "source": "ours",
                "steps": [step, step | {"when": "parallel"}, step | {"who": ["everyone"]}],
            }
        ],
        "materials": [{"amount": 1, "per": "person", "item": "Chair"}] * 3,
        "room": {
            "layout": "circle",
            "text": TEXT,
            "zones": [{"title": "Circle", "text": "chairs in a circle"}] * 2,
        },
        "cost": {
            "low": 10,
            "high": 50,
            "per": "date",
            "source": "ours",
            "items": [{"title": "Drinks", "amount": 1, "price": 2, "per": "person"}],
        },
        "staff": [{"hours": 5, "per": "date", "text": "per evening", "source": "ours"}],
        "accessibility": [{"text": "The room is step-free.", "source": "ours"}] * 3,
        "checklists": {
            "before": [task, task | {"offset": -7}, task | {"offset": -3}, task | {"offset": -1}],
            "during": [task | {"offset": 0}] * 2,
            "after": [task | {"offset": 2}, task | {"offset": 30}],
        },
        "follow_up": [{"offset": 2, "text": "a mail with the stories"}],
        "indicators": [{"title": "People", "how": "count them", "feeds": ["N4"]}] * 2,
        "pitfalls": [{"text": "It takes too long.", "source": "ours"}] * 2,
        "variants": dict.fromkeys(("online", "small_place", "district", "region"), TEXT),
        "legal": ["privacy"],
        "related": ["open-office"],
        "methods": [],
        "site": {
            "event": "meetup",
            "how_to_join": TEXT,
            "steps": ["Come in and sit", "Tell a story"],
        },
        "sources": [{"id": "S01", "title": "A report", "url": "https://example.org"}],
    }
    return record | changes


def read(record: dict[str, Any]) -> FormatRecord:
    return FormatRecord.model_validate_json(json.dumps(record))


def test_a_record_that_holds_is_read():
    """A maintainer who follows the pattern gets a format without writing code."""
    assert "story-evening" == read(a_record()).id


def broken(path: str, value: object) -> dict[str, Any]:
    """The small record with one value replaced, `path` as in `agendas.0.duration_min`."""
    record: Any = json.loads(json.dumps(a_record()))
    *way, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    here = record
    for key in way:
        here = here[key]
    here[last] = value
    whole: dict[str, Any] = record
    return whole


FAULTS = [
    ("agendas.0.duration_min", 90, "add up to 60, not to 90"),
    ("rhythm.duration_min", 45, "none of the usual agendas"),
    ("rhythm.every", "monthly", "give a rule"),
    ("checklists.before.1.offset", -20, "sort the tasks of before"),
    ("checklists.before.0.offset", -21, "the first task is due at -14"),
    ("checklists.after.0.offset", -1, "after takes offsets from 0"),
    ("checklists.before.0.owner", "nobody", "describe under roles: nobody"),
    ("agendas.0.steps.0.who", ["stranger"], "describe under roles: stranger"),
    ("pitfalls.0.source", "S77", "add to sources: S77"),
    ("size.source", "S78", "add to sources: S78"),
    ("sources.0.id", "S02", "add to sources: S01"),
    ("evidence.0.source", "ours", "cite or remove"),
    ("size.usual", 30, "order of size"),
    ("cost.items.0.price", 20, "the items cost 200 euros"),
    ("promise", "x" * 121, "at most 120"),
    ("audience", ["anyone"], "Input should be"),
    ("legal", ["taxes"], "Input should be"),
    ("agendas.0.start", "24:30", "should match pattern"),
    ("indicators.0.feeds", ["Z9"], "should match pattern"),
    ("site.steps", ["Only one step"], "at least 2"),
    ("colour", "red", "Extra inputs"),
    ("order", "1", "valid integer"),
]


@pytest.mark.parametrize(("path", "value", "said"), FAULTS)
def test_what_cannot_stay_is_refused_with_a_reason(path: str, value: object, said: str):
    """A maintainer who slips reads what is wrong, before anything is printed or published."""
    with pytest.raises(ValidationError, match=said):
        read(broken(path, value))


def test_an_agenda_that_fills_more_than_two_pages_is_refused():
    """Whoever runs the evening carries two pages for the agenda, not a brochure."""
    step = {"minutes": 1, "title": "Talk", "who": ["host"], "what": "words " * 40}
    agenda = a_record()["agendas"][0] | {"steps": [step] * 60}

    with pytest.raises(ValidationError, match=f"lines of {PRINTED_LINES}"):
        read(a_record(agendas=[agenda]))


def test_a_longer_step_takes_more_printed_lines():
    """The estimate counts the sentence to say and the material as lines of their own."""
    plain = read(a_record())
    step = a_record()["agendas"][0]["steps"][0]
    agenda = a_record()["agendas"][0] | {
        "steps": [step | {"say": "Welcome."}, *a_record()["agendas"][0]["steps"][1:]]
    }

    assert agenda_lines(plain.agendas) + 1 == agenda_lines(read(a_record(agendas=[agenda])).agendas)


def test_a_size_without_an_agenda_of_its_own_runs_as_usual():
    """A small place that chooses the small size still gets a complete agenda."""
    record = read(a_record())

    assert record.agendas_at(Scale.USUAL) == record.agendas_at(Scale.SMALL)


def test_groups_are_counted_up_and_units_by_the_record():
    """A shopping list for ten people in fours has three sets, and the stalls the record names."""
    size = Size.model_validate_json(
        json.dumps(
            a_record()["size"] | {"units": {"stall": {"small": 8, "usual": 16, "large": 30}}}
        )
    )

    assert 3 == size.count(Per.GROUP)
    assert 30 == size.count(Per.STALL, Scale.LARGE)
    assert 20 == size.count(Per.PERSON, Scale.LARGE)
    assert 1 == size.count(Per.ONCE, Scale.LARGE)


def test_the_cost_of_one_unit_leaves_out_what_is_optional():
    """The officer sees the frugal sum first and what the extras would add."""
    item = a_record()["cost"]["items"][0]
    cost = a_record()["cost"] | {"items": [item, item | {"price": 5, "optional": True}]}
    record = read(a_record(cost=cost))

    assert 20 == record.cost.total(record.size)
    assert 70 == record.cost.total(record.size, extras=True)
    assert 40 == record.cost.total(record.size, Scale.LARGE)


def test_a_cost_per_head_divides_by_the_heads():
    """A BarCamp that costs fifteen euros a head says fifteen, whatever its size."""
    item = a_record()["cost"]["items"][0] | {"price": 15}
    record = read(a_record(cost=a_record()["cost"] | {"per": "person", "items": [item]}))

    assert 15 == record.cost.total(record.size, Scale.LARGE)


RULES = [
    ({"weekdays": ["thursday"], "start": "12:30"}, "which weekday of the month"),
    ({"weekdays": ["thursday"], "start": "12:30", "nth": 1, "count": 6}, "needs every_weeks"),
    ({"weekdays": ["thursday"], "start": "12:30", "nth": 1, "months": [3, 1]}, "in the order"),
    ({"weekdays": ["someday"], "start": "12:30", "nth": 1}, "Input should be"),
]


@pytest.mark.parametrize(("rule", "said"), RULES)
def test_a_date_rule_that_gives_no_dates_is_refused(rule: dict[str, Any], said: str):
    """The calendar never has to guess what a rule means."""
    with pytest.raises(ValidationError, match=said):
        DateRule.model_validate_json(json.dumps(rule))


def test_half_yearly_means_two_months():
    """The rhythm on the website and the dates in the calendar agree."""
    rule = {"weekdays": ["thursday"], "start": "18:30", "nth": 2, "months": [5]}
    rhythm = a_record()["rhythm"] | {"every": "half-yearly", "rule": rule}

    with pytest.raises(ValidationError, match="needs 2 month"):
        read(a_record(rhythm=rhythm))


def test_weekdays_are_numbered_like_the_calendar_of_python():
    """A rule for Thursdays gives Thursdays."""
    assert [0, 3, 6] == [Weekday.MONDAY.number, Weekday.THURSDAY.number, Weekday.SUNDAY.number]


def test_figures_are_read_without_their_separators():
    """1.500 in German and 1,500 in English are the same figure."""
    assert figures("1.500 € um 12:30 Uhr, 0,5 l") == figures("0.5 l, 12:30, €1,500")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("size.max", 25, "size.max: 20 and 25"),
        ("pitfalls.1.text", "It takes 3 hours.", r"pitfalls.1.text: figures \[\] and \['3'\]"),
        (
            "site.steps",
            ["Come in, please", "Sit down", "Talk of life"],
            "site.steps: 2 and 3 entries",
        ),
        ("legal", ["photo"], "legal.0: privacy and photo"),
        ("related", ["hackathon"], "related.0: open-office and hackathon"),
    ],
)
def test_two_languages_that_drift_apart_are_told_apart(path: str, value: object, said: str):
    """A translator who changes a number in one language hears of it, words are free."""
    told = differences(read(a_record(title="Erzählabend")), read(broken(path, value)))

    assert 1 == len(told)
    assert said.replace("\\", "") == told[0]
