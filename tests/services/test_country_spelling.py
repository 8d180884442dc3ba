"""German as Switzerland writes it: no ß in what the kit says, on the site and in print."""

from __future__ import annotations

from pathlib import Path

import pytest

from oic_kit.model.place import Place
from oic_kit.services.cards import card_book
from oic_kit.services.completion import complete_place
from oic_kit.services.country_spelling import spelled
from oic_kit.services.fill import fill
from oic_kit.services.letters import letter_book, letters
from oic_kit.services.place_file import dump_place
from oic_kit.services.playbook_book import Source
from oic_kit.services.spreadsheets import NAMES, Gathered
from tests.places import TODAY, profile

OWN, SIGN = "Weiß & Co", "Weiß"
TEXTS = (".md", ".yaml", ".svg")


@pytest.fixture(scope="module")
def swiss(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Path]:
    """A Swiss place with a partner whose name has an ß, and its folder."""
    place = complete_place(
        {
            "place": {"name": "Altdorf", "population": 9600, "country": "CH", "state": "UR"},
            "site": {"url": "https://oic.example/", "languages": ["de", "en"]},
            "actors": [{"name": OWN, "group": "business"}],
        },
        today=TODAY,
        named="swiss",
    )
    folder = tmp_path_factory.mktemp("swiss")
    fill(folder, place, record=dump_place(place).encode())
    return place, folder


def test_pages_and_chapters_are_written_as_the_country_writes(swiss: tuple[Place, Path]) -> None:
    """
    A visitor in Switzerland reads „Strasse“ in every sample and chapter, and names as they are.
    """
    _place, folder = swiss
    texts = {
        path: path.read_text(encoding="utf-8").replace(SIGN, "")
        for below in ("site/content", "playbook")
        for path in (folder / below).rglob("*")
        if path.suffix in TEXTS
    }
    german = (folder / "playbook/chapters/de").glob("*.md")
    named = [path for path in german if SIGN in path.read_text(encoding="utf-8")]

    assert [] == sorted(path for path, text in texts.items() if "ß" in text)
    assert len(texts) > 200
    assert named


def test_what_is_only_printed_is_written_so_as_well(swiss: tuple[Place, Path]) -> None:
    """
    Whoever prints spreadsheets, cards and letters finds the same spelling there.
    """
    place, folder = swiss
    source = Source.of(folder)
    letter = letters(folder, "de")[0]
    books = [repr(Gathered(source, "de").workbook(name)) for name in NAMES]
    books += [repr(spelled(card_book(source, "de"), place, "de"))]
    books += [repr(spelled(letter_book(source, "de", letter), place, "de"))]

    assert [] == [text[:60] for text in books if "ß" in text.replace(OWN, "")]
    assert any(OWN in text for text in books)


def test_elsewhere_and_in_other_languages_nothing_changes() -> None:
    """
    A reader in Germany finds „Straße“, and an English text is not touched.
    """
    said = {"a": ("Straße", ["Maß"])}

    assert said is spelled(said, profile("muenster"), "de")
    assert said is spelled(said, profile("gent"), "en")
