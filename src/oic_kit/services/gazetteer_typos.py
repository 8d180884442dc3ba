"""Names that lie near a mistyped one: one slip of the finger first, then what looks alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_LETTERS = "abcdefghijklmnopqrstuvwxyz "
_LONGEST = 60  # a longer name has so many slips that trying them all takes too long
_ALIKE = 0.8
_SAME_START = 2
_LARGE_ENOUGH = 60_000  # rank; about 3,500 people


def near_keys(index: sqlite3.Connection, typed: Sequence[str]) -> Iterator[str]:
    """Find keys of the index near those that were typed, the nearest first.

    Args:
        index: the tables of `gazetteer_tables`.
        typed: the keys of a name that no place has.
    """
    slipped = [key for key in typed if len(key) <= _LONGEST]
    found = {key: rank for key in slipped for key, rank in _known(index, _one_slip(key))}
    yield from sorted(found, key=lambda key: found[key])
    yield from (key for key in _looking_alike(index, slipped) if key not in found)


def _one_slip(key: str) -> list[str]:
    """Every text that one missing, doubled, wrong or swapped letter turns into this one."""
    cuts = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    missing = [left + right[1:] for left, right in cuts if right]
    swapped = [left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1]
    wrong = [left + one + right[1:] for left, right in cuts if right for one in _LETTERS]
    added = [left + one + right for left, right in cuts for one in _LETTERS]
    return sorted({*missing, *swapped, *wrong, *added} - {key})


def _known(index: sqlite3.Connection, keys: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Those keys that the index has, each with the rank of its largest place."""
    yield from index.execute(
        "SELECT key, min(rank) FROM name WHERE key IN (SELECT value FROM json_each(?)) GROUP BY key",
        (json.dumps(keys),),
    )


def _looking_alike(index: sqlite3.Connection, typed: Sequence[str]) -> list[str]:
    """Names of larger places that begin with the same letters and are alike as a whole."""
    scored: dict[str, tuple[float, int]] = {}
    for key in typed:
        matcher = SequenceMatcher(b=key, autojunk=False)
        start = key[:_SAME_START]
        for other, rank in index.execute(
            "SELECT key, min(rank) FROM name WHERE key >= ? AND key < ? AND rank < ?"
            " AND length(key) BETWEEN ? AND ? GROUP BY key",
            (start, start + "\U0010ffff", _LARGE_ENOUGH, len(key) - 2, len(key) + 2),
        ):
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                ratio = matcher.ratio()
                if ratio >= _ALIKE:
                    scored[other] = (-ratio, rank)
    return sorted(scored, key=lambda key: scored[key])
