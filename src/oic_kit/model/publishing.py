"""Which files a place needs to publish itself from its forge, and when its jobs run."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from oic_kit.model.operator import Forge
from oic_kit.model.place import Place

_FILES: dict[Forge, tuple[str, ...]] = {
    Forge.GITHUB: (
        ".github/", "hosting/build.sh", "hosting/update.sh", "hosting/propose.py",
    ),
    Forge.GITLAB: (
        ".gitlab-ci.yml", "hosting/build.sh", "hosting/update.sh", "hosting/propose.py",
    ),
    Forge.FORGEJO: (
        ".forgejo/", "hosting/build.sh", "hosting/update.sh", "hosting/propose.py",
    ),
    Forge.SERVER: ("hosting/build.sh", "hosting/update.sh", "hosting/upload.sh"),
    Forge.NONE: (),
}  # fmt: skip
_ALL = (".github/", ".gitlab-ci.yml", ".forgejo/", "hosting/")
_HOURS = 24
_MINUTES = 60
# Hours of Monday, in UTC, at which kits are updated: before most offices of Europe open.
_NIGHT = (2, 3, 4)
_PLACEHOLDER = ".example"


def is_needed(path: str, forge: Forge) -> bool:
    """Say whether a place that is published in this way gets a file of the template."""
    return not path.startswith(_ALL) or path.startswith(_FILES[forge])


def jobs_of(forge: Forge) -> tuple[str, ...]:
    """The files and folders that publish from a forge, by their path."""
    return tuple(path.rstrip("/") for path in _FILES[forge])


@dataclass(frozen=True)
class Timetable:
    """When the jobs of a place run, as lines of cron in UTC."""

    daily: str
    weekly: str


def timetable(name: str, offsets: Iterable[int]) -> Timetable:
    """Spread the jobs of many places over the hour, so that no forge has to run them all at once.

    Args:
        name: of the place; the same name gives the same minute.
        offsets: hours by which the place is ahead of UTC, in winter and in summer.
    """
    number = zlib.crc32(name.encode("utf-8"))
    minute = number % _MINUTES
    # In summer the site is then renewed an hour after midnight, and never an hour before it.
    midnight = (_HOURS - min(offsets)) % _HOURS
    night = _NIGHT[number // _MINUTES % len(_NIGHT)]
    return Timetable(f"{minute} {midnight} * * *", f"{minute} {night} * * 1")


def is_placeholder(url: str) -> bool:
    """Say whether an address was made up by the kit and cannot be reached by anybody."""
    host = url.split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    return host.casefold().endswith(_PLACEHOLDER)


def address_of(place: Place, *, address: str = "", forge_address: str = "") -> str:
    """Say where the pages will live.

    Args:
        address: what somebody asked for; it wins.
        forge_address: where the forge shows them, as long as the place has no address of its own.

    Returns:
        An address, or nothing for the one in `place.yaml`.
    """
    return address or (forge_address if is_placeholder(place.site.url) else "")
