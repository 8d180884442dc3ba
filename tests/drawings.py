"""Read the pictures that we make, to look at what is in them."""

from __future__ import annotations

import io
from xml.etree import ElementTree

from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"


def svg(drawn: str | bytes) -> ElementTree.Element:
    """The root of an SVG drawing."""
    return ElementTree.fromstring(drawn)  # noqa: S314 - we wrote it ourselves


def png(painted: bytes) -> Image.Image:
    """A painted picture."""
    return Image.open(io.BytesIO(painted))


def colours_of(image: Image.Image) -> set[str]:
    """Every colour in a picture, as `#rrggbb`."""
    found = image.convert("RGB").getcolors(image.width * image.height) or []
    return {"#{:02x}{:02x}{:02x}".format(*colour) for _count, colour in found}
