"""How colours are measured and mixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_kit.model.accents import OIC_SHAPES
from oic_kit.model.colour import (
    BLACK,
    WHITE,
    ColourError,
    channels,
    contrast,
    distance,
    luminance,
    oklch,
    shown,
)

colours = st.integers(0, 0xFFFFFF).map(lambda packed: f"#{packed:06x}")

# Measured from the corporate design of the open brand, rounded as the source gives it.
MEASURED = {
    "#00b2bb": (0.695, 0.118, 201),
    "#fff564": (0.952, 0.163, 105),
    "#666cde": (0.585, 0.171, 277),
    "#a5e35f": (0.847, 0.175, 130),
    "#78d3fa": (0.825, 0.103, 228),
    "#fa2d6e": (0.646, 0.236, 10),
}


def test_black_on_white_is_the_strongest_contrast():
    """
    A developer can trust the scale: it ends where the standard says it ends.
    """
    assert contrast(BLACK, WHITE) == pytest.approx(21.0)
    assert contrast(WHITE, BLACK) == contrast(BLACK, WHITE)
    assert contrast("#777777", "#777777") == 1.0


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#00b2bb", 2.6), ("#fff564", 1.14), ("#777777", 4.48), ("#767676", 4.54), ("#ff0000", 4.0)],
)
def test_contrast_on_white_is_what_others_measure(colour: str, ratio: float):
    """
    An editor who checks a colour elsewhere reads the same figure.
    """
    assert ratio == pytest.approx(contrast(colour, WHITE), abs=0.005)


@pytest.mark.parametrize(("colour", "expected"), MEASURED.items())
def test_the_open_brand_is_read_as_it_was_measured(colour: str, expected: tuple[float, ...]):
    """
    A maintainer finds the six colours of the brand where the corporate design puts them.
    """
    seen = oklch(colour)

    assert expected == (round(seen.lightness, 3), round(seen.chroma, 3), round(seen.hue))
    assert colour in OIC_SHAPES


@given(colours)
def test_a_colour_survives_the_way_there_and_back(colour: str):
    """
    A place's brand colour is not changed by looking at it.
    """
    seen = oklch(colour)

    assert colour == shown(seen.lightness, seen.chroma, seen.hue)


@given(colours)
def test_contrast_stays_on_its_scale(colour: str):
    """
    No colour has a contrast that the standard does not know.
    """
    on_white, on_black = contrast(colour, WHITE), contrast(colour, BLACK)

    assert 1.0 <= on_white <= 21.0
    assert on_white * on_black == pytest.approx(21.0)


@given(st.floats(-0.2, 1.2), st.floats(0, 0.5), st.floats(-400, 800))
def test_what_no_screen_shows_loses_chroma_and_not_its_hue(light: float, chroma: float, hue: float):
    """
    A visitor sees a paler colour where a screen cannot show a stronger one, never another hue.
    """
    made = shown(light, chroma, hue)
    seen = oklch(made)

    assert seen.chroma <= chroma + 0.02
    if seen.chroma > 0.05:
        turned = abs((seen.hue - hue + 180) % 360 - 180)
        assert turned < 6


def test_the_ends_of_lightness_are_black_and_white():
    """
    A developer who walks lighter and lighter arrives at white, in every hue.
    """
    assert {shown(0, 0.2, hue) for hue in range(360)} == {BLACK}
    assert {shown(1, 0.2, hue) for hue in range(360)} == {WHITE}
    assert luminance(BLACK) == 0.0
    assert luminance(WHITE) == pytest.approx(1.0)


def test_distance_tells_the_same_from_the_opposite():
    """
    A developer reads 0 for the same colour and 1 for black and white.
    """
    assert distance("#8c1d40", "#8c1d40") == 0.0
    assert distance(BLACK, WHITE) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "text", ["", "red", "#fff", "#00b2b", "#00b2bg", "00b2bb", " #00b2bb", "#00b2bb\n"]
)
def test_what_is_no_colour_is_named(text: str):
    """
    Whoever writes a colour wrongly reads what was given and what to write instead.
    """
    with pytest.raises(ColourError) as caught:
        channels(text)

    assert repr(text) in caught.value.what
    assert "#00b2bb" in caught.value.remedy
