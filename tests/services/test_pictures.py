"""How shapes become pixels."""

from __future__ import annotations

from oic_kit.model.marks import Bar, Disc, Half
from oic_kit.services.pictures import picture
from tests.drawings import png


def test_edges_of_painted_shapes_are_smooth_and_exact():
    """
    A sharp eye sees whole pixels inside, none outside, and a share of the colour at a cut pixel.
    """
    drawn = picture(
        (8, 8),
        "#000000",
        [(Bar(1.5, 2, 4, 3, "mark"), "#ffffff"), (Disc(20, 20, 4, "mark"), "#ff0000")],
    )
    image = png(drawn)

    assert (255, 255, 255) == image.getpixel((3, 3))
    assert 100 < image.getpixel((1, 3))[0] < 156
    assert (0, 0, 0) == image.getpixel((3, 5)) == image.getpixel((7, 7)) == image.getpixel((0, 0))


def test_half_a_circle_is_flat_on_the_right():
    """
    The last letter of the mark is recognised: round on the left, cut straight on the right.
    """
    image = png(picture((40, 40), "#000000", [(Half(0, 0, 40, "mark"), "#ffffff")]))

    assert (255, 255, 255) == image.getpixel((19, 1))
    assert (0, 0, 0) == image.getpixel((20, 20)) == image.getpixel((0, 0))
