"""Read the pages of a site: what holds, and what to mend in the others."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from oic_kit.errors import Fault
from oic_kit.model.content import Base
from oic_kit.model.content_kinds import model_of
from oic_kit.say import _
from oic_kit.services.faults import faults_of
from oic_kit.services.front_matter import Head, HeadError, split_page
from oic_kit.services.template import files_below

# Pages that the kit itself writes there, when the playbook is public.
_GENERATED = "playbook"
# folder / item / file
_ITEM = 3
_NAME = re.compile(r"_?index\.([a-z]{2,3}(?:-[A-Za-z]{2,})?)\.md")


@dataclass(frozen=True, order=True)
class PageFault:
    """One thing to mend in a page: where it stands, what was given, what to write instead.

    Args:
        file: path below the folder of the site, with slashes.
        line: line of the file, from 1.
        key: dotted path in the head of the page; empty when it is about the text or the file.
        given: the value as the editor wrote it, shortened.
        cure: one sentence that says what to write instead.
    """

    file: str
    line: int
    key: str
    given: str
    cure: str


@dataclass(frozen=True)
class Page:
    """A page that was read and holds."""

    file: str
    kind: str
    id: str
    language: str
    meta: Base
    head: Head = field(repr=False)
    body: str = field(repr=False)
    body_line: int = 1

    def fault(self, key: str, given: str, cure: str) -> PageFault:
        """A fault in one field of this page."""
        return PageFault(self.file, self.head.line_of(key.split(".")), key, given, cure)


@dataclass(frozen=True)
class Content:
    """Every page of a site: those that hold, and what to mend in the others.

    Args:
        pages: the pages that hold.
        faults: what to mend in the others.
        folders: where pages lie below `content/`, such as `events/opening`, faults or not.
    """

    pages: tuple[Page, ...]
    faults: tuple[PageFault, ...]
    folders: frozenset[str] = frozenset()

    def ids(self, kind: str) -> frozenset[str]:
        """The folder names of one kind, also of pages with faults."""
        return self._ids.get(kind, frozenset())

    @functools.cached_property
    def tops(self) -> frozenset[str]:
        """The folders right below `content/`."""
        return frozenset(folder.partition("/")[0] for folder in self.folders)

    @functools.cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for folder in self.folders:
            kind, _slash, name = folder.partition("/")
            if name:
                found.setdefault(kind, set()).add(name)
        return {kind: frozenset(names) for kind, names in found.items()}


def read_content(site: Path) -> Content:
    """Read all pages of a site.

    Args:
        site: the folder that holds `content/`.
    """
    pages: list[Page] = []
    faults: list[PageFault] = []
    folders: set[str] = set()
    content = site / "content"
    for path in files_below(content):
        steps = path.relative_to(content).parts
        if path.suffix != ".md" or steps[0] == _GENERATED:
            continue
        folders.add("/".join(steps[:-1]))
        read = _read(path, path.relative_to(site).as_posix(), steps)
        if isinstance(read, Page):
            pages.append(read)
        else:
            faults += read
    return Content(tuple(pages), tuple(sorted(faults)), frozenset(folders))


def _read(path: Path, file: str, steps: tuple[str, ...]) -> Page | list[PageFault]:
    model, name = model_of(steps), _NAME.fullmatch(steps[-1])
    if model is None or name is None:
        cure = _("put it where pages live, e.g. content/events/my-event/index.de.md")
        return [PageFault(file, 1, "", "", cure)]
    try:
        head, body, body_line = split_page(path.read_bytes().decode("utf-8-sig"))
        meta = model.model_validate_json(head.as_json())
    except UnicodeDecodeError:
        return [PageFault(file, 1, "", "", _("save it as UTF-8"))]
    except HeadError as error:
        return [PageFault(file, error.line, "", "", error.cure)]
    except ValidationError as error:
        found = faults_of(error, given=head.values, model=model)
        return list(_placed(found, file, head))
    identity = steps[1] if len(steps) == _ITEM else ""
    return Page(file, steps[0], identity, name.group(1), meta, head, body, body_line)


def _placed(faults: list[Fault], file: str, head: Head) -> Iterator[PageFault]:
    for fault in faults:
        line = head.line_of(fault.key.split("."))
        yield PageFault(file, line, fault.key, fault.given, fault.cure)
