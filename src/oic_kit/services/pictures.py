"""Paint the mark as PNG: icons for phones and tabs, and the background of the social card.

The same shapes and colours always give the same bytes: nothing but flat colour is painted, edges
are smoothed by counting sixteen points a pixel, and no date or program name is written.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from math import ceil, floor

from PIL import Image, ImageDraw

from oic_kit.model.marks import Bar, Disc, Half, Shape

_FINE = 4


def picture(size: tuple[int, int], ground: str, painted: Iterable[tuple[Shape, str]]) -> bytes:
    """Paint shapes one after the other and give the PNG.

    Args:
        size: width and height in pixels.
        ground: colour behind everything, as `#rrggbb`.
        painted: each shape, measured in pixels, and its colour; what lies outside is cut off.
    """
    canvas = Image.new("RGB", size, ground)
    for shape, colour in painted:
        left, top, mask = _mask(shape)
        canvas.paste(Image.new("RGB", mask.size, colour), (left, top), mask)
    written = io.BytesIO()
    canvas.save(written, "PNG", optimize=True)
    return written.getvalue()


def _mask(shape: Shape) -> tuple[int, int, Image.Image]:
    """How much of each pixel the shape covers, and where the first pixel lies."""
    wide = shape.width if isinstance(shape, Bar) else shape.height
    if isinstance(shape, Half):
        wide /= 2
    left, top = floor(shape.x), floor(shape.y)
    size = ceil(shape.x + wide) - left, ceil(shape.y + shape.height) - top
    fine = Image.new("L", (size[0] * _FINE, size[1] * _FINE), 0)
    x, y = (shape.x - left) * _FINE, (shape.y - top) * _FINE
    high = shape.height * _FINE
    draw = ImageDraw.Draw(fine)
    match shape:
        case Disc() | Half():  # the right half of a half falls off the edge of the mask
            draw.ellipse((x, y, x + high - 1, y + high - 1), fill=255)
        case Bar():
            draw.rectangle((x, y, x + wide * _FINE - 1, y + high - 1), fill=255)
    return left, top, fine.reduce(_FINE)
