"""Diagrams in chapters: a line that shows them, a table that says the same, a file."""

from __future__ import annotations

import pytest

from oic_kit.services.playbook_figures import Figures, pipe_table
from oic_kit.services.playbook_values import plan_of
from tests.places import profile

NAMES = {
    "roadmap", "funnel", "actors", "influence", "radar", "budget", "sensitivity", "capacity",
}  # fmt: skip


@pytest.fixture(scope="module")
def figures() -> Figures:
    """The diagrams of Münster."""
    place = profile("muenster")
    return Figures(place, plan_of(place))


def test_a_line_carries_what_can_be_seen_and_what_stands_below(figures):
    """Hugo, GitHub and pandoc read alternative text and caption from the same line."""
    line = figures.line("budget", "de", alt="Balken", caption='Das „Budget" im Jahr')

    assert '![Balken](../../figures/de/budget.svg "Das „Budget&quot; im Jahr")' == line


def test_without_words_a_diagram_speaks_for_itself(figures):
    """A chapter may leave the words to the diagram."""
    drawn = figures.of("en")["capacity"]

    assert drawn.caption in figures.line("capacity", "en")


def test_every_diagram_lies_in_every_language_in_the_folder(figures, tmp_path):
    """A German and an English chapter each find their own drawing."""
    figures.write(tmp_path)

    for language in ("de", "en"):
        found = (tmp_path / "playbook" / "figures" / language).iterdir()
        assert {f"{name}.svg" for name in NAMES} == {path.name for path in found}


def test_a_table_has_a_row_for_every_row_of_the_diagram(figures):
    """A reader of the table misses nothing that the diagram shows."""
    table = figures.table("roadmap", "de").splitlines()

    assert len(figures.of("de")["roadmap"].table) + 1 == len(table)


def test_numbers_stand_flush_right():
    """Sums stand below each other, digit by digit."""
    table = pipe_table(
        [("Posten", "Betrag"), ("Personal", "471.500\u00a0€"), ("Miete", "42.000\u00a0€")]
    )

    assert "| --- | ---: |" == table.splitlines()[1]


def test_signs_of_markdown_in_a_cell_are_text():
    """A bar in a name does not open another column."""
    assert "| a &#124; b |" == pipe_table([("x",), ("a | b",)]).splitlines()[2]
