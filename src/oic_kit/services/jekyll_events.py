"""The dates of an old site, as events of the new one: one page for every date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from oic_kit.model import jekyll_words
from oic_kit.model.jekyll_outcome import Entry
from oic_kit.model.jekyll_text import in_text, plain
from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.jekyll_draft import Draft, body_of, describe_it, left, name_it
from oic_kit.services.jekyll_event_ties import Ties, topic_of
from oic_kit.services.jekyll_links import Links
from oic_kit.services.jekyll_old import Old, first_of, identity

_FILES = ("events", "termine", "veranstaltungen")
_HOUSE = re.compile(r"\d")
_DAY = 24 * 60
_ASSUMED = 60
_ONLINE = ("online", "zoom", "digital", "webinar", "videokonferenz", "teams-")
_LONGEST_VENUE = 160
_LONGEST_NAME = 49


@dataclass
class Dates:
    """The dates of an old site.

    Args:
        entries: what stands in its data, by folder of the new page.
        sources: where each of them stands.
        refused: those that cannot become an event.
    """

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    refused: list[Entry] = field(default_factory=list)


def know_events(old: Old) -> Dates:
    """Give every date a folder: its title and its day."""
    found = Dates()
    for name in _FILES:
        entries = old.source.data.get(name)
        for number, entry in enumerate(entries if isinstance(entries, list) else (), start=1):
            source = f"_data/{name}.yml#{number}"
            if entry is None:
                continue
            title = plain(entry.get("title")) if isinstance(entry, dict) else ""
            day = _day(entry) if title else None
            if day is None:
                why = _("It has no title, or no day such as 2027-03-01.")
                found.refused.append(left(source, "event", why, title=title))
                continue
            folder = identity(f"{_short(slug(title, fallback='event'))}-{day}", found.entries)
            found.entries[folder], found.sources[folder] = entry, source
    return found


def _short(name: str) -> str:
    """The first words of a name, so that a day still fits behind it."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME + 1].rpartition("-")[0]


def _day(entry: dict[str, Any]) -> date | None:
    given = str(first_of(entry, "date", "datum", "start") or "")[:10]
    try:
        if german := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", given):
            return date(int(german[3]), int(german[2]), int(german[1]))
        return date.fromisoformat(given)
    except ValueError:
        return None


def event_drafts(old: Old, dates: Dates, ties: Ties) -> Iterator[Draft]:
    """Every date as a page.

    Args:
        old: the old site.
        dates: what stands in its data.
        ties: how dates, posts and series hang together.
    """
    for folder, entry in dates.entries.items():
        yield _event(old, Draft(dates.sources[folder], "event", f"events/{folder}"), entry, ties)


def _event(old: Old, draft: Draft, entry: dict[str, Any], ties: Ties) -> Draft:
    folder = draft.folder.removeprefix("events/")
    whole = name_it(draft, entry.get("title"), fallback=folder)
    rest = describe_it(draft, entry.get("description"), "")
    _when(draft, entry)
    _where(draft, plain(first_of(entry, "location", "ort", "venue")))
    draft.head["kind"] = jekyll_words.event_kind(plain(entry.get("category")))
    draft.head |= {"event_languages": [old.language], "accessibility": ["unknown"]}
    lines = [whole, rest, _audience(draft, entry), _cost(draft, entry)]
    lines.append(_way_in(old, draft, entry, ties))
    ties.tie(draft.head, folder, topic_of(entry))
    if named := [old.topics[key] for key in [slug(topic_of(entry))] if key in old.topics]:
        draft.head["topics"] = named
    if entry.get("featured") is True and draft.head["start"][:10] >= old.today.isoformat():
        draft.head["featured"] = True
    _online(draft)
    draft.body = body_of(*lines)
    return draft


def _when(draft: Draft, entry: dict[str, Any]) -> None:
    day = _day(entry) or date.min
    time = jekyll_words.clock(first_of(entry, "time", "uhrzeit", "start_time"))
    length = jekyll_words.minutes(first_of(entry, "duration", "dauer"))
    last = jekyll_words.clock(first_of(entry, "end_time", "end", "ende"))
    if time is None or (length and length % _DAY == 0):
        days = (length or _DAY) // _DAY
        draft.head["allday"] = True
        draft.head["start"] = day.isoformat()
        draft.head["end"] = (day + timedelta(days=max(days, 1) - 1)).isoformat()
        draft.to_mend.append(_("Say at what time it begins and ends."))
        return
    start = datetime.fromisoformat(f"{day.isoformat()}T{time}")
    end = start + timedelta(minutes=length or _ASSUMED)
    if not length and last and last > time:
        end = datetime.fromisoformat(f"{day.isoformat()}T{last}")
    elif not length:
        draft.to_mend.append(_("Say when it ends; one hour was assumed."))
    draft.head |= {"start": f"{start:%Y-%m-%dT%H:%M}", "end": f"{end:%Y-%m-%dT%H:%M}"}


def _where(draft: Draft, place: str) -> None:
    low = place.casefold()
    online = any(word in low for word in _ONLINE)
    both = "hybrid" in low or (
        online and any(sign in low for sign in (" und ", " & ", "/", " oder "))
    )
    draft.head["mode"] = "hybrid" if both else "online" if online else "onsite"
    if online and not both:
        return
    name, comma, rest = place.partition(", ")
    if comma and _HOUSE.search(rest) and not _HOUSE.search(name):
        draft.head |= {"venue": name[:_LONGEST_VENUE], "address": rest[:200]}
    else:
        draft.head["venue"] = place[:_LONGEST_VENUE] or _("not yet known")
    if not place:
        draft.to_mend.append(_("Say where people meet."))


def _audience(draft: Draft, entry: dict[str, Any]) -> str:
    given = plain(first_of(entry, "target_audience", "zielgruppe", "audience"))
    found = jekyll_words.audiences(given)
    if found:
        draft.head["audience"] = list(found)
    # The closed list says less than a sentence: the sentence stays in the text.
    plainly = given.casefold().startswith("alle ") and found == ("everyone",)
    return _("**For whom:** {text}").format(text=in_text(given)) if given and not plainly else ""


def _cost(draft: Draft, entry: dict[str, Any]) -> str:
    given = plain(first_of(entry, "cost", "kosten", "price", "preis"))
    word, price = jekyll_words.cost(given)
    draft.head["cost"] = word or "free"
    if price:
        draft.head["price"] = price
    if given and not word:
        draft.to_mend.append(_("Say what it costs; it says free for now."))
        return _("**Costs:** {text}").format(text=in_text(given))
    return ""


def _way_in(old: Old, draft: Draft, entry: dict[str, Any], ties: Ties) -> str:
    """How to register, and a line with the link of the old site where it leads to a page."""
    folder = draft.folder.removeprefix("events/")
    address = plain(first_of(entry, "booking_url", "link", "url"))
    words = in_text(entry.get("link_text")) or _("More about it")
    if shop := ties.tickets.get(folder):
        draft.head |= {"registration": "tickets", "registration_url": shop}
    if not address:
        return ""
    goal = Links(old, draft.folder, "", "/", draft.notes, draft.to_mend).goal(address)
    if not goal:
        draft.notes.append(_("Its link leads nowhere: {url}.").format(url=address))
        return ""
    if goal.startswith("https://") and not shop:
        draft.head |= {"registration": "link", "registration_url": goal}
        return ""
    if goal == f"/posts/{ties.lookbacks.get(folder, '')}":
        return ""
    return f"[{words}]({goal})"


def _online(draft: Draft) -> None:
    if draft.head["mode"] in ("online", "hybrid"):
        draft.head["online_note"] = _("How to get in is said on the page of the registration.")
    if "registration" not in draft.head:
        draft.head["registration"] = "none"
