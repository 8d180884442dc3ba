"""Read the texts of a playbook from the folder of a place: every fault of every file at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from oic_kit.errors import Fault, PageError
from oic_kit.model.chapter import Chapter, ChapterHead, SheetHead, Text
from oic_kit.say import _, ngettext
from oic_kit.services.front_matter import HeadError, split_page
from oic_kit.services.place_file import line_of

SHEETS = ("monday-sheet", "brief")
"""Documents of a few pages beside the book; their files carry no number."""

_CHAPTER = re.compile(r"\d+-(?P<id>[a-z0-9-]+)\.md")
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)")
_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]*:|/")
_Head = TypeVar("_Head", bound=SheetHead)


def chapters(folder: Path, language: str) -> tuple[Chapter, ...]:
    """Read all chapters of one language, in the order of their parts and numbers.

    Args:
        folder: a generated folder.
        language: code of the language.

    Raises:
        PageError: there is no chapter, or some do not hold; every fault is named.
    """
    root = folder / "playbook" / "chapters" / language
    reader = TextReader(root)
    found = []
    for file in sorted(root.glob("*.md")):
        name = _CHAPTER.fullmatch(file.name)
        if name and (text := reader.read(file, ChapterHead)):
            head, body = text
            found.append(Chapter(file=file.name, id=name["id"], head=head, body=body))
    reader.faults += _twice(found)
    if not found and not reader.faults:
        reader.faults.append(_("{folder}: there is no chapter").format(folder=root))
    reader.refuse()
    return tuple(sorted(found, key=lambda chapter: (chapter.head.part, chapter.head.number)))


def sheets(folder: Path, language: str) -> tuple[Text, ...]:
    """Read the documents beside the book; one that the place has removed is left out.

    Raises:
        PageError: some do not hold; every fault is named.
    """
    root = folder / "playbook" / "chapters" / language
    reader = TextReader(root)
    found = []
    for name in SHEETS:
        file = root / f"{name}.md"
        if file.is_file() and (text := reader.read(file, SheetHead)):
            head, body = text
            found.append(Text(file=file.name, id=name, head=head, body=body))
    reader.refuse()
    return tuple(found)


class TextReader:
    """Reads file after file and keeps the faults of all of them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._where = "/".join(root.parts[-3:])
        self.faults: list[str] = []

    def read(self, file: Path, model: type[_Head]) -> tuple[_Head, str] | None:
        """One file as head and body, or nothing if it has faults."""
        try:
            head, body, line = split_page(file.read_bytes().decode("utf-8-sig"))
            self._look_at_pictures(file, body, line)
            return model.model_validate_json(head.as_json(), extra="ignore"), body
        except UnicodeDecodeError:
            self._fault(file, 1, _("save the file as UTF-8"))
        except HeadError as error:
            self._fault(file, error.line, error.cure)
        except ValidationError as error:
            for each in error.errors():
                key = str(each["loc"][0]) if each["loc"] else ""
                field = model.model_fields.get(key)
                described = field.description if field else None
                cure = _(described) if described else each["msg"]
                line = head.line_of((key,))
                self._fault(file, line, line_of(Fault(key, "", cure)))
        return None

    def _look_at_pictures(self, file: Path, body: str, first: int) -> None:
        """A picture lies in the folder of the playbook: none is fetched, none comes from elsewhere."""
        playbook = self._root.parents[1].resolve()
        for number, text in enumerate(body.split("\n"), start=first):
            for picture in _PICTURE.findall(text):
                found = (self._root / picture).resolve()
                if _ELSEWHERE.match(picture) or not found.is_relative_to(playbook):
                    cure = _(
                        "save the picture “{name}” in the folder playbook and link to it there"
                    )
                    self._fault(file, number, cure.format(name=picture))
                elif not found.is_file():
                    cure = _("the picture “{name}” is missing; correct its name or bring it there")
                    self._fault(file, number, cure.format(name=picture))

    def _fault(self, file: Path, line: int, cure: str) -> None:
        self.faults.append(f"{self._where}/{file.name}:{line}: {cure}")

    def refuse(self) -> None:
        """Stop when there are faults."""
        if self.faults:
            count = len(self.faults)
            what = ngettext(
                "One fault in the playbook:", "{count} faults in the playbook:", count
            ).format(count=count)
            raise PageError(
                what + "".join(f"\n  {fault}" for fault in self.faults),
                remedy=_("Mend the lines above and run the command again."),
            )


def _twice(found: list[Chapter]) -> Iterator[str]:
    seen: dict[int, str] = {}
    for chapter in found:
        other = seen.setdefault(chapter.head.number, chapter.file)
        if other != chapter.file:
            yield _("{file}: number {number} is taken by {other}").format(
                file=chapter.file, number=chapter.head.number, other=other
            )
