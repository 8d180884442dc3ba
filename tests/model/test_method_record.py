"""What a method record refuses, and how much of a card it fills."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from oic_kit.model.method_record import CARD_LINES, MethodRecord, back_lines, front_lines

SENTENCE = "A sentence that is long enough to say something useful."


def a_record(**changes: Any) -> dict[str, Any]:
    """A small, valid record as it stands in a file."""
    step = {"title": "Draw", "minutes": 5, "text": SENTENCE, "say": "Let us draw."}
    cases = ("remote", "large-group", "mixed-languages")
    record: dict[str, Any] = {
        "id": "draw-it",
        "order": 99,
        "title": "Draw it",
        "goal": "Have a drawing of the thing that everybody understands.",
        "phases": ["ideate"],
        "duration_min": 15,
        "group_min": 2,
        "group_max": 8,
        "difficulty": 1,
        "place_mode": "both",
        "materials": ["1 pen per person", "2 sheets of paper"],
        "steps": [step, step, step],
        "why": SENTENCE,
        "question": "What would a drawing of our week look like?",
        "variations": [{"case": case, "title": "Variation", "text": SENTENCE} for case in cases],
        "accessibility_tips": "Describe every drawing in words and offer large paper and thick pens.",
        "pitfalls": [SENTENCE, SENTENCE],
        "origin": "Nobody knows where it comes from.",
        "certain": False,
        "next": ["crazy-8s"],
        "good_for": ["barcamp"],
    }
    return record | changes


def read(record: dict[str, Any]) -> MethodRecord:
    return MethodRecord.model_validate_json(json.dumps(record))


def broken(path: str, value: object) -> dict[str, Any]:
    """The small record with one value replaced, `path` as in `steps.0.minutes`."""
    record: Any = json.loads(json.dumps(a_record()))
    *way, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    here = record
    for key in way:
        here = here[key]
    here[last] = value
    whole: dict[str, Any] = record
    return whole


def test_a_record_that_holds_is_read():
    """
    A maintainer who follows the pattern gets a method without writing code.
    """
    assert "draw-it" == read(a_record()).id


FAULTS = [
    ("duration_min", 20, "the steps take 15 minutes, not 20"),
    ("steps.1.minutes", 6, "the steps take 16 minutes, not 15"),
    ("steps.0.say", "", "at least 10"),
    ("steps", [], "at least 3 items"),
    ("group_max", 1, "in this order of size"),
    ("variations.0.case", "other", "add a variation for: remote"),
    ("variations.2.case", "at night", "Input should be"),
    ("phases", ["ideate", "ideate"], "name each of phases once"),
    ("next", ["crazy-8s", "crazy-8s"], "name each of next once"),
    ("good_for", ["barcamp", "barcamp"], "name each of good_for once"),
    ("phases", ["invent"], "Input should be"),
    ("materials.0", "a pen", "should match pattern"),
    ("question", "Draw something nice.", "end it with a question mark"),
    ("goal", "Have a drawing.", "at least 40"),
    ("goal", "x" * 161, "at most 160"),
    ("difficulty", 4, "less than or equal to 3"),
    ("place_mode", "outdoors", "Input should be"),
    ("origin_url", "https://example.org/", "where the origin is not certain"),
    ("certain", "yes", "valid boolean"),
    ("order", "1", "valid integer"),
    ("colour", "red", "Extra inputs"),
]


@pytest.mark.parametrize(("path", "value", "said"), FAULTS)
def test_what_cannot_stay_is_refused_with_a_reason(path: str, value: object, said: str):
    """
    A maintainer who slips reads what is wrong, before anything is printed or published.
    """
    with pytest.raises(ValidationError, match=said):
        read(broken(path, value))


def test_an_origin_that_is_certain_may_be_linked():
    """
    A reader can look up where a method comes from.
    """
    record = read(a_record(certain=True, origin_url="https://example.org/"))

    assert "https://example.org/" == record.origin_url


def test_steps_that_do_not_fit_on_the_front_are_refused():
    """
    Whoever runs the method has every step in view, without turning the card.
    """
    step = {"title": "Draw", "minutes": 5, "text": "words " * 33, "say": "words " * 23}

    with pytest.raises(ValidationError, match=f"front of the card needs 6. lines of {CARD_LINES}"):
        read(a_record(steps=[step] * 8, duration_min=40))


def test_advice_that_does_not_fit_on_the_back_is_refused():
    """
    What helps to adapt the method stays on the same card.
    """
    cases = ("remote", "large-group", "mixed-languages", "other", "other")
    long = [{"case": case, "title": "Variation", "text": "words " * 36} for case in cases]
    changes = {"variations": long, "pitfalls": ["words " * 26] * 4}

    with pytest.raises(ValidationError, match=f"back of the card needs 4. lines of {CARD_LINES}"):
        read(a_record(**changes))


def test_a_longer_text_takes_more_printed_lines():
    """
    The estimate counts what is to do and what is to say as paragraphs of their own.
    """
    short = read(a_record())
    step = a_record()["steps"][0]
    why = f"{SENTENCE} {SENTENCE} And more."
    more = read(a_record(steps=[step | {"say": "words " * 20}, step, step], why=why))

    assert front_lines(short) + 1 == front_lines(more)
    assert back_lines(short) + 1 == back_lines(more)
