"""The spreadsheets of a place: gathered from its plan, then written for Excel and LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from oic_kit.model.actor_sheet import ActorWords, ListedActor, actor_workbook
from oic_kit.model.budget_assumptions import Ground
from oic_kit.model.budget_sheet import budget_workbook
from oic_kit.model.calendar import Calendar
from oic_kit.model.indicator_sheet import indicator_workbook
from oic_kit.model.plan_basics import Basics, basics
from oic_kit.model.planner_sheet import Programme, planner_workbook
from oic_kit.model.workbook import Sheet, Workbook, columns, text
from oic_kit.services.country_spelling import spelled
from oic_kit.services.diagrams import diagram_words, sample_actors
from oic_kit.services.format_records import formats
from oic_kit.services.ods_file import ods_file
from oic_kit.services.paper_words import paper_words
from oic_kit.services.place_calendar import days_from, first_event, place_calendar
from oic_kit.services.playbook_book import Source, around
from oic_kit.services.playbook_data import playbook_tables
from oic_kit.services.playbook_words import playbook_words
from oic_kit.services.style_values import style_values
from oic_kit.services.xlsx_file import xlsx_file

NAMES = ("budget", "stakeholders", "event-planner", "indicators")


def workbooks(source: Source, language: str) -> dict[str, Callable[[str], bytes]]:
    """Every spreadsheet by name, as a function that writes it as `xlsx` or `ods`.

    Args:
        source: the folder whose plan it is.
        language: code of the language.
    """
    gathered = Gathered(source, language)
    return {name: partial(gathered.write, name) for name in NAMES}


class Gathered:
    """What the spreadsheets of one place and language are made of.

    Args:
        source: the folder whose plan it is.
        language: code of the language.
    """

    def __init__(self, source: Source, language: str) -> None:
        self.source = source
        self.language = language

    def write(self, name: str, kind: str) -> bytes:
        """Write one spreadsheet.

        Args:
            name: one of `NAMES`.
            kind: `xlsx` or `ods`.
        """
        write = {"xlsx": xlsx_file, "ods": ods_file}[kind]
        look = {**self._look, "choose": self.words["choose"]}
        return write(self.workbook(name), look, self.source.place.site.title)

    def workbook(self, name: str) -> Workbook:
        """One spreadsheet as a value, with a sheet that says how it is meant at its end."""
        makers: dict[str, Callable[[], Workbook]] = {
            "budget": self._budget,
            "stakeholders": self._stakeholders,
            "event-planner": self._planner,
            "indicators": self._indicators,
        }
        made = makers[name]()
        whole = replace(made, sheets=(*made.sheets, self._notes(name)))
        return spelled(whole, self.source.place, self.language)

    @cached_property
    def words(self) -> dict[str, str]:
        """Names and columns of the sheets."""
        return paper_words(self.language)["sheet"]

    @cached_property
    def _book(self) -> dict[str, Any]:
        words = playbook_words(self.language, self.source.folder)
        return around(self.source, self.language, words, "", "")

    @cached_property
    def _look(self) -> dict[str, str]:
        return style_values(self._book)

    @cached_property
    def _basics(self) -> Basics:
        return basics(self.source.written, playbook_tables())

    @cached_property
    def _calendar(self) -> Calendar:
        return place_calendar(self.source.written)

    def _budget(self) -> Workbook:
        plan, ask = self.source.plan, self._basics.ask
        return budget_workbook(Ground(plan, ask, self.words, self.language))

    def _stakeholders(self) -> Workbook:
        words = diagram_words(self.language).influence
        place = self.source.place
        listed = [ListedActor(it.name, it.group, it.influence, it.interest) for it in place.actors]
        if not listed:
            listed = [
                ListedActor(words.samples[row.id], row.group, row.influence, row.interest)
                for row in sample_actors().samples
                if place.kind in row.kinds
            ]
        return actor_workbook(listed, ActorWords(dict(words.groups), words.advice), self.words)

    def _planner(self) -> Workbook:
        source, known = self.source, formats(self.language)
        chosen = [known[name] for name in source.place.formats if name in known]
        events = [(it, first_event(it, source.plan, self._calendar)) for it in chosen]
        dates = sorted(
            (day, record.title)
            for record, first in events
            for day in days_from(record, self._calendar, first, years=1)
        )
        made = Programme(
            source.plan,
            self._basics.basis,
            self._calendar,
            events,
            dates,
            self.words,
            self.language,
        )
        return planner_workbook(made)

    def _indicators(self) -> Workbook:
        table = playbook_tables().indicators
        team = self._basics.basis["reference-team"]
        return indicator_workbook(self.source.plan, table, team, self.words, self.language)

    def _notes(self, name: str) -> Sheet:
        lines = tuple((text(line),) for line in self._told(name))
        return Sheet(self.words["info"], columns((self.words["info_head"], 100)), lines)

    def _told(self, name: str) -> Iterator[str]:
        words = self.words
        yield words["info_input"]
        yield words["info_names"]
        yield words[f"info_{name}"]
        yield words["info_edition"].format(edition=self.source.edition)
