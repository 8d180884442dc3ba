"""Ways to write one name: what a reader types is compared without case, accents and hyphens.

A letter with dots has two plain forms, and people use both: Münster is Munster and Muenster. So a
name has up to two keys, and two names are alike when they share one.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart by itself, and apostrophes, which vanish: L’Aquila.
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
    | {"ı": "i", "ħ": "h", "ŧ": "t", "ə": "e", "ǝ": "e", "ŋ": "n", "ĸ": "k"}
    | dict.fromkeys("'’‘ʼʻ`´ʹ", "")
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_ACCENT = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_ASCII = {
    code: None if chr(code) in "'`" else " " for code in range(128) if not chr(code).isalnum()
}
_OFFICE = re.compile(
    r"(?:stadt|gemeinde|markt|hansestadt|landeshauptstadt|bundesstadt|universitätsstadt|kreisstadt"
    r"|(?:city|town|municipality|borough|village) of) +",
    re.IGNORECASE,
)
_SAINT = re.compile(r"\b(?:sankt|saint(e?))\b")


def words(name: str) -> list[str]:
    """Take a name apart into plain words: `Frankfurt (Oder)` → `frankfurt`, `oder`."""
    if name.isascii():  # most names, and twice as fast
        return name.lower().translate(_ASCII).split()
    # Twice, because taking letters apart turns ´ into a space and brings forth new apostrophes.
    apart = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return _WORD.findall(_ACCENT.sub("", apart.casefold().translate(_PLAIN)))


def german(name: str) -> str:
    """Write dotted letters with two: `Köln` → `koeln`."""
    return unicodedata.normalize("NFC", name).casefold().translate(_GERMAN)


def keys(name: str) -> tuple[str, ...]:
    """What a name is looked up by: plain words, with dots left out and with dots spelt out.

    Returns:
        One key, or two where they differ; none for a name without letters and digits.
    """
    plain = _key(name)
    spelt_out = plain if name.isascii() else _key(german(name))
    if not plain:
        return ()
    return (plain,) if plain == spelt_out else (plain, spelt_out)


def _key(name: str) -> str:
    key = " ".join(words(name))
    return _SAINT.sub(r"st\1", key) if "sa" in key else key


def alike(one: str, other: str) -> bool:
    """Say whether two names are the same to a reader: `St. Gallen` and `sankt gallen`."""
    return not set(keys(one)).isdisjoint(keys(other))


def is_marked(name: str) -> bool:
    """Say whether a name was typed with accents, so that its exact writing is meant."""
    return not name.isascii()


def same_writing(one: str, other: str) -> bool:
    """Say whether two names differ in nothing but capital letters and signs between words."""
    return _written(one) == _written(other)


def _written(name: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", name).casefold())


def shortens(typed: str, name: str) -> bool:
    """Say whether every word typed begins the word of the name in its place: `Frankfurt a. M.`"""
    short, whole = words(typed), words(name)
    return len(short) == len(whole) and all(map(str.startswith, whole, short))


def begins(name: str, short: str) -> bool:
    """Say whether a name starts with the words of another: `Halle (Saale)` with `Halle`."""
    whole, start = words(name), words(short)
    return len(start) < len(whole) and whole[: len(start)] == start


def without_office(name: str) -> str:
    """Leave out what offices put before a name: `Landeshauptstadt Dresden`, `City of Cork`."""
    return _OFFICE.sub("", name, count=1)
