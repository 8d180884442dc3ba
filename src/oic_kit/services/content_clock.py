"""Whether the clocks on site ever show the times of an event."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from oic_kit.model.content_events import Event
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.pages import Content, PageFault
from oic_kit.services.zone_files import zone_names

_MOMENTS = ("start", "end", "previous_start", "registration_closes")


def clock_faults(content: Content, place: Place) -> Iterator[PageFault]:
    """Say which events name no zone, or a time that does not come or comes twice.

    Args:
        content: the pages of the site.
        place: the record; its zone holds where an event names none.
    """
    for page in content.pages:
        meta = page.meta
        if not isinstance(meta, Event):
            continue
        # A page that is only planned (`add`) has been held against nothing yet.
        zone = str(getattr(meta, "timezone", "") or place.place.timezone)
        if zone not in zone_names():
            yield page.fault("timezone", zone, _instead(zone, place.place.timezone))
            continue
        for field in _MOMENTS:
            moment = str(getattr(meta, field, "") or "")
            if cure := _cure(moment, ZoneInfo(zone)):
                yield page.fault(field, moment, cure)


def _instead(zone: str, own: str) -> str:
    near = difflib.get_close_matches(zone, sorted(zone_names()), n=1, cutoff=0.7)
    if near:
        return _("did you mean “{key}”?").format(key=near[0])
    return _("write a zone name such as {zone}, or leave it out").format(zone=own)


def _cure(moment: str, zone: ZoneInfo) -> str:
    """What is wrong with a local time on the night on which clocks are changed; mostly nothing."""
    if "T" not in moment:
        return ""
    try:
        local = datetime.fromisoformat(moment).replace(tzinfo=zone)
    except (ValueError, OverflowError):
        return ""  # the model says so
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        return _("choose another time: clocks skip this one when summer time begins")
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        return _("choose another time: clocks show this one twice when summer time ends")
    return ""
