"""The star in "Kolleg*innen": Markdown takes two of them for the ends of an emphasis, and drops both."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A word that no single star opens, then a star and an ending for people up to the end of the word;
# "innen" also in front of another word.
_STAR = re.compile(
    r"(?<![\w\\])(?<!(?<!\*)\*)[^\W\d_][\w-]*"
    r"(?P<star>\*)(?=(?:innen|(?:in|e[rnms]?|[rnms])(?![^\W\d_]))(?!\*(?!\*)))"
)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})")


def lost_stars(body: str) -> Iterator[int]:
    """The lines, from 0, on which stars between a word and its ending would not be shown.

    Args:
        body: Markdown below the head of a page.
    """
    start = 0
    for paragraph in re.split(r"\n[ \t]*\n", _without_code(body)):
        found = list(_STAR.finditer(paragraph))
        if len(found) > 1:
            lines = {start + paragraph.count("\n", 0, star.start("star")) for star in found}
            yield from sorted(lines)
        start += paragraph.count("\n") + 2


def with_kept_stars(body: str) -> str:
    """The same text with a backslash before each such star: it is shown wherever it stands."""
    kept, done = [], 0
    for star in _STAR.finditer(_without_code(body)):
        kept += [body[done : star.start("star")], "\\"]
        done = star.start("star")
    return "".join([*kept, body[done:]])


def _without_code(body: str) -> str:
    """Blank out code, letter by letter: a star in it is shown as it stands."""
    kept, inside = [], False
    for line in body.split("\n"):
        fence = bool(_FENCE.match(line))
        blank = " " * len(line)
        kept.append(blank if inside or fence else _CODE.sub(lambda it: " " * len(it[0]), line))
        inside ^= fence
    return "\n".join(kept)
