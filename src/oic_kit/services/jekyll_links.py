"""Links and pictures in the text of an old page, as the new site finds them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from oic_kit.model.jekyll_text import in_text, plain
from oic_kit.say import _
from oic_kit.services.jekyll_old import Old

_WORDS = r"((?:[^\[\]\\\n]|\\.|\n(?!\n)|!\[[^\]]*\]\([^)]*\)|\[[^\[\]]*\])*)"
_ADDRESS = r"\(\s*(<[^>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
_INLINE = re.compile(rf"(!?)\[{_WORDS}\]{_ADDRESS}(?:\s+(\"[^\"\n]*\"|'[^'\n]*'))?\s*\)")
_REFERENCE = re.compile(r"^ {0,3}\[([^\]^\n]+)\]:[ \t]*(\S+)(.*)$", re.MULTILINE)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|svg|bmp|tiff?)$", re.IGNORECASE)
_SHORTEST_ALT = 5


@dataclass
class Links:
    """Rewrites the links and pictures of one page."""

    old: Old
    page: str
    title: str
    seen_from: str
    notes: list[str]
    to_mend: list[str]
    _dead: list[str] = field(default_factory=list)
    _undescribed: bool = False

    def rewritten(self, text: str) -> str:
        """The text with links that lead somewhere, and pictures that lie beside it."""
        spans = [code.span() for code in _CODE.finditer(text)]
        text = _INLINE.sub(lambda found: self._inline(found, spans), text)
        return _REFERENCE.sub(self._reference, text)

    def _inline(self, found: re.Match[str], code: list[tuple[int, int]]) -> str:
        if any(start <= found.start() < end for start, end in code):
            return found.group()
        sign, words, address, title = found.groups()
        address = address.strip("<>")
        if sign:
            return self._image(words, address, title)
        if "![" in words:
            # A picture that is a link: both are looked at.
            words = _INLINE.sub(lambda inner: self._inline(inner, []), words)
        goal = self.goal(address)
        return f"[{words}]({goal}{f' {title}' if title else ''})" if goal else words

    def _reference(self, found: re.Match[str]) -> str:
        name, address, rest = found.groups()
        goal = self.goal(address.strip("<>"))
        return f"[{name}]: {goal}{rest}" if goal else ""

    def _image(self, alt: str, address: str, title: str | None) -> str:
        path = self.old.goal(address, seen_from=self.seen_from)
        if path is None:
            words = plain(alt) or address
            self.notes.append(
                _("A picture on another server became a link: {url}.").format(url=address)
            )
            return f"[{words}]({address})" if address.startswith("http") else words
        name, why = self.old.files.picture(path.split("?")[0], self.page)
        if not name:
            self.notes.append(why)
            return ""
        said = in_text(alt)
        if len(said) < _SHORTEST_ALT or _PICTURE.search(said):
            self._undescribed = True
            said = said if _SHORTEST_ALT > len(said) > 0 else "decorative"
        caption = f' "{plain(title[1:-1])}"'.replace('""', '"') if title else ""
        return f"![{said}]({name}{caption})"

    def goal(self, address: str) -> str | None:
        """Where a link leads in the new site; nothing when there is no such place."""
        if address.startswith("#") or re.match(r"(?:mailto|tel):\S", address):
            return address
        if _MAIL.fullmatch(address):
            return f"mailto:{address}"
        path = self.old.goal(address, seen_from=self.seen_from)
        if path is None:
            if re.match(r"https?://[^\s/]+\.[^\s/]+", address):
                return address
            self._dead.append(address)
            return None
        if page := self.old.page_at(path):
            return page
        bare = path.split("?")[0].split("#")[0]
        if _PICTURE.search(bare):
            found, _why = self.old.files.picture(bare, self.page)
        else:
            found, _why = self.old.files.file(bare)
        if not found:
            self._dead.append(address)
        return found or None

    def tell(self) -> None:
        """Say what came of the whole text."""
        if self._dead:
            shown = ", ".join(dict.fromkeys(plain(one)[:120] or "–" for one in self._dead))
            self.notes.append(
                _("Links that lead nowhere became plain words: {links}.").format(links=shown)
            )
        if self._undescribed:
            self.to_mend.append(_("Say what can be seen in the pictures of the text."))
