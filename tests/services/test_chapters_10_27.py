"""Chapters 10 to 27 of the playbook, as places of every kind receive them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
import yaml

from oic_kit.model.place import Address, Gender
from oic_kit.services.format_records import formats
from oic_kit.services.playbook_values import plan_of
from oic_kit.services.playbook_words import BOXES, playbook_words
from oic_kit.services.seed_values import seed_values
from oic_kit.services.show import Show
from oic_kit.services.template import template_root
from tests.places import PROFILES, profile
from tests.playbook_plans import a_place, answers
from tests.written_chapters import (
    ADDRESS,
    KINDS,
    LANGUAGES,
    of_profile,
    strange_nouns,
    template_of,
    values_of,
    written,
)

CHAPTERS = tuple(
    sorted(
        file.name.removesuffix(".md.jinja")
        for file in (template_root() / "playbook" / "chapters" / "en").glob("[12]*.md.jinja")
    )
)
LAST = "27-glossary-sources-assumptions"
# Every form of address with every way of naming people, and each of both with every kind of place.
SPOKEN = [
    (tuple(KINDS)[(row + column) % 3], address, gender)
    for row, address in enumerate(Address)
    for column, gender in enumerate(Gender)
]
# Proper names in the sources of these chapters that hold a noun for a place.
PROPER = re.compile(
    r"Rhein-Sieg-Kreis|Intelligent Cities Challenge|Green City Hack|Innovationshauptstadt"
    r"|Berliner Bezirke|Stadt Bielefeld"
)
MARK = re.compile(r"\[((?:[SO]\d\d(?:-[a-z0-9-]+)?)(?:, [SO]\d\d(?:-[a-z0-9-]+)?)*)\]")
UNUSUAL: dict[str, dict[str, Any]] = {
    "a village": {"population": 900},
    "a town whose answers are all 0": {"population": 60_000, "assessment": answers(0)},
    "a town whose answers are all 4": {"population": 60_000, "assessment": answers(4)},
    "a city without posts": {"population": 120_000, "staff": 0},
    "a slow start before an election": {
        "population": 120_000,
        "slower": True,
        "election_date": "2028-09-24",
        "budget_deadline": "07-31",
        "council_dates": ["2027-09-14", "2029-09-11"],
    },
    "a deadline that is no day": {"population": 30_000, "budget_deadline": "02-30"},
    "a deadline on leap day": {"population": 30_000, "budget_deadline": "02-29"},
    "own questions": {"population": 120_000, "challenges": ["How | do *we* {{ share }}?"]},
    "its own room, its own weights": {
        "population": 300_000,
        "other": {
            "office": {"space": "shared"},
            "goals": {"culture": 3, "network": 1, "future": 2, "appeal": 0},
            "formats": ["hackathon", "living-lab", "podcast"],
        },
    },
    "a city in Austria": {"population": 200_000, "about": {"country": "AT", "state": "6"}},
    "a city in the United States": {"population": 200_000, "about": {"country": "US", "state": ""}},
}


def shape(text: str) -> list[str]:
    """Headings by level and tables by columns, in their order."""
    lines = (line for line in text.splitlines() if line.startswith(("#", "|")))
    return [line.split()[0] if line[0] == "#" else "|" * line.count("|") for line in lines]


def tables(text: str) -> list[list[str]]:
    """The rows of every table."""
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.M)
    return [block.splitlines() for block in blocks]


def cited(text: str) -> set[str]:
    """The short marks of sources in a text, outside the lists that explain them."""
    body = re.sub(r"^- \[[^\]]+\] .*$", "", text, flags=re.M)
    return {mark for found in MARK.findall(body) for mark in found.split(", ")}


def listed(text: str) -> set[str]:
    """The short marks that a list of sources explains."""
    return set(re.findall(r"^- \[([SO]\d\d[^\]]*)\] ", text, re.M))


def test_all_eighteen_chapters_are_there():
    """
    A reader finds no gap between the roadmap and the glossary.
    """
    assert [*range(10, 28)] == [int(name[:2]) for name in CHAPTERS]


@pytest.mark.parametrize("text", CHAPTERS)
@pytest.mark.parametrize(("name", "address", "gender"), SPOKEN)
def test_every_form_of_address_reads_without_a_slip(name, address, gender, text):
    """
    Whoever reads the German edition is spoken to as the place chose, and never otherwise.
    """
    read = re.sub(r"\]\([^)]*\)", "]", of_profile(name, text, "de", address, gender))

    for other, words in ADDRESS.items():
        if other is not address:
            assert [] == re.findall(rf".{{0,40}}{words}", read), f"{text}: {other}"


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
    for text in CHAPTERS:
        assert_clean(of_profile(name, text, language), text)


@pytest.mark.parametrize("answered", UNUSUAL)
def test_unusual_answers_leave_no_hole(answered):
    """
    A village, a place without posts and a place abroad get whole chapters as well.
    """
    given = dict(UNUSUAL[answered])
    place = a_place(given.pop("population"), **given)
    values = {**seed_values(place), **values_of(place)}

    for text in CHAPTERS:
        for language in LANGUAGES:
            read = template_of(text, language).render(**values)
            assert_clean(read, f"{language} {text}")
            for rows in tables(read):
                assert len(rows) > 2, f"{text}: {rows[0]}"


def assert_clean(text: str, name: str) -> None:
    _head, _yaml, body = text.split("---\n", 2)
    assert [] == re.findall(r"\{[{%#]|[}%#]\}|\bNone\b(?! of)|\bTrue\b|\bFalse\b", body), name
    assert "\n\n\n" not in body, name
    for rows in tables(body):
        assert 1 == len({row.count("|") for row in rows}), f"{name}: {rows[0]}"
    for above, below in pairwise(body.splitlines()):
        assert may_follow(above, below), f"{name}: {above!r} {below!r}"


def may_follow(above: str, below: str) -> bool:
    """Whether pandoc reads two lines as they are meant: another sort of block needs a gap."""
    if not above.strip() or not below.strip():
        return True
    sorts = [re.match(r"- |\d+\. |\||>|#", line.lstrip()) for line in (above, below)]
    first, second = ("item" if s and s[0][0] in "-0123456789" else s and s[0] for s in sorts)
    return first != "#" and (
        first == second
        or (first == "item" and below.startswith(" "))
        or (second == "item" and above.startswith(" "))
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_no_edition_speaks_of_another_kind_of_place(name, language):
    """
    People in a district never read of a city's plan, nor the other way round.
    """
    own = {"kind-district", "kind-region", "space-district-most", "node-staff"}
    made = plan_of(profile(name))
    about_kinds = [line.text[language] for line in made.assumptions if line.id in own]

    for text in CHAPTERS:
        read = PROPER.sub("", of_profile(name, text, language))
        for line in about_kinds if text == LAST else ():
            read = read.replace(line, "")
        if text[:2] in ("15", "18"):
            # The records of formats and methods sit in a circle and draw one.
            read = re.sub(r"\bKreis\b(?! [A-Z])", "", read)
        assert [] == strange_nouns(profile(name), language, read), text


@pytest.mark.parametrize("text", CHAPTERS)
@pytest.mark.parametrize("name", PROFILES)
def test_both_languages_say_the_same(name, text):
    """
    A council with two languages debates one text: same headings, same tables, same figures.
    """
    german, english = (of_profile(name, text, language) for language in LANGUAGES)

    assert shape(german) == shape(english)
    assert re.findall(r"figures/\w\w/(\w+)", german) == re.findall(r"figures/\w\w/(\w+)", english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_before_its_table(language):
    """
    Whoever does not see a figure finds the same numbers right below it.
    """
    blocks = [b for text in CHAPTERS for b in of_profile("muenster", text, language).split("\n\n")]
    below_figures = [below for above, below in pairwise(blocks) if above.startswith("![")]

    assert 3 == len(below_figures)
    for below in below_figures:
        assert below.startswith("|"), below[:60]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_every_task_has_somebody_and_a_day(name, language):
    """
    No task lies about: each names who does it and until when.
    """
    words = playbook_words(language)
    start, end = (f"## {words[f'playbook_box_{box}']}" for box in ("do", "numbers"))
    for text in CHAPTERS:
        tasks = of_profile(name, text, language).split(start)[1].split(end)[0]
        owners = re.findall(r"^ +\*([^*\n]+)\*$", tasks, re.M)
        assert len(re.findall(r"^\d+\. ", tasks, re.M)) == len(owners) >= 5, text
        for owner in owners:
            assert re.search(r"\b20\d\d\b", owner), f"{text}: {owner}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", CHAPTERS)
def test_every_quoted_source_is_listed_and_none_is_idle(text, language):
    """
    Who doubts a sentence finds its source at the end of the chapter, and again in chapter 27.
    """
    last = listed(of_profile("muenster", LAST, language))

    for name in KINDS:
        read = of_profile(name, text, language)
        if text == LAST:
            continue
        records = {s.id for f in formats(language).values() for s in f.sources}
        idle = listed(read) - cited(read) - (records if text[:2] == "17" else set())
        assert set() == idle, name
        assert set() == cited(read) - listed(read), name
        assert set() == cited(read) - last, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PROFILES)
def test_the_last_chapter_lists_every_assumption_with_its_value(name, language):
    """
    Whoever wants to know what the plan rests on finds every line, value and origin.
    """
    place = profile(name)
    lines = plan_of(place).to_data()["assumptions"]
    show: Show = values_of(
        place.model_copy(update={"site": place.site.model_copy(update={"languages": LANGUAGES})})
    )["show"][language]
    text = of_profile(name, LAST, language)

    assert isinstance(lines, list)
    for line in lines:
        value = "" if isinstance(line["value"], str) else show.value(line)
        start = f"| {line['text'][language]} | {value}"
        assert start in text, line["id"]
        assert show.mark(line) in text[text.index(start) :].split("\n")[0], line["id"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_the_index_of_templates_names_every_template(name, language):
    """
    An officer who looks for a letter or a form finds it by the index in chapter 27.
    """
    box = playbook_words(language)["playbook_box_templates"]
    folder = template_root() / "playbook" / "chapters" / language
    index = of_profile(name, LAST, language).split(f"## {box}\n")[1].split("### ")[1]

    for file in sorted(folder.glob("[0-2]*.md.jinja")):
        chapter = file.name.removesuffix(".md.jinja")
        inside = of_profile(name, chapter, language).split(f"## {box}\n")[1].split("\n## ")[0]
        for title in re.findall(r"^### (.+)$", inside, re.M):
            if chapter != LAST:
                assert title in index, f"{chapter}: {title}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_explains_at_least_sixty_words(language):
    """
    Whoever has never worked in an administration can read the playbook.
    """
    glossary = of_profile("muenster", LAST, language).split("### ")[3]
    terms = re.findall(r"^\| ([^|-]+?) \| ([^|]+) \|$", glossary, re.M)[1:]

    assert len(terms) >= 60
    assert len({term for term, _meaning in terms}) == len(terms)


@pytest.mark.parametrize(
    ("statement", "value", "chapter"),
    [
        ("e3", 0, "12-office"),
        ("e3", 3, "12-office"),
        ("e5", 0, "13-website-and-tools"),
        ("p1", 0, "13-website-and-tools"),
        ("g5", 0, "13-website-and-tools"),
        ("a5", 0, "14-law"),
        ("p4", 0, "15-accessibility"),
        ("p3", 0, "15-accessibility"),
        ("c2", 0, "16-programme"),
        ("a2", 0, "16-programme"),
        ("c3", 4, "16-programme"),
        ("g4", 0, "17-formats"),
        ("c2", 0, "18-methods"),
        ("g4", 0, "19-from-idea-to-effect"),
        ("c1", 0, "19-from-idea-to-effect"),
        ("c4", 0, "19-from-idea-to-effect"),
        ("p5", 0, "20-communication"),
        ("e4", 0, "21-people"),
        ("g3", 0, "24-risks"),
        ("g5", 0, "25-evaluation"),
        ("a3", 0, "10-roadmap"),
    ],
)
def test_the_self_assessment_changes_the_chapter_it_is_about(statement, value, chapter):
    """
    A weak or a strong point named by the place shows in the chapter that deals with it.
    """
    weak_or_strong = _german(chapter, statement, value)

    assert _german(chapter) != weak_or_strong


@cache
def _german(chapter: str, statement: str = "", value: int = 0) -> str:
    """A chapter for a city that answered one statement, or none."""
    chosen = {"formats": ["open-innovation-hour", "innovation-circle", "challenge-call"]}
    answered = {statement: value} if statement else {}
    return written(a_place(120_000, other=chosen, assessment=answered), chapter, "de")


@pytest.mark.parametrize("text", CHAPTERS)
def test_german_quotation_marks_are_german(text):
    """
    A printed chapter looks set, not typed.
    """
    source = template_root() / "playbook" / "chapters" / "de" / f"{text}.md.jinja"
    bare = re.sub(
        r"\{\{.*?\}\}|\{%.*?%\}|^---\n.*?^---\n", "", source.read_text("utf-8"), flags=re.S | re.M
    )

    assert [] == re.findall(r".{0,30}[\"”].{0,20}", bare)


def test_minutes_of_every_schedule_leave_no_gap():
    """
    Whoever follows a schedule by the clock is never left without something to do.
    """
    for text in CHAPTERS:
        for rows in tables(of_profile("muenster", text, "de")):
            spans = [re.match(r"\| (\d+)–(\d+) \|", row) for row in rows[2:]]
            if all(spans) and rows[0].startswith("| Minute |"):
                times = [(int(span[1]), int(span[2])) for span in spans if span]
                assert 0 == times[0][0], text
                for (_, end), (start, _) in pairwise(times):
                    assert end == start, f"{text}: {rows[2]}"


@pytest.mark.parametrize("text", CHAPTERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_tells_a_search_result_what_the_text_is_about(language, text):
    """
    In a list of results, a title and one sentence of 40 to 200 letters say what to expect.
    """
    head = yaml.safe_load(of_profile("sennestadt", text, language).split("---\n")[1])

    assert head["title"]
    assert 40 <= len(head["description"]) <= 200
    assert int(text[:2]) == head["number"]
    assert head["part"] == (3 if head["number"] < 16 else 4 if head["number"] < 22 else 5) + (
        text == LAST
    )
