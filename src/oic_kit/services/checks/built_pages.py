"""The built site as files: read without a browser, and fast enough for thousands of pages.

Hugo writes well-formed pages, so that patterns find their elements; what a browser would make of
them is left to the tests of the kit.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

_SITE = ("build", "site")
_TEXTS = ("site/content", "site/data", "site/i18n", "site/assets", "site/layouts", "site/static")
_ATTRIBUTES = r"((?:\s+[^\s>=/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)"
_ID = re.compile(r"\sid=(?:\"([^\"]*)\"|([^\s>\"']+))")
_ATTRIBUTE = re.compile(r"\s+([^\s>=/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
# Own scripts and data of the search; not pages of the site.
_APART = ("pagefind/", "admin/")


@dataclass(frozen=True)
class Element:
    """An opening tag.

    Args:
        attributes: by name, in small letters; entities are resolved.
        line: of the file, from 1.
    """

    name: str
    attributes: dict[str, str]
    line: int


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the built site; its text is read anew each time, so that memory stays small.

    Args:
        root: the folder of the built site.
        path: below it, with `/`.
    """

    root: Path
    path: str

    @property
    def text(self) -> str:
        """The file."""
        return (self.root / self.path).read_bytes().decode("utf-8", "replace")

    @property
    def shown(self) -> str:
        """Where the file lies, as a finding names it."""
        return f"build/site/{self.path}"


@dataclass(frozen=True)
class Built:
    """A built site that is not older than its texts."""

    root: Path

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file that a web server would show."""
        return frozenset(
            path.relative_to(self.root).as_posix()
            for path in self.root.rglob("*")
            if path.is_file()
        )

    @cached_property
    def pages(self) -> tuple[BuiltPage, ...]:
        """The HTML files, without those that belong to tools."""
        return tuple(
            BuiltPage(self.root, path)
            for path in sorted(self.files)
            if path.endswith(".html") and not path.startswith(_APART)
        )


def built_in(folder: Path) -> Built | None:
    """The built site of a folder, unless a text has changed since it was built."""
    root = folder.joinpath(*_SITE)
    start = root / "index.html"
    if not start.is_file():
        return None
    built = start.stat().st_mtime
    return None if any(changed > built for changed in _changes(folder)) else Built(root)


def is_stale(folder: Path) -> bool:
    """Whether there is a built site, but an old one."""
    return folder.joinpath(*_SITE, "index.html").is_file() and built_in(folder) is None


def _changes(folder: Path) -> Iterator[float]:
    yield (folder / "place.yaml").stat().st_mtime
    for below in _TEXTS:
        for path in (folder / below).rglob("*"):
            # A folder counts too: it tells that a file was removed.
            yield path.lstat().st_mtime


def elements_in(text: str, *names: str) -> Iterator[Element]:
    """The opening tags of some kinds in a page; none of those inside scripts and comments.

    Args:
        text: the HTML of a page.
        names: in small letters.
    """
    seen = _UNSEEN.sub(_blank, text)
    line, done = 1, 0
    for found in _opening(names).finditer(seen):
        line += seen.count("\n", done, found.start())
        done = found.start()
        yield Element(found.group(1).lower(), _attributes(found.group(2)), line)


def ids_in(text: str) -> frozenset[str]:
    """Every id of a page: where links with `#` may lead."""
    return frozenset(html.unescape(quoted or bare) for quoted, bare in _ID.findall(text))


@cache
def _opening(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"<({'|'.join(names)})(?=[\s/>]){_ATTRIBUTES}", re.IGNORECASE)


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): html.unescape(next((value for value in values if value), ""))
        for name, *values in _ATTRIBUTE.findall(text)
    }


def words_in(text: str) -> str:
    """What can be read on a page, every line where it was; scripts and tags are left out."""
    return html.unescape(_TAG.sub(_blank, _UNSEEN.sub(_blank, text)))


def _blank(found: re.Match[str]) -> str:
    # A script keeps its first tag: what it loads counts.
    kept = found.group().partition(">")[0] + ">" if found.group(0)[:7].lower() == "<script" else ""
    return kept + "\n" * found.group().count("\n") or " "
