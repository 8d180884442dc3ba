"""Which signs can be printed: a PDF/UA may hold none that no font can draw.

Open Sans comes with the kit; Typst brings three fonts of its own as a reserve. What none of them
knows, such as an emoji, is printed as an empty box; the text of other formats keeps it as it is.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from oic_kit.services.lettering import known_signs

BOX = "▯"

# What the reserve of Typst 0.15 adds, tried sign by sign: phonetic letters, Armenian, Arabic,
# accented Greek, punctuation, arrows, mathematics, technical and geometric signs.
_RESERVE = (
    (0x0250, 0x0258), (0x025A, 0x02BB), (0x0531, 0x0556), (0x0559, 0x058A), (0x0621, 0x063A),
    (0x0640, 0x0655), (0x0660, 0x066D), (0x1F00, 0x1F15), (0x1F20, 0x1F45), (0x1F80, 0x1FB4),
    (0x2010, 0x2012), (0x2023, 0x2025), (0x202F, 0x202F), (0x2034, 0x2038), (0x2100, 0x2104),
    (0x2153, 0x215A), (0x2190, 0x2201), (0x2203, 0x2205), (0x2207, 0x220E), (0x2216, 0x2219),
    (0x221F, 0x222A), (0x222C, 0x2247), (0x2249, 0x225F), (0x2261, 0x2263), (0x2266, 0x23FF),
    (0x2460, 0x25C9), (0x25CB, 0x2606), (0x2609, 0x262F), (0x2701, 0x2704), (0x2706, 0x2709),
    (0x270C, 0x2714), (0x2717, 0x2726), (0x2794, 0x2794), (0x2798, 0x27AF), (0x27B1, 0x2B73),
)  # fmt: skip

# Signs that only steer others: joiners and selectors of emoji. They print nothing by themselves.
_STEERING = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")


def printable(text: str) -> str:
    """Put an empty box where a sign cannot be printed; drop what only steers such a sign."""
    return text if text.isascii() else "".join(map(_drawn, text))


@cache
def _drawn(sign: str) -> str:
    code = ord(sign)
    if sign in _STEERING:
        return ""
    if code in known_signs() or unicodedata.category(sign) == "Cc" or sign == "\u00ad":
        return sign
    return sign if any(first <= code <= last for first, last in _RESERVE) else BOX
