"""All data files of the playbook together, and what must fit between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oic_kit.model.assessment import StatementTable
from oic_kit.model.assumptions import AssumptionTable
from oic_kit.model.format_table import FormatTable
from oic_kit.model.funnel_table import FunnelTable
from oic_kit.model.gates import GateTable
from oic_kit.model.indicators import IndicatorTable
from oic_kit.model.roadmap_table import RoadmapTable
from oic_kit.model.sizing import SizingTable


@dataclass(frozen=True)
class Tables:
    """One table for each data file."""

    roadmap: RoadmapTable
    assumptions: AssumptionTable
    sizing: SizingTable
    formats: FormatTable
    indicators: IndicatorTable
    funnel: FunnelTable
    statements: StatementTable
    gates: GateTable


def faults_between(tables: Tables) -> list[str]:
    """Say what no file can see alone: names that another file does not know. Sorted."""
    return sorted(
        [
            *_in_sizing(tables),
            *_in_formats(tables),
            *_in_indicators(tables),
            *_in_funnel(tables),
            *_in_gates(tables),
        ]
    )


def _in_sizing(tables: Tables) -> Iterator[str]:
    figures = {row.id for row in tables.assumptions.assumptions}
    for case in tables.sizing.sensitivity:
        if case.figure not in figures:
            yield f"sizing.yaml: {case.id} changes {case.figure}, which is no assumption"
    for reference in tables.sizing.references:
        if reference.source not in tables.assumptions.sources:
            yield f"sizing.yaml: {reference.id} cites {reference.source}, which is no source"


def _in_formats(tables: Tables) -> Iterator[str]:
    figures = {row.id for row in tables.assumptions.assumptions}
    classes = [row.id for row in tables.sizing.classes]
    covered = [name for row in tables.formats.sets for name in row.classes]
    for name in classes:
        if covered.count(name) != 1:
            yield f"format_sets.yaml: {name} needs exactly one set"
    for use in tables.formats.uses:
        if use not in figures:
            yield f"format_sets.yaml: {use} is no assumption"


def _in_indicators(tables: Tables) -> Iterator[str]:
    formats = {unit.format for unit in tables.formats.units if unit.format}
    for row in tables.indicators.indicators:
        for feed in row.feeds:
            if feed not in formats:
                yield f"indicators.yaml: {row.id} is fed by {feed}, which is no format"
        for measure in row.measures:
            if measure.unit not in tables.assumptions.units:
                yield f"indicators.yaml: {measure.id} counts {measure.unit}, which is no unit"
            if measure.source and measure.source not in tables.assumptions.sources:
                yield f"indicators.yaml: {measure.id} cites {measure.source}, which is no source"


def _in_funnel(tables: Tables) -> Iterator[str]:
    measures = {measure.id for row in tables.indicators.indicators for measure in row.measures}
    units = {unit.id for unit in tables.formats.units}
    for row in tables.funnel.yields:
        if row.unit not in units:
            yield f"funnel.yaml: {row.unit} is no unit of a format"
    if tables.funnel.adopted not in measures:
        yield f"funnel.yaml: {tables.funnel.adopted} is no measure of an indicator"


def _in_gates(tables: Tables) -> Iterator[str]:
    statements = {row.id for row in tables.statements.statements}
    levels = {row.id for row in tables.statements.levels}
    known = {
        "units": {unit.id for unit in tables.formats.units},
        "phases": {phase.id for phase in tables.roadmap.phases},
        "milestone": {row.id for row in tables.roadmap.milestones},
    }
    for gate in tables.gates.gates:
        named = set(gate.when.any_of) - statements
        named |= {gate.when.level} - levels if gate.when.level else set()
        for effect in gate.effects:
            named |= set(effect.units) - known["units"]
            named |= set(effect.phases) - known["phases"]
            named |= {effect.milestone} - known["milestone"] if effect.milestone else set()
        for name in sorted(named):
            yield f"gates.yaml: {gate.id} names {name}, which nothing else knows"
