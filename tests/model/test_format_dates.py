"""The days of formats: their rules against the calendar of a place."""

from __future__ import annotations

from datetime import date

import pytest

from oic_kit.model.calendar import Calendar, Span
from oic_kit.model.format_dates import format_dates, nth_day
from oic_kit.model.format_rhythm import DateRule, Weekday
from oic_kit.services.format_records import formats

YEAR = (date(2027, 1, 1), date(2027, 12, 31))
ASCENSION, CORPUS_CHRISTI = date(2027, 5, 6), date(2027, 5, 27)
HOLIDAYS = {ASCENSION: {"en": "Ascension Day"}, CORPUS_CHRISTI: {"en": "Corpus Christi"}}


def rule(**changes: object) -> DateRule:
    """First Thursdays at half past twelve, changed as asked."""
    given = {"weekdays": (Weekday.THURSDAY,), "start": "12:30", "nth": 1, **changes}
    return DateRule.model_validate(given)


def days(given: DateRule, calendar: Calendar, span: tuple[date, date] = YEAR) -> list[date]:
    """The days alone."""
    return [it.day for it in format_dates(given, calendar, *span)]


def test_a_holiday_moves_a_date_by_a_week_and_says_why() -> None:
    """
    A visitor finds the hour a week later when its Thursday is a holiday.
    """
    found = format_dates(rule(), Calendar(HOLIDAYS), date(2027, 5, 1), date(2027, 5, 31))

    assert [date(2027, 5, 13)] == [it.day for it in found]
    assert [{"en": "Ascension Day"}] == [it.name for it in found[0].reasons]


def test_a_regular_format_pauses_in_the_summer_holidays() -> None:
    """
    Nobody is invited in the weeks in which nobody is there.
    """
    summer = Calendar(school_breaks=(Span(date(2027, 7, 19), date(2027, 8, 31)),))

    found = days(rule(pause=("summer-holidays",)), summer)

    assert [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] == [it.month for it in found]


def test_a_rare_format_moves_out_of_the_school_holidays() -> None:
    """
    The one market of the year takes place after the autumn holidays, not a year later.
    """
    autumn = Calendar(school_breaks=(Span(date(2027, 10, 1), date(2027, 10, 16)),))
    yearly = rule(weekdays=(Weekday.FRIDAY,), months=(10,), pause=("school-holidays",))

    assert [date(2027, 10, 22)] == days(yearly, autumn)


def test_a_series_keeps_its_distances_and_takes_the_rest_along() -> None:
    """
    When one evening moves, three weeks still lie before the next.
    """
    meetups = rule(weekdays=(Weekday.TUESDAY,), months=(9,), nth=2, every_weeks=3, count=3)
    busy = Calendar({date(2027, 10, 5): {}})

    assert [date(2027, 9, 14), date(2027, 10, 12), date(2027, 11, 2)] == days(meetups, busy)


def test_a_series_that_began_before_the_stretch_goes_on_in_it() -> None:
    """
    Whoever asks in October still gets the evenings of the series that began in September.
    """
    meetups = rule(weekdays=(Weekday.TUESDAY,), months=(9,), nth=2, every_weeks=3, count=3)

    assert [date(2027, 10, 26)] == days(meetups, Calendar(), (date(2027, 10, 6), YEAR[1]))


def test_a_weekly_format_leaves_days_off_out() -> None:
    """
    The open office is closed on a holiday; it does not open on another day instead.
    """
    weekly = rule(nth=None, every_weeks=1, blocked="skip")

    found = days(weekly, Calendar(HOLIDAYS), (date(2027, 5, 1), date(2027, 5, 31)))

    assert [date(2027, 5, 13), date(2027, 5, 20)] == found


def test_a_saturday_may_be_meant() -> None:
    """
    A BarCamp is on a Saturday on purpose; the weekend does not move it.
    """
    saturday = rule(weekdays=(Weekday.SATURDAY,), months=(11,), nth=3)

    assert [date(2027, 11, 20)] == days(saturday, Calendar())


def test_where_friday_is_the_weekend_the_day_before_is_taken() -> None:
    """
    A place with another weekend gets its format on a day on which people work.
    """
    friday = rule(weekdays=(Weekday.FRIDAY,), months=(10,))

    assert [date(2027, 10, 7)] == days(friday, Calendar(weekend=frozenset({4, 5})))


@pytest.mark.parametrize("name", sorted(formats("en")))
def test_no_date_of_any_format_falls_on_a_day_off(name: str) -> None:
    """
    Whatever the format, nobody is invited on a holiday or over New Year.
    """
    given = formats("en")[name].rhythm.rule
    calendar = Calendar(HOLIDAYS, school_breaks=(Span(date(2027, 7, 19), date(2027, 8, 31)),))
    found = format_dates(given, calendar, *YEAR) if given else []

    assert bool(given) == bool(found)
    for shifted in found:
        assert shifted.day not in HOLIDAYS
        assert date(2027, 1, 6) < shifted.day < date(2027, 12, 20)
        assert given
        assert shifted.day.weekday() in {it.number for it in given.weekdays} or (
            given.blocked == "next-day"
        )


@pytest.mark.parametrize(("nth", "day"), [(1, 6), (4, 27), (-1, 27)])
def test_the_nth_weekday_of_a_month(nth: int, day: int) -> None:
    """
    The last Thursday of May 2027 is also its fourth.
    """
    assert date(2027, 5, day) == nth_day(date(2027, 5, 1), 3, nth)
