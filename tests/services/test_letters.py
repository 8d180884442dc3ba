"""What letters and forms say: the right bodies, every language, nothing of another kind of place."""

from __future__ import annotations

import re

import pytest

from oic_kit.model.letter import fields_of
from oic_kit.model.place import Address, Kind
from oic_kit.services.language_data import words_for
from oic_kit.services.letter_values import form_of, letter_values
from oic_kit.services.template import template_root
from tests.places import profile
from tests.services.written_letters import LANGUAGES, NAMES, letter
from tests.written_chapters import ADDRESS, KINDS, strange_nouns

SPREADSHEETS = ("budget", "event-planner", "indicators", "stakeholders")


def test_chapter_0_lists_exactly_the_templates_there_are():
    """An officer finds every template that the first chapter promises, and no other."""
    chapter = (template_root() / "playbook/chapters/de/00-how-to-use.md.jinja").read_text("utf-8")
    table = chapter.split("## Vorlagen")[1].split("## Stolpersteine")[0]
    promised = {name for line in table.splitlines() if line.startswith("| `")
                for name in re.findall(r"`([a-z-]+)`", line.split("|")[1])}  # fmt: skip

    assert {*NAMES, *SPREADSHEETS} == promised


def test_every_letter_exists_in_every_language():
    """A place that works in two languages has each letter in both."""
    for language in LANGUAGES:
        folder = template_root() / "playbook" / "templates" / language
        assert NAMES == tuple(sorted(it.name.partition(".")[0] for it in folder.iterdir()))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_names_no_other_kind_of_place(language: str, name: str):
    """A district's motion speaks of the district, and a region's agreement of the region."""
    for place_name, kind in KINDS.items():
        place, text = profile(place_name), letter(place_name, name, language)

        # The legal body keeps its name: a district belongs to the „Stadt Bielefeld“.
        body = text.body.replace(letter_values(place, language)["operator"], "…")
        assert kind is place.kind
        assert [] == strange_nouns(place, language, f"{text.head.model_dump_json()} {body}")


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_says_the_same_in_both_languages(name: str):
    """Whoever signs the English version signs the same headings, tables and numbered points."""
    for place_name in KINDS:
        german, english = (letter(place_name, name, code) for code in LANGUAGES)

        for shape in (r"^## ", r"^### ", r"^\| ", r"^\d+\. ", r"^- "):
            counts = [len(re.findall(shape, it.body, re.M)) for it in (german, english)]
            assert counts[0] == counts[1], (place_name, shape)
        assert german.head.goes_with == english.head.goes_with
        figures = [sorted(re.findall(r"\d{3,}", re.sub(r"[.,](?=\d{3})", "", it.body)))
                   for it in (german, english)]  # fmt: skip
        assert figures[0] == figures[1]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_fill_in_that_is_not_marked(language: str, name: str):
    """An officer sees at a glance what to fill in: no gap hides in the text."""
    for place_name in KINDS:
        text = letter(place_name, name, language)

        assert text.fields, name
        unmarked = re.sub(r"\[[^\[\]]*\]", "", text.body)
        assert [] == re.findall(r"\{\{|\}\}|\{%|_{3,}|\.{4,}|None|TODO|XX", unmarked)
        assert all(len(line) < 400 for line in text.body.splitlines())


@pytest.mark.parametrize("name", [it for it in NAMES if it != "invitation"])
def test_a_letter_keeps_to_the_chosen_form_of_address(name: str):
    """A place that says „Sie“ to its people never says „du“ in a form, nor the other way round."""
    for address, other in ((Address.DU, Address.SIE), (Address.SIE, Address.DU)):
        text = letter("muenster", name, "de", address)
        # A sentence may begin with „Sie“ and mean others.
        inside = re.sub(r"(?:^|[.:!?|*\]] *|# )(?:Sie|Ihre?[mnrs]?)\b", "", text.body, flags=re.M)
        assert [] == re.findall(ADDRESS[other], inside), address
    neutral = letter("muenster", name, "de", Address.NEUTRAL).body
    assert [] == re.findall(ADDRESS[Address.DU], neutral)


@pytest.mark.parametrize(
    ("place_name", "form", "title", "signs"),
    [
        ("muenster", "decide", "Vorlage mit Beschlussvorschlag", "Der Rat beschließt"),
        ("sennestadt", "recommend", "Empfehlung und Beschluss über eigene Mittel",
         "Die Bezirksvertretung empfiehlt dem zuständigen Gremium von Bielefeld"),
        ("ostwestfalen-lippe", "agree", "Vereinbarung der Mitglieder",
         "Gleichlautender Beschluss jedes Mitglieds"),
    ],
)  # fmt: skip
def test_each_kind_of_place_gets_the_motion_that_its_law_knows(place_name, form, title, signs):
    """A council decides, a district recommends, the members of a region agree."""
    place, motion = profile(place_name), letter(place_name, "motion", "de")
    own = words_for(place.place, "de")["own_body"]

    assert form == form_of(place, own)
    assert title == motion.head.title
    assert signs in motion.body


def test_every_member_of_a_region_signs_and_finds_its_share():
    """The mayor of a small member sees its name and what it would pay."""
    place, motion = profile("ostwestfalen-lippe"), letter("ostwestfalen-lippe", "motion", "de")
    annex = motion.body.split("**Anlage 1")[1]

    assert place.place.members
    for member in place.place.members:
        assert f"- {member.name}, vertreten durch" in motion.body
        assert f"| {member.name} |" in annex


def test_the_invitation_has_three_tones_and_one_paragraph_on_access():
    """Whoever invites chooses a tone, and never forgets how people get in."""
    text = letter("muenster", "invitation", "de").body
    titles = re.findall(r"^## (.+)$", text, re.M)

    assert ["Förmlich", "Persönlich", "Kurz", "Zugang"] == [it.partition(":")[0] for it in titles]


def test_what_the_record_knows_is_filled_in_and_the_rest_is_a_field():
    """An officer types nothing twice: facts of place.yaml stand in the letter."""
    place = profile("sennestadt")
    known = letter_values(place, "de")

    assert "Stadt Bielefeld" == known["operator"]
    assert place.contact.email == known["email"]
    assert "[Straße und Hausnummer]" == known["street"]
    assert Kind.DISTRICT is place.kind


def test_fields_are_listed_once_and_links_and_boxes_are_none():
    """The list of what to fill in holds each gap once."""
    text = "- [ ] a [Name] and [a link](https://example.org) [Name], [x] [two words\nlong]"

    assert ("Name", "two words long") == fields_of(text)
