"""Free words of old sites and the closed lists of the new one: German and English."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KINDS = (
    ("barcamp", ("barcamp", "bar camp", "unconference")),
    ("workshop", ("workshop", "werkstatt", "hackathon", "sprint", "labor")),
    ("training", ("schulung", "seminar", "training", "kurs", "gym", "course")),
    ("meetup", ("meetup", "meet-up", "treffen", "stammtisch", "netzwerk", "hour", "network")),
    ("talk", ("impuls", "vortrag", "talk", "lesung", "keynote", "podium", "lecture")),
    ("festival", ("festival", "fest", "feier", "markt", "market", "party")),
    ("exhibition", ("ausstellung", "exhibition", "messe")),
    ("consultation", ("sprechstunde", "beratung", "beteiligung", "consultation")),
    ("launch", ("auftakt", "kick-off", "kickoff", "launch")),
    ("visit", ("besuch", "führung", "exkursion", "visit", "tour")),
)
_AUDIENCES = (
    ("everyone", ("alle ", "alle*", "öffentlich", "bürger", "everyone", "everybody", "all ", "anyone",
                  "interessiert", "residents", "citizens", "einwohner")),
    ("administration", ("verwaltung", "politik", "administration", "council", "kommune")),
    ("business", ("wirtschaft", "unternehm", "business", "firm", "startup", "gründ", "compan")),
    ("research", ("wissenschaft", "forsch", "hochschul", "research", "academ", "universit")),
    ("culture", ("kultur", "kunst", "künst", "culture", "arts")),
    ("civil-society", ("zivilgesellschaft", "verein", "ehrenamt", "gemeinnützig", "civil society",
                       "non-profit", "volunteer", "initiative")),
    ("youth", ("jugend", "youth", "young")),
    ("schools", ("schule", "schüler", "school")),
)  # fmt: skip
_PHASES = (
    ("stopped", ("gestoppt", "eingestellt", "abgebrochen", "stopped", "cancelled")),
    ("done", ("abgeschlossen", "umgesetzt", "beendet", "fertig", "done", "finished", "completed")),
    ("operating", ("live", "betrieb", "läuft", "laufend", "running", "active", "aktiv")),
    ("testing", ("test", "pilot", "beta", "erprob", "gestartet", "started", "umsetzung")),
    ("idea", ("idee", "idea")),
    ("exploring", ("planung", "planned", "vorbereitung", "konzept", "planning")),
)
_CATEGORIES = (
    ("lookback", ("rückblick", "rueckblick", "retrospektive", "lookback", "look-back", "recap",
                  "retrospective")),
    ("interview", ("interview", "gespräch")),
    ("guide", ("methode", "tool", "anleitung", "handreichung", "guide", "how-to", "leitfaden",
               "werkzeug", "method")),
    ("announcement", ("ankündigung", "announcement", "einladung", "invitation")),
    ("news", ("event", "veranstaltung", "news", "aktuell", "neuigkeit", "projekte", "netzwerk")),
)  # fmt: skip
_FREE = ("kostenlos", "kostenfrei", "frei", "free", "gratis", "umsonst")
_UNITS = (
    (re.compile(r"(?:min|minut)"), 1),
    (re.compile(r"(?:std|stunde|hour|hr|h\b)"), 60),
    (re.compile(r"(?:tag|day)"), 24 * 60),
)
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?|½|halb\w*|half)\s*([a-zäöü]+)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?::|\.|h)?(\d{2})?\s*(?:uhr|h|am|pm)?", re.IGNORECASE)


def _first(text: str, table: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    low = f"{text.casefold()} "
    return next((word for word, stems in table if any(stem in low for stem in stems)), "")


def event_kind(text: str) -> str:
    """What kind of meeting a category names; `other` when no word is known."""
    return _first(text, _KINDS) or "other"


def audiences(text: str) -> tuple[str, ...]:
    """Whom a sentence about the audience names, in the order of the closed list."""
    low = f"{text.casefold()} "
    return tuple(word for word, stems in _AUDIENCES if any(stem in low for stem in stems))


def cost(text: str) -> tuple[str, str]:
    """What it costs: the word of the closed list and the price; both empty when nothing is known."""
    low = text.casefold().strip()
    if not low or any(word in low for word in _FREE):
        return ("free", "") if low else ("", "")
    if "spende" in low or "donation" in low:
        return "donation", ""
    return ("paid", text.strip()[:60]) if re.search(r"\d", low) else ("", "")


def phase(text: str) -> str:
    """How far a project has come; empty when the word for it is not known."""
    return _first(text, _PHASES)


def category(texts: Sequence[str], title: str) -> str:
    """What kind of text a post is; empty when neither its categories nor its title say so."""
    if _first(title, _CATEGORIES[:1]):
        return "lookback"
    found = [_first(text, _CATEGORIES) for text in texts]
    order = [word for word, _stems in _CATEGORIES]
    return min(filter(None, found), key=order.index, default="")


def minutes(duration: object) -> int | None:
    """How long something takes: `1,5 Stunden`, `90 Minuten`, `2 days` in minutes.

    Returns:
        Nothing when the text names no length of time.
    """
    total = 0.0
    for found in _AMOUNT.finditer(str(duration or "")):
        number, unit = found.group(1).casefold(), (found.group(2) or "").casefold()
        size = next((minutes for form, minutes in _UNITS if form.match(unit)), 0)
        value = 0.5 if number[0] in "½h" else float(number.replace(",", "."))
        total += value * size
    return round(total) if 0 < total <= 14 * 24 * 60 else None


def clock(text: object) -> str | None:
    """A time of day as `HH:MM`; YAML reads an unquoted `16:30` as 990, which is understood too."""
    if isinstance(text, bool) or text is None:
        return None
    if isinstance(text, int):
        return f"{text // 60:02}:{text % 60:02}" if 0 <= text < 24 * 60 else None
    found = _CLOCK.match(str(text).strip())
    if not found:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    if str(text).casefold().rstrip().endswith("pm") and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
