"""Colours: between `#rrggbb` and OKLCH, and how clearly one stands out from another.

OKLCH describes a colour as people see it: equal steps of lightness look equal in every hue.
Contrast is always computed on the final 8-bit `#rrggbb`, so rounding can never break a promise.

Source:
    OKLab: https://bottosson.github.io/posts/oklab/ (matrices of 2021-01-25);
    contrast: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from oic_kit.errors import OicError

BLACK = "#000000"
WHITE = "#ffffff"

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_CHROMA_STEPS = 14


class ColourError(OicError):
    """A text that is no colour."""


@dataclass(frozen=True)
class Oklch:
    """A colour as people see it.

    Args:
        lightness: 0.0 (black) to 1.0 (white).
        chroma: 0.0 (grey) to about 0.32, the most colourful that a screen shows.
        hue: degrees, 0 ≤ hue < 360; without meaning when chroma is 0.
    """

    lightness: float
    chroma: float
    hue: float


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


_LINEAR = tuple(_linear(level / 255) for level in range(256))


def channels(colour: str) -> tuple[int, int, int]:
    """Split `#rrggbb` into red, green and blue from 0 to 255.

    Raises:
        ColourError: the text is not `#` and six hexadecimal digits; it names the value given.
    """
    if not _HEX.fullmatch(colour):
        raise ColourError(
            f"{colour!r} is not a colour.",
            remedy="Write # and six hexadecimal digits, e.g. #00b2bb.",
        )
    packed = int(colour[1:], 16)
    return packed >> 16, packed >> 8 & 255, packed & 255


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`: 0.0 is black, 1.0 is white.

    Source:
        https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    red, green, blue = channels(colour)
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


def contrast(ink: str, paper: str) -> float:
    """Say how clearly text in one colour stands out from another.

    Args:
        ink: colour of the text as `#rrggbb`: sRGB, two hex digits a channel.
        paper: colour behind it, written the same way; swapping the two changes nothing.

    Returns:
        A ratio without unit, 1.0 (same colour) to 21.0 (black on white). Body text needs 4.5.

    Raises:
        ColourError: if either is not `#rrggbb`; it names the value given.

    Source:
        WCAG 2.2, “contrast ratio”: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    dark, light = sorted((luminance(ink), luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def oklch(colour: str) -> Oklch:
    """Read `#rrggbb` as lightness, chroma and hue.

    Raises:
        ColourError: the text is no colour.
    """
    lightness, a, b = _oklab(colour)
    chroma = math.hypot(a, b)
    if chroma < 1e-4:  # the rounding of the matrices, not a colour
        return Oklch(lightness, 0.0, 0.0)
    return Oklch(lightness, chroma, math.degrees(math.atan2(b, a)) % 360)


def distance(one: str, other: str) -> float:
    """How far apart two colours look: 0.0 (the same) to 1.0 (black and white); 0.02 is just seen.

    Source:
        Euclidean distance in OKLab.
    """
    return math.dist(_oklab(one), _oklab(other))


def _oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_LINEAR[level] for level in channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def shown(lightness: float, chroma: float, hue: float) -> str:
    """Give the colour as `#rrggbb`; what no screen can show loses chroma, never its hue.

    Args:
        lightness: 0.0 to 1.0; beyond that it is black or white.
        chroma: the most that is wanted; at most what sRGB holds is taken.
        hue: degrees, any number.
    """
    if lightness <= 0:
        return BLACK
    if lightness >= 1:
        return WHITE
    cosine, sine = math.cos(math.radians(hue)), math.sin(math.radians(hue))
    light = _linear_rgb(lightness, chroma * cosine, chroma * sine)
    if not _fits(light):
        low, high = 0.0, chroma
        for _ in range(_CHROMA_STEPS):
            half = (low + high) / 2
            if _fits(_linear_rgb(lightness, half * cosine, half * sine)):
                low = half
            else:
                high = half
        light = _linear_rgb(lightness, low * cosine, low * sine)
    return "#" + "".join(f"{_level(share):02x}" for share in light)


def _linear_rgb(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _fits(light: tuple[float, float, float]) -> bool:
    # Half a step of 8 bits at the dark end; such an excess is rounded away.
    return min(light) >= -0.0002 and max(light) <= 1.0002


def _level(share: float) -> int:
    held = min(1.0, max(0.0, share))
    curved = 12.92 * held if held <= 0.0031308 else 1.055 * held ** (1 / 2.4) - 0.055
    return round(255 * curved)
