"""When the jobs of a place run on its forge, from its time zone."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from oic_kit.model.place import Place
from oic_kit.model.publishing import Timetable, timetable

# A winter and a summer day; which year hardly matters, and a fixed one gives the same file for ever.
_DAYS = (datetime(2027, 1, 15), datetime(2027, 7, 15))  # noqa: DTZ001 - local time by design
_HOUR = timedelta(hours=1)


def timetable_of(place: Place) -> Timetable:
    """The lines of cron for a place: daily after its midnight, weekly on Monday mornings."""
    zone = ZoneInfo(place.place.timezone)
    offsets = (day.replace(tzinfo=zone).utcoffset() or timedelta() for day in _DAYS)
    return timetable(place.name, [math.floor(offset / _HOUR) for offset in offsets])
