"""What the front matter of a page may hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from oic_kit.model import content_actors, content_events, content_knowledge, content_stories
from oic_kit.model.content import Item, choice
from oic_kit.model.content_event_words import Status
from oic_kit.model.content_events import Event
from oic_kit.model.content_kinds import KINDS, REFERENCES, SHARED_FACTS, model_of
from oic_kit.model.content_knowledge import Method
from oic_kit.model.content_pages import Home, Section, SinglePage
from oic_kit.model.content_report import Report
from oic_kit.model.content_stories import Post
from oic_kit.model.content_work import Challenge, Project

ABOUT = {"title": "An open evening", "description": "An evening for everybody who has a question."}
EVENT = ABOUT | {
    "start": "2027-01-14T18:00",
    "end": "2027-01-14T20:00",
    "mode": "onsite",
    "venue": "Arts centre",
    "kind": "meetup",
}
POST = ABOUT | {"date": "2027-01-14", "authors": ["office-lead"], "category": "news"}
PROJECT = ABOUT | {
    "question": "Where do we find shade?",
    "phase": "testing",
    "start": "2027-01",
}
CHALLENGE = ABOUT | {
    "question": "How do squares stay cool?",
    "impact_sought": "More people stay on the square on hot days.",
    "opens": "2027-01-14T09:00",
    "closes": "2027-03-14T18:00",
    "who_can_apply": ["residents"],
    "offer": "A square for the trial.",
    "criteria": ["It can be tested."],
    "submission": ["email"],
}
METHOD = ABOUT | {
    "goal": "Eight sketches in eight minutes",
    "phases": ["ideate"],
    "duration_min": 20,
    "steps": [{"title": "Sketch", "minutes": 20}],
}
REPORT: dict[str, Any] = {
    "year": 2027,
    "principles": [{"id": "open", "title": {"de": "Offen"}, "text": {"de": "Alles steht da."}}],
    "categories": [
        {
            "name": {"de": "Termine"},
            "principles": ["open"],
            "results": [
                {"title": {"de": "Abende"}, "planned": 4, "achieved": 5, "unit": {"de": "Abende"}}
            ],
        }
    ],
}
WHOLE: list[tuple[type[BaseModel], dict[str, Any]]] = [
    (Event, EVENT),
    (Post, POST),
    (Project, PROJECT),
    (Challenge, CHALLENGE),
    (Method, METHOD),
    (Report, REPORT),
]


def read(model: type[BaseModel], values: dict[str, Any]) -> BaseModel:
    """Hold values against a model as the services do: by way of JSON."""
    return model.model_validate_json(json.dumps(values))


@pytest.mark.parametrize(("model", "values"), WHOLE)
def test_a_page_with_what_is_needed_holds(model: type[BaseModel], values: dict[str, Any]) -> None:
    """
    An editor who fills in what is needed, and no more, has a page.
    """
    assert values.keys() <= read(model, values).model_fields_set


@pytest.mark.parametrize(
    ("model", "change", "field", "cure"),
    [
        (Event, {"end": "2027-01-14T17:00"}, "end", "an end after the start"),
        (Event, {"end": "2027-01-14T18:00"}, "end", "an end after the start"),
        (Event, {"start": "2027-01-14"}, "start", "allday: true"),
        (Event, {"start": "2027-01-14T18:00:00"}, "start", "2027-01-14T12:30"),
        (Event, {"start": "2027-02-30T18:00"}, "start", "2027-01-14T12:30"),
        (Event, {"status": "postponed"}, "previous_start", "planned before"),
        (Event, {"venue": ""}, "venue", "where people meet"),
        (Event, {"mode": "online"}, "online_note", "how people get the link"),
        (Event, {"mode": "hybrid"}, "online_note", "how people get the link"),
        (Event, {"cost": "paid"}, "price", "currency"),
        (Event, {"registration": "link"}, "registration_url", "address"),
        (Event, {"registration_closes": "2027-01-14T21:00"}, "registration_closes", "before"),
        (Post, {"authors": []}, "guest", "authors"),
        (Post, {"lookback_of": "evening"}, "lookback_of", "category: lookback"),
        (Project, {"question": "Where is shade"}, "question", "question mark"),
        (Project, {"end": "2026-12"}, "end", "not before the start"),
        (Project, {"start": "2027-13"}, "start", "2027-03"),
        (Project, {"phase": "stopped"}, "learnings", "others can learn"),
        (Project, {"phase": "done", "learnings": "Nothing."}, "learnings", "others can learn"),
        (Challenge, {"closes": "2027-01-14T09:00"}, "closes", "after the opening"),
        (Challenge, {"submission": ["form"]}, "submission_url", "address of the form"),
        (Method, {"duration_min": 60}, "steps", "add up"),
        (Method, {"group_min": 9, "group_max": 4}, "group_max", "group_min"),
        (Event, {"image": "evening.jpg"}, "image_alt", "what the picture shows"),
        (
            Event,
            {"image": "evening.jpg", "image_alt": "evening.jpg"},
            "image_alt",
            "not how the file is called",
        ),
        (
            Report,
            {"principles": [REPORT["principles"][0] | {"id": "x"}]},
            "categories",
            "stand above",
        ),
    ],
)
def test_what_contradicts_itself_is_refused_at_the_field_to_mend(
    model: type[BaseModel], change: dict[str, Any], field: str, cure: str
) -> None:
    """
    An editor reads which line contradicts another, and what to write instead.
    """
    values = dict(next(values for known, values in WHOLE if known is model))

    with pytest.raises(ValidationError) as refusal:
        read(model, values | change)

    [fault] = refusal.value.errors()
    assert (field,) == fault["loc"]
    assert cure in fault["msg"]


@pytest.mark.parametrize(
    "change",
    [
        {"allday": True, "start": "2027-01-14", "end": "2027-01-14"},
        {"mode": "online", "venue": "", "online_note": "The link comes by e-mail."},
        {"status": "postponed", "previous_start": "2027-01-07T18:00"},
        {"registration": "email"},
        {"image": "line.png", "image_alt": "decorative"},
    ],
)
def test_ordinary_events_of_every_kind_hold(change: dict[str, Any]) -> None:
    """
    An editor may announce a whole day, an online hour, a new date and a decorative picture.
    """
    assert read(Event, EVENT | change)


def fields_of(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        yield f"{model.__name__}.{name}", field.description or ""


@pytest.mark.parametrize("model", [*KINDS.values(), Home, Section, SinglePage, Report])
def test_every_field_says_what_to_write(model: type[BaseModel]) -> None:
    """
    Whatever an editor gets wrong, the cure of that field says what to write instead.
    """
    assert [] == [name for name, cure in fields_of(model) if not cure]


@pytest.mark.parametrize(
    "kind",
    [
        known
        for module in (content_actors, content_events, content_knowledge, content_stories)
        for known in vars(module).values()
        if isinstance(known, type)
        and issubclass(known, StrEnum)
        and known.__module__ == module.__name__
    ],
)
def test_the_cure_for_a_closed_list_names_all_its_words(kind: type[StrEnum]) -> None:
    """
    An editor who writes a wrong word reads all the right ones.
    """
    assert "choose one of: " + ", ".join(kind) == choice(kind)


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("_index.de.md", Home),
        ("events/_index.de.md", Section),
        ("events/opening/index.de.md", Event),
        ("posts/opening/index.en.md", Post),
        ("topics/_index.de.md", Section),
        ("topics/climate/_index.de.md", Section),
        ("report/_index.de.md", Section),
        ("about/index.de.md", SinglePage),
        ("index.de.md", None),
        ("events/opening.md", None),
        ("events/2027/opening/index.de.md", None),
        ("events/opening/_index.de.md", None),
        ("topics/climate/index.de.md", None),
        ("report/2027/index.de.md", None),
    ],
)
def test_the_folder_decides_what_a_page_is(path: str, model: type[Item] | None) -> None:
    """
    An editor puts a file into the folder of its kind; a file elsewhere would be a stray page.
    """
    assert model is model_of(tuple(path.split("/")))


def test_references_and_shared_facts_name_fields_that_exist() -> None:
    """
    A developer who renames a field learns that a check still asks for the old name.
    """
    named = [
        (kind, field)
        for table in (REFERENCES, SHARED_FACTS)
        for kind, fields in table.items()
        for field in fields
    ]

    assert [] == [pair for pair in named if pair[1] not in KINDS[pair[0]].model_fields]
    assert KINDS.keys() == REFERENCES.keys()


def test_an_event_takes_place_unless_it_says_otherwise() -> None:
    """
    An editor need not write down what is normal.
    """
    event = read(Event, EVENT)

    assert isinstance(event, Event)
    assert Status.SCHEDULED is event.status
    assert ("unknown",) == event.accessibility
