"""Pairwise variants: every two choices of language, address, style and kind meet in one site."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from oic_kit.model.place import LEGAL_KINDS, Kind, Place
from oic_kit.services.completion import complete_place
from oic_kit.services.generate import generate
from oic_kit.services.site import build
from tests.places import PROFILES, TODAY, profile
from tests.sites import BuiltSite

LANGUAGES = (("de",), ("en",), ("de", "en"), ("en", "de"))
ADDRESSES = ("du", "sie", "neutral")
GENDERS = ("neutral", "pair", "star", "colon")
# Names that hold no noun for a place, so that a hit is always a text of ours.
PLACES: dict[str, dict[str, Any]] = {
    "city": {"name": "Jena", "state": "TH", "population": 110_000},
    "district": {"name": "Vegesack", "state": "HB", "parent": "Bremen", "population": 34_000},
    "region": {"name": "Wendland", "state": "NI", "population": 49_000},
}
Pair = tuple[tuple[int, object], ...]


@dataclass(frozen=True)
class Variant:
    """One combination of choices. Address and style only matter where German is spoken."""

    languages: tuple[str, ...]
    address: str
    gender: str
    kind: str

    def __str__(self) -> str:
        return "-".join(("+".join(self.languages), self.address, self.gender, self.kind))

    @property
    def pairs(self) -> frozenset[Pair]:
        """Every two choices that meet here."""
        values = list(enumerate(astuple(self)))
        if "de" not in self.languages:
            values = [values[0], values[3]]
        return frozenset(itertools.combinations(values, 2))

    def place(self, number: int) -> Place:
        """A real place with these choices; kinds in law take turns."""
        kinds_in_law = LEGAL_KINDS[Kind(self.kind)]
        values = {
            "place": {
                **PLACES[self.kind],
                "kind": self.kind,
                "legal_kind": kinds_in_law[number % len(kinds_in_law)],
                "country": "DE",
            },
            "site": {
                "url": "https://oic.example/",
                "languages": list(self.languages),
                "address": self.address,
                "gender": self.gender,
            },
        }
        return complete_place(values, today=TODAY, named=str(self))


def variant_of(place: Place) -> Variant:
    """The choices that a place made."""
    site = place.site
    return Variant(tuple(site.languages), site.address.value, site.gender.value, place.kind.value)


def every_combination() -> list[Variant]:
    """All combinations; without German there is one form of address and one style."""
    combinations = itertools.product(LANGUAGES, ADDRESSES, GENDERS, [kind.value for kind in Kind])
    return [
        Variant(*choices)
        for choices in combinations
        if "de" in choices[0] or choices[1:3] == ("neutral", "neutral")
    ]


def pairwise(known: Iterable[Variant]) -> tuple[Variant, ...]:
    """The fewest further variants, taken greedily, so that every two choices meet somewhere.

    Args:
        known: combinations that are built anyway.
    """
    combinations = every_combination()
    missing = set().union(*(it.pairs for it in combinations))
    missing -= set().union(*(it.pairs for it in known))
    chosen = []
    while missing:
        best = max(combinations, key=lambda it: len(it.pairs & missing))
        missing -= best.pairs
        chosen.append(best)
    return tuple(chosen)


VARIANTS = pairwise(variant_of(profile(name)) for name in PROFILES)


def built(place: Place, folder: Path, *, drawn: Path) -> BuiltSite:
    """Make and build a site quickly: without social cards, with pictures drawn once for all.

    Args:
        place: the record.
        folder: a new folder.
        drawn: where Hugo keeps the pictures of all variants.
    """
    generate(place, into=folder)
    with (folder / "site" / "hugo.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nresourceDir: {str(drawn)!r}\nparams:\n  cards: none\n")
    build(folder)
    return BuiltSite(place, folder)
