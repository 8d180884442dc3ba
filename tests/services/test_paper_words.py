"""The words around papers: the same in number in every language, and no kind of place among them."""

from __future__ import annotations

import re

from oic_kit.cli import playbook as command
from oic_kit.model.place import Kind
from oic_kit.services.format_records import format_languages
from oic_kit.services.paper_words import paper_words
from oic_kit.services.papers import PARTS
from oic_kit.services.playbook import ALL_FORMATS
from tests.written_chapters import NOUNS


def test_every_language_has_the_same_words_with_the_same_gaps():
    """No paper has a hole where another language has a word."""
    first, *others = (paper_words(code) for code in format_languages())
    for other in others:
        assert first.keys() == other.keys()
        for kind, words in first.items():
            assert words.keys() == other[kind].keys(), kind
            for key, said in words.items():
                gaps = [set(re.findall(r"\{(\w+)\}", it)) for it in (said, other[kind][key])]
                assert gaps[0] == gaps[1], (kind, key)


def test_no_word_names_a_kind_of_place():
    """A card printed in a district never speaks of a city."""
    for code in format_languages():
        said = " ".join(text for words in paper_words(code).values() for text in words.values())
        for kind in Kind:
            assert [] == re.findall(rf"\b(?:{NOUNS[code][kind]})\b", said), (code, kind)


def test_the_command_offers_all_parts_and_formats_that_can_be_printed():
    """What can be printed can be asked for."""
    assert PARTS == command.PARTS
    assert ALL_FORMATS == command.FORMATS
