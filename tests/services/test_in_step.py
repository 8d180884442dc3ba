"""The texts of two languages stay in step: what is built or changed in one of them only is found."""

from __future__ import annotations

import pytest

from oic_kit.services.in_step import built_unlike, changed_in_one, pairs, sections
from oic_kit.services.template import contents_of, template_root

DE, EN = "playbook/chapters/de/01-ziel.md.jinja", "playbook/chapters/en/01-ziel.md.jinja"
GERMAN = "---\ntitle: Ziel\n---\n\n## Zahlen\n\n- Eins\n- Zwei\n\n## Fristen\n\nBald.\n"
ENGLISH = "---\ntitle: Goal\n---\n\n## Figures\n\n- One\n- Two\n\n## Deadlines\n\nSoon.\n"
# Only one language needs to know which of its words come from the other.
ONLY_IN_ONE = {"playbook_foreign_en"}


def texts() -> dict[str, str]:
    """Every text of the template."""
    kept = (".md", ".jinja", ".yaml")
    found = contents_of(template_root()).items()
    return {path: text.decode() for path, text in found if path.endswith(kept)}


def test_every_passage_of_the_template_is_built_alike_in_both_languages():
    """
    An English reader finds every heading, list item, row of a table and form that a German one finds.
    """
    found = [
        f"{it.path}:{it.line} “{it.title}” – {it.other}"
        for it in built_unlike(texts())
        if it.title not in ONLY_IN_ONE
    ]

    assert [] == found


def test_the_whole_template_is_paired():
    """
    A developer may trust the test above: chapters, pages and words of the theme are all compared.
    """
    found = [path for path, _other in pairs(texts())]

    assert 28 <= sum(path.startswith("playbook/chapters/de/") for path in found)
    assert 30 < sum(path.startswith("site/content/") for path in found)
    assert "site/themes/oic/i18n/de.yaml" in found


def test_a_file_is_taken_apart_at_its_headings():
    """
    A maintainer reads the heading and the line; a comment in a form is no heading.
    """
    found = sections(DE, GERMAN + "\n```text\n# kein Titel\n```\n")

    assert [("", 1), ("Zahlen", 5), ("Fristen", 10)] == [(it.title, it.line) for it in found]
    assert (2, 2, 0, 0) == found[1].shape
    assert ["", "a", "b"] == [
        it.title for it in sections("i18n/de.yaml", "# x\na: 1\nb: |\n  c: d\n")
    ]


def test_a_passage_that_changed_in_one_language_is_named():
    """
    A maintainer who mends a German sentence is told where the English one stands still.
    """
    before = {DE: GERMAN, EN: ENGLISH}
    after = {DE: GERMAN.replace("Bald", "Sofort"), EN: ENGLISH}

    (found,) = changed_in_one(before, after)

    assert (DE, 10, "Fristen", EN) == (found.path, found.line, found.title, found.other)


def test_a_passage_that_changed_in_both_is_in_step():
    """
    Nobody is bothered when both languages moved.
    """
    before = {DE: GERMAN, EN: ENGLISH}
    both = {DE: GERMAN.replace("Bald", "Sofort"), EN: ENGLISH.replace("Soon", "At once")}

    assert () == changed_in_one(before, before)
    assert () == changed_in_one(before, both)


@pytest.mark.parametrize(
    "english",
    [
        ENGLISH.replace("- Two\n", ""),
        ENGLISH.replace("## Deadlines", "### Deadlines"),
        ENGLISH + "\n## More\n",
    ],
    ids=["an item less", "another level", "a heading more"],
)
def test_a_passage_that_only_one_language_has_is_named(english):
    """
    An item, a level or a heading that the other language lacks is found.
    """
    assert 1 == len(built_unlike({DE: GERMAN, EN: english}))
    assert () == built_unlike({DE: GERMAN, EN: ENGLISH})


def test_a_new_chapter_in_one_language_only_counts_as_changed():
    """
    A passage taken out or added on one side is a change on that side.
    """
    before = {DE: GERMAN, EN: ENGLISH}
    after = {DE: GERMAN.replace("## Fristen\n\nBald.\n", ""), EN: ENGLISH}

    assert [DE] == [it.path for it in changed_in_one(before, after)]
