"""The clock on a runbook: every step begins when the one before it ends."""

from __future__ import annotations

import pytest

from oic_kit.model.agenda_times import timed
from oic_kit.services.format_records import format_languages, formats


def test_what_lies_before_beside_and_after_is_placed_around_the_agenda():
    """Whoever opens the doors sees when; whoever stays longer does so after the end."""
    friday = formats("de")["hackathon"].agendas[0]
    times = {it.step.title: (it.start, it.step.when) for it in timed(friday)}

    assert ("16:00", "before") == times["Türen auf"]
    assert ("16:30", "during") == times["Willkommen"]
    assert ("17:25", "during") == times["Fragen an die Aufgaben"]
    assert ("17:25", "parallel") == times["Ecke für Neue"]
    assert ("20:30", "during") == times["Eine Minute je Team"]


@pytest.mark.parametrize("language", format_languages())
def test_the_steps_of_every_agenda_follow_each_other_without_a_gap(language: str):
    """The minutes of every agenda add up, and the last step ends when the agenda does."""
    for record in formats(language).values():
        for agenda in record.agendas:
            counted = [it for it in timed(agenda) if it.step.when == "during"]
            clock = [int(it.start[:2]) * 60 + int(it.start[3:]) for it in counted]
            ends = [at + it.step.minutes for at, it in zip(clock, counted, strict=True)]

            assert clock[1:] == ends[:-1], (record.id, agenda.title)
            assert agenda.start == counted[0].start
            assert agenda.duration_min == ends[-1] - clock[0]
