"""Say which answers of a record changed since its texts were rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from oic_kit.errors import OicError
from oic_kit.services.migrations import migrate


def changed_answers(before: bytes | None, after: Mapping[str, Any]) -> tuple[str, ...]:
    """The dotted keys whose values differ, sorted.

    Args:
        before: the record as it was then; an unreadable one tells of no change.
        after: the values of today, in today's format.
    """
    if before is None:
        return ()
    try:
        migrated = migrate(before.decode("utf-8-sig"), named="place.yaml")
    except (UnicodeDecodeError, OicError):
        return ()
    old, new = dict(_leaves(migrated.values)), dict(_leaves(after))
    return tuple(sorted(key for key in {*old, *new} if old.get(key) != new.get(key)))


def _leaves(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value
