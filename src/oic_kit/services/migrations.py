"""Bring a `place.yaml` of an older format to today's, one format after the other.

A step changes the text and not only the values: comments, order and quotes of the place stay.
How to add one: raise the format in `model/place.py`, then append a `Migration` here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from oic_kit.errors import Fault, OicError, PlaceFileError
from oic_kit.say import _
from oic_kit.services.record_edit import add, put
from oic_kit.services.record_text import parse_record

FIRST = 1
"""The oldest format there ever was; a file that names none has it."""


@dataclass(frozen=True)
class Migration:
    """The way from one format to the next.

    Args:
        note: says in one sentence what changed: `lambda: _("…")`, so that it can be translated.
        change: makes the new text of the old one; `record_edit` has the tools for it. It need not
            touch the number of the format.
    """

    note: Callable[[], str]
    change: Callable[[str], str]


MIGRATIONS: tuple[Migration, ...] = ()
"""The first one leads from format `FIRST` to the next, the second one on from there, and so on."""


@dataclass(frozen=True)
class Migrated:
    """A record in today's format, as text and as plain values, and what was done to it."""

    text: str
    values: Mapping[str, Any]
    notes: tuple[str, ...] = ()


def today() -> int:
    """The format that this kit writes."""
    return FIRST + len(MIGRATIONS)


def migrate(text: str, *, named: str) -> Migrated:
    """Bring the text of a record to today's format.

    Args:
        text: the file as it is.
        named: how to call it in a message.

    Raises:
        PlaceFileError: the text is no YAML.
        OicError: its format is newer than this kit.
    """
    values = parse_record(text, named=named)
    given = values.get("oic", FIRST)
    if not isinstance(given, int) or isinstance(given, bool) or given < FIRST:
        return Migrated(text, values)  # the model names the fault
    if given > today():
        raise OicError(
            _("{named} has the format {given}; this oic-kit knows formats up to {known}.").format(
                named=named, given=given, known=today()
            ),
            remedy=_("Install a newer oic-kit: pip install --upgrade oic-kit"),
        )
    steps = MIGRATIONS[given - FIRST :]
    for number, step in enumerate(steps, start=given + 1):
        try:
            text = _numbered(step.change(text), number)
        except KeyError as error:
            raise _incomplete(named, str(error.args[0])) from None
    notes = tuple(step.note() for step in steps)
    return Migrated(text, parse_record(text, named=named) if steps else values, notes)


def _numbered(text: str, number: int) -> str:
    try:
        return put(text, "oic", number)
    except KeyError:
        return add(text, "oic", number)


def _incomplete(named: str, key: str) -> PlaceFileError:
    cure = _("add this key")
    return PlaceFileError(
        _("{named} lacks the key {key}.").format(named=named, key=key),
        remedy=_("Mend the file and run the command again."),
        faults=[Fault(key, "", cure)],
    )
