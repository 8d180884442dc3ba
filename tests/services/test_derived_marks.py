"""The colours, icons, cards and wordmarks that follow from the answers of a place."""

from __future__ import annotations

import json

import pytest

from oic_kit.model.accents import OIC_SHAPES
from oic_kit.model.place import Place
from oic_kit.model.promises import SHAPES, broken
from oic_kit.services.derive import derive, palette_of
from tests.drawings import SVG, colours_of, png, svg


def place(name: str = "Münster", **blocks) -> Place:
    return Place.model_validate(
        {
            "place": {"name": name, "population": 300_000},
            "site": {"title": f"Open Innovation City {name}", "url": "https://example.org/"},
            **blocks,
        }
    )


def data(made: dict[str, bytes], name: str):
    return json.loads(made[f"data/{name}.json"])


def test_the_open_brand_brings_its_own_six_colours():
    """
    A place that joins the family looks like it, without choosing a second colour.
    """
    made = palette_of(place())

    assert OIC_SHAPES == tuple(made.light[shape] for shape in SHAPES)
    assert "#fff564" == made.dark["accent"]


@pytest.mark.parametrize(
    "brand",
    [
        {"colour": "#8c1d40"},
        {"identity": "own"},
        {"colour": "#00b2bb", "accent": "#ff8000"},
    ],
)
def test_any_other_brand_gets_its_own_family(brand):
    """
    A place with other colours does not borrow the six of the open brand.
    """
    made = palette_of(place(brand=brand))

    assert OIC_SHAPES != tuple(made.light[shape] for shape in SHAPES)
    assert [] == broken(made.light) == broken(made.dark)


@pytest.mark.parametrize(
    ("file", "size"),
    [("favicon-32", 32), ("apple-touch-icon", 180), ("icon-512", 512)],
)
def test_icons_have_their_size_and_colours(file, size):
    """
    Whoever keeps the site on a phone sees the yellow circle on the dark tile.
    """
    made = derive(place())
    image = png(made[f"static/{file}.png"])

    assert ((size, size), "RGB") == (image.size, image.mode)
    assert {"#fff564", "#00b2bb", data(made, "palette")["light"]["band"]} <= colours_of(image)
    assert {data(made, "palette")["light"]["band"]} == colours_of(image.crop((0, 0, 1, 1)))


def test_a_maskable_icon_survives_being_cut_to_a_circle():
    """
    On phones that cut icons round, nothing of the mark is lost.
    """
    image = png(derive(place())["static/icon-512.png"])
    ground = image.getpixel((0, 0))
    far = [
        (x - 256) ** 2 + (y - 256) ** 2
        for x in range(0, 512, 2)
        for y in range(0, 512, 2)
        if image.getpixel((x, y)) != ground
    ]

    assert max(far) <= (512 * 0.4) ** 2


def test_the_card_leaves_a_panel_for_the_title():
    """
    On a social network every title has room: 700 pixels without any shape, in a readable ink.
    """
    made = derive(place())
    image = png(made["assets/card.png"])
    panel, about = image.crop((0, 0, 700, 630)), data(made, "card")

    assert (1200, 630) == image.size
    assert [(700 * 630, (255, 255, 255))] == panel.getcolors()
    assert {"#fff564", "#00b2bb"} <= colours_of(image)
    assert 700 == about["width"]
    assert data(made, "palette")["light"]["text"] == about["ink"]


@pytest.mark.parametrize(
    "name", ["Ulm", "Samtgemeinde Elbtalaue und Umgebung am Fluss", "Ђурђевац"]
)
def test_the_wordmark_needs_no_font(name):
    """
    A printer who opens the file sees the letters that were meant, whatever fonts there are.
    """
    root = svg(derive(place(name))["static/wordmark.svg"])
    tags = {it.tag.rpartition("}")[2] for it in root.iter()}

    assert "text" not in tags
    assert f"Open Innovation City {name}" == root.findtext(f"{SVG}title")


@pytest.mark.parametrize("name", ["القاهرة", "東京", "Köln 🚀"])
def test_letters_that_the_font_lacks_stay_text(name):
    """
    A place in any script gets a mark: letters that we cannot draw are left to the reader's fonts.
    """
    root = svg(derive(place(name))["static/wordmark.svg"])

    assert name in [it.text for it in root.iter(f"{SVG}text")]


def test_the_manifest_names_the_place_and_files_that_exist():
    """
    Whoever adds the site to a home screen sees its name and its icon.
    """
    made = derive(place())
    manifest = json.loads(made["static/site.webmanifest"])

    assert ("Open Innovation City Münster", "OIC Münster", "de-DE") == (
        manifest["name"],
        manifest["short_name"],
        manifest["lang"],
    )
    assert all(f"static/{icon['src']}" in made for icon in manifest["icons"])
    assert "Münster".encode() in made["static/site.webmanifest"]
    assert (
        "Ostwestfalen-Lippe"
        == json.loads(derive(place("Ostwestfalen-Lippe"))["static/site.webmanifest"])["short_name"]
    )
