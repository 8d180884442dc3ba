"""The words on runbooks, cards, letters and spreadsheets that stand in no record."""

from __future__ import annotations

from functools import cache

from oic_kit.model.paper_words import PaperWords
from oic_kit.services.records import data_folder, read_one

_REMEDY = "Give every language a file in data/paper_words/ with the same keys."


@cache
def paper_words(language: str) -> dict[str, dict[str, str]]:
    """Give the words of one language, by kind of paper and key.

    Args:
        language: code of the language.

    Raises:
        OicError: the language has no such file, or it does not hold.
    """
    file = data_folder("paper_words") / f"{language}.yaml"
    return read_one(PaperWords.model_validate_json, file, remedy=_REMEDY).model_dump()
