"""Words on printed papers, one set for each kind of paper and language."""

from __future__ import annotations

from oic_kit.model.part import Part
from oic_kit.model.text import Text

Words = dict[str, Text]


class PaperWords(Part):
    """Everything that a file of `data/paper_words/` holds.

    Args:
        letter: headings on the last page of a letter.
        runbook: headings and columns of a runbook.
        card: labels on the card of a method.
        kit: texts of the bundle for one format.
        sheet: names and columns of the spreadsheets.
    """

    letter: Words
    runbook: Words
    card: Words
    kit: Words
    sheet: Words
