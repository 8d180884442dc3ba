"""Texts of old sites: clean, whole, and not longer than a field takes."""

from __future__ import annotations

import pytest

from oic_kit.model import jekyll_html, jekyll_liquid
from oic_kit.model.jekyll_text import first_sentences, harmless, plain, quoted, shortened


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Wirkungs&shy;orien&shy;tierung", "Wirkungsorientierung"),
        ("Fuß–<br>gänger", "Fußgänger"),
        ("Eins<br>Zwei", "Eins Zwei"),
        ("[Archiv](https://a.example) **fett**", "Archiv fett"),
        ("a < b & c", "a < b & c"),
        ("Mail <hallo@a.example>", "Mail hallo@a.example"),
        ("{{ site.title }} rest", "rest"),
        ("<script>alert(1)</script>", "alert(1)"),
        (None, ""),
        (["a"], ""),
    ],
)
def test_a_field_gets_plain_text(given: object, expected: str) -> None:
    """
    A visitor reads words: no entity, no tag and no code of the old site.
    """
    assert expected == plain(given)


def test_what_cannot_be_seen_is_dropped() -> None:
    """
    A name cannot hide signs that turn its direction or pile up accents.
    """
    assert "ab" == harmless("a\u202e\u200b\x00b")
    assert 5 == len(harmless("x" + "\u0338" * 60))


@pytest.mark.parametrize(
    ("text", "longest", "least", "expected"),
    [
        ("Kurz.", 20, 5, "Kurz."),
        ("Erster Satz. Zweiter Satz, der lang ist", 20, 5, "Erster Satz."),
        ("Ein Thema: und alles, was dazu gehört", 20, 5, "Ein Thema"),
        ("Ohne jedes Zeichen immer weiter", 20, 5, "Ohne jedes …"),
        ("Donaudampfschifffahrtsgesellschaft", 20, 5, "Donaudampfschifffa …"),
    ],
)
def test_a_long_text_ends_with_a_thought(
    text: str, longest: int, least: int, expected: str
) -> None:
    """
    A visitor never reads half a word in a list, and sees where something is missing.
    """
    made = shortened(text, longest, least=least)

    assert expected == made
    assert len(made) <= longest


def test_a_missing_description_begins_like_the_text() -> None:
    """
    A list says what a page is about although nobody wrote a description.
    """
    body = (
        '## Titel\n\n{{< quote by="A" >}}\nNein.\n{{< /quote >}}\n\n1. Erst **dies**.\n- Dann das.'
    )

    assert "Erst dies. Dann das." == first_sentences(body, longest=100)


def test_a_value_of_a_shortcode_stays_one_value() -> None:
    """
    A title with quotes and braces can neither end a shortcode nor begin another one.
    """
    assert '"Ein \\"Wort\\" { {< x >} }"' == quoted('Ein "Wort"\n{{< x >}}')


def test_liquid_is_taken_apart_and_never_run() -> None:
    """
    A developer gets text, includes, outputs and tags; comments vanish and code stays code.
    """
    text = (
        "A {% comment %}weg{% endcomment %}{% include a/quote.html text='x \"y\"' n=3 %}"
        "{{ '/p/' | relative_url }}{% raw %}{{ bleibt }}{% endraw %}{% if x %}B"
    )

    found = list(jekyll_liquid.pieces(text))

    assert ["Text", "Include", "Output", "Text", "Tag", "Text"] == [
        type(piece).__name__ for piece in found
    ]
    include = found[1]
    assert isinstance(include, jekyll_liquid.Include)
    assert ("quote", {"text": 'x "y"', "n": "3"}) == (include.name, dict(include.values))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("site.email", "a@b.example"),
        ("'/p/' | relative_url", "/p/"),
        ("site.email | upcase", None),
        ("page.title", None),
    ],
)
def test_only_plain_values_of_liquid_are_known(expression: str, expected: str | None) -> None:
    """
    An editor is told of every value that only the old program could compute.
    """
    assert expected == jekyll_liquid.value_of(expression, {"site.email": "a@b.example"})


def test_html_becomes_markdown_and_what_has_no_counterpart_is_named() -> None:
    """
    A visitor reads the same words without any tag; an editor learns what is gone.
    """
    html = jekyll_html.Fragments(film=lambda url, title: f"FILM {url} {title}")

    made = html.markdown(
        '<div><p>    Ein <b>Wort</b> <a href="/x y/">hier</a></p></div>\n'
        '<img src="a.jpg" alt="Ein Haus" title="Das „Haus“">\n'
        '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="Film"></iframe>\n'
        "<script>böse()</script><blink>alt</blink>\n`<i>Code</i>`\n"
    )

    assert "Ein **Wort** [hier](/x%20y/)" in made
    assert '![Ein Haus](a.jpg "Das „Haus“")' in made
    assert "FILM https://www.youtube.com/watch?v=abcdefghijk Film" in made
    assert "böse" not in made
    assert "`<i>Code</i>`" in made
    assert {"script", "blink"} == html.dropped
