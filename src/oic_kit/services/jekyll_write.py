"""Write what an import made of an old site: pages, pictures, redirects and the report, at once."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from oic_kit.model.jekyll_address import normal
from oic_kit.model.jekyll_outcome import Entry, Outcome, Takeover
from oic_kit.say import _
from oic_kit.services.jekyll_draft import Draft, left
from oic_kit.services.jekyll_existing import Existing
from oic_kit.services.jekyll_old import Old
from oic_kit.services.jekyll_pictures import holds
from oic_kit.services.jekyll_report import report_text
from oic_kit.services.jekyll_years import Year
from oic_kit.services.page_text import page_text
from oic_kit.services.swap import Change, put_in_place

REPORT = "import-report.md"
_ORDER = (
    "post", "event", "series", "project", "person", "report", "method", "page", "category",
    "other", "file",
)  # fmt: skip


@dataclass
class Plan:
    """What is to be written.

    Args:
        folder: the generated folder.
        existing: the pages that it has.
        old: the old site.
        drafts: pages that hold.
        years: annual reports.
    """

    folder: Path
    existing: Existing
    old: Old
    drafts: list[Draft]
    years: list[Year]


def write_plan(plan: Plan, entries: Iterable[Entry], *, write: bool, started: float) -> Takeover:
    """Write everything in one step.

    Args:
        plan: what is to be written.
        entries: lines of the report about what is not.
        write: whether to write at all.
        started: the clock when the import began, in seconds.

    Raises:
        FolderError: the folder cannot be written; nothing is changed.
    """
    files: dict[str, bytes] = {}
    moved = _redirects(plan)
    found = [*entries, *_pages(plan, files), *_years(plan, files)]
    found = _with_redirects(plan, moved, files, found)
    found.sort(key=lambda entry: _ORDER.index(entry.kind))
    changes = {
        path: Change(_before(plan.folder / path), content)
        for path, content in files.items()
        if holds(plan.folder / path, content) is not True
    }
    takeover = Takeover(tuple(found), len(changes), write)
    report = report_text(takeover, plan.old).encode()
    if write:
        about = plan.folder / REPORT
        put_in_place(plan.folder, {**changes, REPORT: Change(_before(about), report)})
    return replace(takeover, seconds=time.monotonic() - started)


def _pages(plan: Plan, files: dict[str, bytes]) -> list[Entry]:
    """Put pages, pictures and downloads among the files; what somebody wrote is kept."""
    found: list[Entry] = []
    kept_back: set[str] = set()
    for draft in plan.drafts:
        path = draft.path(plan.old.language)
        content = page_text(draft.head, draft.body).encode()
        if holds(plan.folder / path, content) is False and not plan.existing.is_sample(path):
            kept_back.add(draft.folder)
            found.append(_yours(draft.source, draft.kind, str(draft.head["title"])))
        else:
            files[path] = content
            found.append(draft.entry(plan.old.language))
    files |= {
        path: content
        for path, content in plan.old.files.taken.items()
        if path.removeprefix("site/content/").rsplit("/", 1)[0] not in kept_back
    }
    return found


def _before(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _yours(source: str, kind: str, title: str) -> Entry:
    return left(source, kind, _("A page of this name is there already; yours stays."), title=title)


def _redirects(plan: Plan) -> dict[str, list[str]]:
    """Old addresses by content path of the page that they lead to; pages of ours get them at once."""
    found: dict[str, list[str]] = {}
    ours = {f"/{draft.folder}": draft for draft in plan.drafts}
    for address, page in plan.old.addresses.items():
        spelt = plan.old.spelt[address]
        if normal(spelt) == normal(plan.existing.address_of(page)) or normal(spelt) == "/":
            continue
        if page in ours:
            ours[page].aliases_from(spelt)
        else:
            found.setdefault(page, []).append(spelt)
    return found


def _with_redirects(
    plan: Plan, moved: dict[str, list[str]], files: dict[str, bytes], entries: list[Entry]
) -> list[Entry]:
    """Let old addresses lead to pages that were there before, and say so in the report."""
    redirected: dict[str, str] = {}
    for page, addresses in moved.items():
        text = plan.existing.with_aliases(page, addresses) if page in plan.existing.pages else None
        if text is not None:
            files[plan.existing.pages[page]] = text
            redirected |= dict.fromkeys(map(normal, addresses), page)
    sources = {
        document.path: normal(address)
        for document in plan.old.source.documents
        if (address := plan.old.address_of(document)) and normal(address) in redirected
    }
    return [
        replace(entry, redirects=(plan.old.spelt[sources[entry.source]],))
        if entry.source in sources and not entry.redirects
        else entry
        for entry in entries
    ]


def _years(plan: Plan, files: dict[str, bytes]) -> Iterable[Entry]:
    for year in plan.years:
        path = f"site/data/report/{year.year}.yaml"
        text = yaml.safe_dump(year.values, allow_unicode=True, sort_keys=False, width=100)
        content = text.encode()
        here = plan.folder / path
        if holds(here, content) is False and "\nsample: true" not in here.read_text("utf-8"):
            yield _yours(year.source, "report", year.entry.title)
            continue
        files[path] = content
        if not plan.old.place.modules.report:
            note = _("Switch modules.report on in place.yaml to show it.")
            yield replace(year.entry, to_mend=(note,), outcome=Outcome.CHANGED)
        else:
            yield year.entry
