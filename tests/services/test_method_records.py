"""The sixteen method records: complete, equal in every language, for every kind of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from oic_kit.errors import OicError
from oic_kit.model.content_knowledge import MethodPhase
from oic_kit.model.format_parity import differences
from oic_kit.model.method_record import MethodRecord
from oic_kit.services.format_records import formats
from oic_kit.services.method_records import METHODS, method_languages, method_words, methods
from oic_kit.services.record_pages import method_page

SIXTEEN = (
    "five-whys",
    "effort-benefit",
    "burning-questions",
    "letter-from-the-future",
    "crazy-8s",
    "story-bait",
    "hero-and-mentor",
    "how-now-wow",
    "idea-on-a-napkin",
    "jobs-to-be-done",
    "learning-card",
    "person-behind-the-curtain",
    "pixar-story",
    "prototyping",
    "riskiest-assumption-first",
    "value-proposition-canvas",
)
DATA = Path(__file__).parents[2] / "src" / "oic_kit" / "data"
LANGUAGES = method_languages()
UNCERTAIN = {"de": "nicht gesichert", "en": "not established"}


def every_record() -> Iterator[tuple[str, MethodRecord]]:
    for language in LANGUAGES:
        for record in methods(language).values():
            yield language, record


def texts(value: object) -> Iterator[str]:
    """Every text of a record but the address of its origin."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "origin_url":
                yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)
    elif type(value) is str:
        yield value


def found(pattern: str, language: str) -> list[str]:
    """Where a pattern stands in the words of one language."""
    return [
        f"{record.id}: {text}"
        for record in methods(language).values()
        for text in texts(record)
        if re.search(pattern, text)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sixteen_methods_are_there_in_their_order(language: str):
    """
    A visitor finds the sixteen methods first, in the same order in every language.
    """
    assert SIXTEEN == tuple(methods(language))[: len(SIXTEEN)]


def test_german_and_english_are_complete():
    """
    Nobody meets a method that exists in one language only.
    """
    assert ("de", "en") == LANGUAGES


@pytest.mark.parametrize("name", SIXTEEN)
def test_two_languages_differ_in_words_only(name: str):
    """
    Minutes, people, quantities and links are the same, whichever language is read.
    """
    german, english = methods("de")[name], methods("en")[name]

    assert () == differences(german, english)
    assert (german.next, german.good_for) == (english.next, english.good_for)
    assert german.origin_url == english.origin_url


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_minutes_of_every_method_add_up(language: str):
    """
    Whoever runs a method by the clock ends when the card says.
    """
    for record in methods(language).values():
        assert record.duration_min == sum(step.minutes for step in record.steps), record.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_method_points_to_exists(language: str):
    """
    A reader who follows a card to the next method or to a format arrives.
    """
    known, forms = methods(language), formats(language)

    for record in known.values():
        assert set(record.next) < set(known) - {record.id}, record.id
        assert set(record.good_for) < set(forms), record.id


def test_every_method_is_the_next_one_of_another():
    """
    No card is a dead end that only the index leads to.
    """
    assert set(SIXTEEN) <= {name for record in methods("de").values() for name in record.next}


def test_every_phase_has_a_method():
    """
    A visitor who filters by phase never gets an empty list.
    """
    assert set(MethodPhase) == {phase for one in methods("de").values() for phase in one.phases}


def test_an_origin_that_nobody_knows_says_so():
    """
    A reader is told what is established about the origin, and what is not.
    """
    for language, record in every_record():
        assert record.certain is not (UNCERTAIN[language] in record.origin), record.id
        assert record.certain is bool(record.origin_url), record.id


def test_no_text_names_a_kind_of_place():
    """
    A district or a region never reads about somebody else's city.
    """
    german = r"(?i)stadt|städt|gemeinde|kommun|bezirk|quartier|\bviertel|region|landkreis"
    english = r"(?i)\b(cit(y|ies)|towns?|villages?|municipal\w*|boroughs?|districts?|count(y|ies)|"
    english += r"regions?|regional|neighbourhoods?|quarters?)\b"

    assert [] == found(german, "de")
    assert [] == found(english, "en")


def test_no_text_addresses_the_reader():
    """
    A card fits a place that says du and one that says Sie.
    """
    german = (
        r"\b(du|dich|dir|dein\w*|euch|euer|eure\w*|Sie|Ihr|Ihre\w?|Ihnen|Du|Dich|Dir|Dein\w*)\b"
    )

    assert [] == found(german, "de")
    assert [] == found(r"(?i)\byou(r|rs|rself|rselves)?\b", "en")


def test_german_texts_name_people_without_a_gender():
    """
    Everybody is meant, without a sign that a screen reader stumbles over.
    """
    male = (
        r"\b(Teilnehmer|Besucher|Bürger|Experten?|Moderator(en)?|Mitarbeiter|Einwohner|Nutzer"
        r"|Helfer|Zuhörer|Kunden?|Held|Helden|Mentor|Partner|Kollegen?)\b"
        r"|[*:_/](in|innen)\b|[a-zß]Innen\b|\bjemand(en|em)?, der\b"
    )

    assert [] == found(male, "de")


def test_quotation_marks_are_those_of_the_language():
    """
    A printed card looks set, not typed; a sentence to say carries no marks of its own.
    """
    for language, record in every_record():
        for text in texts(record):
            assert not re.search("[\"']", text), f"{record.id}: {text}"
        assert language == "de" or not [text for text in texts(record) if "„" in text], record.id
        assert not [step.say for step in record.steps if re.search("[„“”]", step.say)], record.id


def seventeenth(folder: Path, **changes: str) -> Path:
    """A folder of records with one more, made from the five whys by changing words."""
    for file in (DATA / "methods").iterdir():
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    for language in LANGUAGES:
        text = (folder / f"five-whys.{language}.yaml").read_text(encoding="utf-8")
        text = text.replace("id: five-whys", "id: three-whys", 1)
        text = text.replace("order: 1\n", "order: 99\n", 1)
        for old, new in changes.items():
            text = text.replace(f"{old}:", new, 1)
        (folder / f"three-whys.{language}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_seventeenth_method_is_one_file_per_language(tmp_path: Path):
    """
    A maintainer adds a method without touching code.
    """
    folder = seventeenth(tmp_path)
    known = methods("en", folder)
    page = method_page(known["three-whys"], method_words("en"), known, ())

    assert (*methods("en"), "three-whys") == tuple(known)
    assert {*methods("en"), "three-whys"} == METHODS.ids(folder)
    assert () == differences(methods("de", folder)["three-whys"], known["three-whys"])
    assert page.startswith('---\ntitle: "5 whys"\n')


def test_every_fault_of_every_record_is_told_at_once(tmp_path: Path):
    """
    A maintainer mends two files after one run.
    """
    folder = seventeenth(tmp_path, goal="gaol:")
    broken = folder / "prototyping.de.yaml"
    broken.write_text(broken.read_text().replace("minutes: 6\n", "minutes: 7\n", 1))

    with pytest.raises(OicError) as told:
        methods("de", folder)

    assert "three-whys.de.yaml: goal: Field required" in told.value.what
    assert "three-whys.de.yaml: gaol: Extra inputs" in told.value.what
    assert "prototyping.de.yaml: record: Value error, the steps take 61 min" in told.value.what


def test_records_that_contradict_each_other_are_refused(tmp_path: Path):
    """
    Two methods cannot claim one place in the order, nor point to what is not there.
    """
    folder = seventeenth(tmp_path)
    file = folder / "three-whys.en.yaml"
    text = file.read_text().replace("order: 99\n", "order: 16\n")
    text = text.replace("next: [jobs-to-be-done", "next: [three-whys")
    file.write_text(text.replace("good_for: [innovation-circle", "good_for: [tea-time"))

    with pytest.raises(OicError, match="order 16 is taken") as told:
        methods("en", folder)

    assert "three-whys: next names three-whys, which is no method" in told.value.what
    assert "three-whys: good_for names tea-time, which is no format" in told.value.what


def test_a_language_without_records_is_told():
    """
    An officer who asks for a language that is not there reads so.
    """
    with pytest.raises(OicError, match="no method record in fr"):
        methods("fr")
    with pytest.raises(OicError, match="no words for methods in fr"):
        method_words("fr")
