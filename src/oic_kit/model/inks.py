"""Find the colour that is clear enough: inks for a paper, lines and marks for a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from oic_kit.model.colour import BLACK, WHITE, Oklch, contrast, distance, shown

INK = "#14181d"
"""The dark ink that stands on light blocks of full colour."""

_CLOSE = 0.002  # finer than one 8-bit step of most colours
_BODY = 4.5


def ink_on(paper: str) -> str:
    """Choose dark ink or white for text on a colour; black or white where both miss 4.5.

    Contrast with black times contrast with white is 21, so the better of the two is never
    below √21 ≈ 4.58.
    """
    for ink in (INK, WHITE):
        if contrast(ink, paper) >= _BODY:
            return ink
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, paper))


def solve(seed: Oklch, papers: Sequence[str], ratio: float, *, darker: bool) -> str:
    """Move a wished colour away from its papers until it stands out clearly from all of them.

    Args:
        seed: what is wished for; its hue is kept, its chroma as far as screens can show it.
        papers: what it may stand on, as `#rrggbb`.
        ratio: the least contrast, computed on the final 8-bit value.
        darker: move towards black, else towards white.

    Returns:
        The seed itself where it is clear enough, else the nearest colour found that is.

    Raises:
        ValueError: not even black (or white) is clear enough on these papers.
    """
    end = BLACK if darker else WHITE
    if any(contrast(end, paper) < ratio for paper in papers):
        raise ValueError(f"not even {end} reaches {ratio} on {', '.join(papers)}")

    def clear(colour: str) -> bool:
        return all(contrast(colour, paper) >= ratio for paper in papers)

    return _nearest(seed, clear, end=0.0 if darker else 1.0)


def apart(seed: Oklch, page: str, least: float, *, darker: bool) -> str:
    """Move a flat block away from the page until it is plainly seen as a block.

    Args:
        seed: the colour that is wished for.
        page: what lies around the block, as `#rrggbb`.
        least: how far apart the two must look, see `colour.distance`; below 0.5.
        darker: move towards black, else towards white.
    """
    return _nearest(seed, lambda it: distance(it, page) >= least, end=0.0 if darker else 1.0)


def _nearest(seed: Oklch, good: Callable[[str], bool], *, end: float) -> str:
    """Halve the way between a bad lightness and a good one; the end of the way must be good."""
    found = shown(seed.lightness, seed.chroma, seed.hue)
    if good(found):
        return found
    bad, fine, found = seed.lightness, end, shown(end, 0, 0)
    while abs(fine - bad) > _CLOSE:
        half = (bad + fine) / 2
        colour = shown(half, seed.chroma, seed.hue)
        if good(colour):
            fine, found = half, colour
        else:
            bad = half
    return found
