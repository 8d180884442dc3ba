"""Checklists with days: every deadline is a working day, and lies on the right side of the event."""

from __future__ import annotations

import datetime

import pytest

from oic_kit.model.due_days import due_days
from oic_kit.services.format_records import formats
from tests.playbook_plans import a_calendar, day

# Around New Year, Easter, Pentecost and a bridge day in North Rhine-Westphalia.
EVENTS = ("2027-01-12", "2027-04-01", "2027-05-20", "2027-09-17", "2027-11-04")


@pytest.mark.parametrize("written", EVENTS)
def test_no_deadline_of_any_format_falls_on_a_day_off(written: str):
    """Nobody has to hand in anything on a Sunday, on a feast or between the years."""
    calendar, event = a_calendar(), day(written)
    for record in formats("de").values():
        due = due_days(record.checklists, event, calendar)

        for name in ("before", "after"):
            for it in due[name]:
                if it.task.offset:
                    assert calendar.blocks_work(it.day) is None, (record.id, it.task.text)


def test_a_deadline_moves_away_from_a_feast_never_over_the_event():
    """What is due on Easter Monday is due before Good Friday; thanks come the day after."""
    calendar, event = a_calendar(), day("2027-03-30")
    record = formats("de")["hackathon"]
    due = due_days(record.checklists, event, calendar)
    before = {it.task.offset: it.day for it in due["before"]}

    assert day("2027-03-25") == before[-1]
    assert all(it.day < event for it in due["before"] if it.task.offset < 0)
    assert all(it.day > event for it in due["after"] if it.task.offset > 0)
    assert {event + datetime.timedelta(days=it.task.offset) for it in due["during"]} == {
        it.day for it in due["during"]
    }


def test_days_stay_in_the_order_of_the_list():
    """A checklist can be worked through from top to bottom."""
    calendar = a_calendar()
    for record in formats("en").values():
        for tasks in due_days(record.checklists, day("2027-11-04"), calendar).values():
            days = [it.day for it in tasks]
            assert sorted(days) == days, record.id
