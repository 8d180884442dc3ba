"""Read the data files of the playbook that travel with the package, every fault at once."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from oic_kit.errors import OicError
from oic_kit.model.assessment import StatementTable
from oic_kit.model.assumptions import AssumptionTable
from oic_kit.model.format_table import FormatTable
from oic_kit.model.funnel_table import FunnelTable
from oic_kit.model.gates import GateTable
from oic_kit.model.indicators import IndicatorTable
from oic_kit.model.playbook_tables import Tables, faults_between
from oic_kit.model.roadmap_table import RoadmapTable
from oic_kit.model.sizing import SizingTable
from oic_kit.services.kit_yaml import kit_yaml

_REMEDY = "Mend the data files named above; each begins with a comment that says what it may hold."

_Table = TypeVar("_Table", bound=BaseModel)


@cache
def playbook_tables() -> Tables:
    """Give the data files of this version of the kit.

    Raises:
        OicError: if any of them does not hold, with every fault of every file.
    """
    return read_tables(files("oic_kit") / "data")


def read_tables(folder: Traversable) -> Tables:
    """Read the data files of the playbook from a folder.

    Raises:
        OicError: if any of them is missing or does not hold, with every fault of every file.
    """
    reader = _Reader(folder)
    roadmap = reader.read("roadmap.yaml", RoadmapTable)
    assumptions = reader.read("assumptions.yaml", AssumptionTable)
    sizing = reader.read("sizing.yaml", SizingTable)
    formats = reader.read("format_sets.yaml", FormatTable)
    indicators = reader.read("indicators.yaml", IndicatorTable)
    statements = reader.read("statements.yaml", StatementTable)
    funnel = reader.read("funnel.yaml", FunnelTable)
    gates = reader.read("gates.yaml", GateTable)
    if not (roadmap and assumptions and sizing and formats) or not (
        indicators and funnel and statements and gates
    ):
        raise OicError("\n".join(reader.faults), remedy=_REMEDY)
    tables = Tables(roadmap, assumptions, sizing, formats, indicators, funnel, statements, gates)
    if faults := faults_between(tables):
        raise OicError("\n".join(faults), remedy=_REMEDY)
    return tables


class _Reader:
    """Reads file after file and keeps the faults of all of them."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder
        self.faults: list[str] = []

    def read(self, name: str, table: type[_Table]) -> _Table | None:
        """One file as its table, or nothing if it has faults."""
        try:
            text = (self.folder / name).read_text(encoding="utf-8")
            # Strict models take lists and choices from JSON, not from Python values.
            return table.model_validate_json(json.dumps(kit_yaml(text)))
        except (OSError, TypeError, yaml.YAMLError) as error:
            self.faults.append(f"{name}: {error}")
        except ValidationError as error:
            self.faults += sorted(
                f"{name}: {'.'.join(map(str, fault['loc'])) or 'file'}: {fault['msg']}"
                for fault in error.errors()
            )
        return None
