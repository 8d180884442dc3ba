"""The spreadsheet `event-planner`: programme and load of a year, dates, and every task by its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from oic_kit.model.assumptions import Basis
from oic_kit.model.calendar import DAY, Calendar
from oic_kit.model.due_days import due_days
from oic_kit.model.format_plan import EVERYONE
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.plan_labels import label
from oic_kit.model.playbook_plan import Plan
from oic_kit.model.workbook import (
    Cell,
    Choice,
    Form,
    Look,
    Row,
    Sheet,
    Workbook,
    anchors,
    blank,
    columns,
    given,
    name_of,
    reckoned,
    text,
)

_FREE = "free_days"
_YEARS = 7
_LOAD = ("staff", "hours-per-post", "share-formats", "load-green", "load-red")
# What holds for every format: days counted from the event, as chapter 17 of the playbook lists them.
OFFSETS = (-56, -35, -21, -7, -1, 2, 7, 30)


@dataclass(frozen=True)
class Programme:
    """What the planner is made of.

    Args:
        events: the first day of each chosen format, with its record.
        dates: days of the coming year with the format that takes place.
    """

    plan: Plan
    basis: Basis
    calendar: Calendar
    events: Sequence[tuple[FormatRecord, date]]
    dates: Sequence[tuple[date, str]]
    words: Mapping[str, str]
    language: str


def planner_workbook(made: Programme) -> Workbook:
    """Make the spreadsheet."""
    words = made.words
    year, load = _year(made), _load(made)
    formats = Sheet(
        words["formats"],
        columns((words["format"], 44), (words["event_day"], 18)),
        tuple((text(record.title), given(day, Form.DATE)) for record, day in made.events),
    )
    free = _free(made)
    names = anchors(load.name, _LOAD)
    names |= anchors(formats.name, [f"day-{record.id}" for record, _day in made.events])
    names[_FREE] = f"{free.name}!$A$2:$A${len(free.rows) + 1}"
    sheets = (year, load, _dates(made), formats, _tasks(made), free)
    return Workbook(words["event_planner"], sheets, names)


def _year(made: Programme) -> Sheet:
    """What runs in a full year, what it takes and what it costs."""
    words, code, items = made.words, made.language, made.plan.formats.planned
    rows: list[Row] = []
    for number, item in enumerate(items, start=2):
        runs = int(item.runs)
        hours, cash = item.hours.value, item.cash.value
        rows.append(
            (
                text(item.title[code]),
                given(item.count, Form.NUMBER),
                given(runs, Form.WHOLE),
                given(hours, Form.NUMBER),
                reckoned(f"B{number}*C{number}*D{number}", item.count * hours * runs, Form.NUMBER),
                given(cash, Form.MONEY),
                reckoned(f"B{number}*C{number}*F{number}", item.count * cash * runs, Form.MONEY),
            )
        )
    last = len(rows) + 1
    used, cost = made.plan.capacity.used.value, made.plan.formats.programme()
    rows.append((
        text(words["total"], Look.TOTAL), text(""), text(""), text(""),
        reckoned(f"SUM(E2:E{last})", used, Form.NUMBER, Look.TOTAL), text(""),
        reckoned(f"SUM(G2:G{last})", cost, Form.MONEY, Look.TOTAL),
    ))  # fmt: skip
    head = columns(
        (words["unit_of_work"], 40), (words["per_year"], 12), (words["runs"], 12, Choice(("0", "1"))),
        (words["hours_each"], 14), (words["hours_year"], 16),
        (words["cash_each"], 16), (words["cash_year"], 16),
    )  # fmt: skip
    return Sheet(words["programme"], head, tuple(rows))


def _load(made: Programme) -> Sheet:
    """Whether the team has the time: the same check as in chapter 16 of the playbook."""
    words, plan, load = made.words, made.plan, made.plan.capacity
    total = f"{words['programme']}!$E${len(plan.formats.planned) + 2}"
    values = (plan.size.staff.value, *(made.basis[name] for name in _LOAD[1:]))
    rows: list[Row] = [
        (text(name), given(value, Form.NUMBER), text(words[f"means_{name}"]))
        for name, value in zip(_LOAD, values, strict=True)
    ]
    percent = load.percent.value if load.percent else ""
    share, light = f"{total}/$B$7*100", _light(made, total)
    available = reckoned(
        "staff*hours_per_post*share_formats/100", load.available.value, Form.NUMBER, Look.TOTAL
    )
    spoken = reckoned(light, str(load.sentence[made.language]), Form.TEXT, Look.TOTAL)
    reached = reckoned(f'IF($B$7=0,"",ROUND({share},0))', percent, Form.NUMBER, Look.TOTAL)
    rows += [
        (text(words["available"]), available, text(words["means_available"])),
        (text(words["load"]), reached, text(words["means_load"])),
        (text(words["verdict"]), spoken, text("")),
    ]
    return Sheet(
        words["load_sheet"],
        columns((words["name"], 24), (words["value"], 16), (words["meaning"], 80)),
        tuple(rows),
    )


def _light(made: Programme, total: str) -> str:
    """The verdict as a formula: feasible, tight, too much."""
    lights = (label(made.plan, "lights", one, made.language) for one in ("green", "amber", "red"))
    green, amber, red = (f'"{one}"' for one in lights)
    share = f"{total}/$B$7*100"
    full = f"IF({share}<=load_red,{amber},{red})"
    return f"IF($B$7=0,IF({total}>0,{red},{green}),IF({share}<=load_green,{green},{full}))"


def _dates(made: Programme) -> Sheet:
    """The dates of a year, each with the deadlines that every format has."""
    words = made.words
    rows = []
    for number, (day, title) in enumerate(made.dates, start=2):
        cells = [_counted(made, f"$A{number}", day, offset) for offset in OFFSETS]
        rows.append((given(day, Form.DATE), given(title, Form.TEXT), *cells))
    named = [(_deadline(words, offset), 14) for offset in OFFSETS]
    # Somebody may plan an evening that is none of the formats.
    known = Choice(source=f"{words['formats']}!$A$2:$A${len(made.events) + 1}", closed=False)
    return Sheet(
        words["dates"],
        columns((words["event_day"], 16), (words["format"], 34, known), *named),
        tuple(rows),
    )


def _deadline(words: Mapping[str, str], offset: int) -> str:
    """The name of a column, such as “Reminder (−7)”."""
    after = words.get(f"offset_{offset}_after") if offset > 0 else None
    name = after or words[f"offset_{abs(offset)}"]
    return f"{name} ({'+' if offset > 0 else '−'}{abs(offset)})"


def _counted(made: Programme, cell: str, day: date, offset: int) -> Cell:
    step = -DAY if offset < 0 else DAY
    value = made.calendar.shift(day + DAY * offset, made.calendar.blocks_work, step=step).day
    return reckoned(f'IF({cell}="","",{_working_day(made, cell, offset)})', value, Form.DATE)


def _working_day(made: Programme, day: str, offset: int) -> str:
    """The last working day up to a day before, or the first one from a day after."""
    weekend = "".join(str(int(number in made.calendar.weekend)) for number in range(7))
    back, step = (1, -1) if offset < 0 else (-1, 1)
    return f'WORKDAY.INTL({day}{offset + back:+d},{step},"{weekend}",{_FREE})'


def _tasks(made: Programme) -> Sheet:
    words, ticked = made.words, Choice((made.words["is_done"],), closed=False)
    head = columns(
        (words["format"], 28), (words["task"], 64), (words["role"], 22),
        (words["offset"], 8), (words["due"], 13), (words["done"], 11, ticked),
    )  # fmt: skip
    rows = (row for record, day in made.events for row in _tasks_of(made, record, day))
    return Sheet(words["tasks"], head, tuple(rows))


def _tasks_of(made: Programme, record: FormatRecord, event: date) -> Iterator[Row]:
    titles = {role.id: role.title for role in record.roles}
    titles[EVERYONE] = made.words["everyone"]
    named = name_of(f"day-{record.id}")
    for name, tasks in due_days(record.checklists, event, made.calendar).items():
        for it in tasks:
            offset = it.task.offset
            fixed = name == "during" or offset == 0
            formula = f"{named}{offset:+d}" if fixed else _working_day(made, named, offset)
            yield (
                text(record.title),
                text(it.task.text),
                text(titles[it.task.owner]),
                Cell(offset, Form.WHOLE),
                reckoned(formula, it.day, Form.DATE),
                blank(),
            )


def _free(made: Programme) -> Sheet:
    """Days on which nobody works, weekends aside: what the formulas count around."""
    words, calendar, start = made.words, made.calendar, made.plan.roadmap.start
    days = (start + DAY * ahead for ahead in range(-366, 366 * _YEARS))
    rows: list[Row] = []
    for day in days:
        found = calendar.blocks_work(day)
        if found and day.weekday() not in calendar.weekend:
            name = found.name.get(made.language) or words[f"why_{found.why}"]
            rows.append((given(day, Form.DATE), given(name, Form.TEXT)))
    return Sheet(words["free"], columns((words["day"], 18), (words["reason"], 40)), tuple(rows))
