"""What the words of a site give away: another place, another kind of place, another form of address.

Each function lists the lines of a built site that do not belong there, with their page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.place import Address, Gender, Kind
from oic_kit.services.language_data import words_for
from tests.sites import BuiltSite, Page, lines_of

Found = list[tuple[str, str]]

LEGAL_PAGES = ("imprint", "privacy", "accessibility", "licences")
# The proper name, addresses, and keys of place.yaml that a page calls missing.
FREE = re.compile(
    r"Open Innovation Cit(?:y|ies)|\bInnovation City\b|https?://\S+|\S+@\S+|[a-z_]+(?:\.[a-z_]+)+"
)

# Nouns that belong to one kind of place. A compound such as "stadtweit" counts as well.
NOUNS = {
    Kind.CITY: re.compile(r"[Ss]t[aä]dt|\b[Cc]it(?:y|ies)\b|\b[Mm]unicipal\b|\bGemeinden?\b"),
    Kind.DISTRICT: re.compile(
        r"[Bb]ezirk|Stadtteil|Quartier|\b[Dd]istricts?\b|\b[Bb]oroughs?\b|\b[Nn]eighbourhoods?\b"
    ),
    Kind.REGION: re.compile(
        r"\b[Rr]egion|Metropolregion|\b(?:[Ll]and)?[Kk]reis(?:e|es|en|tag\w*|weit)?\b|\b[Cc]ount(?:y|ies)\b"
    ),
}
# Where such a noun means no place of ours: a round figure, people who live next door, a rule.
HARMLESS = re.compile(
    "|".join(
        (
            r"(?:über den|im|mit|ohne Diskussionen im|bis der|Der) Kreis\b",
            r"^Kreis füllen\b",
            r"(?:verschieden große|Menschen als) Kreise\b",
            r"clubs, initiatives, neighbourhoods and everybody",
            r"a school, a university, a neighbourhood\.",
            r"^a neighbourhood that would like to try something\.",
            r"^The neighbourhood benefits from it\.",
        )
    )
)

DU = re.compile(r"\b(?:du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
# "Sie" may begin a sentence about others; these forms only address the reader.
SIE = re.compile(r"\bIhnen\b|(?<=[a-zäöüß,] )(?:Sie|Ihr|Ihre[mnrs]?)\b")

SIGNS = {
    Gender.STAR: re.compile(r"\w\*(?:in|innen|n|r|e)\b|\b(?:die|der|den|des)\*\w"),
    Gender.COLON: re.compile(r"[a-zäöü]:(?:in|innen|n|r|e)\b|\b(?:die|der|den|des):\w"),
    Gender.PAIR: re.compile(r"\b([A-ZÄÖÜ]\w+)innen und \1\w*\b"),
}
# No style of ours: gap, capital I, slash, brackets.
OTHER_SIGNS = re.compile(r"\w_in(?:nen)?\b|[a-zäöü]In(?:nen)?\b|\w/-?in(?:nen)?\b|\w\(in(?:nen)?\)")

# Facts of the first OIC, which every copy of its site carries along.
LOCAL = re.compile(r"OIC-BIE|Niederwall|Alter Markt|33602|oic-bielefeld\.de", re.IGNORECASE)


def german(site: BuiltSite) -> list[Page]:
    """The German pages of a site."""
    return [page for page in site.every_page if page.tongue == "de"]


def legal_pages(site: BuiltSite) -> list[Page]:
    """The German pages that the law asks for."""
    if "de" not in site.place.site.languages:
        return []
    return [site.page_of(name, "de") for name in LEGAL_PAGES]


def wrongly_addressed(site: BuiltSite) -> Found:
    """Lines of German pages that speak to the reader in a form that was not chosen."""
    strange = {Address.DU: [SIE], Address.SIE: [DU], Address.NEUTRAL: [SIE, DU]}
    patterns = strange[site.place.site.address]
    return [
        (page.path, line)
        for page in german(site)
        for line in page.sentences
        if any(pattern.search(without_names(site, line)) for pattern in patterns)
    ]


def familiar_law(site: BuiltSite) -> Found:
    """Lines of legal pages that say `du`, outside of the frame that all pages share."""
    return [
        (page.path, line)
        for page in legal_pages(site)
        for line in lines_of(page.tree.xpath("//main")[0])
        if DU.search(line)
    ]


def strange_signs(site: BuiltSite) -> Found:
    """Lines that name people in a style that was not chosen."""
    others = [sign for style, sign in SIGNS.items() if style is not site.place.site.gender]
    return [
        (page.path, line)
        for page in german(site)
        for line in page.sentences
        if any(sign.search(without_names(site, line)) for sign in (*others, OTHER_SIGNS))
    ]


def chosen_signs(site: BuiltSite) -> int:
    """How many lines name people in the chosen style."""
    sign = SIGNS[site.place.site.gender]
    return sum(bool(sign.search(line)) for page in german(site) for line in page.sentences)


def nouns_of_other_kinds(site: BuiltSite) -> Found:
    """Lines that call the place something that it is not."""
    own = own_nouns(site)
    others = [noun for kind, noun in NOUNS.items() if kind is not site.place.kind]
    found = []
    for page in site.every_page:
        for line in page.sentences:
            rest = own.sub("", HARMLESS.sub("", without_names(site, line)))
            if any(noun.search(rest) for noun in others):
                found.append((page.path, line))
    return found


def own_nouns(site: BuiltSite) -> re.Pattern[str]:
    """What the grammar calls this place and the bodies that serve it.

    A Stadtbezirk may call itself so; a Stadtteil has no administration of its own and is served by
    the one of its city, which the grammar then names.
    """
    forms = [words_for(site.place.place, code) for code in site.place.site.languages]
    keys = (
        "noun",
        "noun_plural",
        "noun_plural_dat",
        "administration",
        "Administration",
        "deciding_body",
    )
    longest_first = sorted({form[key] for form in forms for key in keys}, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(noun)}(?:e?s)?\b" for noun in longest_first if noun))


def local_facts(site: BuiltSite) -> Found:
    """Texts and addresses with facts of the first OIC that are no named source and no link to it."""
    found = []
    for page in site.every_page:
        named = set(page.tree.xpath("//main//a[contains(@href, '://')] | //footer//a"))
        for element in page.tree.iter():
            texts = [
                element.text or "",
                *(value for name, value in element.items() if name != "id"),
            ]
            if not any(it in named for it in (element, *element.iterancestors())):
                found += [(page.path, text) for text in texts if LOCAL.search(text)]
            found += [(page.path, element.tail) for _hit in LOCAL.findall(element.tail or "")]
    return found


def mentions(site: BuiltSite, name: str) -> Iterator[tuple[Page, str, bool]]:
    """Every line that holds a name, and whether a source stands in the same block."""
    for page in site.every_page:
        for line in page.sentences:
            if name in without_names(site, line):
                yield page, line, bool(re.search(r"\((?:andere Website|other website)\)", line))


def without_names(site: BuiltSite, line: str) -> str:
    """A line without what the record calls the place, its parts and its operator."""
    place = site.place
    names = [
        place.site.title,
        place.operator.legal_name.value,
        place.name,
        place.place.parent,
        *(member.name for member in place.place.members),
        *(title for topic in place.topics for title in topic.title.values()),
    ]
    for name in sorted(filter(None, names), key=len, reverse=True):
        line = line.replace(name, "…")
    return FREE.sub("", line)
