"""Which colour may stand on which, and how clearly: the promises that the palette keeps.

A layout may combine two roles only as they stand here. Body text on every surface reaches 4.5
(`text` itself 7), whatever has to be recognised as a shape or an outline reaches 3.

Source:
    WCAG 2.2, 1.4.3 (text 4.5), 1.4.6 (text 7), 1.4.11 (outlines and marks 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oic_kit.model.colour import contrast

Roles = Mapping[str, str]
"""The colours of one mode: name of the role → `#rrggbb`."""

STATES = ("success", "warning", "danger", "info")
SHAPES = tuple(f"shape-{number}" for number in range(1, 7))
SURFACES = ("bg", "surface", "surface-2")
PAPERS = (*SURFACES, "brand-tint", *(f"{state}-tint" for state in STATES))
"""Everything that running text may stand on; blocks in full colour have inks of their own."""


@dataclass(frozen=True)
class Promise:
    """One pair of roles and the contrast that it keeps.

    Args:
        ink: role of the text, mark or outline.
        paper: role of what lies behind it.
        ratio: the least contrast, without unit.
    """

    ink: str
    paper: str
    ratio: float


@dataclass(frozen=True)
class Broken:
    """A promise that a set of colours does not keep, with the contrast it has."""

    promise: Promise
    found: float


def _on_papers() -> Iterator[Promise]:
    floors = {"text": 7.0, "muted": 4.5, "link": 4.5, "link-hover": 4.5, "line-strong": 3.0}
    for paper in PAPERS:
        for ink, ratio in floors.items():
            yield Promise(ink, paper, ratio)
        for state in STATES:
            yield Promise(state, paper, 4.5)


def _on_their_own() -> Iterator[Promise]:
    for paper in ("brand", "brand-strong", "accent", *SHAPES):
        yield Promise(f"on-{paper}", paper, 4.5)
    for paper in ("brand-tint", *(f"{state}-tint" for state in STATES)):
        yield Promise(f"on-{paper}", paper, 7.0)
    for paper in SURFACES:
        yield Promise("brand-strong", paper, 4.5)
    for paper in ("bg", "surface"):
        yield Promise("mark", paper, 3.0)


def _on_the_band() -> Iterator[Promise]:
    for ink, ratio in (("on-band", 7.0), ("band-link", 4.5), ("band-accent", 4.5)):
        yield Promise(ink, "band", ratio)
    for ink in ("band-line", "band-mark"):
        yield Promise(ink, "band", 3.0)


PROMISES: tuple[Promise, ...] = (
    *_on_papers(),
    *_on_their_own(),
    *_on_the_band(),
    Promise("focus-inner", "focus-outer", 21.0),
)
"""Every pair that a layout may use."""


def broken(roles: Roles) -> list[Broken]:
    """Find the promises that the colours of one mode do not keep; none for any palette of ours.

    The focus ring is two lines, one of them always clear: that promise is kept on *any* colour.
    """
    found = (Broken(pair, contrast(roles[pair.ink], roles[pair.paper])) for pair in PROMISES)
    return [fault for fault in found if fault.found < fault.promise.ratio]
