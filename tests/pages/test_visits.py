"""Every page visited once: it asks nobody else, leaves nothing behind, and hinders nobody.

What hinders people is what axe-core finds, on a desk and on a phone, by day and by night.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import Visitor, axe_source, visitors, worth_a_visit
from tests.places import PROFILES
from tests.sites import BuiltSite, Page

KEPT = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: await indexedDB.databases(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  caches: await caches.keys(),
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "workers": 0, "caches": []}
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


@dataclass
class Visit:
    """What a visit of all pages of a site brought to light."""

    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)
    asked: int = 0
    kept: dict[str, Any] = field(default_factory=dict)
    barriers: list[tuple[Any, ...]] = field(default_factory=list)


@pytest.fixture(scope="module")
def visits(browser: Browser, built_sites: dict[str, BuiltSite]) -> Iterator[dict[str, Visit]]:
    """A visit of every sample site."""
    with visitors(browser, built_sites) as all_visitors:
        yield {name: visited(name, visitor) for name, visitor in all_visitors.items()}


def visited(name: str, visitor: Visitor) -> Visit:
    """Open every page; when all have been seen, look at what the browser holds."""
    found = Visit()
    for page in worth_a_visit(name, visitor.site):
        held = visitor.opens(page).evaluate(KEPT)
        if held != NOTHING:
            found.kept[page.path] = held
        found.barriers += barriers(visitor, page)
    found.strangers, found.complaints = visitor.strangers, visitor.complaints
    found.cookies, found.asked = list(visitor.context.cookies()), len(visitor.asked)
    return found


def barriers(visitor: Visitor, page: Page) -> Iterator[tuple[Any, ...]]:
    """What axe holds against the page that is open, under each look."""
    visitor.tab.evaluate(axe_source() + "; 0")
    for width in WIDTHS:
        visitor.tab.set_viewport_size({"width": width, "height": 800})
        for scheme, rules in SCHEMES.items():
            visitor.tab.emulate_media(color_scheme=scheme)
            for finding in visitor.tab.evaluate(LOOK, rules):
                yield page.path, width, scheme, finding


@pytest.mark.parametrize("name", PROFILES)
def test_a_visit_asks_nobody_else(visits: dict[str, Visit], name: str):
    """
    A visitor's browser asks no other host for anything, on no page.
    """
    assert [] == visits[name].strangers
    assert 40 < visits[name].asked


@pytest.mark.parametrize("name", PROFILES)
def test_a_visit_leaves_nothing_on_the_visitors_machine(visits: dict[str, Visit], name: str):
    """
    After a visit there is no cookie and nothing stored: a banner that asks would have no reason.
    """
    assert {} == visits[name].kept
    assert [] == visits[name].cookies


@pytest.mark.parametrize("name", PROFILES)
def test_the_browser_has_nothing_to_complain_about(visits: dict[str, Visit], name: str):
    """
    A developer who opens the console sees no error, no warning, no breach of the security policy.
    """
    assert [] == visits[name].complaints


@pytest.mark.parametrize("name", PROFILES)
def test_axe_finds_no_barrier(visits: dict[str, Visit], name: str):
    """
    A visitor with a disability meets no barrier that a program can find, on any page and screen.
    """
    assert [] == visits[name].barriers


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
