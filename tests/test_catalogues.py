"""What the tool says in other languages: all of it, in step with the code, and well written."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from oic_kit.cli.commands import commands
from oic_kit.say import spoken_languages

SCRIPT = Path(__file__).parents[1] / "scripts" / "catalogue.py"
CODES = [code for code in spoken_languages() if code != "en"]

BRACES = re.compile(r"\{[^{}]*\}")
STRAIGHT = re.compile(r'"[^"]*"')
# What the reader types or finds in a file is the same in every language.
TYPED = re.compile(
    rf"oic-kit (?:{'|'.join(commands.commands)})\b|--[a-z][a-z-]+|[a-z]+\.yaml|\b(?!GDPR|DSGVO)[A-Z]{{4,}}\b"
)
CLOSED_LIST = ("choose one of: ", "write a list of: ")
ADDRESS = re.compile(r"\S*[/@]\S*")

US_AND_YOU = re.compile(
    r"\b(?:ich|mich|mir|wir|uns|du|dich|dir|euch|(?:mein|dein|unser|eur)(?:e[mnrs]?)?|euer"
    r"|gib|lies|nimm|öffne|prüfe|schreibe?|setze?|starte|tippe|wähle|ändere)\b",
    re.IGNORECASE,
)
MISSPELT = re.compile(
    r"\b(?:gr[oö]ss|heiss|aussen|ausser|schliess|strass|weiss|gemäss|massnahm|regelmässig|füss|gruss"
    r"|fuer|ueber|koenn|moegl|aender|naechst|loesch|waehl|muess|zurueck|pruef|oeffn|daß|muß|läßt)",
    re.IGNORECASE,
)


@cache
def script() -> ModuleType:
    """`scripts/catalogue.py`, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("catalogue", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def catalogue(code: str) -> Catalog:
    """One catalogue as it lies in the package."""
    with (script().LOCALES / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


@cache
def sentences() -> Catalog:
    """Everything that the tool may say, in English."""
    found: Catalog = script().sentences()
    return found


def pairs(code: str) -> Iterator[tuple[str, str]]:
    """Every English sentence with its translation; a sentence that counts gives several."""
    for message in catalogue(code):
        if not message.id:
            continue
        if isinstance(message.id, str):
            yield message.id, str(message.string)
        else:
            one, many = message.id
            for number, form in enumerate(message.string or ()):
                yield (many if number else one), form


def ending(sentence: str) -> str:
    """The sign that ends a sentence, if one does; a sign that is spoken of stands apart."""
    return sentence[-1] if sentence[-1] in ".?:" and sentence[-2:-1] != " " else ""


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_is_translated(code):
    """
    An officer never meets an English sentence in the middle of a German interview.
    """
    known = catalogue(code)
    translated = {message.id: known.get(message.id) for message in sentences() if message.id}

    assert len(translated) > 100
    assert [] == [id_ for id_, found in translated.items() if not found or not found.string]
    assert [] == [english for english, other in pairs(code) if not other.strip()]


@pytest.mark.parametrize("code", CODES)
def test_no_translation_is_doubtful_or_dead(code):
    """
    A maintainer who opens a catalogue finds only what the tool says today.
    """
    assert [] == [message.id for message in catalogue(code) if message.id and message.fuzzy]
    assert {} == catalogue(code).obsolete


def test_the_catalogues_are_what_the_script_writes(tmp_path, monkeypatch, capsys):
    """
    A developer who changes a sentence is told to run `scripts/catalogue.py`.
    """
    lying = {code: script().LOCALES / f"{code}.po" for code in CODES}
    for path in lying.values():
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(script(), "LOCALES", tmp_path)
    monkeypatch.setattr(sys, "argv", ["catalogue.py"])

    script().main()

    for code, path in lying.items():
        assert (tmp_path / path.name).read_text("utf-8") == path.read_text("utf-8"), code
    assert f"{CODES[0]}: " in capsys.readouterr().out


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_same_gaps_to_fill(code):
    """
    A developer's `format` finds every value that it fills in, with its number format.
    """
    wrong = [
        (english, other)
        for english, other in pairs(code)
        if sorted(BRACES.findall(english)) != sorted(BRACES.findall(other))
    ]

    assert [] == wrong


@pytest.mark.parametrize("code", CODES)
def test_what_is_typed_stays_as_it_is(code):
    """
    An officer can copy commands, options and file names from a translated sentence.
    """
    wrong = [
        (english, other)
        for english, other in pairs(code)
        if set(TYPED.findall(english)) != set(TYPED.findall(other))
    ]

    assert [] == wrong


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_a_closed_list_stay_as_they_are(code):
    """
    An editor reads the very words that `place.yaml` and the pages expect.
    """
    lists = [pair for pair in pairs(code) if pair[0].startswith(CLOSED_LIST)]

    assert lists
    for english, other in lists:
        assert english.partition(": ")[2] == other.partition(": ")[2]


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_begins_and_ends_as_the_english_one(code):
    """
    An officer reads sentences with a capital letter and a full stop, and cures without.
    """
    for english, other in pairs(code):
        if english[0].isupper():
            assert not other[0].islower() or other.startswith("oic-kit "), other
        assert ending(english) == ending(other), other
        assert other == other.strip(), other


def test_german_uses_german_quotation_marks():
    """
    An officer reads „…“; straight marks stand only where the file itself needs them.
    """
    for english, german in pairs("de"):
        assert set(STRAIGHT.findall(german)) <= set(STRAIGHT.findall(english)), german
        assert german.count("„") == german.count("“"), german
        assert "”" not in german, german
        assert " - " not in german, german


def test_german_is_spelt_as_in_a_town_hall():
    """
    An officer finds ß and umlauts where the spelling rules want them, and “z. B.” with a gap.
    """
    wrong = [german for _, german in pairs("de") if MISSPELT.search(ADDRESS.sub("", german))]

    assert [] == wrong
    assert [] == [german for _, german in pairs("de") if re.search(r"\b(?:z\.B\.|zB\b)", german)]


def test_german_says_neither_du_nor_we():
    """
    An officer is never called “du” by the tool, and the tool does not speak of itself as “we”.
    """
    # A sentence about the word itself names it in English too.
    wrong = [
        german
        for english, german in pairs("de")
        if set(US_AND_YOU.findall(german)) - set(US_AND_YOU.findall(english))
    ]

    assert [] == wrong


def test_a_german_interview_says_german_sentences():
    """
    An officer's question, fault and count come through the catalogue in their own language.
    """
    from oic_kit.say import _, ngettext, speaking

    with speaking("de"):
        assert "Wie heißt der Ort?" == _("What is the place called?")
        assert "true oder false angeben" == _("write true or false")
        one, many = "{named} has one fault:", "{named} has {count} faults:"
        assert "In {named} steckt ein Fehler:" == ngettext(one, many, 1)
        assert "In {named} stecken {count} Fehler:" == ngettext(one, many, 2)
