"""The projects of an old site, as projects of the new one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from oic_kit.model import jekyll_words
from oic_kit.model.jekyll_outcome import Entry
from oic_kit.model.jekyll_text import in_text, plain, shortened
from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.jekyll_draft import Draft, body_of, describe_it, left, name_it
from oic_kit.services.jekyll_links import Links
from oic_kit.services.jekyll_old import Old, first_of, identity

_FILES = ("projects", "projekte")
_OVER = ("done", "stopped")
_LONGEST_QUESTION = 160


def project_drafts(old: Old) -> Iterator[Draft | Entry]:
    """Every project as a page."""
    taken: set[str] = set()
    for name in _FILES:
        entries = old.source.data.get(name)
        for number, entry in enumerate(entries if isinstance(entries, list) else (), start=1):
            source = f"_data/{name}.yml#{number}"
            if entry is None:
                continue
            title = plain(entry.get("title")) if isinstance(entry, dict) else ""
            if not title:
                yield left(source, "project", _("It has no title."))
                continue
            folder = identity(title, taken)
            taken.add(folder)
            yield _project(old, Draft(source, "project", f"projects/{folder}"), entry)


def _project(old: Old, draft: Draft, entry: dict[str, Any]) -> Draft:
    whole = name_it(draft, entry.get("title"), fallback=draft.folder)
    rest = describe_it(draft, entry.get("description"), "")
    name = shortened(draft.head["title"], 100)
    question = _("What is “{title}” about?").format(title=name)
    draft.head["question"] = question[: _LONGEST_QUESTION - 1].rstrip("?") + "?"
    draft.to_mend.append(_("Write the open question that the project works on."))
    _phase(draft, plain(first_of(entry, "status", "phase")))
    _start(draft, str(first_of(entry, "start_date", "start", "date") or ""), old.today)
    lead = _lead(old, draft, plain(first_of(entry, "responsible", "lead", "verantwortlich")))
    tag = plain(first_of(entry, "tag", "category", "kategorie"))
    if slug(tag) in old.topics:
        draft.head["topics"] = [old.topics[slug(tag)]]
    draft.body = body_of(whole, rest, lead, _link(old, draft, entry))
    return draft


def _phase(draft: Draft, status: str) -> None:
    found = jekyll_words.phase(status)
    draft.head["phase"] = found or "exploring"
    if not found:
        draft.to_mend.append(
            _("Choose the phase; it says exploring for now, and the old site said: {text}").format(
                text=status or "–"
            )
        )
    if found in _OVER:
        # The new site asks what others can learn. Nobody but its people knows.
        draft.head["learnings"] = _(
            "What others can learn from this project has not been written down yet; "
            "the former website did not say."
        )
        draft.to_mend.append(_("Say what others can learn from the project."))


def _start(draft: Draft, given: str, today: date) -> None:
    try:
        draft.head["start"] = date.fromisoformat(given[:10].ljust(10, "x")).isoformat()[:7]
    except ValueError:
        try:
            draft.head["start"] = date.fromisoformat(f"{given[:7]}-01").isoformat()[:7]
        except ValueError:
            draft.head["start"] = f"{today:%Y-%m}"
            draft.to_mend.append(_("Say in which month it began; this month stands there for now."))


def _lead(old: Old, draft: Draft, name: str) -> str:
    folder, _differs = old.person(name) if name else ("", False)
    if folder:
        draft.head["lead"] = folder
        return ""
    return _("**In charge:** {text}").format(text=in_text(name)) if name else ""


def _link(old: Old, draft: Draft, entry: dict[str, Any]) -> str:
    address = plain(first_of(entry, "link", "url"))
    words = in_text(first_of(entry, "link_text")) or _("More about it")
    if not address:
        return ""
    links = Links(old, draft.folder, "", "/", draft.notes, draft.to_mend)
    goal = links.goal(address)
    links.tell()
    if goal and goal.startswith("https://"):
        draft.head["links"] = [{"label": shortened(words, 80), "url": goal, "kind": "website"}]
        return ""
    return f"[{words}]({goal})" if goal else ""
