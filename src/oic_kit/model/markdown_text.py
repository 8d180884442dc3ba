"""Text that means nothing in Markdown, in a Hugo shortcode, or at the start of a line."""

from __future__ import annotations

import re

_MEANING = re.compile(r"[\\`*_{}\[\]<>#+!|&~$%^=@-]")
_HARMLESS = re.compile(r"(?<=\w)-(?=\w)")


def literal(text: str) -> str:
    """Write a text so that Markdown shows exactly its characters.

    Signs with a meaning become character references: unlike a backslash they survive Hugo, which
    looks for shortcodes (`{{<`) before it reads Markdown. A hyphen inside a word stays readable.
    """
    keep = "\ue000"
    hidden = _HARMLESS.sub(keep, text)
    return _MEANING.sub(lambda found: f"&#{ord(found[0])};", hidden).replace(keep, "-")
