"""What axe-core finds on every page, on a desk and on a phone, by day and by night: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import Visitor, axe_source, visitors, worth_a_visit
from tests.places import PROFILES
from tests.sites import BuiltSite

Findings = dict[str, list[tuple[Any, ...]]]

WIDTHS = (1280, 360)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
    "elementRef": False,
    "iframes": False,
    "preload": False,
}
# By night only colours differ, which `test_styles.py` makes sure of: only their rules can differ.
COLOUR_RULES = RULES | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}
SCHEMES = {"light": RULES, "dark": COLOUR_RULES}
LOOK = """rules => axe.run(document, rules).then(found => found.violations.map(
  it => `${it.id}: ${it.nodes.map(node => `${node.target} ${node.html.slice(0, 120)}`).join(" | ")}`
))"""


@pytest.fixture(scope="module")
def findings(browser: Browser, built_sites: dict[str, BuiltSite]) -> Iterator[Findings]:
    """Every page under every look, with what axe holds against it."""
    with visitors(browser, built_sites) as all_visitors:
        yield {
            name: [found for page in worth_a_visit(name, visitor.site)
                   for found in looked_at(visitor, page)]
            for name, visitor in all_visitors.items()
        }  # fmt: skip


def looked_at(visitor: Visitor, page: Any) -> Iterator[tuple[Any, ...]]:
    """What axe holds against one page under each look."""
    tab = visitor.opens(page)
    tab.evaluate(axe_source() + "; 0")
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        for scheme, rules in SCHEMES.items():
            tab.emulate_media(color_scheme=scheme)
            for finding in tab.evaluate(LOOK, rules):
                yield page.path, width, scheme, finding


@pytest.mark.parametrize("name", PROFILES)
def test_axe_finds_no_barrier(findings: Findings, name: str):
    """
    A visitor with a disability meets no barrier that a program can find, on any page and screen.
    """
    assert [] == findings[name]


def test_axe_is_recent_enough():
    """
    A developer may rely on it: the rules are those of WCAG 2.2, not of an old axe.
    """
    version = axe_source().split("axe v", 1)[1].split()[0]

    assert (4, 10) <= tuple(int(part) for part in version.split(".")[:2])


def test_axe_sees_a_barrier_when_there_is_one(browser: Browser, built_sites: dict[str, BuiltSite]):
    """
    A developer may trust the silence: a picture without words and grey on grey are found.
    """
    with visitors(browser, {"gent": built_sites["gent"]}) as all_visitors:
        visitor = all_visitors["gent"]
        tab = visitor.opens(visitor.site.page("index.html"))
        tab.evaluate(
            """() => {
              const bad = document.createElement("div");
              bad.append(document.createElement("img"), "grey on grey");
              bad.style.color = "#999999";
              bad.style.backgroundColor = "#aaaaaa";
              document.querySelector("main").append(bad);
            }"""
        )
        tab.evaluate(axe_source() + "; 0")
        rules = {str(found).split(":")[0] for found in tab.evaluate(LOOK, RULES)}

        assert {"image-alt", "color-contrast"} <= rules
