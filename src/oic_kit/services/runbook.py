"""Gather the runbook of one format as the layout of Typst prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from oic_kit.model.agenda_times import timed
from oic_kit.model.calendar import DAY, Calendar
from oic_kit.model.due_days import due_days
from oic_kit.model.format_blocks import OURS, Sourced
from oic_kit.model.format_plan import EVERYONE, Agenda
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.format_size import Scale
from oic_kit.model.place import Kind
from oic_kit.services.format_records import format_baseline, formats
from oic_kit.services.method_records import methods
from oic_kit.services.paper_words import paper_words
from oic_kit.services.playbook_book import Source, around
from oic_kit.services.playbook_values import show_for
from oic_kit.services.playbook_words import playbook_words
from oic_kit.services.runbook_cost import costs, material_rows
from oic_kit.services.show import Show

Data = dict[str, Any]


@dataclass(frozen=True)
class Runbook:
    """One format for one place, in one language.

    Args:
        event: the day from which all tasks are counted.
    """

    source: Source
    language: str
    record: FormatRecord
    event: date
    calendar: Calendar

    @property
    def words(self) -> dict[str, str]:
        """The words around the record."""
        return paper_words(self.language)["runbook"]

    @property
    def show(self) -> Show:
        """What writes days, numbers and money."""
        words = playbook_words(self.language, self.source.folder)
        return show_for(self.language, self.source.plan.to_data(), words)

    def book(self) -> Data:
        """The document as the printing house takes it."""
        words = playbook_words(self.language, self.source.folder)
        record = self.record
        about = around(self.source, self.language, words, record.title, record.promise)
        about["words"] = {**about["words"], **self.words}
        return {**about, "sheet": {"title": record.title}, "runbook": self.content()}

    def content(self) -> Data:
        """What is said about the format itself."""
        record, show, words = self.record, self.show, self.words
        return {
            "promise": record.promise,
            "facts": list(_facts(self, show)),
            "roles": [[it.title, str(it.people), it.task] for it in record.roles],
            "agendas": self._agendas(),
            "checklists": self._checklists(show),
            "materials": material_rows(record, show),
            "room": record.room.model_dump(mode="json"),
            "cost": costs(record, show, words),
            **self._advice(show),
        }

    def _agendas(self) -> list[Data]:
        """The meetings of each size; one without its own is named where the usual ones stand."""
        own = {
            scale: [agenda for agenda in self.record.agendas if agenda.scale is scale]
            for scale in Scale
        }
        sizes = {scale: self.words[f"agenda_{scale}"] for scale in Scale}
        same = [
            self.words["agenda_same"].format(size=sizes[scale]) for scale in Scale if not own[scale]
        ]
        return [
            {
                "title": f"{self.words['agenda']}: {sizes[scale]}",
                "same": " ".join(same) if scale is Scale.USUAL else "",
                "parts": [self._agenda(agenda) for agenda in own[scale]],
            }
            for scale in Scale
            if own[scale]
        ]

    def _agenda(self, agenda: Agenda) -> Data:
        words, titles = self.words, {role.id: role.title for role in self.record.roles}
        titles[EVERYONE] = words["everyone"]
        return {
            "title": agenda.title,
            "minutes": words["duration_value"].format(
                minutes=self.show.number(agenda.duration_min)
            ),
            "steps": [
                {
                    "time": it.start,
                    "minutes": it.step.minutes,
                    "when": it.step.when,
                    "title": it.step.title,
                    "what": it.step.what,
                    "say": words["say"].format(text=it.step.say) if it.step.say else "",
                    "bring": words["bring"].format(text=it.step.material)
                    if it.step.material
                    else "",
                    "who": ", ".join(titles[who] for who in it.step.who),
                }
                for it in timed(agenda)
            ],
        }

    def _checklists(self, show: Show) -> Data:
        due = due_days(self.record.checklists, self.event, self.calendar)
        titles = {role.id: role.title for role in self.record.roles}
        titles[EVERYONE] = self.words["everyone"]
        return {
            "lead": self.words["checklists_lead"].format(day=show.day(self.event.isoformat())),
            "lists": [
                {
                    "title": self.words[name],
                    "rows": [
                        [show.day(it.day.isoformat()), it.task.text, titles[it.task.owner]]
                        for it in tasks
                    ],
                }
                for name, tasks in due.items()
            ],
        }

    def _advice(self, show: Show) -> Data:
        record, code = self.record, self.language
        baseline = format_baseline(code)
        known, kin = methods(code), formats(code)
        sources = {it.id: it for it in (*record.sources, *baseline.sources)}
        cited = {it.source for it in (*record.accessibility, *record.pitfalls, *record.evidence)}
        cited |= {it.source for it in baseline.access} | {it.id for it in record.sources}
        return {
            "access": list(map(_claim, baseline.access)),
            "access_more": list(map(_claim, record.accessibility)),
            "law": [[baseline.legal[it].title, baseline.legal[it].text] for it in record.legal],
            "follow_up": list(self._follow_up(show)),
            "indicators": [[it.title, it.how, ", ".join(it.feeds)] for it in record.indicators],
            "pitfalls": list(map(_claim, record.pitfalls)),
            "evidence": list(map(_claim, record.evidence)),
            "variants": list(self._variants()),
            "methods": show.list([known[it].title for it in record.methods if it in known]),
            "related": show.list([kin[it].title for it in record.related if it in kin]),
            "sources": [[it.id, it.title, it.url] for key, it in sources.items() if key in cited],
        }

    def _follow_up(self, show: Show) -> Iterator[list[str]]:
        """What is promised, by a working day on or after the day that it is promised for."""
        for promise in sorted(self.record.follow_up, key=lambda it: it.offset):
            day = self.event + DAY * promise.offset
            held = self.calendar.shift(day, self.calendar.blocks_work).day
            yield [show.day(held.isoformat()), promise.text]

    def _variants(self) -> Iterator[list[str]]:
        """How it changes here and elsewhere; other kinds of place are not this reader's matter."""
        variants, kind = self.record.variants, self.source.place.kind
        if kind is Kind.DISTRICT:
            yield [self.words["here"], variants.district]
        if kind is Kind.REGION:
            yield [self.words["here"], variants.region]
        yield [self.words["variant_online"], variants.online]
        yield [self.words["variant_small_place"], variants.small_place]


def _claim(claim: Sourced) -> str:
    """A statement with the id of its source; what is ours needs none, as the page says."""
    return claim.text if claim.source == OURS else f"{claim.text} [{claim.source}]"


def _facts(book: Runbook, show: Show) -> Iterator[list[str]]:
    record, words = book.record, book.words
    size, unit = record.size, words[f"unit_{record.size.unit}"]
    yield [words["purpose"], record.purpose]
    yield [words["when_not"], record.when_not]
    yield [words["for_whom"], show.list([words[f"audience_{it}"] for it in record.audience])]
    low, usual, high = (show.number(it) for it in (size.min, size.usual, size.max))
    sizes = words["size_value"].format(low=low, high=high, usual=usual, unit=unit)
    turnout = words["turnout"].format(share=show.percent(size.turnout)) if size.turnout else ""
    yield [words["size"], f"{sizes}. {turnout}".strip()]
    yield [words["rhythm"], record.rhythm.text]
    minutes = show.number(record.rhythm.duration_min)
    yield [words["duration"], words["duration_value"].format(minutes=minutes)]
    yield [words["lead"], words["lead_value"].format(weeks=record.lead_weeks)]
    yield [words["next_date"], show.day(book.event.isoformat())]
    work = (
        words["staff_value"].format(hours=show.number(it.hours), text=it.text)
        for it in record.staff
    )
    yield [words["staff"], "; ".join(work)]
    cost = record.cost
    per = words[f"per_{cost.per}"]
    low, high = show.number(cost.low), show.money(cost.high)
    yield [words["cash"], words["cash_value"].format(low=low, high=high, per=per)]
