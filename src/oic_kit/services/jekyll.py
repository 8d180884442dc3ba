"""Take an existing OIC site made with Jekyll over into the folder of a place: all of it or nothing.

First everything is read and converted in memory, held against the schemas of the new pages, and
converted once more without what does not hold. Only then is anything written, in one step.
"""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass, field
from pathlib import Path

from oic_kit.errors import FolderError
from oic_kit.model.jekyll_outcome import Entry, Takeover
from oic_kit.model.place import Place
from oic_kit.say import _, speaking
from oic_kit.services.jekyll_check import refusal
from oic_kit.services.jekyll_draft import Draft, left
from oic_kit.services.jekyll_event_ties import series_drafts, ties_of
from oic_kit.services.jekyll_events import event_drafts, know_events
from oic_kit.services.jekyll_existing import Existing
from oic_kit.services.jekyll_old import Old
from oic_kit.services.jekyll_people import know_people, person_drafts
from oic_kit.services.jekyll_pictures import Files
from oic_kit.services.jekyll_posts import know_posts, post_drafts
from oic_kit.services.jekyll_projects import project_drafts
from oic_kit.services.jekyll_rest import know_pages, others, page_drafts
from oic_kit.services.jekyll_source import Source, read_source
from oic_kit.services.jekyll_write import Plan, write_plan
from oic_kit.services.jekyll_years import Year, years_of
from oic_kit.services.place_file import read_place

_MOST_ROUNDS = 5


@dataclass
class _Round:
    """One conversion of the whole site."""

    old: Old
    drafts: list[Draft] = field(default_factory=list)
    years: list[Year] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def add(self, made: Draft | Year | Entry) -> None:
        """Keep a page, a year or a line of the report."""
        if isinstance(made, Draft):
            self.drafts.append(made)
        elif isinstance(made, Year):
            self.years.append(made)
        else:
            self.entries.append(made)


def import_jekyll(
    root: Path, folder: Path, *, today: datetime.date, write: bool = True
) -> Takeover:
    """Take an old site over.

    Args:
        root: the folder of the old site.
        folder: the generated folder.
        today: what counts as today.
        write: whether to write; without, this is a look in advance.

    Raises:
        FolderError: the old site is none, or the folder cannot be written; nothing is changed.
        PlaceFileError: `place.yaml` or `_config.yml` does not hold.
    """
    started = time.monotonic()
    place = read_place(folder / "place.yaml")
    source = read_source(root)
    language = _language(source, place)
    with speaking(language):
        existing = Existing(folder, place, language)
        files = Files(source, folder)
        made, refused = _settled(Old(source, place, language, files, today), existing)
        plan = Plan(folder, existing, made.old, made.drafts, made.years)
        entries = (*made.entries, *refused, *source.faults)
        return write_plan(plan, entries, write=write, started=started)


def _language(source: Source, place: Place) -> str:
    """The language of the old pages, which the new site must speak."""
    code = str(source.config.get("lang") or source.config.get("locale") or place.main_language)
    code = code.replace("_", "-").split("-")[0].lower()
    if code in place.site.languages:
        return code
    spoken = ", ".join(place.site.languages)
    raise FolderError(
        _("The old site is written in “{code}”, the new one speaks: {languages}.").format(
            code=code, languages=spoken
        ),
        remedy=_("Add the language to site.languages in place.yaml, then run oic-kit update."),
    )


def _settled(start: Old, existing: Existing) -> tuple[_Round, list[Entry]]:
    """Convert until every page holds and everybody knows which pictures are shared."""
    refused: dict[str, Entry] = {}
    files = start.files
    for _number in range(_MOST_ROUNDS):
        before = (len(refused), _sharing(files))
        files.restart()
        made = _converted(start.without(refused), existing)
        for draft in made.drafts:
            if why := refusal(draft, existing.folder):
                title = str(draft.head.get("title", ""))
                refused[draft.source] = left(draft.source, draft.kind, why, title=title)
        if before == (len(refused), _sharing(files)):
            break
    return made, list(refused.values())


def _sharing(files: Files) -> frozenset[str]:
    return frozenset(path for path, pages in files.uses.items() if len(pages) > 1)


def _converted(old: Old, existing: Existing) -> _Round:
    know_people(old)
    folders = know_posts(old)
    dates = know_events(old)
    ties = ties_of(old, dates, folders, existing.ids("formats"))
    know_pages(old, existing)
    made = _Round(old)
    for one in (
        *person_drafts(old),
        *post_drafts(old, folders, ties.looked_back, frozenset(ties.announced)),
        *dates.refused,
        *event_drafts(old, dates, ties),
        *series_drafts(ties),
        *project_drafts(old),
        *years_of(old),
        *page_drafts(old, existing, ties),
    ):
        made.add(one)
    for entry in others(old, existing):
        made.add(entry)
    return made
