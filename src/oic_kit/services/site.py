"""Build the website of a generated folder with Hugo, and its search index with Pagefind."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from oic_kit.errors import Fault, PageError
from oic_kit.model.place import Place
from oic_kit.say import _, ngettext
from oic_kit.services.content import check_content
from oic_kit.services.derive import write_derived
from oic_kit.services.place_file import line_of, read_place
from oic_kit.services.programs import hugo_path, pagefind_path, run

STRICT = ("--panicOnWarning", "--printPathWarnings", "--printI18nWarnings")
_HUGO_SECONDS = 300.0
# A new picture is written in several sizes and formats, once: up to four seconds on a slow machine.
_SECONDS_PER_PICTURE = 4.0
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})


@dataclass(frozen=True)
class Built:
    """A website that was built."""

    root: Path
    pages: int
    seconds: float
    texts_due: bool


def build(folder: Path, *, base_url: str = "", preview: bool = False) -> Built:
    """Build the site into `build/site/`: the old one stays until the new one is complete.

    Args:
        folder: a generated folder.
        base_url: where the pages will live, if not at the address in `place.yaml`.
        preview: mark every page as not yet finished, and ask search engines to stay away.

    Raises:
        PlaceFileError: the record does not hold.
        PageError: pages do not hold; every fault of all of them is named.
        ProgramError: Hugo or Pagefind stopped; their message names file and line.
    """
    started = time.monotonic()
    folder = folder.absolute()  # Hugo and Pagefind run in folders of their own
    place = refresh(folder)
    refuse_faulty_pages(folder, place)
    target = folder / "build" / "site"
    fresh = folder / "build" / ".site"
    shutil.rmtree(fresh, ignore_errors=True)
    run_hugo(folder, fresh, base_url=base_url, preview=preview)
    if place.modules.search:
        index(fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return Built(
        root=target,
        pages=sum(1 for _page in target.rglob("*.html")),
        seconds=time.monotonic() - started,
        texts_due=texts_due(folder),
    )


def refresh(folder: Path) -> Place:
    """Read the record and bring everything that is derived from it up to date."""
    place = read_place(folder / "place.yaml")
    write_derived(place, folder)
    return place


def refuse_faulty_pages(folder: Path, place: Place) -> None:
    """Look at all pages before Hugo does: it would stop at the first fault, and say it in its words.

    Raises:
        PageError: with file, line and cure of every fault.
    """
    if lines := page_faults(folder, place):
        raise PageError(
            ngettext("One fault in the pages:", "{count} faults in the pages:", len(lines)).format(
                count=len(lines)
            )
            + "".join(f"\n  {line}" for line in lines),
            remedy=_("Mend the lines above and run the command again."),
        )


def page_faults(folder: Path, place: Place) -> list[str]:
    """Every fault in the pages of a folder on one line: file, line, key, value given, cure."""
    return [
        f"site/{fault.file}:{fault.line}: {line_of(Fault(fault.key, fault.given, fault.cure))}"
        for fault in check_content(folder / "site", place)
    ]


def run_hugo(folder: Path, target: Path, *, base_url: str = "", preview: bool = False) -> None:
    """Build the pages into a folder; a warning stops it."""
    address = ["--baseURL", base_url] if base_url else []
    kind = ["--environment", "preview"] if preview else []
    run(
        hugo_path(),
        ["--source", "site", "--destination", str(target), *STRICT, *address, *kind],
        inside=folder,
        seconds=_hugo_seconds(folder),
    )


def _hugo_seconds(folder: Path) -> float:
    """How long a build may take: longer for a folder with many pictures, which Hugo keeps then."""
    roots = (folder / "site" / name for name in ("content", "assets"))
    files = (path for root in roots for path in root.rglob("*"))
    pictures = sum(1 for path in files if path.suffix.lower() in _PICTURES)
    return _HUGO_SECONDS + pictures * _SECONDS_PER_PICTURE


def index(pages: Path) -> None:
    """Add the search index to built pages."""
    run(pagefind_path(), ["--site", str(pages)], inside=pages, seconds=_HUGO_SECONDS)


def texts_due(folder: Path) -> bool:
    """Whether the record changed since the playbook and the README were rendered."""
    base = folder / ".oic" / "base" / "place.yaml"
    return base.is_file() and base.read_bytes() != (folder / "place.yaml").read_bytes()
