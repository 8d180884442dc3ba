"""Places, calendars and plans for the tests of the playbook."""

from __future__ import annotations

import datetime
import json
from itertools import takewhile
from typing import Any

from oic_kit.model.calendar import Calendar, FreeDays
from oic_kit.model.place import Kind, Place
from oic_kit.model.playbook_plan import Plan, compose
from oic_kit.model.playbook_tables import Tables
from oic_kit.model.roadmap import Milestone
from oic_kit.model.roadmap_plan import calendar_of
from oic_kit.services.holiday_names import free_days
from oic_kit.services.plan import plan
from oic_kit.services.playbook_data import playbook_tables

TODAY = datetime.date(2026, 11, 24)
KICKOFF = datetime.date(2027, 3, 1)
TABLES: Tables = playbook_tables()
WESTPHALIA: FreeDays = free_days("DE", "NW", 2024, 2040)
STATEMENTS = tuple(row.id for row in TABLES.statements.statements)


def day(written: str) -> datetime.date:
    """A day from `2027-03-01`."""
    return datetime.date.fromisoformat(written)


def a_place(
    population: int = 340_000,
    kind: Kind = Kind.CITY,
    about: dict[str, Any] | None = None,
    other: dict[str, Any] | None = None,
    **playbook: Any,
) -> Place:
    """A place in North Rhine-Westphalia that starts on 1 March 2027, unless said otherwise."""
    given = {
        "place": {
            "name": "Münster",
            "kind": kind.value,
            "country": "DE",
            "state": "NW",
            "population": population,
            **(about or {}),
        },
        "site": {"title": "Open Innovation City Münster", "url": "https://oic.example/"},
        "playbook": {"kickoff": KICKOFF, **playbook},
        **(other or {}),
    }
    return Place.model_validate_json(json.dumps(given, default=str))


def a_plan(population: int = 340_000, kind: Kind = Kind.CITY, **answers: Any) -> Plan:
    """The plan of such a place."""
    return plan(a_place(population, kind, **answers), today=TODAY)


def dates_of(place: Place, tables: Tables = TABLES) -> dict[str, datetime.date]:
    """The day of every milestone in the plan of a place."""
    made = compose(place, tables, WESTPHALIA, today=TODAY)
    return {milestone.id: milestone.day for milestone in made.roadmap.milestones}


def milestone(made: Plan, name: str) -> Milestone:
    """A milestone that the plan has."""
    return next(found for found in made.roadmap.milestones if found.id == name)


def a_calendar(place: Place | None = None) -> Calendar:
    """The calendar of North Rhine-Westphalia, or of a place with its own breaks."""
    return calendar_of(place or a_place(), TABLES.roadmap, WESTPHALIA)


def answers(value: int | None, **other: int | None) -> dict[str, int | None]:
    """The same answer to all 25 statements, but for some."""
    return {**dict.fromkeys(STATEMENTS, value), **other}


def hours_between(calendar: Calendar, first: str, last: str) -> list[str]:
    """The days of the Open Innovation Hour in a stretch of time, written out."""
    rule = TABLES.roadmap.rules.hour
    days = calendar.monthly(day(first), rule.weekday, rule.nth)
    return [each.day.isoformat() for each in takewhile(lambda s: s.day <= day(last), days)]
