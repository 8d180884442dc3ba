"""The questions for a new page: every field of its kind that matters, with a way back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from oic_kit.cli.prompts import Lines, Menus, Option, Prompts, Wish
from oic_kit.model.content_event_words import Access
from oic_kit.model.content_fields import ContentField, Shape, asked_of, fields_of
from oic_kit.model.place import Place
from oic_kit.say import _, language
from oic_kit.services.add import faults_in, is_taken, proposed_id
from oic_kit.services.add_defaults import completed, proposed, record_of, start_time
from oic_kit.services.add_values import Told, read_value
from oic_kit.services.event_days import EventDays, day_in_words
from oic_kit.services.item_names import items_of

_NOTHING = ""


def ask_for_page(
    folder: Path, place: Place, kind: str, *, plain: bool, today: datetime.date
) -> Told:
    """Ask for everything that a new page needs.

    Args:
        folder: the folder of the place.
        place: its record.
        kind: folder below `site/content/`.
        plain: ask line by line, without menus.
        today: what counts as today.
    """
    prompts: Prompts = Lines() if plain else Menus()
    course = _Course(folder, place, kind, prompts, EventDays(place, today))
    return course.run()


@dataclass
class _Course:
    """The questions one after the other; nothing is written on the way."""

    folder: Path
    place: Place
    kind: str
    prompts: Prompts
    days: EventDays
    given: dict[str, Any] = field(default_factory=dict)

    def run(self) -> Told:
        """Ask until the page holds, then for its text and its other languages."""
        click.echo(
            _("< goes back, ? explains. Nothing is written before the last question.")
            if isinstance(self.prompts, Lines)
            else _("Ctrl+B goes back, ? explains. Nothing is written before the last question.")
        )
        self._ask_all(asked_of(self.kind))
        known = {it.name: it for it in fields_of(self.kind)}
        while faults := faults_in(self.kind, completed(self.kind, self.given, self.days)):
            for fault in faults:
                click.secho(f"  {fault.key}: {fault.cure}", fg="yellow")
            keys = dict.fromkeys(fault.key.partition(".")[0] for fault in faults)
            self._ask_all(tuple(known[key] for key in keys if key in known))
        text = self._line(_("The text, in a sentence or two (it can be written later)"), "", "")
        return Told(
            values=dict(self.given),
            words={code: self._in_language(code, text) for code in self.place.site.languages[1:]},
            text=text,
            id=self._id(),
        )

    def _ask_all(self, fields: tuple[ContentField, ...]) -> None:
        at = 0
        while at < len(fields):
            asked = fields[at]
            if not _applies(asked.name, self._so_far()):
                at += 1
                continue
            answer = self._ask(asked)
            if isinstance(answer, Wish):
                at = max(0, at - 1)
                continue
            self.given[asked.name] = answer
            at += 1

    def _so_far(self) -> dict[str, Any]:
        return completed(self.kind, self.given, self.days)

    def _ask(self, asked: ContentField) -> Any | Wish:
        question, explain = _(asked.label), _(asked.cure)
        known = self._so_far().get(asked.name, asked.default)
        if options := self._options(asked):
            if asked.many:
                chosen = self.prompts.many(question, options, list(known or ()), explain)
                return chosen if isinstance(chosen, Wish) else _sure(chosen)
            return self.prompts.one(question, options, str(known or _NOTHING), explain)
        if asked.name in ("start", "opens", "closes") and asked.shape is Shape.MOMENT:
            return self._moment(asked, question, explain)
        shown = "; ".join(map(str, known)) if isinstance(known, list) else str(known or "")
        answer = self.prompts.text(question, shown, lambda it: self._fault(asked, it), explain)
        return answer if isinstance(answer, Wish) else read_value(asked, answer)

    def _fault(self, asked: ContentField, given: str) -> str:
        """What is wrong with one answer, looked at alone."""
        if not given:
            return _("Please type something.") if asked.required else ""
        tried = {**self._so_far(), asked.name: read_value(asked, given)}
        found = (it for it in faults_in(self.kind, tried) if it.key.partition(".")[0] == asked.name)
        return next((fault.cure for fault in found), "")

    def _options(self, asked: ContentField) -> list[Option]:
        """The lines of a menu; a list of items that is empty is typed instead."""
        if asked.shape is Shape.CHOICE:
            from oic_kit.services.editor_config import option_word

            words = ((it, option_word(language(), asked.name, it)) for it in asked.options)
            return [Option(value, said) for value, said in words]
        if not asked.folders:
            return []
        found = [Option(it.id, it.label) for it in items_of(self.folder, self.place, asked.folders)]
        if found and not (asked.many or asked.required):
            return [Option(_NOTHING, _("– none –")), *found]
        return found

    def _moment(self, asked: ContentField, question: str, explain: str) -> Any | Wish:
        """A day with its time: what the calendar proposes, and a word about a day that is not free."""
        so_far = self._so_far()
        record = record_of(so_far, self.place.main_language)
        shifted = proposed(self.kind, asked.name, so_far, self.days)
        default = str(self.given.get(asked.name) or "")
        if shifted and not default:
            if reason := self.days.said(shifted.reasons, language()):
                click.echo("  " + _("Avoided: {reason}").format(reason=reason))
            default = f"{shifted.day}T{start_time(record) if asked.name == 'start' else '09:00'}"
        answer = self.prompts.text(question, default, lambda it: self._fault(asked, it), explain)
        if isinstance(answer, Wish) or self.kind != "events":
            return answer
        moment = str(read_value(asked, answer))
        better = self.days.better_than(datetime.date.fromisoformat(moment[:10]), record)
        if better is None:
            return moment
        other = day_in_words(better.day, language())
        reason = self.days.said(better.reasons, language())
        if self.prompts.confirm(
            _("That day is {reason}. Rather {day}?").format(reason=reason, day=other)
        ):
            return f"{better.day}{moment[10:]}"
        return moment

    def _in_language(self, code: str, text: str) -> Mapping[str, Any]:
        """The words of another language, or nothing: then the page waits for its translation."""
        if not self.prompts.confirm(
            _("Write it in “{language}” now as well?").format(language=code)
        ):
            return {}
        words: dict[str, Any] = {}
        for asked in fields_of(self.kind):
            said = self.given.get(asked.name)
            if asked.translated and said and asked.shape is not Shape.BLOCK:
                shown = "; ".join(map(str, said)) if isinstance(said, list) else str(said)
                typed = self._line(f"{_(asked.label)} ({code})", shown, _(asked.cure))
                words[asked.name] = read_value(asked, typed)
        if text:
            words["text"] = self._line(_("The text ({language})").format(language=code), text, "")
        return words

    def _line(self, question: str, default: str, explain: str) -> str:
        answer = self.prompts.text(question, default, lambda _it: "", explain)
        return default if isinstance(answer, Wish) else answer

    def _id(self) -> str:
        """The name of the folder: from the title, and free."""
        name = proposed_id(self.kind, self._so_far(), self.days.today)
        if not is_taken(self.folder, self.kind, name):
            return name
        return next(
            other
            for number in range(2, 1000)
            if not is_taken(self.folder, self.kind, other := f"{name}-{number}")
        )


def _sure(chosen: list[str]) -> list[str]:
    """What was chosen, without the "not yet known" that stood there before somebody knew."""
    return [it for it in chosen if it != Access.UNKNOWN] or chosen


_WHEN: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "venue": lambda values: values.get("mode") != "online",
    "address": lambda values: values.get("mode") != "online",
    "online_note": lambda values: values.get("mode") in ("online", "hybrid"),
    "lookback_of": lambda values: values.get("category") == "lookback",
}
"""Questions that only some answers lead to."""


def _applies(name: str, values: Mapping[str, Any]) -> bool:
    return name not in _WHEN or _WHEN[name](values)
