"""Where pages of a Jekyll site lived."""

from __future__ import annotations

import pytest

from oic_kit.model.jekyll_address import address, inside, normal, slugified


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("/beitraege/:name/", "/beitraege/ein-name/"),
        ("pretty", "/a/2026/05/01/titel/"),
        ("date", "/a/2026/05/01/titel.html"),
        ("none", "/a/titel.html"),
        ("/:unknown/:title/", "/titel/"),
    ],
)
def test_addresses_are_those_that_jekyll_made(pattern: str, expected: str) -> None:
    """
    A visitor with an old bookmark lands on the page, whatever style its address had.
    """
    values = {"name": "ein-name", "title": "titel", "categories": "a", "output_ext": ".html"}
    day = {"year": "2026", "month": "05", "day": "01"}

    assert expected == address(pattern, {**values, **day})


@pytest.mark.parametrize(
    "spelling", ["/a/b/", "a/b", "/a/b/index.html", "/a/b.html", "//a//b/", "/a/b/?x=1#y"]
)
def test_all_spellings_of_an_address_are_one(spelling: str) -> None:
    """
    A link with or without its ending leads to the same page.
    """
    assert "/a/b/" == normal(spelling)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://oic.example/a/", "/a/"),
        ("http://www.oic.example", "/"),
        ("//oic.example/#team", "/#team"),
        ("/a/", "/a/"),
        ("https://oic.example.org/a/", None),
        ("https://other.example/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_only_links_to_the_old_site_are_inside(url: str, expected: str | None) -> None:
    """
    A link to the old address of the site becomes one inside; a look-alike host does not.
    """
    assert expected == inside(url, "https://oic.example")


def test_names_become_addresses_as_jekyll_writes_them() -> None:
    """
    A file name with capitals and underscores is found at its old address.
    """
    assert "anleitung-mit-html" == slugified("Anleitung_mit_HTML")
    assert "linked-open-data-barcamp2025" == slugified("linked_open_data_barcamp2025")
