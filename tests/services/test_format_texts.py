"""The words of the format records: German and English, addressed to nobody, honest on sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from oic_kit.model.format_blocks import OURS
from oic_kit.model.format_record import FormatRecord
from oic_kit.services.format_records import format_languages, formats

LANGUAGES = format_languages()


def every_record() -> Iterator[tuple[str, FormatRecord]]:
    for language in LANGUAGES:
        for record in formats(language).values():
            yield language, record


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record with the path it stands at."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{path}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from texts(inner, f"{path}.{number}")
    elif type(value) is str:
        yield path, value


def prose(record: FormatRecord) -> Iterator[tuple[str, str]]:
    """Every text that a reader sees as ours: titles of sources are proper names."""
    for path, text in texts(record):
        if not path.startswith("sources."):
            yield f"{record.id}: {path}", text


def test_no_text_calls_the_place_a_city():
    """A district or a region never reads about somebody else's city."""
    nouns = {
        "de": r"\b(Stadt|Städte|Städten|städtisch\w*|Stadtbezirk\w*|Bezirk|Bezirks|Landkreis\w*)\b",
        "en": r"\b([Cc]ity|[Cc]ities|[Dd]istricts?|[Tt]own hall|[Bb]orough)\b",
    }
    for language, record in every_record():
        for where, text in prose(record):
            own = text.replace("Open Innovation City", "")
            assert not re.search(nouns[language], own), f"{language} {where}: {text}"


def test_german_texts_address_nobody():
    """A runbook fits a place that says du and one that says Sie."""
    address = re.compile(
        r"\b(du|dich|dir|dein\w*|euch|euer|eure\w*|Sie|Ihr|Ihre\w?|Ihnen|Du|Dich|Dir|Dein\w*)\b"
    )
    for record in formats("de").values():
        for where, text in prose(record):
            assert not address.search(text), f"{where}: {text}"


def test_german_texts_name_people_without_a_gender():
    """Everybody is meant, without a sign that a screen reader stumbles over."""
    male = re.compile(
        r"\b(Teilnehmer|Besucher|Bürger|Experten?|Moderator(en)?|Mitarbeiter|Einwohner|Sprecher"
        r"|Nutzer|Helfer|Gastgeber|Referenten?|Zuhörer|Bewohner|Organisatoren|Kollegen|Schüler"
        r"|Lehrer|Ansprechpartner|Multiplikatoren|Bürgermeister)n?\b|[*:_/]in(nen)?\b|[a-z]Innen\b"
    )
    for record in formats("de").values():
        for where, text in prose(record):
            assert not male.search(text), f"{where}: {text}"


def test_german_texts_use_german_quotation_marks():
    """A printed runbook looks set, not typed."""
    for language, record in every_record():
        for where, text in prose(record):
            assert '"' not in text, f"{where}: {text}"
            assert "'" not in text, f"{where}: {text}"
            if language == "en":
                assert "„" not in text, f"{where}: {text}"


def test_everything_called_evidence_names_a_source_that_can_be_found():
    """Whoever doubts a figure can look it up; what is ours says so."""
    for language, record in every_record():
        known = {source.id: source for source in record.sources}
        for fact in (*record.evidence, *record.pitfalls, *record.accessibility):
            if fact.source != OURS:
                assert len(known[fact.source].title) > 10, f"{language} {record.id}: {fact.text}"
        assert all(fact.source != OURS for fact in record.evidence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_has_one_title_wherever_it_is_named(language: str):
    """The list of sources at the end of the playbook names each work once."""
    titles: dict[str, set[tuple[str, str]]] = {}
    for record in formats(language).values():
        for source in record.sources:
            titles.setdefault(source.id, set()).add((source.title, source.url))

    assert dict.fromkeys(titles, 1) == {name: len(found) for name, found in titles.items()}
