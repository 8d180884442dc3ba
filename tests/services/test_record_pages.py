"""The pages that are made from method records: readable, complete, and only what the place has."""

from __future__ import annotations

from pathlib import Path

import pytest

from oic_kit.model.content_knowledge import Method
from oic_kit.services.format_records import formats
from oic_kit.services.front_matter import split_page
from oic_kit.services.method_records import METHODS, method_languages, method_words, methods
from oic_kit.services.record_pages import method_page, write_record_pages
from tests.places import PROFILES, profile

LANGUAGES = method_languages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_every_method_holds_against_the_schema(language: str):
    """
    An editor who opens a method page finds nothing to mend in it.
    """
    known, words = methods(language), method_words(language)
    for record in known.values():
        head, body, _line = split_page(
            method_page(record, words, known, formats(language).values())
        )
        page = Method.model_validate_json(head.as_json())

        assert (record.title, record.goal) == (page.title, page.description)
        assert [step.minutes for step in record.steps] == [step.minutes for step in page.steps]
        assert all(
            step.text in shown.text and step.say in shown.text
            for step, shown in zip(record.steps, page.steps, strict=True)
        ), record.id
        assert [record.why, record.question in body] == [body.strip().split("\n")[0], True]


@pytest.mark.parametrize("name", PROFILES)
def test_a_place_gets_every_method_in_each_of_its_languages(name: str, tmp_path: Path):
    """
    A visitor finds sixteen methods, whatever kind of place it is and however it is spoken to.
    """
    place = profile(name)
    write_record_pages(place, tmp_path)
    content = tmp_path / "site" / "content" / "methods"
    wanted = {f"{one}/index.{code}.md" for one in METHODS.ids() for code in place.site.languages}

    assert wanted == {page.relative_to(content).as_posix() for page in content.rglob("*.md")}


def test_a_place_without_methods_gets_no_page_of_one(tmp_path: Path):
    """
    What a place switches off leaves no trace.
    """
    place = profile("muenster")
    modules = place.modules.model_copy(update={"methods": False})
    write_record_pages(place.model_copy(update={"modules": modules}), tmp_path)

    assert not (tmp_path / "site" / "content" / "methods").exists()
    assert (tmp_path / "site" / "content" / "formats").is_dir()


def test_a_page_names_only_formats_that_the_place_has(tmp_path: Path):
    """
    A visitor is not sent to a format that the place does not run.
    """
    place = profile("muenster").model_copy(update={"formats": ["podcast"]})
    write_record_pages(place, tmp_path)
    content = tmp_path / "site" / "content" / "methods"
    story = (content / "pixar-story" / "index.en.md").read_text(encoding="utf-8")
    whys = (content / "five-whys" / "index.en.md").read_text(encoding="utf-8")

    assert story.endswith(f"**Helps in these formats:** {formats('en')['podcast'].title}\n")
    assert "Helps in these formats" not in whys
