"""The day on which everything dated begins."""

from __future__ import annotations

from datetime import date

from oic_kit.errors import Fault, PlaceFileError
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.place_file import line_of


def kickoff_of(place: Place) -> date:
    """The first day of the work; sample pages, roadmap and playbook count from it.

    A profile may leave it open, as an interview fills it in. A record in a folder may not: dates
    that moved with every build would be promises nobody made.

    Raises:
        PlaceFileError: the record names no first day.
    """
    if place.playbook.kickoff is not None:
        return place.playbook.kickoff
    fault = Fault(
        "playbook.kickoff", "", _("write the first day of the work as a date, e.g. 2027-03-01")
    )
    raise PlaceFileError(
        _("place.yaml has one fault:") + f"\n  {line_of(fault)}",
        remedy=_("Mend the lines above and run the command again."),
        faults=[fault],
    )
