"""The calendar of a place for everyday questions: free days, formats' dates, and words for why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from oic_kit.model.calendar import DAY, Calendar, Obstacle, Shifted, Why
from oic_kit.model.format_dates import format_dates, obstacle_on
from oic_kit.model.format_record import FormatRecord
from oic_kit.model.place import Place
from oic_kit.model.roadmap_plan import calendar_of
from oic_kit.services.holiday_names import free_days
from oic_kit.services.language_data import languages
from oic_kit.services.playbook_data import playbook_tables

YEAR = timedelta(days=365)
_SOON = timedelta(weeks=4)


@dataclass(frozen=True)
class EventDays:
    """The days of a place, seen from one day.

    Args:
        today: nothing is proposed before it.
    """

    place: Place
    today: date

    @property
    def calendar(self) -> Calendar:
        """Holidays and breaks around today."""
        return self.calendar_around(self.today)

    def calendar_around(self, day: date) -> Calendar:
        """Holidays and breaks of the year before a day and of two after: a series may be long."""
        about = self.place.place
        days = free_days(about.country, about.state, day.year - 1, day.year + 2)
        return calendar_of(self.place, playbook_tables().roadmap, days)

    def next_free(self, wanted: date | None = None) -> Shifted:
        """The next day that suits an event for the public.

        Args:
            wanted: the first day that would do; four weeks from today when left out.
        """
        first = wanted or self.today + _SOON
        calendar = self.calendar_around(first)
        return calendar.shift(first, calendar.blocks_event)

    def dates_of(self, record: FormatRecord, *, first: date, last: date) -> list[Shifted]:
        """The dates of a format in a stretch of time; none for a format without a rule."""
        rule = record.rhythm.rule
        return format_dates(rule, self.calendar_around(first), first, last) if rule else []

    def next_of(self, record: FormatRecord) -> Shifted:
        """The next date of a format that leaves its lead time; a free day if it has no rule."""
        first = self.today + timedelta(weeks=record.lead_weeks)
        found = self.dates_of(record, first=first, last=first + YEAR)
        return found[0] if found else self.next_free(first)

    def next_for(self, record: FormatRecord | None) -> Shifted:
        """The next date of a format, or a free day if none is named."""
        return self.next_of(record) if record else self.next_free()

    def better_than(self, day: date, record: FormatRecord | None = None) -> Shifted | None:
        """The day that suits instead of one that is not free; nothing when it is.

        Edges of the week are no obstacle: somebody who names a Friday means it.
        """
        found = self.obstacle(day, record)
        if found is None or found.why in (Why.WEEKEND, Why.MIDWEEK):
            return None
        if record is not None and record.rhythm.rule is not None:
            later = self.dates_of(record, first=day + DAY, last=day + YEAR)
            better = later[0].day if later else self.next_free(day).day
        else:
            better = self.next_free(day).day
        return Shifted(better, (found,))

    def obstacle(self, day: date, record: FormatRecord | None = None) -> Obstacle | None:
        """What stands in the way of an event on a day: of this format, or of any for the public."""
        calendar = self.calendar_around(day)
        if record is not None and record.rhythm.rule is not None:
            return obstacle_on(day, record.rhythm.rule, calendar)
        return calendar.blocks_event(day)

    def said(self, obstacles: Iterable[Obstacle], language: str) -> str:
        """What stands on a day, in words: the name of a holiday or break, else what it is."""
        table = playbook_tables().roadmap
        found = []
        for it in obstacles:
            texts = it.name or {
                code: text.partition(": ")[2] for code, text in table.reasons[it.why].items()
            }
            found.append(texts.get(language, texts.get("en", "")).replace("{name}", "").strip())
        return ", ".join(dict.fromkeys(filter(None, found)))


def day_in_words(day: date, language: str) -> str:
    """A day with its weekday, as a language writes it: Donnerstag, 3. Juni 2027."""
    spoken = languages().get(language)
    locale = (spoken.locale if spoken else language).replace("-", "_")
    return format_date(day, format="full", locale=locale)
