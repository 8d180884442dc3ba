"""The diagrams of a playbook: drawn once for each language, as files, lines and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from oic_kit.model.diagrams.diagram import Diagram
from oic_kit.model.place import Place
from oic_kit.model.playbook_plan import Plan
from oic_kit.services.diagrams import diagrams

# Signs that would mean something in a cell, a title or a description.
_MEANING = re.compile(r"[\\`*_\[\]<>|]")
_NUMBER = re.compile(r"[+−]?€?\d[\d.,\s]*[€%]?|–")


@dataclass(frozen=True)
class Figures:
    """The diagrams of one plan."""

    place: Place
    plan: Plan
    _drawn: dict[str, Mapping[str, Diagram]] = field(default_factory=dict)

    def of(self, language: str) -> Mapping[str, Diagram]:
        """All diagrams in one language, by name."""
        if language not in self._drawn:
            self._drawn[language] = diagrams(self.place, self.plan, language)
        return self._drawn[language]

    def line(self, name: str, language: str, *, alt: str = "", caption: str = "") -> str:
        """The line of Markdown that shows a diagram.

        Args:
            name: of the diagram, such as `roadmap`.
            language: code of the language.
            alt: what somebody hears who does not see it; without it, what the diagram says itself.
            caption: stands below it; likewise.
        """
        drawn = self.of(language)[name]
        below = (caption or _literal(drawn.caption)).replace('"', "&quot;")
        return f'![{_literal(alt or drawn.alt)}](../../figures/{language}/{name}.svg "{below}")'

    def table(self, name: str, language: str) -> str:
        """The table in Markdown that says the same as a diagram."""
        return pipe_table(self.of(language)[name].table)

    def write(self, folder: Path) -> None:
        """Write the drawings of all languages of the place into its folder."""
        for language in self.place.site.languages:
            home = folder / "playbook" / "figures" / language
            home.mkdir(parents=True, exist_ok=True)
            for name, drawn in self.of(language).items():
                (home / f"{name}.svg").write_text(drawn.svg, encoding="utf-8", newline="\n")


def pipe_table(rows: Iterable[Iterable[str]]) -> str:
    """Rows of text as a table in Markdown; the first row holds the names of the columns."""
    head, *body = [list(row) for row in rows]
    columns = zip(*body, strict=True) if body else ([] for _name in head)
    rules = ["---:" if _all_numbers(cells) else "---" for cells in columns]
    lines = [
        [_literal(cell) for cell in head],
        rules,
        *([_literal(cell) for cell in row] for row in body),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _all_numbers(cells: Iterable[str]) -> bool:
    """Whether a column holds numbers only; they are set flush right."""
    cells = list(cells)
    return bool(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)


def _literal(text: str) -> str:
    """Text as it is: only signs that would mean something are written as references.

    Fewer than `markdown_text.literal` replaces, for the place goes on editing these lines.
    """
    return _MEANING.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))
