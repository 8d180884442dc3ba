"""All diagrams of a place in one language: words, letters and colours are looked up, then drawn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml
from babel import Locale
from babel.dates import format_date
from pydantic import BaseModel, ValidationError

from oic_kit.errors import OicError
from oic_kit.model.diagrams.actors import actors
from oic_kit.model.diagrams.all_words import AllWords
from oic_kit.model.diagrams.budget import budget
from oic_kit.model.diagrams.capacity import capacity
from oic_kit.model.diagrams.diagram import Diagram, Pen
from oic_kit.model.diagrams.funnel import funnel
from oic_kit.model.diagrams.influence import influence
from oic_kit.model.diagrams.radar import radar
from oic_kit.model.diagrams.roadmap import roadmap
from oic_kit.model.diagrams.sample_actors import SampleTable
from oic_kit.model.diagrams.sensitivity import sensitivity
from oic_kit.model.place import Place
from oic_kit.model.playbook_plan import Plan
from oic_kit.services.derive import palette_of
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.language_data import languages
from oic_kit.services.playbook_data import playbook_tables
from oic_kit.services.show import Show
from oic_kit.services.type_widths import type_width

_REMEDY = "Mend the data file named above; it begins with a comment that says what it may hold."

_Held = TypeVar("_Held", bound=BaseModel)


def diagrams(place: Place, plan: Plan, language: str) -> dict[str, Diagram]:
    """Draw all diagrams of the playbook.

    Args:
        place: the record: its actors and its colours.
        plan: of that place.
        language: one that the kit speaks.

    Returns:
        By name: roadmap, funnel, actors, influence, radar, budget, sensitivity, capacity. The
        same place, plan and language give the same bytes.

    Raises:
        OicError: the kit has no words for diagrams in this language, or a data file does not hold.
    """
    words = diagram_words(language)
    pen = Pen(language, palette_of(place).light, type_width, _Written(_show(language)))
    running = plan.formats.running
    levels = [(level.title[language], level.least) for level in playbook_tables().statements.levels]
    drawn = (
        roadmap(plan.roadmap, words.roadmap, pen),
        funnel(running, plan.indicators, playbook_tables().funnel, words.funnel, pen),
        actors(place.name, place.actors, words.actors, pen),
        influence(place.kind, place.actors, sample_actors(), words.influence, pen),
        radar(plan.assessment, levels, words.radar, pen),
        budget(plan.years, words.budget, pen),
        sensitivity(plan.budget.total.value, plan.sensitivity, words.sensitivity, pen),
        capacity(plan.capacity, words.capacity, pen),
    )
    return {diagram.name: diagram for diagram in drawn}


@cache
def diagram_words(language: str) -> AllWords:
    """The words of all diagrams in one language.

    Raises:
        OicError: there are none, or the file does not hold.
    """
    return _read(f"{language}.yaml", AllWords)


@cache
def sample_actors() -> SampleTable:
    """Kinds of actors that most places have."""
    return _read("actors.yaml", SampleTable)


def _read(name: str, model: type[_Held]) -> _Held:
    file = files("oic_kit") / "data" / "diagrams" / name
    try:
        # Strict models take lists and choices from JSON, not from Python values.
        return model.model_validate_json(json.dumps(kit_yaml(file.read_text(encoding="utf-8"))))
    except ValidationError as error:
        faults = (
            f"{name}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}"
            for fault in error.errors()
        )
        raise OicError("\n".join(sorted(faults)), remedy=_REMEDY) from error
    except (OSError, yaml.YAMLError) as error:
        raise OicError(f"{name}: {error}", remedy=_REMEDY) from error


def _show(language: str) -> Show:
    return Show(languages()[language].locale, {}, {})


@dataclass(frozen=True)
class _Written:
    """What a pen writes numbers and days with: the chapters' own manner, and some shorter forms."""

    show: Show

    def short(self, day: date) -> str:
        return format_date(day, "medium", locale=self._locale)

    def long(self, day: date) -> str:
        return self.show.date(day.isoformat())

    def weekday(self, day: date) -> str:
        return self.show.day(day.isoformat())

    def month(self, day: date) -> str:
        return format_date(day, "LLL", locale=self._locale)

    def number(self, value: Decimal) -> str:
        return self.show.number(value)

    def money(self, euros: Decimal) -> str:
        return self.show.money(euros)

    def percent(self, value: Decimal) -> str:
        return self.show.percent(value / 100)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.show.locale, sep="-")
