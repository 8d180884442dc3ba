"""Chapters of the playbook as a place receives them, and what must not stand in them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from oic_kit.model.markdown_text import literal
from oic_kit.model.place import Address, Gender, Kind, Place
from oic_kit.services.playbook_figures import Figures
from oic_kit.services.playbook_values import plan_of, playbook_values
from oic_kit.services.seed_values import seed_values
from oic_kit.services.template import template_root
from tests.places import profile

LANGUAGES = ("de", "en")
KINDS = {"muenster": Kind.CITY, "sennestadt": Kind.DISTRICT, "ostwestfalen-lippe": Kind.REGION}

NOUNS = {
    "de": {
        Kind.CITY: r"\w*[Ss](?:tadt|tädt)\w*",
        Kind.DISTRICT: r"\w*[Bb]ezirk\w*",
        Kind.REGION: r"Region(?:en)?|(?:Land)?[Kk]reis(?:es?|en?)?",
    },
    "en": {
        Kind.CITY: r"[Cc]it(?:y|ies)",
        Kind.DISTRICT: r"[Dd]istricts?",
        Kind.REGION: r"[Rr]egions?",
    },
}
# Names of things that carry such a noun: the name of the principle, and what evidence is called.
NAMES = (
    r"Open Innovation Cit(?:y|ies)",
    r"[Ss]mart[- ][Cc]it(?:y|ies)",
    r"Stadt Fürth|City of Fürth",
    r"(?:US-S|Großs)tädten?|14 cities|five US cities",
    r"Fab City",
    r"LEADER[- ][Rr]egion",
    r"Rat der Gemeinden und Regionen Europas|European Municipalities and Regions",
)
ADDRESS = {
    Address.DU: r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]u(?:er|re\w*))\b",
    Address.SIE: r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b",
}

ENGINE = SandboxedEnvironment(
    **yaml.safe_load((template_root() / "copier.yml").read_text(encoding="utf-8"))["_envops"]
    | {"undefined": StrictUndefined}
)


def spoken(place: Place, **site: Any) -> Place:
    """The same place with other answers about its site."""
    return place.model_copy(update={"site": place.site.model_copy(update=site)})


def strange_nouns(place: Place, language: str, text: str) -> list[str]:
    """Nouns that belong to another kind of place, outside names, addresses and commands."""
    names = [place.name, place.place.parent, *(member.name for member in place.place.members)]
    own = [r"Stadtbezirk\w*"] if place.kind is Kind.DISTRICT else []
    proper = "|".join([*NAMES, *own, *(re.escape(literal(name)) for name in names if name)])
    bare = re.sub(r"\]\([^)]*\)|`[^`]*`", "", text)
    bare = re.sub(r"\S+\.(?:de|com|net|org|example)\b", "", bare)
    bare = re.sub(proper, "", bare)
    strange = (nouns for kind, nouns in NOUNS[language].items() if kind is not place.kind)
    return [found for nouns in strange for found in re.findall(rf"\b(?:{nouns})\b", bare)]


@cache
def template_of(text: str, language: str) -> Template:
    """One text before the values of a place are filled in."""
    source = template_root() / "playbook" / "chapters" / language / f"{text}.md.jinja"
    return ENGINE.from_string(source.read_text(encoding="utf-8"))


@cache
def _of_plan(name: str) -> dict[str, Any]:
    return values_of(spoken(profile(name), languages=LANGUAGES))


def values_of(place: Place) -> dict[str, Any]:
    """What the plan of a place gives to its chapters."""
    return playbook_values(place, Figures(place, plan_of(place)))


def written(place: Place, text: str, language: str) -> str:
    """One text as this place receives it."""
    return template_of(text, language).render(**seed_values(place), **values_of(place))


@cache
def of_profile(
    name: str,
    text: str,
    language: str,
    address: Address = Address.DU,
    gender: Gender = Gender.NEUTRAL,
) -> str:
    """One text of a sample place in both languages, in any form of address."""
    place = spoken(profile(name), languages=LANGUAGES, address=address, gender=gender)
    return template_of(text, language).render(**seed_values(place), **_of_plan(name))
