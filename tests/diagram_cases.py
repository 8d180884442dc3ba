"""Sample places with all kinds of answers, and their diagrams, drawn once a test run."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from oic_kit.model.diagrams.diagram import Diagram
from oic_kit.model.place import Place
from oic_kit.services.diagrams import diagrams
from oic_kit.services.language_data import languages
from oic_kit.services.plan import plan
from tests.diagrams_seen import Seen, seen
from tests.places import TODAY, profile
from tests.playbook_plans import STATEMENTS, answers

NAMES = ("roadmap", "funnel", "actors", "influence", "radar", "budget", "sensitivity", "capacity")
LANGUAGES = tuple(languages())
HOSTILE = '<script>alert("1")</script> & Söhne ${7} {{ x }} Donaudampfschifffahrtsgesellschaft'
GROUPED = ("administration", "business", "research", "culture", "civil-society")


def some_actors(count: int, name: str = "Stadtwerke Musterhausen GmbH") -> list[dict[str, Any]]:
    """Actors of all groups, here and there in the grid; every fifth is not placed yet."""
    return [
        {
            "name": f"{name} {number}",
            "group": GROUPED[number * 3 % 5],
            "influence": number % 4,
            "interest": None if number % 5 == 4 else number * 7 % 4,
        }
        for number in range(count)
    ]


def mixed(step: int = 3, left_out: str = "") -> dict[str, int | None]:
    """Answers of all kinds, "don't know" among them; whole dimensions may be left out."""
    found = {s: number * step % 5 for number, s in enumerate(STATEMENTS) if s[0] not in left_out}
    return {**found, "p4": None} if "p" not in left_out else dict(found)


CASES: dict[str, dict[str, Any]] = {
    "as it is": {},
    "all nothing": {"playbook": {"assessment": answers(0)}},
    "all unknown": {"playbook": {"assessment": answers(None), "slower": True}},
    "all reached": {"playbook": {"assessment": answers(4), "tier": "ambitious"}},
    "mixed": {"playbook": {"assessment": mixed()}, "actors": some_actors(14)},
    "half asked": {"playbook": {"assessment": mixed(2, "gc"), "staff": 0.5}},
    "no posts": {"playbook": {"staff": 0}, "actors": some_actors(1)},
    "a crowd": {"playbook": {"staff": 1.5, "tier": "lean"}, "actors": some_actors(40)},
    "hostile": {"actors": some_actors(6, HOSTILE), "formats": ["podcast", "own-format"]},
    "other letters": {"actors": some_actors(5, "جمعية القاهرة 🏙️ 東京都庁舎前広場")},
    "late council": {
        "playbook": {
            "assessment": mixed(7),
            "slower": True,
            "council_dates": ["2028-05-02", "2032-11-09"],
        }
    },
}


@cache
def place_of(name: str, case: str) -> Place:
    """A sample place that gave other answers."""
    record = json.loads(profile(name).model_dump_json())
    for block, change in CASES[case].items():
        given = record[block]
        record[block] = {**given, **change} if isinstance(given, dict) else change
    return Place.model_validate_json(json.dumps(record))


@cache
def drawn(name: str, language: str, case: str = "as it is") -> dict[str, Diagram]:
    """The diagrams of a sample place."""
    place = place_of(name, case)
    return diagrams(place, plan(place, today=TODAY), language)


@cache
def looked_at(name: str, language: str, case: str = "as it is") -> dict[str, Seen]:
    """The same, as the eye sees them."""
    return {key: seen(diagram.svg) for key, diagram in drawn(name, language, case).items()}
