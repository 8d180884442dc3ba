"""Find passages that two languages of the template do not share: changed or built in one of them only.

A passage is what stands below a heading, or what stands under a key of a YAML file. The languages
say the same in the same order, so passages of two files are told apart by their number.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oic_kit.services.switches import language_in

_HEADING = re.compile(r"^(#{1,4}) +(.*)$")
_FENCE = re.compile(r"^ *(?:```|~~~)")
_KEY = re.compile(r"^([A-Za-z_][\w-]*):")
_YAML = re.compile(r"(?:^|/)([a-z]{2})(\.[a-z]+)?\.yaml$")
_ITEM = re.compile(r"^ *(?:[-*]|\d+\.) ")
_FIRST = "de"
"""The language in which the others are looked up."""


@dataclass(frozen=True)
class Section:
    """A passage: its heading or key, the line on which that stands, and everything below it."""

    title: str
    line: int
    level: int
    text: str

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Level of the heading, and how many items, rows of tables and blocks of code follow."""
        lines = self.text.splitlines()
        return (
            self.level,
            sum(bool(_ITEM.match(line)) for line in lines),
            sum(line.lstrip().startswith("|") for line in lines),
            sum(bool(_FENCE.match(line)) for line in lines),
        )


@dataclass(frozen=True, order=True)
class OneSided:
    """A passage that one language has and the other lacks, or that changed in one of them only."""

    path: str
    line: int
    title: str
    other: str


def sections(path: str, text: str) -> list[Section]:
    """Take a file apart into its passages; what stands above the first heading is one as well."""
    found: list[Section] = []
    title, level, begin, fenced = "", 0, 1, False
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _heading(path, line)
        if heading:
            found.append(Section(title, begin, level, "\n".join(lines[begin - 1 : number - 1])))
            level, title = heading
            begin = number
    found.append(Section(title, begin, level, "\n".join(lines[begin - 1 :])))
    return found


def _heading(path: str, line: str) -> tuple[int, str] | None:
    if path.endswith(".yaml"):
        return (1, key[1]) if (key := _KEY.match(line)) else None
    return (len(found[1]), found[2]) if (found := _HEADING.match(line)) else None


def pairs(paths: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Files that say the same in two languages: the first language's, and the other's."""
    for path in sorted(paths):
        if _code(path) == _FIRST:
            for other in sorted(paths):
                if _code(other) not in ("", _FIRST) and _same_but_language(path, other):
                    yield path, other


def _code(path: str) -> str:
    bare = path.removesuffix(".jinja")
    if found := _YAML.search(bare):
        return found[1]
    return language_in(bare)


def _same_but_language(path: str, other: str) -> bool:
    return _neutral(path) == _neutral(other)


def _neutral(path: str) -> str:
    code = re.escape(_code(path))
    return re.sub(rf"(?<=[/.]){code}(?=[/.])", "*", path)


def changed_in_one(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[OneSided, ...]:
    """List the passages that changed in one language only.

    Args:
        before: texts of the template by path, as they were.
        after: the same as they are.
    """
    found = []
    for first, other in pairs(after):
        mine, theirs = (_touched(before.get(it, ""), after[it], it) for it in (first, other))
        found += [_told(after, first, other, number) for number in mine - theirs]
        found += [_told(after, other, first, number) for number in theirs - mine]
    return tuple(sorted(found))


def _touched(before: str, after: str, path: str) -> set[int]:
    """The numbers of the passages that changed; what was taken out counts where it stood."""
    old, new = ([it.text for it in sections(path, text)] for text in (before, after))
    touched: set[int] = set()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, _old_from, _old_to, begin, end in matcher.get_opcodes():
        if what != "equal":
            touched.update(range(begin, max(end, begin + 1)))
    return touched


def _told(texts: Mapping[str, str], path: str, other: str, number: int) -> OneSided:
    found = sections(path, texts[path])
    section = found[min(number, len(found) - 1)]
    return OneSided(path, section.line, section.title, other)


def built_unlike(texts: Mapping[str, str]) -> tuple[OneSided, ...]:
    """List the passages that two languages do not build alike: another level, more items or rows."""
    found = []
    for first, other in pairs(texts):
        mine, theirs = sections(first, texts[first]), sections(other, texts[other])
        for section, twin in zip(mine, theirs, strict=False):
            if section.shape != twin.shape:
                found.append(OneSided(first, section.line, section.title, f"{other}:{twin.line}"))
        found += [OneSided(first, it.line, it.title, other) for it in mine[len(theirs) :]]
        found += [OneSided(other, it.line, it.title, first) for it in theirs[len(mine) :]]
    return tuple(sorted(found))
