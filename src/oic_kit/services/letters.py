"""Read the letters and forms of a place, and gather each as a document to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from oic_kit.model.letter import Letter, LetterHead
from oic_kit.services.paper_words import paper_words
from oic_kit.services.playbook_book import Source, around
from oic_kit.services.playbook_chapters import TextReader
from oic_kit.services.playbook_words import playbook_words

FOLDER = "templates"


def letters(folder: Path, language: str) -> tuple[Letter, ...]:
    """Read all letters of one language, sorted by name; those that the place added are among them.

    Args:
        folder: a generated folder.
        language: code of the language.

    Raises:
        PageError: some do not hold; every fault is named.
    """
    root = folder / "playbook" / FOLDER / language
    reader = TextReader(root)
    found = []
    for file in sorted(root.glob("*.md")):
        if text := reader.read(file, LetterHead):
            head, body = text
            found.append(Letter(file=file.name, id=file.stem, head=head, body=body))
    reader.refuse()
    return tuple(found)


def letter_book(source: Source, language: str, letter: Letter) -> dict[str, Any]:
    """Gather a letter as the printing house reads it: its text, and a last page about it.

    Args:
        source: the folder whose letter it is.
        language: code of the language.
        letter: the letter.
    """
    words = playbook_words(language, source.folder)
    head = letter.head
    sheet = {
        "id": letter.id,
        "file": letter.file,
        "title": head.title,
        "description": head.description,
        "body": letter.body,
        "note": {
            "start": paper_words(language)["letter"]["start"],
            "body": "\n".join(_note(letter, language)),
        },
    }
    about = around(source, language, words, head.title, head.description)
    return {**about, "sheet": sheet, "files": []}


def _note(letter: Letter, language: str) -> Iterator[str]:
    """The last page in Markdown: what it is for, when, who signs, what to look at, what to fill in."""
    words, head = paper_words(language)["letter"], letter.head
    yield f"## {words['about']}\n"
    yield f"- **{words['purpose']}:** {head.description}"
    yield f"- **{words['when']}:** {head.when}"
    yield f"- **{words['signed_by']}:** {head.signed_by}"
    yield f"- **{words['caution']}:** {head.caution}"
    yield f"- **{words['sources']}:** {head.sources}\n"
    if letter.fields:
        yield f"## {words['fields']}\n"
        yield f"{words['fields_lead']}\n"
        yield from (f"- [ ] {field}" for field in letter.fields)
