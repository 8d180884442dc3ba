"""The palette keeps its promises for every colour that a screen can show.

What is proven how:

* inks on full colour: complete, over all 16.7 million colours. For fixed red and green, luminance
  grows with blue, so only the blues beside a threshold can be the worst ones; each is tried.
* papers, tints, states, text, band: complete, over all 721 tones that a brand can have.
* links, marks and outlines: complete by argument, because `solve` returns nothing that fails and
  can only give up when black (or white) is too weak on a paper, which is refuted for all tones.
* and, in case an argument has a hole: a sweep over a lattice of the whole gamut, its edges and all
  greys, alone and in pairs, through the same function that the site uses.
"""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_kit.model.accents import OIC_SHAPES, accent_for, shapes_for
from oic_kit.model.colour import BLACK, WHITE, Oklch, contrast, distance, luminance, oklch
from oic_kit.model.inks import INK, ink_on, solve
from oic_kit.model.palette import MODES, Mode, Tone, ground_of, palette, tone_of
from oic_kit.model.promises import PAPERS, PROMISES, SHAPES, Promise, broken
from tests.gamut import edges, faults, lattice, with_partners

TONES = [Tone(0, 0), *(Tone(hue, strength) for hue in range(360) for strength in (1, 2))]
colours = st.integers(0, 0xFFFFFF).map(lambda packed: f"#{packed:06x}")


def test_an_ink_is_found_for_every_colour_there_is():
    """
    A visitor can read what stands on any block of colour, whichever of 16.7 million it is.
    """
    worst = 21.0
    thresholds = [1.05 / 4.5 - 0.05, 4.5 * (luminance(INK) + 0.05) - 0.05, math.sqrt(0.0525) - 0.05]
    blues = [luminance(f"#0000{blue:02x}") for blue in range(256)]
    for red in range(256):
        for green in range(256):
            below = luminance(f"#{red:02x}{green:02x}00")
            for blue in _worst_blues([light + below for light in blues], thresholds):
                block = f"#{red:02x}{green:02x}{blue:02x}"
                worst = min(worst, contrast(ink_on(block), block))

    assert 4.5 <= worst


def _worst_blues(lights: list[float], thresholds: list[float]) -> set[int]:
    """The two blues at each threshold that these lights pass; nothing else can be the worst."""
    found = set()
    for threshold in thresholds:
        if lights[0] <= threshold <= lights[-1]:
            after = next(blue for blue, light in enumerate(lights) if light >= threshold)
            found |= {max(0, after - 1), after}
    return found


def test_of_black_and_white_one_is_always_clear():
    """
    Somebody who moves by keyboard sees the focus: a black and a white ring, one clear on anything.
    """
    for step in range(10_001):
        light = step / 10_000
        assert max((light + 0.05) / 0.05, 1.05 / (light + 0.05)) >= math.sqrt(21) - 1e-9

    ground = ground_of("light", TONES[0])
    assert {BLACK, WHITE} == {ground["focus-inner"], ground["focus-outer"]}


@pytest.mark.parametrize("mode", MODES)
def test_every_tone_carries_readable_text(mode: Mode):
    """
    Whatever the hue of a place, its pages, tints, notices and bands carry readable text.
    """
    for tone in TONES:
        ground = ground_of(mode, tone)
        for promise in PROMISES:
            if promise.ink in ground and promise.paper in ground:
                found = contrast(ground[promise.ink], ground[promise.paper])
                assert promise.ratio <= found, (tone, promise)


@pytest.mark.parametrize("mode", MODES)
def test_solving_can_never_give_up(mode: Mode):
    """
    A place with any colour gets links and outlines: black or white is strong enough on every paper.
    """
    end = BLACK if mode == "light" else WHITE
    strictest = max(promise.ratio for promise in PROMISES if promise.paper in PAPERS)
    for tone in TONES:
        ground = ground_of(mode, tone)
        assert all(contrast(end, ground[paper]) > 14 > strictest for paper in PAPERS), tone
        assert contrast(WHITE, ground["band"]) > 14, tone


@pytest.mark.parametrize("part", range(4))
def test_no_colour_of_the_gamut_breaks_a_promise(part: int):
    """
    Every 18th level of red, green and blue, each once as brand and once as accent of another.
    """
    pairs = list(with_partners(lattice(18)))

    assert len(pairs) == 5832
    assert [] == faults(pairs[part::4])


def test_no_edge_and_no_grey_breaks_a_promise():
    """
    The most colourful colours and the greys, alone, as most places choose only one colour.
    """
    assert [] == faults((colour, None) for colour in edges())


def test_no_pair_of_extremes_breaks_a_promise():
    """
    Corners, middles of edges and the middle grey of the gamut, each with each.
    """
    extremes = lattice(3)

    assert [] == faults((brand, accent) for brand in extremes for accent in extremes)


@settings(max_examples=200, deadline=None)
@given(colours, st.one_of(st.none(), colours))
def test_no_colour_that_chance_finds_breaks_a_promise(brand: str, accent: str | None):
    """
    What a lattice steps over, chance may find.
    """
    assert [] == faults([(brand, accent)])


@settings(max_examples=200, deadline=None)
@given(colours, colours)
def test_blocks_show_the_given_colours_unless_they_would_vanish(brand: str, accent: str):
    """
    A place recognises its own two colours in every block that can be told from the page.
    """
    made = palette(brand, accent)

    for role, given_colour in (("brand", brand), ("accent", accent), ("shape-1", brand)):
        if distance(given_colour, WHITE) >= 0.1:
            assert given_colour == made.light[role]
        if contrast(given_colour, made.dark["bg"]) >= 1.4:
            assert given_colour == made.dark[role]


@pytest.mark.parametrize("colour", [WHITE, "#fffffe", BLACK, "#0b1011", "#f8f8ff"])
def test_no_block_vanishes_into_the_page(colour: str):
    """
    A place with a white or black brand still shows its shapes to visitors, in light and dark.
    """
    made = palette(colour, colour)

    assert distance(made.light["brand"], made.light["bg"]) >= 0.1
    assert contrast(made.dark["accent"], made.dark["bg"]) >= 1.4


def test_the_open_brand_looks_as_in_its_own_design():
    """
    Visitors recognise the brand: yellow circle, turquoise bar, and darker turquoise where they read.
    """
    made = palette("#00b2bb", "#fff564", OIC_SHAPES)

    assert ("#00b2bb", "#fff564") == (made.light["brand"], made.light["mark-accent"])
    assert ("#00b2bb", "#00b2bb") == (made.dark["mark"], made.dark["link"])
    assert ("#00767c", "#14181d", "#ffffff") == (
        made.light["link"],
        made.light["on-brand"],
        made.light["on-brand-strong"],
    )
    assert OIC_SHAPES == tuple(made.light[shape] for shape in SHAPES)
    assert "#000000" == made.light["on-shape-3"]


def test_a_colour_that_is_clear_enough_is_used_for_links_as_it_is():
    """
    A place with a deep brand colour sees exactly that colour in its links and buttons.
    """
    made = palette("#8c1d40")

    assert "#8c1d40" == made.light["link"] == made.light["brand-strong"] == made.light["mark"]
    assert "#8c1d40" != made.dark["link"]


def test_light_and_dark_name_the_same_roles():
    """
    A template maintainer may use a role without asking for the mode.
    """
    made = palette("#0b5d3b")

    assert list(made.light) == list(made.dark)
    assert {name for it in PROMISES for name in (it.ink, it.paper)} <= set(made.light)


@pytest.mark.parametrize(
    ("brand", "expected"),
    [("#777777", Tone(0, 0)), ("#7a8b6f", Tone(133, 1)), ("#00b2bb", Tone(201, 2))],
)
def test_neutrals_follow_the_hue_of_the_brand(brand: str, expected: Tone):
    """
    A grey brand gets grey pages; any other tints them so slightly that nobody notices why it fits.
    """
    assert expected == tone_of(brand)


@pytest.mark.parametrize(
    "brand", [*OIC_SHAPES, "#8c1d40", "#0b5d3b", "#ff8000", "#777777", "#39ff14"]
)
def test_derived_companions_differ_from_one_another(brand: str):
    """
    A place that chooses one colour gets six shapes that visitors can tell apart, none of them neon.
    """
    accent = accent_for(brand)
    six = shapes_for(brand, accent)

    assert (brand, accent) == six[:2]
    assert min(distance(a, b) for a in six for b in six if a != b) > 0.08
    assert max(oklch(colour).chroma for colour in six[1:]) < 0.16
    assert 6 == len(set(six))


def test_solving_says_when_no_colour_can_be_clear():
    """
    A developer who asks for text on both black and white paper reads why there is none.
    """
    with pytest.raises(ValueError, match="not even #000000 reaches"):
        solve(Oklch(0.5, 0.1, 20), [WHITE, BLACK], 4.5, darker=True)


def test_a_broken_promise_is_found():
    """
    The test of the palette can fail: a palette that somebody paints over is caught.
    """
    faded = {**palette("#00b2bb").light, "text": "#bbbbbb"}
    papers = {fault.promise.paper for fault in broken(faded)}

    assert set(PAPERS) == papers
    assert Promise("text", "bg", 7.0) in [fault.promise for fault in broken(faded)]
