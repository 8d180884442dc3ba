"""One call from a place to its plan: data files and holidays are looked up, the rest is computed."""

from __future__ import annotations

from datetime import date

from oic_kit.model.place import Place
from oic_kit.model.playbook_plan import Plan, compose
from oic_kit.model.roadmap_plan import start_of
from oic_kit.services.holiday_names import free_days
from oic_kit.services.playbook_data import playbook_tables

_YEARS_AHEAD = 6
"""Years of holidays after the start: the slowest plan takes five, a late council some more."""


def plan(place: Place, *, today: date) -> Plan:
    """Make the plan of a place; the same place and day give the same plan.

    Args:
        place: the record of its answers.
        today: days before it are shown as due.

    Raises:
        OicError: if a data file of the kit does not hold.
    """
    tables = playbook_tables()
    first = start_of(place, tables.roadmap, today).year
    # A year earlier as well: a deadline may lie before the start.
    days = free_days(place.place.country, place.place.state, first - 1, first + _YEARS_AHEAD)
    return compose(place, tables, days, today=today)
