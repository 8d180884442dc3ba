"""What the tests of words share: places of every kind, and forms in one line."""

from __future__ import annotations

from typing import Any

from oic_kit.model.place import LEGAL_KINDS, About
from oic_kit.model.words import words
from oic_kit.services.language_data import language_words

GERMAN, ENGLISH = language_words("de"), language_words("en")
KIND_OF = {legal: kind for kind, all_legal in LEGAL_KINDS.items() for legal in all_legal}
LAENDER = ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH"]
LAENDER += ["TH"]
COUNTRIES = [("DE", state) for state in LAENDER]
COUNTRIES += [
    ("DE", ""),
    ("AT", ""),
    ("AT", "9"),
    ("AT", "6"),
    ("CH", "ZH"),
    ("BE", ""),
    ("FI", ""),
]
CASES = "nom gen dat acc"
NOUN = "noun_nom noun_gen noun_dat noun_acc"
OUR = "our_nom our_gen our_dat our_acc"
SENTENCE = "where into from for of by"


def place(name: str, legal: str = "city", **more: Any) -> About:
    return About(
        name=name, kind=KIND_OF[legal], legal_kind=legal, **{"population": 300_000, **more}
    )


def german(name: str, legal: str = "city", **more: Any) -> dict[str, str]:
    return words(place(name, legal, **more), GERMAN)


def english(name: str, legal: str = "city", **more: Any) -> dict[str, str]:
    return words(place(name, legal, **more), ENGLISH)


def said(forms: dict[str, str], keys: str) -> str:
    return " | ".join(forms[key] for key in keys.split())
