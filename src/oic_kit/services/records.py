"""Read the records that travel with the package: one file per language, every fault at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Generic, Protocol, TypeVar

import yaml
from pydantic import ValidationError

from oic_kit.errors import OicError
from oic_kit.services.kit_yaml import kit_yaml


class Record(Protocol):
    """What every record has: an id like its files, and its place in the order."""

    @property
    def id(self) -> str:
        """The name of its files, without language and ending."""

    @property
    def order(self) -> int:
        """Small numbers come first; no two records share one."""


_T = TypeVar("_T")
_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True)
class Shelf(Generic[_R]):
    """Where the records of one kind lie and how they are read.

    Args:
        kind: what one record is called, such as `format`.
        folder: the folder below `data/`, with files like `hackathon.de.yaml`.
        read: turns JSON into a record, or raises what pydantic found.
        links: what a record names elsewhere: field, ids, kind of what is named, ids there are.
            It is called with the ids on this shelf.
    """

    kind: str
    folder: str
    read: Callable[[str], _R]
    links: Callable[[_R, frozenset[str]], Iterable[Link]]

    @property
    def remedy(self) -> str:
        """What to do about a fault."""
        return (
            f"Mend the records named above; the record of another {self.kind} shows how one looks."
        )

    def records(self, language: str, folder: Traversable | None = None) -> dict[str, _R]:
        """Give every record in one language, by id, in the order the records ask for.

        Args:
            language: language code of the files, such as `de` in `hackathon.de.yaml`.
            folder: where the records lie; the package's own when left out.

        Returns:
            A new dict each time: changing it changes nobody else's.

        Raises:
            OicError: if there is no record in that language, or if any record does not hold.
        """
        found = _own(self, language) if folder is None else _read_all(self, language, folder)
        return {record.id: record for record in found}

    def languages(self, folder: Traversable | None = None) -> tuple[str, ...]:
        """The languages in which there is at least one record, sorted."""
        return tuple(sorted({name.split(".")[1] for name in self._names(folder)}))

    def ids(self, folder: Traversable | None = None) -> frozenset[str]:
        """The ids of all records, from the names of the files alone: no record is read."""
        return frozenset(name.split(".")[0] for name in self._names(folder))

    def _names(self, folder: Traversable | None) -> Iterator[str]:
        entries = (folder or data_folder(self.folder)).iterdir()
        return (entry.name for entry in entries if entry.name.endswith(".yaml"))


@dataclass(frozen=True)
class Link:
    """What a record names elsewhere.

    Args:
        field: the field that holds the names.
        ids: what it names.
        kind: what the named things are, such as `format`.
        known: the ids that may be named.
    """

    field: str
    ids: Iterable[str]
    kind: str
    known: frozenset[str]


def data_folder(name: str) -> Traversable:
    """A folder of the data that came with the kit."""
    return files("oic_kit") / "data" / name


def read_one(read: Callable[[str], _T], file: Traversable, *, remedy: str) -> _T:
    """Read one file of the kit.

    Raises:
        OicError: it is no YAML, or does not hold; every fault stands on a line of its own.
    """
    try:
        # Strict models take lists and choices from JSON, not from Python values: a number where
        # text is meant stays a fault, as in place.yaml.
        values: Any = kit_yaml(file.read_text(encoding="utf-8"))
        return read(json.dumps(values, ensure_ascii=False))
    except (ValidationError, yaml.YAMLError) as error:
        raise OicError(_told(file.name, error), remedy=remedy) from error


@cache
def _own(shelf: Shelf[_R], language: str) -> tuple[_R, ...]:
    return _read_all(shelf, language, data_folder(shelf.folder))


def _read_all(shelf: Shelf[_R], language: str, folder: Traversable) -> tuple[_R, ...]:
    ending = f".{language}.yaml"
    found = {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(ending)}
    if not found:
        raise OicError(f"There is no {shelf.kind} record in {language}.", remedy=shelf.remedy)
    records: list[_R] = []
    faults: list[str] = []
    for name in sorted(found):
        try:
            records.append(read_one(shelf.read, found[name], remedy=shelf.remedy))
        except OicError as error:
            faults.append(error.what)
    ids = frozenset(name.removesuffix(ending) for name in found)
    faults += _faults_between(shelf, records, ids)
    if faults:
        raise OicError("\n".join(faults), remedy=shelf.remedy)
    return tuple(sorted(records, key=lambda record: record.order))


def _told(name: str, error: ValidationError | yaml.YAMLError) -> str:
    if isinstance(error, yaml.YAMLError):
        return f"{name}: {error}"
    lines = (
        f"{name}: {'.'.join(str(key) for key in fault['loc']) or 'record'}: {fault['msg']}"
        for fault in error.errors()
    )
    return "\n".join(sorted(lines))


def _faults_between(shelf: Shelf[_R], records: list[_R], ids: frozenset[str]) -> Iterator[str]:
    """Say what no record can see alone: its file name, a place in the order taken twice, links."""
    by_order: dict[int, str] = {}
    for record in records:
        if record.id not in ids:
            yield f"{record.id}: name its files like its id"
        other = by_order.setdefault(record.order, record.id)
        if other != record.id:
            yield f"{record.id}: order {record.order} is taken by {other}"
        for link in shelf.links(record, ids):
            for name in link.ids:
                if name not in link.known - {record.id}:
                    yield f"{record.id}: {link.field} names {name}, which is no {link.kind}"
