"""Show where two texts differ: passages for a report, a difference of lines for a terminal."""

from __future__ import annotations

import difflib
from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """A passage that reads differently in two texts.

    Args:
        line: where it begins in the first text, counted from 1.
        mine: its lines in the first text.
        kits: its lines in the second text.
    """

    line: int
    mine: str
    kits: str


def passages(mine: bytes, kits: bytes) -> tuple[Passage, ...]:
    """The passages in which two texts differ; none for what is no text."""
    if b"\0" in mine + kits:
        return ()
    ours, theirs = _lines(mine), _lines(kits)
    matcher = difflib.SequenceMatcher(a=ours, b=theirs, autojunk=False)
    return tuple(
        Passage(start + 1, "\n".join(ours[start:end]), "\n".join(theirs[their_start:their_end]))
        for tag, start, end, their_start, their_end in matcher.get_opcodes()
        if tag != "equal"
    )


def difference(before: bytes, after: bytes, *, path: str) -> list[str]:
    """The lines that change, as `diff` would show them; one line for what is no text."""
    if b"\0" in before + after:
        return [f"--- {path}", f"+++ {path}", "@@ … @@"]
    return list(difflib.unified_diff(_lines(before), _lines(after), path, path, n=2, lineterm=""))


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()
