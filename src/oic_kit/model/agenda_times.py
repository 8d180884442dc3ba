"""When each step of an agenda begins: the clock times that stand on a printed runbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oic_kit.model.format_plan import Agenda, Step

_DAY = 24 * 60


@dataclass(frozen=True)
class TimedStep:
    """A step with the time at which it begins.

    Args:
        start: local time as `HH:MM`.
    """

    start: str
    step: Step


def timed(agenda: Agenda) -> tuple[TimedStep, ...]:
    """Give every step its time, in the order of the clock.

    What lies before ends when the agenda begins, what runs beside a step begins with it, and what
    comes after begins when the agenda has ended.

    Args:
        agenda: one meeting or day.
    """
    hours, minutes = agenda.start.split(":")
    start = int(hours) * 60 + int(minutes)
    before = sum(step.minutes for step in agenda.steps if step.when == "before")
    after = start + agenda.duration_min
    found = sorted(_placed(agenda, start, start - before, after), key=lambda pair: pair[0])
    return tuple(TimedStep(_clock(minute), step) for minute, step in found)


def _placed(agenda: Agenda, now: int, early: int, late: int) -> Iterator[tuple[int, Step]]:
    beside = now
    for step in agenda.steps:
        if step.when == "before":
            yield early, step
            early += step.minutes
        elif step.when == "after":
            yield late, step
            late += step.minutes
        elif step.when == "parallel":
            yield beside, step
        else:
            yield now, step
            beside = now
            now += step.minutes


def _clock(minute: int) -> str:
    hours, minutes = divmod(minute % _DAY, 60)
    return f"{hours:02}:{minutes:02}"
