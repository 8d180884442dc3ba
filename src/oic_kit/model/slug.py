"""From a name to an identifier that is safe in paths and addresses."""

from __future__ import annotations

import re
import unicodedata

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "ł": "l", "đ": "d"}
)


def slug(name: str, *, fallback: str = "") -> str:
    """Write a name with the letters a–z, digits and hyphens only.

    Umlauts become two letters, as in web addresses; other accents are dropped.

    Args:
        name: any text.
        fallback: taken when nothing is left, for example of an Arabic name.

    Returns:
        At most 60 signs, without hyphens at either end; the fallback when none is left.
    """
    spelt = unicodedata.normalize("NFC", name).casefold().translate(_GERMAN)
    ascii_only = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-") or fallback
