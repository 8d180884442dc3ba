"""The report of an import: every item taken, changed or left, and why, as Markdown and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oic_kit.model.jekyll_outcome import Entry, Outcome, Takeover
from oic_kit.say import _
from oic_kit.services.jekyll_old import Old


def kind_name(kind: str) -> str:
    """What people call the items of a kind."""
    names = {
        "post": _("Posts"),
        "event": _("Events"),
        "series": _("Series"),
        "project": _("Projects"),
        "person": _("People"),
        "report": _("Annual reports"),
        "method": _("Methods"),
        "page": _("Other pages"),
        "category": _("Categories"),
        "other": _("Other collections"),
        "file": _("Files"),
    }
    return names[kind]


def outcome_name(outcome: Outcome) -> str:
    """What people call an outcome."""
    names = {
        Outcome.TAKEN: _("taken"),
        Outcome.CHANGED: _("changed"),
        Outcome.LEFT: _("left"),
    }
    return names[outcome]


def report_text(takeover: Takeover, old: Old) -> str:
    """The report for the people who edit the site."""
    return "\n".join(_lines(takeover, old)) + "\n"


def _lines(takeover: Takeover, old: Old) -> Iterator[str]:
    yield "# " + _("What came over from the former website")
    yield ""
    if old.home:
        yield _("Taken from {url}.").format(url=old.home)
    yield _("Nothing of this report is published; delete the file when everything is settled.")
    yield ""
    yield f"| {_('What')} | {_('taken')} | {_('changed')} | {_('left')} |"
    yield "| --- | ---: | ---: | ---: |"
    for kind, count in takeover.counts().items():
        yield f"| {kind_name(kind)} | {count['taken']} | {count['changed']} | {count['left']} |"
    yield ""
    yield from _to_mend(takeover)
    for kind in takeover.counts():
        yield f"## {kind_name(kind)}"
        yield ""
        for entry in takeover.entries:
            if entry.kind == kind:
                yield from _item(entry)
        yield ""
    yield from _pictures(old)


def _to_mend(takeover: Takeover) -> Iterator[str]:
    """First what waits for people: the same work in one place."""
    wanted: dict[str, list[str]] = {}
    for entry in takeover.entries:
        for sentence in entry.to_mend:
            wanted.setdefault(sentence, []).append(entry.target)
    if not wanted:
        return
    yield "## " + _("What people can write better than a program")
    yield ""
    for sentence, pages in wanted.items():
        yield f"- [ ] {_plain(sentence)}"
        yield from (f"  - `{page}`" for page in pages)
    yield ""


def _item(entry: Entry) -> Iterator[str]:
    named = _plain(entry.title or entry.source)
    yield f"- **{named}** – {outcome_name(entry.outcome)}"
    yield f"  - `{entry.source}`" + (f" → `{entry.target}`" if entry.target else "")
    yield from (f"  - {_plain(note)}" for note in entry.notes)
    if entry.redirects:
        leads = ", ".join(f"`{address}`" for address in entry.redirects)
        yield "  - " + _("Old addresses that lead there: {addresses}").format(addresses=leads)


def _pictures(old: Old) -> Iterator[str]:
    if not old.files.notes:
        return
    yield "## " + _("Pictures")
    yield ""
    for path, note in sorted(old.files.notes.items()):
        yield f"- `{path}`: {note}"
    yield ""


def _plain(text: str) -> str:
    """Text of an old site inside a list of Markdown: nothing in it becomes a tag or a heading."""
    return " ".join(text.replace("<", "\\<").replace("`", "'").split())


def as_data(takeover: Takeover) -> dict[str, Any]:
    """The report for programs; `docs/reference/import-json.md` says what each key means."""
    return {
        "written": takeover.written,
        "files": takeover.files,
        "redirects": takeover.redirects,
        "seconds": round(takeover.seconds, 1),
        "counts": takeover.counts(),
        "entries": [
            {
                "source": entry.source,
                "kind": entry.kind,
                "outcome": entry.outcome.value,
                "target": entry.target,
                "title": entry.title,
                "notes": list(entry.notes),
                "to_mend": list(entry.to_mend),
                "redirects": list(entry.redirects),
            }
            for entry in takeover.entries
        ],
    }
