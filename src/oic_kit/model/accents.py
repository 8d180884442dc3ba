"""Colours that go with a brand colour: an accent and a family of shapes.

The open brand shows how it is meant: a strong colour, a light one that shines beside it, and a
few others that are as different from both as from one another.
"""

from __future__ import annotations

from oic_kit.model.colour import Oklch, distance, oklch, shown

OIC_SHAPES = ("#00b2bb", "#fff564", "#666cde", "#a5e35f", "#78d3fa", "#fa2d6e")
"""The six colours of the open brand: turquoise, yellow, blue, green, light blue, pink.

Source:
    `research/site.md` D.5: measured from the corporate design (CC BY 4.0, Open Innovation City).
"""

GREY = 0.02
"""Less chroma than this is grey to the eye."""

DULL = 0.06
"""Less chroma than this asks for quiet companions."""

# Lightness and chroma by eye: only yellow stays calm above a chroma of 0.14, a mint turns neon.
_YELLOW = Oklch(0.94, 0.155, 103)
_GOLD = Oklch(0.86, 0.145, 85)
_SKY = Oklch(0.86, 0.09, 225)
_BLUE = Oklch(0.7, 0.14, 262)
_LILAC = Oklch(0.83, 0.1, 305)
_QUIET = 0.6
_KIN = 60  # degrees from the brand to its neighbour on the wheel


def accent_for(brand: str) -> str:
    """Choose a second colour: light beside a deep brand, cool beside a warm one.

    Args:
        brand: the place's colour as `#rrggbb`.
    """
    seen = oklch(brand)
    found = _companion(seen)
    calm = _QUIET if GREY <= seen.chroma < DULL else 1
    return shown(found.lightness, found.chroma * calm, found.hue)


def _companion(seen: Oklch) -> Oklch:
    if seen.chroma < GREY:
        return _YELLOW
    bright = seen.lightness >= 0.68
    if seen.hue < 20 or seen.hue >= 330:  # pink to crimson
        return _YELLOW if bright else _GOLD
    if seen.hue < 75:  # red, orange, brown
        return _SKY
    if seen.hue < 110:  # yellow
        return _BLUE if bright else _SKY
    if seen.hue < 148 and bright:  # lime
        return _LILAC
    return _YELLOW  # green, turquoise, blue, violet


def shapes_for(brand: str, accent: str) -> tuple[str, ...]:
    """Choose six colours for shapes: brand, accent, a neighbour of the brand, and three others.

    Args:
        brand: the place's colour as `#rrggbb`.
        accent: its second colour.

    Returns:
        Six colours; the third goes smoothly over into the first, as a gradient needs.
    """
    wheel = _wheel(oklch(brand))
    chosen = [brand, accent, wheel.pop(_KIN if distance(wheel[_KIN], accent) > 0.1 else 360 - _KIN)]
    while len(chosen) < 6:
        turn = max(wheel, key=lambda angle: min(distance(wheel[angle], it) for it in chosen))
        chosen.append(wheel.pop(turn))
    return tuple(chosen)


def _wheel(seen: Oklch) -> dict[int, str]:
    """Eleven colours around the wheel from the brand on, darker and lighter in turn."""
    hue = seen.hue if seen.chroma >= GREY else 235
    calm = 1 if seen.chroma >= DULL else _QUIET
    deep, light = (0.68, 0.14 * calm), (0.83, 0.12 * calm)
    return {
        turn: shown(*(deep if turn % _KIN == 0 else light), hue + turn)
        for turn in range(30, 360, 30)
    }
