"""Write what follows from the schemas of the pages: archetypes of the theme, and reference pages.

    python scripts/content_reference.py

Tests fail while a file is not as this script would write it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oic_kit.model.content_fields import ASKED, SINGULAR, ContentField, Shape, fields_of
from oic_kit.model.content_kinds import KINDS, SHARED_FACTS
from oic_kit.model.finding import Counts, Finding, Report, Who
from oic_kit.services.archetypes import FOLDER, archetypes
from oic_kit.services.checks.registry import CHECKS

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "docs" / "reference" / "content.md"
CHECK = ROOT / "docs" / "reference" / "check-json.md"
_SHAPES = {
    Shape.LINE: "one line",
    Shape.TEXT: "text",
    Shape.DAY: "day",
    Shape.MOMENT: "day and time",
    Shape.MONTH: "month",
    Shape.YES_NO: "true or false",
    Shape.NUMBER: "number",
    Shape.CHOICE: "one word",
    Shape.ITEM: "name of a folder",
    Shape.EMAIL: "e-mail",
    Shape.ADDRESS: "https address",
    Shape.LANGUAGE: "language code",
    Shape.COORDINATES: "two numbers",
    Shape.BLOCK: "block",
}


def pages() -> dict[Path, str]:
    """Everything that this script writes, by path."""
    theme = ROOT / "template" / FOLDER
    found = {theme / name: text for name, text in archetypes().items()}
    return found | {CONTENT: "\n".join(_content()), CHECK: "\n".join(_check())}


def _content() -> Iterator[str]:
    yield "# What pages may say about themselves"
    yield ""
    yield "Every page is a folder with one file for each language, such as"
    yield "`site/content/events/opening/index.de.md`: keys between two lines of `---`, then the text."
    yield "`oic-kit add`, `oic-kit check`, the web editor and the archetypes follow the same schemas."
    yield "This page is written by `scripts/content_reference.py`."
    shared = set.intersection(*({it.name for it in fields_of(kind)} for kind in KINDS))
    yield from ("", "## Every kind of page", "")
    yield from _table(it for it in fields_of("events") if it.name in shared)
    names = {folder: one for one, folder in SINGULAR.items()}
    for kind in KINDS:
        yield from ("", f"## {kind}", "")
        yield f"`oic-kit add {names[kind]}` asks for: {', '.join(f'`{it}`' for it in ASKED[kind])}."
        if kind in SHARED_FACTS:
            facts = ", ".join(f"`{it}`" for it in SHARED_FACTS[kind])
            yield f"The same in every language: {facts}."
        yield ""
        yield from _table(it for it in fields_of(kind) if it.name not in shared)
    yield ""


def _table(fields: Iterator[ContentField]) -> Iterator[str]:
    yield "| Key | Is called | Needed | Holds | What to write |"
    yield "| --- | --- | --- | --- | --- |"
    for field in fields:
        shape = f"list: {_SHAPES[field.shape]}" if field.many else _SHAPES[field.shape]
        words = ", in each language" if field.translated else ""
        needed = "yes" if field.required else ""
        cure = field.cure.replace("|", "\\|")
        yield f"| `{field.name}` | {field.label} | {needed} | {shape}{words} | {cure} |"
        for part in field.parts:
            yield f"| `{field.name}[].{part.name}` | {part.label} | | {_SHAPES[part.shape]} | {part.cure} |"


def _check() -> Iterator[str]:
    yield "# What `oic-kit check --json` says"
    yield ""
    yield "One object. `oic-kit check --schema` prints its JSON Schema."
    yield "The exit code is 0 when nothing is to mend and 1 otherwise; hints never count."
    yield "With `--go-live`, what keeps a site from going live becomes an error, and only errors count."
    yield "This page is written by `scripts/content_reference.py`."
    for name, model in (
        ("The report", Report),
        ("`counts`", Counts),
        ("An entry of `findings`", Finding),
    ):
        yield from ("", f"## {name}", "", "| Key | Says |", "| --- | --- |")
        for key, field in model.model_fields.items():
            yield f"| `{key}` | {field.description} |"
    yield from ("", "## `check`", "", "| Check | Asks | Severity | Keeps from going live | Role |")
    yield "| --- | --- | --- | --- | --- |"
    for check in CHECKS:
        blocks = "yes" if check.blocks else ""
        yield f"| `{check.id}` | {check.question} | {check.severity} | {blocks} | {check.who} |"
    yield from ("", "## `who`", "", ", ".join(f"`{who}`" for who in Who), "")


def main() -> None:
    """Write every file."""
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
