"""Chapter 27: every assumption, answer and fact behind a plan, one line each.

A line says what is assumed, its value, and whether it is a fact, an answer or ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from oic_kit.model.assumptions import Assumption, stated
from oic_kit.model.figure import Figure, Origin, exact, filled
from oic_kit.model.place import Place
from oic_kit.model.plan_basics import Basics
from oic_kit.model.playbook_tables import Tables
from oic_kit.model.roadmap import Roadmap

Texts = Mapping[str, str]


@dataclass(frozen=True)
class _Grounds:
    place: Place
    tables: Tables
    basics: Basics
    roadmap: Roadmap


def assumption_log(
    place: Place, tables: Tables, ground: Basics, dated: Roadmap
) -> tuple[Assumption, ...]:
    """List answers, numbers, date rules, offsets, hours, yields, targets, and rules that hold.

    Args:
        place: the record of its answers.
        tables: all data files.
        ground: assumptions in force, formats, and rules that hold.
        dated: the roadmap that follows.
    """
    grounds = _Grounds(place, tables, ground, dated)
    return (
        *_answers(grounds),
        *stated(tables.assumptions, ground.basis),
        *_date_rules(grounds),
        *_offsets(grounds),
        *_units(grounds),
        *_yields(grounds),
        *_targets(grounds),
        *_gates(grounds),
    )


def _line(
    log_id: str,
    text: Texts,
    value: Decimal | date | str,
    unit: str,
    origin: Origin,
    chapters: Iterable[int],
    source: str = "",
) -> Assumption:
    return Assumption(log_id, text, value, unit, origin, source, tuple(chapters))


def _answer(
    grounds: _Grounds, key: str, value: Decimal | date | str, unit: str, *chapters: int
) -> Assumption:
    text = grounds.tables.assumptions.patterns[key]
    origin = Origin.OURS if key.startswith("assumed-") else Origin.ANSWER
    return _line(f"answer-{key}", text, value, unit, origin, chapters)


def _answers(grounds: _Grounds) -> Iterator[Assumption]:
    """What every plan needs: answered, or assumed in place of an answer."""
    place, given, choice = grounds.place, grounds.place.playbook, grounds.basics.choice
    start = "start" if given.kickoff else "assumed-start"
    tier = "tier" if given.tier else "assumed-tier"
    formats = "assumed-formats" if choice.assumed else "formats"
    names = ", ".join(dict.fromkeys(item.format for item in choice.planned))
    yield _answer(grounds, "population", Decimal(place.place.population), "people", 3, 6)
    yield _answer(grounds, start, grounds.roadmap.start, "date", 10)
    yield _answer(grounds, tier, grounds.basics.ask.tier, "text", 6)
    yield _answer(grounds, formats, names, "text", 16, 17)
    yield from _more_answers(grounds)


def _more_answers(grounds: _Grounds) -> Iterator[Assumption]:
    """What a place may answer on top."""
    place, given = grounds.place, grounds.place.playbook
    if given.staff is not None:
        yield _answer(grounds, "staff", exact(given.staff), "posts", 5, 6)
    if given.budget is not None:
        yield _answer(grounds, "budget", exact(given.budget), "EUR/a", 6)
    if given.council_dates:
        yield _answer(grounds, "council-dates", Decimal(len(given.council_dates)), "number", 8, 10)
    if given.slower:
        percent = Decimal(grounds.tables.roadmap.rules.slower_percent)
        yield _answer(grounds, "slower", percent, "percent", 10)
    if place.office.space != "none":
        yield _answer(grounds, "room", place.office.space, "text", 6, 12)
    weights = place.goals.model_dump()
    if len(set(weights.values())) > 1:
        yield _answer(grounds, "goals", " : ".join(map(str, weights.values())), "text", 1, 16)
    if given.election_date:
        yield _answer(grounds, "election", given.election_date, "date", 10, 24)
    if given.school_breaks:
        yield _answer(grounds, "school-breaks", Decimal(len(given.school_breaks)), "number", 10, 16)


def _date_rules(grounds: _Grounds) -> Iterator[Assumption]:
    table, given = grounds.tables.roadmap, grounds.place.playbook
    rules = table.rules
    chapters = (10, 16)
    if not any(notice.id == "unknown-country" for notice in grounds.roadmap.notices):
        where = "-".join(filter(None, (grounds.place.place.country, grounds.place.place.state)))
        text = filled(grounds.tables.assumptions.patterns["holidays"], country=where)
        source = "holidays-library"
        yield _line("date-holidays", text, where, "text", Origin.FACT, chapters, source)
    lead = given.paper_lead_days != type(given).model_fields["paper_lead_days"].default
    values: dict[str, tuple[Decimal | str, str, dict[str, str]]] = {
        "long-break": (
            Decimal(rules.long_break_days),
            "days",
            {"days": str(rules.long_break_days)},
        ),
        "paper": (Decimal(given.paper_lead_days), "days", {"days": str(given.paper_lead_days)}),
        "quiet": (Decimal(rules.quiet_weeks), "weeks", {"weeks": str(rules.quiet_weeks)}),
        "slower": (
            Decimal(rules.slower_percent),
            "percent",
            {"percent": str(rules.slower_percent)},
        ),
    }
    for key, sentence in table.rule_texts.items():
        value, unit, words = values.get(key, ("", "text", {}))
        origin = Origin.ANSWER if key == "paper" and lead else Origin.OURS
        yield _line(f"date-{key}", filled(sentence, **words), value, unit, origin, chapters)


def _offsets(grounds: _Grounds) -> Iterator[Assumption]:
    pattern = grounds.tables.assumptions.patterns["offset"]
    for milestone in grounds.roadmap.milestones:
        if milestone.weeks is not None:
            text = filled(pattern, id=milestone.id, title=milestone.title)
            weeks = Decimal(milestone.weeks)
            yield _line(f"offset-{milestone.id}", text, weeks, "weeks", Origin.OURS, (10,))


def _units(grounds: _Grounds) -> Iterator[Assumption]:
    patterns = grounds.tables.assumptions.patterns
    for item in (*grounds.basics.choice.planned, *grounds.basics.choice.options):
        cash = grounds.tables.formats.unit(item.unit).cash
        hours = filled(patterns["hours"], title=item.title)
        low, high = map(grounds.tables.assumptions.written, (cash.low, cash.high))
        cost = filled(patterns["cash"], title=item.title, low=low, high=high)
        yield _figure(item.hours, hours, (16, 17))
        yield _figure(item.cash, cost, (6, 17))


def _yields(grounds: _Grounds) -> Iterator[Assumption]:
    """What a year of the planned formats adds up to in the funnel rests on these."""
    table, rows = grounds.tables.assumptions, grounds.tables.funnel.yields
    given = {row.unit: row for row in rows}
    planned = {item.unit: item for item in grounds.basics.choice.planned}
    for unit in sorted(planned.keys() & given.keys()):
        row, title = given[unit], planned[unit].title
        ideas, tries, prototypes = map(table.written, (row.ideas, row.tries, row.prototypes))
        text = filled(
            table.patterns["yields"], title=title, ideas=ideas, tries=tries, prototypes=prototypes
        )
        yield _line(f"yields-{unit}", text, row.ideas, "number", Origin.OURS, (22,))


def _figure(figure: Figure, text: Texts, chapters: Iterable[int]) -> Assumption:
    return _line(figure.id, text, figure.value, figure.unit, figure.origin, chapters, figure.source)


def _targets(grounds: _Grounds) -> Iterator[Assumption]:
    patterns = grounds.tables.assumptions.patterns
    for row in grounds.tables.indicators.indicators:
        for measure in row.measures:
            size = "scaled" if measure.scaled else "fixed"
            for year, value in (("first", measure.first), ("third", measure.third)):
                if value is not None:
                    yield _line(
                        f"target-{measure.id}-{year}",
                        filled(patterns[f"{year}-target-{size}"], id=row.id, title=measure.title),
                        value,
                        measure.unit,
                        measure.origin,
                        (22,),
                        measure.source or "",
                    )


def _gates(grounds: _Grounds) -> Iterator[Assumption]:
    pattern = grounds.tables.assumptions.patterns["rule"]
    for gate in grounds.basics.gates:
        text = filled(pattern, because=gate.words, then=gate.then)
        yield _line(f"rule-{gate.id}", text, gate.short, "text", Origin.ANSWER, (2,))
