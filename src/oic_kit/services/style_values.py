"""Colours and words of a place, as the style files of office documents take them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_WHITE = 255
_FIELD = 0.35  # how much of the accent a field to fill in keeps: its text stays clear


def style_values(book: Mapping[str, Any]) -> dict[str, str]:
    """What `${gaps}` in a style file may name.

    Args:
        book: the gathered document.

    Returns:
        Every colour without `#` and with `_` for `-` · `field`: behind what is to be filled in ·
        `locale`, `language`, `country` · `running`: the title of the site · `edition`.
    """
    colours = {
        key.replace("-", "_"): value.lstrip("#") for key, value in book["look"]["colours"].items()
    }
    locale = str(book["meta"]["lang"])
    return {
        **colours,
        "field": _thinned(colours["accent"]),
        "locale": locale,
        "language": locale.partition("-")[0],
        "country": locale.partition("-")[2],
        "running": str(book["running"]),
        "edition": f"{book['words']['edition']} {book['edition']}",
    }


def _thinned(colour: str) -> str:
    channels = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(_WHITE - _FIELD * (_WHITE - channel)):02x}" for channel in channels)
