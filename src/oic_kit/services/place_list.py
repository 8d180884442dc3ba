"""Read a list of places: a table (CSV) as office programs save it, or YAML.

A row needs no more than a name. Columns are the dotted keys of `place.yaml`; `name` is short for
`place.name`, and `folder` names the folder of the row.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_origin

from oic_kit.errors import Fault, OicError, PlaceFileError
from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.completion import completed
from oic_kit.services.known_places import with_known_facts
from oic_kit.services.place_file import field_of, line_of, place_from, with_settings
from oic_kit.services.record_text import parse_values, read_text

_SHORT = {"name": "place.name", "kind": "place.kind"}
_FOLDER = "folder"
_MARKS = ";,\t"
_TABLES = (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class Row:
    """A place of the list.

    Args:
        number: as office programs count rows, the header included; in YAML, the number of the entry.
        name: of the place.
        folder: name of its folder.
        values: the record as far as it is known.
    """

    number: int
    name: str
    folder: str
    values: Mapping[str, Any]


@dataclass(frozen=True, order=True)
class BadRow:
    """A row of which no place can be made, and why."""

    number: int
    name: str
    why: str


def read_list(
    path: Path, *, settings: Sequence[str] = (), today: datetime.date
) -> tuple[tuple[Row, ...], tuple[BadRow, ...]]:
    """Read every row, and find out which of them make a place.

    Args:
        path: a table or a YAML file.
        settings: `key=value` answers for all rows; a row may say otherwise.
        today: the day from which default dates are counted.

    Returns:
        The rows that hold, and those that do not, both in the order of the list.

    Raises:
        OicError: the file cannot be read, or is no list.
    """
    common = with_settings({}, settings)
    rows: list[Row] = []
    bad: list[BadRow] = []
    for number, cells in _entries(path):
        row, faults = _row(number, cells, common, today)
        rows += [row] if not faults else []
        bad += [BadRow(number, row.name, "; ".join(faults))] if faults else []
    return _apart(rows, bad)


def _entries(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    if path.suffix.casefold() in _TABLES:
        yield from _table(path)
        return
    listed = parse_values(read_text(path), named=str(path))
    listed = listed.get("places") if isinstance(listed, dict) else listed
    if not isinstance(listed, list) or not all(isinstance(it, dict) for it in listed):
        raise _no_list(path, _("a list of places begins every entry with “- name: …”"))
    yield from enumerate(listed, start=1)


def _table(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    lines = _text_of(path)
    first = next((line for line in lines.splitlines() if line.strip()), "")
    mark = max(_MARKS, key=lambda sign: (first.count(sign), lines.count(sign)))
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=mark)
    head: list[str] = []
    for number, cells in enumerate(reader, start=1):
        filled = [cell.strip() for cell in cells]
        if not any(filled):
            continue
        if not head:
            head = filled
            _check_head(path, head)
            continue
        if any(filled[len(head) :]):
            raise _no_list(
                path, _("row {number} has more cells than the header").format(number=number)
            )
        yield number, {key: cell for key, cell in zip(head, filled, strict=False) if key and cell}
    if not head:
        raise _no_list(path, _("it is empty"))


def _check_head(path: Path, head: Sequence[str]) -> None:
    twice = [key for key, count in Counter(filter(None, head)).items() if count > 1]
    if twice:
        raise _no_list(path, _("the column “{key}” is given twice").format(key=twice[0]))
    if not {"name", "place.name"}.intersection(head):
        raise _no_list(path, _("the first row names the columns, and one of them is “name”"))


def _text_of(path: Path) -> str:
    """The text of a table; older office programs in Western Europe do not save UTF-8."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _no_list(path, error.strerror or str(error)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _no_list(path: Path, why: str) -> OicError:
    return OicError(
        _("{path} cannot be read as a list of places: {why}.").format(path=path, why=why),
        remedy=_("Save it as CSV with a row of names above, or as YAML; one column is “name”."),
    )


def _row(
    number: int, cells: Mapping[str, Any], common: Mapping[str, Any], today: datetime.date
) -> tuple[Row, list[str]]:
    named = {_SHORT.get(key, key): value for key, value in cells.items() if key != _FOLDER}
    name = str(named.get("place.name") or _inner(named, "name"))
    folder = str(cells.get(_FOLDER) or f"oic-{slug(name, fallback='place')}")
    try:
        values = _values(named, common)
        faults = _known(values)
        if not faults:
            place_from(completed(values, today=today), named="")
    except PlaceFileError as error:
        values, faults = {}, list(error.faults)
    except OicError as error:
        return Row(number, name, folder, {}), [error.what]
    said = [line_of(fault) for fault in faults]
    if slug(folder, fallback="") == "" or Path(folder).name != folder:
        said.append(_("folder = “{name}”: write one name, without slashes").format(name=folder))
    return Row(number, name, folder, values), said


def _known(values: dict[str, Any]) -> list[Fault]:
    """Fill in what the gazetteer knows; say what it cannot tell."""
    about = values.get("place")
    if not isinstance(about, dict):
        return []
    values["place"], doubt = with_known_facts(about)
    return [doubt] if doubt else []


def _inner(named: Mapping[str, Any], key: str) -> str:
    place = named.get("place")
    return str(place.get(key, "")) if isinstance(place, dict) else ""


def _values(named: Mapping[str, Any], common: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a row: blocks as they are, cells of a table as if typed after `--set`."""
    blocks = {key: value for key, value in named.items() if isinstance(value, dict)}
    cells = [f"{key}={_cell(key, it)}" for key, it in named.items() if key not in blocks]
    return with_settings(_over(common, blocks), cells)


def _cell(key: str, value: Any) -> str:
    """A value as it would be typed; several of them need no brackets in a table."""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    field = field_of(key)
    several = field is not None and get_origin(field.annotation) is tuple
    return f"[{value}]" if several and not value.startswith("[") else value


def _over(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Two records in one: what a row says itself wins."""
    both = {**common, **own}
    for key, value in common.items():
        if isinstance(value, dict) and isinstance(own.get(key), dict):
            both[key] = _over(value, own[key])
    return both


def _apart(rows: list[Row], bad: list[BadRow]) -> tuple[tuple[Row, ...], tuple[BadRow, ...]]:
    """Rows that would land in one folder are all bad: nobody could tell which was meant."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.folder.casefold(), []).append(row)
    clashing = {row.number for same in found.values() if len(same) > 1 for row in same}
    for row in rows:
        if row.number in clashing:
            numbers = ", ".join(str(it.number) for it in found[row.folder.casefold()])
            why = _("rows {numbers} make the same folder {folder}; add a column “folder”")
            bad.append(BadRow(row.number, row.name, why.format(numbers=numbers, folder=row.folder)))
    return tuple(row for row in rows if row.number not in clashing), tuple(sorted(bad))
