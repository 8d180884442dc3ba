"""The mark of a place: its shapes, its files and its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_kit.model.colour import contrast
from oic_kit.model.mark_files import (
    Letters,
    base_lines,
    favicon,
    inks_of,
    inline_mark,
    letter_size,
    wordmark,
)
from oic_kit.model.marks import CARD_SIZE, MARKS, Bar, Disc, Half, icon, placed, poster, svg_shape
from oic_kit.model.palette import palette
from oic_kit.model.place import Place
from oic_kit.model.wordmark_lines import wordmark_lines
from tests.drawings import SVG, svg

COLOURS = palette("#00b2bb", "#fff564")


def place(name: str, *, title: str = "", identity: str = "oic") -> Place:
    return Place.model_validate(
        {
            "place": {"name": name, "population": 10_000},
            "site": {
                "title": title or f"Open Innovation City {name}",
                "url": "https://example.org/",
            },
            "brand": {"identity": identity},
        }
    )


def said(lines) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def test_the_three_letters_have_the_measures_of_the_design():
    """
    A member of the family is recognised: circle, gap 18.5, bar 28, gap 19.5, half circle.
    """
    disc, bar, half = MARKS["oic"]

    assert Disc(0, 0, 100, "accent") == disc
    assert Bar(118.5, 0, 28, 100, "mark") == bar
    assert Half(166, 0, 100, "mark") == half
    assert (18.5, 19.5) == (bar.x - disc.height, half.x - bar.x - bar.width)


def test_a_place_of_its_own_never_wears_the_three_letters():
    """
    Nobody takes a place with an identity of its own for a member of the family.
    """
    drawn = inline_mark("own", COLOURS.light)

    assert "mark--own" in drawn
    assert not any(isinstance(shape, Half) for shape in MARKS["own"])
    assert 2 == len(svg(drawn).findall("*"))


@pytest.mark.parametrize("identity", ["oic", "own"])
def test_the_mark_on_the_page_needs_nothing_that_a_strict_policy_forbids(identity):
    """
    A visitor sees the mark in the colours of the page although the page allows no inline style.
    """
    root = svg(inline_mark(identity, COLOURS.light))
    everything = list(root.iter())

    assert {"style", "script"}.isdisjoint(it.tag.removeprefix(SVG) for it in everything)
    assert not any("style" in it.attrib or "id" in it.attrib for it in everything)
    assert "true" == root.get("aria-hidden")
    assert {"var(--colour-mark-accent, #fff564)", "var(--colour-mark, #009ea6)"} == {
        it.get("fill") for it in everything if it is not root
    }


@pytest.mark.parametrize("identity", ["oic", "own"])
@pytest.mark.parametrize("side", [32, 64, 180, 512])
def test_an_icon_stays_inside_its_square(identity, side):
    """
    Whoever keeps the site on a phone sees the whole mark, in the middle of its tile.
    """
    shapes = icon(identity, side=side, margin=0.2)
    wide = [shape.x + (shape.width if isinstance(shape, Bar) else shape.height) for shape in shapes]

    assert 0.15 * side <= min(shape.x for shape in shapes)
    assert 0.15 * side <= min(shape.y for shape in shapes)
    assert max(shape.y + shape.height for shape in shapes) <= 0.85 * side
    assert all(right <= 1.0 * side for right in wide)


def test_the_favicon_shows_on_light_and_dark_tabs():
    """
    Whoever has many tabs open finds this one: its shapes stand out from their own tile.
    """
    drawn = favicon("oic", COLOURS)
    root = svg(drawn)

    assert "0 0 64 64" == root.get("viewBox")
    assert "prefers-color-scheme:dark" in drawn
    assert ["style", "rect", "circle", "rect", "path"] == [it.tag.removeprefix(SVG) for it in root]
    for roles in (COLOURS.light, COLOURS.dark):
        assert roles["band"] in drawn
        assert 3 <= contrast(roles["band-mark"], roles["band"])


@pytest.mark.parametrize("identity", ["oic", "own"])
def test_the_card_keeps_its_left_side_free(identity):
    """
    On a social network the title has 700 pixels, and the shapes meet the edges of the card.
    """
    shapes = poster(identity)
    right, low = CARD_SIZE

    assert 764 < min(shape.x for shape in shapes)
    assert low == pytest.approx(max(shape.y + shape.height for shape in shapes))
    assert right == pytest.approx(
        max(
            it.x + (it.width if isinstance(it, Bar) else it.height / (1 + isinstance(it, Half)))
            for it in shapes
        )
    )


def test_shapes_are_written_without_useless_digits():
    """
    A developer who reads the file reads short numbers.
    """
    assert '<circle cx="50" cy="50" r="50" fill="red"/>' == svg_shape(MARKS["oic"][0], "red")
    assert '<path class="c" d="M216 0a50 50 0 0 0 0 100z" fill="red"/>' == svg_shape(
        MARKS["oic"][2], "red", name="c"
    )
    assert '<rect x="5.25" y="1" width="14" height="50" fill="red"/>' == svg_shape(
        placed(MARKS["oic"][1], left=-54, top=1, scale=0.5), "red"
    )


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 5])
def test_letters_meet_the_edges_of_the_mark(lines):
    """
    A printer gets a mark whose words begin and end with the shapes, however many lines they need.
    """
    bases = base_lines(lines)

    assert 100 == bases[-1]
    assert lines == len(bases)
    assert bases[0] - 0.714 * letter_size(lines) >= -0.01


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ulm", ["Open", "Innovation", "City Ulm"]),
        ("Ostwestfalen-Lippe", ["Open", "Innovation", "City Ostwestfalen-Lippe"]),
        ("Metropolregion Rhein-Neckar", ["Open Innovation City", "Metropolregion", "Rhein-Neckar"]),
        (
            "Samtgemeinde Elbtalaue und Umgebung",
            ["Open Innovation City", "Samtgemeinde Elbtalaue", "und Umgebung"],
        ),
    ],
)
def test_long_names_are_broken_where_people_would(name, expected):
    """
    A region with a long name gets a mark that can still be read, with no word cut.
    """
    assert expected == said(wordmark_lines(place(name)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Labor Gent", [[("Labor ", False), ("Gent", True)]]),
        ("Gent macht Zukunft für alle", [[("Gent", True)], [("macht Zukunft für alle", False)]]),
        ("Innovationsbüro", [[("Innovationsbüro", True)]]),
    ],
)
def test_a_mark_of_its_own_says_the_title_and_stresses_the_place(title, expected):
    """
    A place with its own identity reads its own title, its name bold where it occurs.
    """
    lines = wordmark_lines(place("Gent", title=title, identity="own"))

    assert expected == [[(run.text, run.bold) for run in line] for line in lines]


@given(st.text(alphabet="ab -/ßé", min_size=3, max_size=80).filter(lambda text: text.strip(" -/")))
def test_no_word_of_a_name_is_lost(name):
    """
    Whatever a place is called, its mark says all of it.
    """
    lines = wordmark_lines(place(name))
    spoken = "".join(said(lines)).replace(" ", "")

    assert spoken.endswith(place(name).name.replace(" ", ""))
    assert all(run.text for line in lines for run in line)


def test_hostile_words_stay_words():
    """
    A name that looks like markup is shown as a name, in the drawing and for screen readers.
    """
    lines = [[Letters('<script>"&', bold=True, width=4)]]
    root = svg(wordmark("oic", '<b>&"', lines, inks_of(COLOURS.light)))

    assert '<b>&"' == root.findtext(f"{SVG}title")
    assert '<script>"&' == root.findtext(f"{SVG}text")


def test_the_wordmark_is_as_wide_as_its_longest_line():
    """
    A partner who places the mark in a layout gets no cut letters and no empty side.
    """
    lines = [[Letters("a", bold=False, width=2)], [Letters("b", False, 3), Letters("c", True, 4)]]
    root = svg(wordmark("oic", "x", lines, inks_of(COLOURS.light)))
    wide = float(root.get("viewBox").split()[2])

    assert 216 + 24 + 7 * letter_size(2) + 2 * 14 == pytest.approx(wide, abs=1)
