"""Bring the catalogues under `locales/` in step with what the code says.

    python scripts/catalogue.py        # adds new sentences, drops those that died, keeps the rest

A new language is a new file: `python scripts/catalogue.py fr` starts it.
`tests/test_catalogues.py` fails while a sentence has no translation.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from pydantic import BaseModel

from oic_kit.model.content_kinds import KINDS
from oic_kit.model.content_pages import Home, Section, SinglePage
from oic_kit.model.content_report import Report
from oic_kit.model.letter import LetterHead
from oic_kit.model.place import Place

PACKAGE = Path(__file__).parents[1] / "src" / "oic_kit"
LOCALES = PACKAGE / "locales"
_KEYWORDS = {"_": None, "ngettext": (1, 2)}


def sentences() -> Catalog:
    """Everything that the tool may say, in English, with the places where it is said."""
    catalogue = Catalog(project="oic-kit", charset="utf-8", fuzzy=False)
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=_KEYWORDS)
    for path, _line, message, _comments, _context in sorted(found, key=lambda item: str(item[:2])):
        catalogue.add(message, locations=[(path, 0)])
    models = (Place, *KINDS.values(), Home, LetterHead, Report, Section, SinglePage)
    said = {sentence for model in models for sentence in _model_sentences(model)}
    for message, path in sorted({*said, *_refusals()}):
        catalogue.add(message, locations=[(path, 0)])
    return catalogue


def _model_sentences(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """What the record's model says about its blocks and keys."""
    path = model.__module__.removeprefix("oic_kit.").replace(".", "/") + ".py"
    if sentence := " ".join((model.__doc__ or "").strip().split("\n\n")[0].split()):
        yield sentence, path
    for field in model.model_fields.values():
        for sentence in filter(None, (field.title, field.description)):
            yield sentence, path
        for inner in _models_in(field.annotation):
            yield from _model_sentences(inner)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)


def _refusals() -> Iterator[tuple[str, str]]:
    """The sentence of every plain `raise ValueError("…")` in the model, and named cures."""
    for path in sorted((PACKAGE / "model").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("ValueError", "SecretError")
                and isinstance(node.args[0], ast.Constant)
            ):
                yield str(node.args[0].value), f"model/{path.name}"


def renewed(code: str, wanted: Catalog) -> Catalog:
    """The catalogue of one language with exactly the wanted sentences; translations stay."""
    path = LOCALES / f"{code}.po"
    old = Catalog(locale=code)
    if path.is_file():
        with path.open("rb") as file:
            old = read_po(file, locale=code)
    fresh = Catalog(locale=code, charset="utf-8", fuzzy=False)
    for message in wanted:
        if message.id:
            kept = old.get(message.id)
            fresh.add(message.id, kept.string if kept else "", locations=message.locations)
    return fresh


def main() -> None:
    """Renew every catalogue, or start the one that is named."""
    wanted = sentences()
    for code in sys.argv[1:] or sorted(path.stem for path in LOCALES.glob("*.po")):
        catalogue = renewed(code, wanted)
        with (LOCALES / f"{code}.po").open("wb") as file:
            # Without a header: its dates would change with every run.
            write_po(file, catalogue, sort_output=True, include_lineno=False, omit_header=True)
        open_ones = sum(1 for message in catalogue if message.id and not message.string)
        print(f"{code}: {len(catalogue)} sentences, {open_ones} without translation")


if __name__ == "__main__":
    main()
