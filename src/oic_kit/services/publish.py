"""Build what the web shall see: the real site, or a preview as long as it may not go live."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from oic_kit.model.finding import Finding, Severity
from oic_kit.model.publishing import address_of
from oic_kit.services.check import check
from oic_kit.services.place_file import read_place
from oic_kit.services.site import Built, build


@dataclass(frozen=True)
class Published:
    """Pages that are ready to be copied to the web.

    Args:
        live: whether they are the real site; else every page says that it is a preview, and search
            engines are asked to stay away.
        wanting: what keeps the site from going live.
    """

    built: Built
    live: bool
    wanting: tuple[Finding, ...]


def publish(
    folder: Path,
    *,
    today: datetime.date,
    address: str = "",
    forge_address: str = "",
    preview: bool = False,
) -> Published:
    """Build the site into `build/site/` as it shall be published.

    Args:
        folder: a generated folder.
        today: what counts as today.
        address: where the pages will live, whatever `place.yaml` says.
        forge_address: where they live as long as `place.yaml` holds only a placeholder.
        preview: build a preview, even if the site may go live.

    Raises:
        PlaceFileError: the record does not hold.
        PageError: pages do not hold; every fault of all of them is named.
        ProgramError: Hugo or Pagefind stopped.
    """
    place = read_place(folder / "place.yaml")
    base_url = address_of(place, address=address, forge_address=forge_address)
    wanting = _wanting(folder, today)
    built = build(folder, base_url=base_url, preview=preview or bool(wanting))
    if not (preview or wanting) and (wanting := _wanting(folder, today)):
        # Only built pages show some faults, such as a link that leads nowhere.
        built = build(folder, base_url=base_url, preview=True)
    return Published(built, live=not (preview or wanting), wanting=wanting)


def _wanting(folder: Path, today: datetime.date) -> tuple[Finding, ...]:
    """What keeps a site from going live."""
    report = check(folder, today=today, go_live=True)
    if report.ready:
        return ()
    return tuple(it for it in report.findings if it.severity is Severity.ERROR)
