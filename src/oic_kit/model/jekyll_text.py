"""Texts of an old site, as the fields of the new one take them: clean, whole, and not too long."""

from __future__ import annotations

import html
import re
import unicodedata

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^<>\s]+[@.][^<>\s]+)>")
_SHORTCODE = re.compile(r"\{\{<\s*(\w+)[^\n]*?>\}\}(?:.*?\{\{<\s*/\1\s*>\}\})?", re.DOTALL)
# A break after a dash only served the look: "Fuß–<br>gänger" is one word.
_SPLIT = re.compile(r"(?<=\w)[-–]\s*<br\s*/?>\s*(?=[a-zäöüß])")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(\S(?:.*?\S)?)\1")
_LIQUID = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_SEPARATORS = (". ", ": ", " – ", " — ", " - ", " | ", "? ", "! ")
_MOST_MARKS = 4


def harmless(text: str) -> str:
    """Drop what can be neither seen nor published: control, direction and zero-width characters."""
    kept: list[str] = []
    marks = 0
    for sign in text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "):
        marks = marks + 1 if unicodedata.combining(sign) else 0
        hidden = sign in _INVISIBLE or 0xE0000 <= ord(sign) <= 0xE007F
        control = unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"
        if not (hidden or control or marks > _MOST_MARKS):
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


def plain(value: object) -> str:
    """One line of plain text: no tags, no entities, no Markdown, no Liquid, no soft hyphens."""
    if value is None or isinstance(value, dict | list):
        return ""
    text = _SPLIT.sub("", _LIQUID.sub("", str(value)))
    text = _TAG.sub(lambda tag: " " if tag.group().lower().startswith("<br") else "", text)
    text = html.unescape(_AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text)))
    text = _EMPHASIS.sub(r"\2", _TAG.sub("", text))
    return " ".join(harmless(text).split())


def shortened(text: str, longest: int, *, least: int = 20) -> str:
    """Cut a text where a thought ends, else after a word with an ellipsis.

    Args:
        text: one line.
        longest: most signs of the result.
        least: a thought that ends before this many signs says too little.
    """
    if len(text) <= longest:
        return text
    ends = [
        at + (1 if mark[0] in ".?!" else 0)
        for mark in _SEPARATORS
        for at in _all(text, mark)
        if least <= at < longest
    ]
    if ends:
        return text[: max(ends)].rstrip(" :–—-|")
    head = text[: longest - 2]
    return head[: head.rfind(" ") if " " in head[least:] else None].rstrip(" ,;:–—-") + " …"


def _all(text: str, mark: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(mark), text)]


def without_frame(title: str) -> str:
    """A title without the dashes that some editors set around its end: `Text - Look-back -`."""
    return re.sub(r"\s+[-–—]\s*$", "", re.sub(r"^\s*[-–—]\s+", "", title)).strip()


def first_sentences(body: str, *, longest: int) -> str:
    """The first words of a Markdown text as one plain line, without headings and pictures."""
    lines = [
        re.sub(r"^\s*(?:[-*+]|\d+\.)\s+", "", line)
        for line in _SHORTCODE.sub(" ", body).replace("{\\{", "{ {").splitlines()
        if line.strip() and not line.lstrip().startswith(("#", "!", "|", "```", ">"))
    ]
    return shortened(plain(" ".join(lines[:6])), longest, least=40)


def in_text(value: object) -> str:
    """One plain line that may stand inside a Markdown text: nothing in it calls a shortcode."""
    return plain(value).replace("{{", "{ {").replace("[", "(").replace("]", ")")


def quoted(text: str) -> str:
    """A value of a shortcode; the reader of shortcodes knows no line breaks in it."""
    flat = " ".join(text.split()).replace("\\", "").replace("{{", "{ {").replace("}}", "} }")
    return '"' + flat.replace('"', '\\"') + '"'
