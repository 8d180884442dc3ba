"""HTML inside a Markdown text, as Markdown: what has no counterpart vanishes, and is named."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?^ {0,3}\1[ \t]*$|(`+)(?!`).+?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)
_GONE = re.compile(
    r"<!--.*?-->|<(script|style|svg|noscript|template|object|form|button|select|textarea)\b"
    r"[^>]*>.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_IMAGE = re.compile(r"<img\b([^>]*)>", re.IGNORECASE)
_FRAME = re.compile(r"<iframe\b([^>]*)>(?:.*?</iframe\s*>)?", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*(\n?)", re.IGNORECASE)
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_VIDEO = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/embed/|youtu\.be/)([\w-]{11})|player\.vimeo\.com/video/(\d+)"
)
_SIGNS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "del": "~~", "s": "~~"}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "blockquote",
        "ul",
        "ol",
        "table",
        "thead",
        "tbody",
        "tr",
        "center",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "main",
        "aside",
        "nav",
    ]
)
_UNNAMED = frozenset(
    [
        "a",
        "br",
        "hr",
        "img",
        "iframe",
        "span",
        "u",
        "small",
        "sub",
        "sup",
        "mark",
        "kbd",
        "abbr",
        "font",
        "p",
        "div",
        "section",
        "li",
        "ul",
        "ol",
        "center",
    ]
)


@dataclass
class Fragments:
    """Turn HTML into Markdown.

    Args:
        film: writes a film of an address and a title, as the new site embeds it.
        dropped: names of the tags that have no counterpart, as they are met.
    """

    film: Callable[[str, str], str]
    dropped: set[str] = field(default_factory=set)

    def markdown(self, text: str) -> str:
        """The text without any HTML; code stays as it is."""
        if "<" not in text:
            return text
        made: list[str] = []
        at = 0
        for code in _CODE.finditer(text):
            made += (self._converted(text[at : code.start()]), code.group())
            at = code.end()
        return "".join((*made, self._converted(text[at:])))

    def _converted(self, text: str) -> str:
        text = _GONE.sub(self._gone, text)
        text = _FRAME.sub(self._frame, text)
        text = _IMAGE.sub(_image, text)
        text = _LINK.sub(_link, text)
        text = _HEADING.sub(lambda it: f"\n\n{'#' * int(it[1])} {_one_line(it[2])}\n\n", text)
        text = _without_breaks(text)
        return _TAG.sub(self._tag, _unindented(text))

    def _gone(self, found: re.Match[str]) -> str:
        if found.group(1):
            self.dropped.add(found.group(1).lower())
        return "\n" if "\n" in found.group() else ""

    def _frame(self, found: re.Match[str]) -> str:
        given = attributes(found.group(1))
        address, title = given.get("src", ""), given.get("title", "")
        if video := _VIDEO.search(address):
            where = (
                f"https://www.youtube.com/watch?v={video[1]}"
                if video[1]
                else f"https://vimeo.com/{video[2]}"
            )
            return f"\n\n{self.film(where, title)}\n\n"
        self.dropped.add("iframe")
        return f"\n\n[{_one_line(title) or address}]({address})\n\n" if address else ""

    def _tag(self, found: re.Match[str]) -> str:
        name, closing = found.group(1).lower(), found.group().startswith("</")
        if sign := _SIGNS.get(name):
            return sign
        if name == "li":
            return "" if closing else "\n- "
        if name == "hr":
            return "\n\n---\n\n"
        if name not in _UNNAMED:
            self.dropped.add(name)
        if name in ("td", "th"):
            return " "
        return "\n\n" if name in _BLOCKS else ""


def attributes(text: str) -> dict[str, str]:
    """What a tag says about itself, by name in small letters."""
    return {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }


def _image(found: re.Match[str]) -> str:
    given = attributes(found.group(1))
    source, alt = given.get("src", ""), given.get("alt", "")
    title = _one_line(given.get("title", "")).replace('"', "”")
    caption = f' "{title}"' if title else ""
    return f"![{_one_line(alt)}]({_address(source)}{caption})" if source else ""


def _link(found: re.Match[str]) -> str:
    address, words = attributes(found.group(1)).get("href", ""), _one_line(found.group(2))
    return f"[{words or address}]({_address(address)})" if address else words


def _address(address: str) -> str:
    return address.strip().replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _without_breaks(text: str) -> str:
    """A line break where Markdown has one; in a table and in a heading, a blank."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("|", "#")):
            lines[number] = _BREAK.sub(" ", line)
    # Two blanks and not a backslash: at the end of a paragraph, they do not show.
    return _BREAK.sub("  \n", "\n".join(lines))


def _unindented(text: str) -> str:
    """Lines inside of HTML blocks without their indentation, which Markdown would read as code."""
    depth, made = 0, []
    for line in text.split("\n"):
        tags = [tag for tag in _TAG.finditer(line) if tag[1].lower() in (*_BLOCKS, "li")]
        made.append(line.lstrip() if depth > 0 or tags else line)
        depth += sum(-1 if tag.group().startswith("</") else 1 for tag in tags)
        depth = max(depth, 0)
    return "\n".join(made)
