"""Read the rule at the end of a zone file, from the time-zone database that came as a package.

The operating system's own database is not asked: two machines must give the same bytes.
"""

from __future__ import annotations

import difflib
from functools import cache
from importlib.resources import files

from oic_kit.errors import OicError
from oic_kit.say import _


@cache
def zone_names() -> frozenset[str]:
    """Every zone that exists, such as `Europe/Berlin`."""
    listed = files("tzdata").joinpath("zones").read_text(encoding="utf-8")
    return frozenset(listed.split())


def posix_rule(zone: str) -> str:
    """Read the rule that a zone follows from now on.

    Args:
        zone: name of the zone, such as `Europe/Berlin`.

    Returns:
        A POSIX rule, such as `CET-1CEST,M3.5.0,M10.5.0/3`.

    Raises:
        OicError: there is no such zone; it proposes the nearest name.
    """
    if zone not in zone_names():
        near = difflib.get_close_matches(zone, sorted(zone_names()), n=1)
        proposal = near[0] if near else "Europe/Berlin"
        raise OicError(
            _("There is no time zone called “{zone}”.").format(zone=zone),
            remedy=_("Write a name such as {zone} under place.timezone.").format(zone=proposal),
        )
    content = files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()
    # RFC 8536, 3.3: the file ends with the rule between two line feeds.
    return content.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")
