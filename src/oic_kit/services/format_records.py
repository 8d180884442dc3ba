"""Read the format records that travel with the package, every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

from oic_kit.errors import OicError
from oic_kit.model.format_baseline import FormatBaseline
from oic_kit.model.format_record import FormatRecord
from oic_kit.services.records import Link, Shelf, data_folder, read_one


def _links(record: FormatRecord, ids: frozenset[str]) -> Iterator[Link]:
    yield Link("related", record.related, "format", ids)


FORMATS = Shelf("format", "formats", FormatRecord.model_validate_json, _links)


def formats(language: str, folder: Traversable | None = None) -> dict[str, FormatRecord]:
    """Give every format in one language, by id, in the order the records ask for.

    Args:
        language: language code of the files, such as `de` in `hackathon.de.yaml`.
        folder: where the records lie; the package's own when left out.

    Returns:
        Records by id, sorted by `order`. A new dict each time: changing it changes nobody else's.

    Raises:
        OicError: if there is no record in that language, or if any record does not hold.
    """
    return FORMATS.records(language, folder)


def format_languages(folder: Traversable | None = None) -> tuple[str, ...]:
    """The languages in which there is at least one format record, sorted."""
    return FORMATS.languages(folder)


@cache
def format_baseline(language: str) -> FormatBaseline:
    """What holds for every format: access, and what each legal trigger means.

    Raises:
        OicError: if the language has no such file or it does not hold.
    """
    file = data_folder("format_baseline") / f"{language}.yaml"
    if not file.is_file():
        raise OicError(f"There is no format baseline in {language}.", remedy=FORMATS.remedy)
    return read_one(FormatBaseline.model_validate_json, file, remedy=FORMATS.remedy)
