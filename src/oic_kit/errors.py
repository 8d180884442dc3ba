"""Every error that oic-kit raises on purpose.

    OicError                     the reader can put it right
    ├── PlaceFileError           place.yaml or a profile does not hold: every fault at once
    ├── PageError                pages of the site do not hold: every fault of all of them
    ├── FolderError              a folder is in the way, missing, or not one of ours
    ├── ProgramError             hugo, pagefind, pandoc or typst is missing, failed or took too long
    ├── ColourError              a text that is no colour (`model/colour.py`)
    ├── GazetteerError           a place name that cannot be looked up
    └── InterruptedByReaderError the reader stopped; nothing was written

An error says *what happened* and *what to do next*. It never prints: `cli/edge.py` does, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class OicError(Exception):
    """Something the reader can put right: what happened, and what to do next."""

    def __init__(self, what: str, *, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, order=True)
class Fault:
    """One value that cannot stay: where it stands, what was given, what to write instead.

    Args:
        key: dotted path in `place.yaml`, such as `contact.email` or `place.members.0.name`.
        given: the value as the reader wrote it, shortened; empty when the key is missing.
        cure: one sentence that says what to write instead.
    """

    key: str
    given: str
    cure: str


class PlaceFileError(OicError):
    """A record of answers with faults. `faults` is sorted by key and never empty."""

    def __init__(self, what: str, *, remedy: str, faults: Sequence[Fault]) -> None:
        super().__init__(what, remedy=remedy)
        self.faults = tuple(sorted(faults))


class PageError(OicError):
    """Pages of the site do not hold; the message names every fault of all of them."""


class FolderError(OicError):
    """A folder is in the way, missing, or not one of ours."""


class ProgramError(OicError):
    """A program that we run is missing, failed or took too long."""


class GazetteerError(OicError):
    """A place name that cannot be looked up."""


class InterruptedByReaderError(OicError):
    """The reader stopped; nothing was written."""
