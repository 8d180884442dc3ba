"""Read the method records that travel with the package, every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

from oic_kit.errors import OicError
from oic_kit.model.method_record import MethodRecord
from oic_kit.model.method_words import MethodWords
from oic_kit.services.format_records import FORMATS
from oic_kit.services.records import Link, Shelf, data_folder, read_one


def _links(record: MethodRecord, ids: frozenset[str]) -> Iterator[Link]:
    yield Link("next", record.next, "method", ids)
    yield Link("good_for", record.good_for, "format", FORMATS.ids())


METHODS = Shelf("method", "methods", MethodRecord.model_validate_json, _links)


def methods(language: str, folder: Traversable | None = None) -> dict[str, MethodRecord]:
    """Give every method in one language, by id, in the order the records ask for.

    Args:
        language: language code of the files, such as `de` in `five-whys.de.yaml`.
        folder: where the records lie; the package's own when left out.

    Returns:
        Records by id, sorted by `order`. A new dict each time: changing it changes nobody else's.

    Raises:
        OicError: if there is no record in that language, or if any record does not hold.
    """
    return METHODS.records(language, folder)


def method_languages(folder: Traversable | None = None) -> tuple[str, ...]:
    """The languages in which there is at least one method record, sorted."""
    return METHODS.languages(folder)


@cache
def method_words(language: str) -> MethodWords:
    """The words around a method record on its page.

    Raises:
        OicError: if the language has no such file or it does not hold.
    """
    file = data_folder("method_words") / f"{language}.yaml"
    if not file.is_file():
        raise OicError(f"There are no words for methods in {language}.", remedy=METHODS.remedy)
    return read_one(MethodWords.model_validate_json, file, remedy=METHODS.remedy)
