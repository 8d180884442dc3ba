"""Read the format records that travel with the package, every fault at once."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml
from pydantic import ValidationError

from oic_kit.errors import OicError
from oic_kit.model.format_baseline import FormatBaseline
from oic_kit.model.format_record import FormatRecord

_REMEDY = "Mend the records named above; the record of another format shows how one looks."


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
    records = _own(language) if folder is None else _read_all(language, folder)
    return {record.id: record for record in records}


def format_languages(folder: Traversable | None = None) -> tuple[str, ...]:
    """The languages in which there is at least one format record, sorted."""
    names = (entry.name for entry in (folder or _folder()).iterdir())
    return tuple(sorted({name.split(".")[1] for name in names if name.endswith(".yaml")}))


@cache
def format_baseline(language: str) -> FormatBaseline:
    """What holds for every format: access, and what each legal trigger means.

    Raises:
        OicError: if the language has no such file or it does not hold.
    """
    file = files("oic_kit") / "data" / "format_baseline" / f"{language}.yaml"
    if not file.is_file():
        raise OicError(f"There is no format baseline in {language}.", remedy=_REMEDY)
    try:
        return FormatBaseline.model_validate_json(_as_json(file))
    except (ValidationError, yaml.YAMLError) as error:
        raise OicError(_told(file.name, error), remedy=_REMEDY) from error


@cache
def _own(language: str) -> tuple[FormatRecord, ...]:
    return _read_all(language, _folder())


def _folder() -> Traversable:
    return files("oic_kit") / "data" / "formats"


def _read_all(language: str, folder: Traversable) -> tuple[FormatRecord, ...]:
    ending = f".{language}.yaml"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(ending)), key=_name)
    if not found:
        raise OicError(f"There is no format record in {language}.", remedy=_REMEDY)
    records: list[FormatRecord] = []
    faults: list[str] = []
    for file in found:
        try:
            records.append(FormatRecord.model_validate_json(_as_json(file)))
        except (ValidationError, yaml.YAMLError) as error:
            faults.append(_told(file.name, error))
    faults += _faults_between(records, {entry.name.removesuffix(ending) for entry in found})
    if faults:
        raise OicError("\n".join(faults), remedy=_REMEDY)
    return tuple(sorted(records, key=lambda record: record.order))


def _name(entry: Traversable) -> str:
    return entry.name


def _as_json(file: Traversable) -> str:
    # Strict models take lists and choices from JSON, not from Python values: a number where text
    # is meant stays a fault, as in place.yaml.
    return json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), ensure_ascii=False)


def _told(name: str, error: ValidationError | yaml.YAMLError) -> str:
    if isinstance(error, yaml.YAMLError):
        return f"{name}: {error}"
    lines = (
        f"{name}: {'.'.join(str(key) for key in fault['loc']) or 'record'}: {fault['msg']}"
        for fault in error.errors()
    )
    return "\n".join(sorted(lines))


def _faults_between(records: list[FormatRecord], names: set[str]) -> list[str]:
    """Say what no record can see alone: its file name, a place in the order taken twice, links."""
    faults = [f"{r.id}: name its files like its id" for r in records if r.id not in names]
    by_order: dict[int, str] = {}
    for record in records:
        other = by_order.setdefault(record.order, record.id)
        if other != record.id:
            faults.append(f"{record.id}: order {record.order} is taken by {other}")
        faults += [
            f"{record.id}: related names {link}, which is no format"
            for link in record.related
            if link not in names or link == record.id
        ]
    return faults
