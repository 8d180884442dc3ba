"""The whole palette, light and dark, from one brand colour and perhaps a second.

Why it holds for every one of the 16.7 million colours, and for every pair of them:

* *Neutrals, tints and states* depend on the brand only through its `Tone`: a whole degree of hue
  and one of three strengths. There are 721 tones, so a test looks at all of them.
* *Solved roles* (links, marks, outlines) move away from their papers until the contrast holds on
  the final 8-bit value against every paper. The way ends at black or white, and on the papers of
  all 721 tones black (or white) reaches more than any role asks for: `solve` cannot fail.
* *Inks on full colour* (`on-…`) are dark ink or white, else pure black or white, of which the
  better reaches √21 ≈ 4.58 on anything.
* *The focus ring* is black beside white: the same √21 makes one of the two clear on anything.

`tests/model/test_palette.py` proves each step and sweeps the gamut on top.

Source:
    `research/site.md` D.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from oic_kit.model.accents import DULL, GREY, accent_for, shapes_for
from oic_kit.model.colour import BLACK, WHITE, Oklch, oklch, shown
from oic_kit.model.inks import apart, ink_on, solve
from oic_kit.model.promises import PAPERS, SHAPES, STATES, Roles

Mode = Literal["light", "dark"]
MODES: tuple[Mode, ...] = ("light", "dark")

_SEEN = 0.1  # distance from a white page at which a flat block is plainly seen
_LIT = 1.4  # the same on a dark page, as contrast: the eye tells dark colours badly apart
_STATES = {"success": (150, 0.13), "warning": (70, 0.12), "danger": (25, 0.19), "info": (255, 0.15)}
_LEVELS: dict[Mode, dict[str, float]] = {
    "light": {"bg": 1.0, "surface": 0.973, "surface-2": 0.945, "line": 0.88, "band": 0.235},
    "dark": {"bg": 0.168, "surface": 0.208, "surface-2": 0.25, "line": 0.34, "band": 0.275},
}
_TINT: dict[Mode, tuple[float, float]] = {"light": (0.952, 0.038), "dark": (0.275, 0.045)}


@dataclass(frozen=True)
class Tone:
    """What the neutrals take from the brand: a whole degree of hue and how much of it.

    Args:
        hue: 0 to 359 degrees.
        strength: 0 for a grey brand, 1 for a dull one, 2 for any other.
    """

    hue: int
    strength: Literal[0, 1, 2]


@dataclass(frozen=True)
class Palette:
    """Every role in both modes, as `#rrggbb`; equal roles in the same order."""

    light: Roles
    dark: Roles


def tone_of(brand: str) -> Tone:
    """Say what the neutrals take from a brand colour."""
    seen = oklch(brand)
    if seen.chroma < GREY:
        return Tone(0, 0)
    return Tone(round(seen.hue) % 360, 1 if seen.chroma < DULL else 2)


def palette(brand: str, accent: str | None = None, shapes: tuple[str, ...] = ()) -> Palette:
    """Compute every role in light and dark.

    Args:
        brand: the place's colour as `#rrggbb`.
        accent: a second colour; without one, it is derived from the first.
        shapes: six colours for shapes; without them, they are derived too.

    Raises:
        ColourError: a text is no colour.
    """
    second = accent or accent_for(brand)
    six = shapes or shapes_for(brand, second)
    light, dark = (_roles(mode, brand, second, six) for mode in MODES)
    return Palette(light=light, dark=dark)


def _roles(mode: Mode, brand: str, accent: str, shapes: tuple[str, ...]) -> dict[str, str]:
    ground = ground_of(mode, tone_of(brand))
    found = {**ground, **_brand(mode, brand, ground), **_accent(mode, accent, ground)}
    for name, colour in zip(SHAPES, shapes, strict=True):
        found[name] = _seen(mode, colour, ground["bg"])
        found[f"on-{name}"] = ink_on(found[name])
    return found


@cache
def ground_of(mode: Mode, tone: Tone) -> dict[str, str]:
    """Compute what depends on the tone alone: pages, tints, text, lines, states, band, focus."""
    level, breath = _LEVELS[mode], 0.004 * tone.strength
    found = {name: shown(level[name], breath, tone.hue) for name in ("bg", "surface", "surface-2")}
    if mode == "light":
        found["bg"] = WHITE
    light, chroma = _TINT[mode]
    found["brand-tint"] = shown(light, chroma * tone.strength / 2, tone.hue)
    for state, (hue, _) in _STATES.items():
        found[f"{state}-tint"] = shown(light, chroma, hue)
    found |= _inks(mode, tone, [found[paper] for paper in PAPERS])
    for tint in ("brand-tint", *(f"{state}-tint" for state in STATES)):
        seen = oklch(found[tint])
        found[f"on-{tint}"] = _solved(mode, seen.hue, min(0.06, 2 * seen.chroma), [found[tint]], 9)
    return found | _band(mode, tone) | _focus(mode)


def _inks(mode: Mode, tone: Tone, papers: list[str]) -> dict[str, str]:
    """Text, lines and states: clear on every paper."""
    breath = 0.006 * tone.strength
    found = {
        "text": _solved(mode, tone.hue, breath, papers, 13.0 if mode == "light" else 12.5),
        "muted": _solved(mode, tone.hue, breath, papers, 5.5),
        "line": shown(_LEVELS[mode]["line"], breath, tone.hue),
        "line-strong": _solved(mode, tone.hue, breath, papers, 3.0),
    }
    for state, (hue, chroma) in _STATES.items():
        found[state] = _solved(mode, hue, chroma, papers, 4.6)
    return found


def _solved(mode: Mode, hue: float, chroma: float, papers: list[str], ratio: float) -> str:
    """The colour of this hue that just reaches the ratio, coming from the side of the papers."""
    start = Oklch(0.9 if mode == "light" else 0.3, chroma, hue)
    return solve(start, papers, ratio, darker=mode == "light")


def _brand(mode: Mode, brand: str, ground: Roles) -> dict[str, str]:
    """What carries the place's own colour: kept exactly in blocks, moved where it must be read."""
    seen, darker = oklch(brand), mode == "light"
    papers = [ground[paper] for paper in PAPERS]
    link = solve(seen, papers, 4.6, darker=darker)
    block = _seen(mode, brand, ground["bg"])
    return {
        "link": link,
        "link-hover": solve(oklch(link), papers, 6.5, darker=darker),
        "brand": block,
        "on-brand": ink_on(block),
        "brand-strong": link,
        "on-brand-strong": ink_on(link),
        "mark": solve(seen, [ground["bg"], ground["surface"]], 3.0, darker=darker),
        "band-link": solve(seen, [ground["band"]], 5.0, darker=False),
        "band-mark": solve(seen, [ground["band"]], 3.0, darker=False),
    }


def _accent(mode: Mode, accent: str, ground: Roles) -> dict[str, str]:
    block = _seen(mode, accent, ground["bg"])
    return {
        "accent": block,
        "on-accent": ink_on(block),
        "mark-accent": block,
        "band-accent": solve(oklch(accent), [ground["band"]], 4.5, darker=False),
    }


def _seen(mode: Mode, colour: str, page: str) -> str:
    """The colour exactly as given, unless it would vanish into the page of this mode."""
    if mode == "light":
        return apart(oklch(colour), page, _SEEN, darker=True)
    return solve(oklch(colour), [page], _LIT, darker=False)


def _band(mode: Mode, tone: Tone) -> dict[str, str]:
    """The dark strip across the page, dark in both modes."""
    band = shown(_LEVELS[mode]["band"], 0.02 * tone.strength, tone.hue)
    breath = 0.006 * tone.strength
    return {
        "band": band,
        "on-band": solve(Oklch(0.96, breath, tone.hue), [band], 7.0, darker=False),
        "band-line": solve(Oklch(0.4, 0.02 * tone.strength, tone.hue), [band], 3.0, darker=False),
    }


def _focus(mode: Mode) -> dict[str, str]:
    inner, outer = (WHITE, BLACK) if mode == "light" else (BLACK, WHITE)
    return {"focus-inner": inner, "focus-outer": outer}
