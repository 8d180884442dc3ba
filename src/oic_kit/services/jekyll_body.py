"""The text of an old page as the new site reads it: Markdown and shortcodes, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from oic_kit.model.jekyll_html import Fragments
from oic_kit.model.jekyll_liquid import Include, Output, Piece, Tag, Text, pieces, value_of
from oic_kit.model.jekyll_text import plain, quoted
from oic_kit.say import _
from oic_kit.services.jekyll_includes import written
from oic_kit.services.jekyll_links import Links
from oic_kit.services.jekyll_old import Old

_FENCED = re.compile(
    r"(^ {0,3}(?:`{3,}|~{3,})[^\n]*\n.*?^ {0,3}(?:`{3,}|~{3,})[ \t]*$)", re.M | re.S
)
_KEPT = re.compile("\ue000(\\d+)\ue001")
_TICKETS = re.compile(
    r"<pretix-widget\b[^>]*\bevent=[\"']([^\"']+)[\"'][^>]*>(?:\s*</pretix-widget>)?"
)
_ATTRIBUTES = re.compile(r"[ \t]*\{:(?![:}])[^}\n]*\}|[ \t]+\{#[\w-]+\}[ \t]*$|^\{::[^}]*\}$", re.M)
_TOC = re.compile(r"^[*\-\d.]+[ \t]+\S.*\n\{:[ \t]*toc[^}]*\}|^\{:[ \t]*toc[^}]*\}", re.M | re.I)
_TARGET = re.compile(r"(\]\([^)\n]*\))\{:?[^}\n]*\}")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(?=\S)", re.M)
_UNDERLINED = re.compile(r"^(?![#>\-*|])(\S.*)\n=+[ \t]*$", re.M)
_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.M)


@dataclass
class Writer:
    """Writes the text of one page.

    Args:
        old: the old site.
        page: folder of the new page, such as `posts/summer`.
        title: its title, for pictures that nobody described.
        seen_from: its old address, for links that begin in its folder.
        notes: what is different.
        to_mend: what somebody should write better.
        toc: whether the old page showed a table of contents.
        tickets: addresses of the ticket shop that stood in the text.
    """

    old: Old
    page: str
    title: str
    seen_from: str = "/"
    notes: list[str] = field(default_factory=list)
    to_mend: list[str] = field(default_factory=list)
    toc: bool = False
    tickets: list[str] = field(default_factory=list)
    _kept: list[str] = field(default_factory=list)

    def markdown(self, body: str) -> str:
        """Write a text."""
        self._kept.clear()
        text = body.replace("\ue000", "").replace("\ue001", "")
        text = "".join(self._piece(piece) for piece in pieces(text))
        text = _TICKETS.sub(lambda found: self._keep(self._ticket(found.group(1))), text)
        fragments = Fragments(film=lambda url, title: self._keep(self.film(url, title)))
        text = fragments.markdown(self._without_kramdown(text))
        if fragments.dropped:
            tags = ", ".join(sorted(fragments.dropped))
            self.notes.append(_("HTML was left out: {tags}.").format(tags=tags))
        text = text.replace("{{<", "{\\{<").replace("{{%", "{\\{%")
        text = self._outside_code(text)
        text = _KEPT.sub(lambda found: self._kept[int(found.group(1))], text)
        return re.sub(r"\n{3,}", "\n\n", text).strip("\n")

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Text():
                return piece.text
            case Include():
                return self._keep(written(piece, self))
            case Output():
                return self._output(piece)
            case Tag():
                return self._tag(piece)

    def _keep(self, text: str) -> str:
        """Put a finished piece aside, so that nothing that follows changes it."""
        self._kept.append(text)
        return f"\ue000{len(self._kept) - 1}\ue001" if text else ""

    def _output(self, piece: Output) -> str:
        value = value_of(piece.expression, self.old.facts)
        if value is None:
            shown = plain(piece.expression)[:80] or "…"
            self.notes.append(_("A value of Liquid was left out: {code}.").format(code=shown))
        return value or ""

    def _tag(self, piece: Tag) -> str:
        if piece.name in ("link", "post_url"):
            name = piece.rest.rsplit("/", 1)[-1].rsplit(".", 1)[0]
            name = re.sub(r"^\d{4}-\d{2}-\d{2}-", "", name)
            return next((url for url in self.old.addresses if url.rstrip("/").endswith(name)), "/")
        note = _("A command of Liquid was left out: {name}.").format(name=plain(piece.name)[:40])
        if note not in self.notes:
            self.notes.append(note)
        return ""

    def _ticket(self, address: str) -> str:
        self.tickets.append(address)
        return f"\n\n{{{{< ticket url={quoted(address)} title={quoted(self.title)} >}}}}\n\n"

    def ticket(self, event: str) -> str:
        """The ticket shop for an event of it."""
        if not self.old.tickets or not re.fullmatch(r"[\w./-]+", event):
            self.notes.append(_("A ticket shop was left out, because its address is unknown."))
            return ""
        return self._ticket(f"{self.old.tickets}{event}/")

    def film(self, address: str, title: str) -> str:
        """A film from elsewhere; it loads nothing before the click."""
        shown = plain(title) or self.title
        return f"\n\n{{{{< video url={quoted(address)} title={quoted(shown)} >}}}}\n\n"

    def _without_kramdown(self, text: str) -> str:
        """Without the signs of kramdown that other readers of Markdown would print."""
        if _TOC.search(text):
            self.toc = True
            text = _TOC.sub("", text)
        text = _ATTRIBUTES.sub("", _TARGET.sub(r"\1", text))
        return _TIGHT_HEADING.sub(r"\1 ", _UNDERLINED.sub(r"# \1", text))

    def _outside_code(self, text: str) -> str:
        """Links, pictures and headings; code between fences stays as it is."""
        parts = _FENCED.split(text)
        levels = [len(sign[1]) for part in parts[::2] for sign in _HEADING.finditer(part)]
        deeper = "#" if 1 in levels else ""
        if deeper:
            self.notes.append(_("Headings are one level deeper; the title is the only first one."))
        links = Links(self.old, self.page, self.title, self.seen_from, self.notes, self.to_mend)
        for number in range(0, len(parts), 2):
            part = _HEADING.sub(lambda sign: f"{(deeper + sign[1])[:6]} ", parts[number])
            parts[number] = links.rewritten(part)
        links.tell()
        return "".join(parts)
