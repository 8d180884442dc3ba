"""The days by which the tasks of a format are due, counted from its event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oic_kit.model.calendar import DAY, Calendar
from oic_kit.model.format_plan import Checklists, Task


@dataclass(frozen=True)
class DueTask:
    """A task with the day by which it is due."""

    day: date
    task: Task


def due_days(
    checklists: Checklists, event: date, calendar: Calendar
) -> dict[str, tuple[DueTask, ...]]:
    """Date every task of a format.

    What is due before moves back to a working day, what comes after moves on to one; what happens
    on the days of the event stays there, even on a Saturday.

    Args:
        checklists: tasks by days counted from the event.
        event: the first day of the event.
        calendar: free days of the place.

    Returns:
        Tasks by list: `before`, `during`, `after`.
    """
    return {
        name: tuple(DueTask(_due(name, task, event, calendar), task) for task in tasks)
        for name, tasks in (
            ("before", checklists.before),
            ("during", checklists.during),
            ("after", checklists.after),
        )
    }


def _due(name: str, task: Task, event: date, calendar: Calendar) -> date:
    day = event + DAY * task.offset
    if name == "during" or task.offset == 0:
        return day
    step = -DAY if name == "before" else DAY
    return calendar.shift(day, calendar.blocks_work, step=step).day
