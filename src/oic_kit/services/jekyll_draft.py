"""A page of the new site that an item of the old one becomes, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from oic_kit.model.jekyll_outcome import Entry, Outcome
from oic_kit.model.jekyll_text import (
    first_sentences,
    harmless,
    in_text,
    plain,
    shortened,
    without_frame,
)
from oic_kit.say import _

LONGEST_TITLE = 90
LONGEST_DESCRIPTION = 200
SHORTEST_DESCRIPTION = 40
_LEAST_OF_TITLE = 36
_ENOUGH = 140


@dataclass
class Draft:
    """A page in the making.

    Args:
        source: where the item stood in the old site.
        kind: what it is, as the report names it.
        folder: folder of the new page below `content/`, such as `posts/summer`.
        head: its front matter.
        body: its text.
        name: of the file without language and ending: `index`, or `_index` for a list.
        notes: what is different.
        to_mend: what somebody should write better.
    """

    source: str
    kind: str
    folder: str
    head: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    name: str = "index"
    notes: list[str] = field(default_factory=list)
    to_mend: list[str] = field(default_factory=list)

    def path(self, language: str) -> str:
        """The file of the page, below the generated folder."""
        return f"site/content/{self.folder}/{self.name}.{language}.md"

    def aliases_from(self, *addresses: str) -> None:
        """Let old addresses lead to the page."""
        known = self.head.setdefault("aliases", [])
        known.extend(address for address in addresses if address not in known)

    def entry(self, language: str) -> Entry:
        """The page as a line of the report."""
        return Entry(
            source=harmless(self.source),
            kind=self.kind,
            outcome=Outcome.CHANGED if self.notes else Outcome.TAKEN,
            target=self.path(language),
            title=str(self.head.get("title", "")),
            notes=tuple(dict.fromkeys(self.notes)),
            to_mend=tuple(dict.fromkeys(self.to_mend)),
            redirects=tuple(self.head.get("aliases", ())),
        )


def left(source: str, kind: str, why: str, *, title: str = "") -> Entry:
    """An item that stays behind."""
    return Entry(harmless(source), kind, Outcome.LEFT, title=plain(title), notes=(why,))


def name_it(draft: Draft, title: object, *, fallback: str) -> str:
    """Give a page its title.

    Returns:
        The whole title as a paragraph when it had to be shortened, else nothing.
    """
    whole = without_frame(plain(title)) or plain(fallback)
    draft.head["title"] = shortened(whole, LONGEST_TITLE, least=_LEAST_OF_TITLE)
    if len(draft.head["title"]) < 3:
        draft.head["title"] = f"{whole} …"
    if draft.head["title"] == whole or len(whole) <= LONGEST_TITLE:
        return ""
    draft.head["title"] = draft.head["title"].removesuffix(".")
    draft.notes.append(_("The title was shortened; the whole one begins the text."))
    return f"**{in_text(whole)}**"


def describe_it(draft: Draft, teaser: object, body: str) -> str:
    """Give a page its description of 40 to 200 letters.

    Args:
        draft: the page, with its title.
        teaser: what stood in the old site; may be nothing.
        body: the text, for its first sentence.

    Returns:
        The whole teaser as a paragraph when it had to be shortened, else nothing.
    """
    given = plain(teaser)
    if SHORTEST_DESCRIPTION <= len(given) <= LONGEST_DESCRIPTION:
        draft.head["description"] = given
        return ""
    if len(given) > LONGEST_DESCRIPTION:
        said = shortened(given, LONGEST_DESCRIPTION, least=SHORTEST_DESCRIPTION)
        draft.head["description"] = said
        draft.notes.append(_("The description was shortened; the whole one begins the text."))
        return in_text(given)
    begins = first_sentences(body, longest=_ENOUGH - len(given))
    said = " ".join(filter(None, (given, begins)))
    if len(said) < SHORTEST_DESCRIPTION:
        moved = _("This page was taken over from the former website.")
        said = " ".join(filter(None, (said, moved)))
    draft.head["description"] = shortened(said, LONGEST_DESCRIPTION, least=SHORTEST_DESCRIPTION)
    draft.to_mend.append(_("Write a description of 40 to 200 letters."))
    return ""


def body_of(*paragraphs: str) -> str:
    """Paragraphs below each other; empty ones vanish."""
    return "\n\n".join(filter(None, (text.strip("\n") for text in paragraphs)))
