"""Chapters 0 to 9 of the playbook, the Monday sheet and the brief, as places receive them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
import yaml
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from oic_kit.model.markdown_text import literal
from oic_kit.model.place import Address, Gender, Kind, Place
from oic_kit.services.playbook_figures import Figures
from oic_kit.services.playbook_values import plan_of, playbook_values
from oic_kit.services.playbook_words import BOXES, playbook_words
from oic_kit.services.seed_values import seed_values
from oic_kit.services.template import template_root
from tests.places import PROFILES, profile
from tests.playbook_plans import STATEMENTS, a_place

CHAPTERS = (
    "00-how-to-use",
    "01-vision",
    "02-where-we-stand",
    "03-place-and-people",
    "04-governance",
    "05-roles",
    "06-size",
    "07-funding",
    "08-decision",
    "09-partnerships",
)
TEXTS = (*CHAPTERS, "monday-sheet", "brief")
LANGUAGES = ("de", "en")
KINDS = {"muenster": Kind.CITY, "sennestadt": Kind.DISTRICT, "ostwestfalen-lippe": Kind.REGION}

# Every form of address with every way of naming people, and each of both with every kind of place.
SPOKEN = [
    (tuple(KINDS)[(row + column) % 3], address, gender)
    for row, address in enumerate(Address)
    for column, gender in enumerate(Gender)
]

NOUNS = {
    "de": {
        Kind.CITY: r"\w*[Ss](?:tadt|tädt)\w*",
        Kind.DISTRICT: r"\w*[Bb]ezirk\w*",
        Kind.REGION: r"Region(?:en)?|(?:Land)?[Kk]reis(?:es?|en?)?",
    },
    "en": {Kind.CITY: r"[Cc]it(?:y|ies)", Kind.DISTRICT: r"[Dd]istricts?", Kind.REGION: r"[Rr]egions?"},
}
# Names of things that carry such a noun: the name of the principle, and what evidence is called.
NAMES = (
    r"Open Innovation Cit(?:y|ies)",
    r"[Ss]mart[- ][Cc]it(?:y|ies)",
    r"Stadt Fürth|City of Fürth",
    r"(?:US-|Groß)[Ss]tädten|14 cities|five US cities",
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


@cache
def _of_plan(name: str) -> dict[str, Any]:
    place = spoken(profile(name), languages=LANGUAGES)
    return playbook_values(place, Figures(place, plan_of(place)))


def written(place: Place, text: str, language: str, values: dict[str, Any] | None = None) -> str:
    """One text as this place receives it."""
    source = template_root() / "playbook" / "chapters" / language / f"{text}.md.jinja"
    given = values or playbook_values(place, Figures(place, plan_of(place)))
    return ENGINE.from_string(source.read_text(encoding="utf-8")).render(
        **seed_values(place), **given
    )


def of_profile(name: str, text: str, language: str, **site: Any) -> str:
    """One text of a sample place, in any language and form of address."""
    return written(spoken(profile(name), languages=LANGUAGES, **site), text, language, _of_plan(name))


def shape(text: str) -> list[str]:
    """Headings by level and tables by columns, in their order."""
    lines = (line for line in text.splitlines() if line.startswith(("#", "|")))
    return [line.split()[0] if line[0] == "#" else "|" * line.count("|") for line in lines]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("name", "address", "gender"), SPOKEN)
def test_every_form_of_address_reads_without_a_slip(name, address, gender, text):
    """
    Whoever reads the German edition is spoken to as the place chose, and never otherwise.
    """
    read = of_profile(name, text, "de", address=address, gender=gender)
    read = re.sub(r"\]\([^)]*\)", "]", read)

    for other, words in ADDRESS.items():
        if other is not address:
            assert [] == re.findall(words, read), f"{text}: {other}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PROFILES)
def test_every_chapter_has_the_six_boxes_in_their_order(name, language):
    """
    A reader who knows one chapter finds the way in all others.
    """
    words = playbook_words(language)
    boxes = [words[f"playbook_box_{box}"] for box in BOXES]

    for text in CHAPTERS:
        assert boxes == re.findall(r"^## (.+)$", of_profile(name, text, language), re.M), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PROFILES)
def test_nothing_of_the_workshop_shows(name, language):
    """
    No reader meets a sign of the template, a word of the program or a hole where a line was left out.
    """
    for text in TEXTS:
        _head, _yaml, body = of_profile(name, text, language).split("---\n", 2)
        assert [] == re.findall(r"\{[{%#]|[}%#]\}|\bNone\b|\bTrue\b|\bFalse\b", body), text
        assert "\n\n\n" not in body, text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_no_edition_speaks_of_another_kind_of_place(name, language):
    """
    People in a district never read of a city's plan, nor the other way round.
    """
    place = profile(name)
    own = "Stadtbezirk" if place.kind is Kind.DISTRICT else "$"
    names = [place.name, place.place.parent, *(member.name for member in place.place.members)]
    proper = "|".join((*NAMES, rf"{own}\w*", *(re.escape(literal(each)) for each in names if each)))

    for text in TEXTS:
        read = re.sub(r"\]\([^)]*\)|`[^`]*`|\S+\.(?:de|com|net|org|example)\b", "", of_profile(name, text, language))
        for kind, nouns in NOUNS[language].items():
            if kind is not place.kind:
                assert [] == re.findall(rf"\b(?:{nouns})\b", re.sub(proper, "", read)), text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", PROFILES)
def test_both_languages_say_the_same(name, text):
    """
    A council with two languages debates one text: same headings, same tables, same figures.
    """
    german, english = (of_profile(name, text, language) for language in LANGUAGES)

    assert shape(german) == shape(english)
    assert re.findall(r"figures/\w\w/(\w+)", german) == re.findall(r"figures/\w\w/(\w+)", english)


@pytest.mark.parametrize("text", TEXTS)
def test_every_figure_stands_before_its_table(text):
    """
    Whoever does not see a figure finds the same numbers right below it.
    """
    lines = [line for line in of_profile("muenster", text, "de").splitlines() if line]

    for above, below in pairwise(lines):
        if above.startswith("!["):
            assert below.startswith("|"), above[:60]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_tells_a_search_result_what_the_text_is_about(language, text):
    """
    In a list of results, a title and one sentence of 40 to 200 letters say what to expect.
    """
    head = yaml.safe_load(of_profile("sennestadt", text, language).split("---\n")[1])

    assert head["title"]
    assert 40 <= len(head["description"]) <= 200
    assert text.startswith(f"{head['number']:02}-" if text in CHAPTERS else text)


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("muenster", "Der Rat beschließt:", "The city council decides:"),
        ("sennestadt", "binnen acht Wochen zu antworten", "to answer within eight weeks"),
        ("ostwestfalen-lippe", "**Beschluss jedes Mitglieds:**", "**Decision of each member:**"),
    ],
)
def test_the_text_to_hand_in_fits_who_may_decide(name, german, english):
    """
    A city gets a decision, a district a recommendation with a deadline, a region an agreement.
    """
    for language, own in (("de", german), ("en", english)):
        texts = of_profile(name, "08-decision", language)
        assert 1 == texts.count(own)


@pytest.mark.parametrize(
    ("name", "models"),
    [("muenster", "ABCD"), ("sennestadt", "FAD"), ("ostwestfalen-lippe", "EBC")],
)
def test_only_models_that_fit_the_kind_of_place_are_offered(name, models):
    """
    An officer compares homes for the initiative that are possible here, and no others.
    """
    text = of_profile(name, "04-governance", "de")

    assert [*models, *models] == re.findall(r"^\| ([A-F]) ", text, re.M)


def test_a_small_place_sees_what_it_costs_together_with_neighbours():
    """
    An officer of a village finds the price alone and the price in a pool side by side.
    """
    place = a_place(9_000)
    plan = plan_of(place).to_data()
    shared = f"{round(plan['pooled']['shares'][0]['mixed']['value']):,} €".replace(",", ".")

    assert "### Allein oder im Verbund" in written(place, "06-size", "de")
    for text in ("06-size", "08-decision", "brief"):
        assert shared in written(place, text, "de").replace("\xa0", " "), text


@pytest.mark.parametrize("value", [0, 4, None])
def test_every_rule_of_the_self_assessment_is_told_with_its_answer(value):
    """
    Whoever answered the statements reads which answer changed what.
    """
    place = a_place(60_000, assessment=dict.fromkeys(STATEMENTS, value))
    plan = plan_of(place).to_data()
    text = written(place, "02-where-we-stand", "de")

    assert plan["gates"]
    for gate in plan["gates"]:
        assert f"| {gate['words']['de']} | {gate['then']['de']} |" in text


@pytest.mark.parametrize("name", KINDS)
def test_every_task_has_somebody_and_a_day(name):
    """
    No task of the first chapters lies about: each names who does it and until when.
    """
    for text in CHAPTERS:
        tasks = of_profile(name, text, "en").split("## Do this\n")[1].split("## Your numbers")[0]
        lines = re.findall(r"^ +\*([^*\n]+)\*$", tasks, re.M)
        assert len(re.findall(r"^\d+\. ", tasks, re.M)) == len(lines), text


def test_minutes_of_both_workshops_leave_no_gap():
    """
    A facilitator who follows the clock of a workshop ends when the invitation says.
    """
    for text, end in (("02-where-we-stand", 90), ("03-place-and-people", 180)):
        spans = re.findall(r"^\| (\d+)–(\d+) \|", of_profile("muenster", text, "en"), re.M)
        assert [0, *(int(last) for _first, last in spans)] == [*(int(first) for first, _last in spans), end]


@pytest.mark.parametrize("posts", [0.5, 2, 4, 9])
def test_every_task_is_decided_by_exactly_one(posts):
    """
    Whatever the size of the team, nobody has to ask who decides.
    """
    text = written(a_place(150_000, staff=posts), "05-roles", "en")
    rows = re.findall(r"^\|.+\| (?:A|R|A/R|C|I) \|$", text, re.M)

    assert 30 == len(rows)
    for row in rows:
        assert 1 == len(re.findall(r"\| A(?:/R)? (?=\|)", row)), row
