"""A visit without a mouse: Tab reaches everything in order, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import Visitor, one_of_each, visitors, worth_a_visit
from tests.places import PROFILES
from tests.sites import BuiltSite, Page

Walks = dict[str, list[dict[str, Any]]]

# Writes down every stop: its place among all stops of the page, its ring, and whether it can be seen.
WATCH = """() => {
  const stops = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0'], video[controls]"
  )].filter(it => it.checkVisibility({visibilityProperty: true}) && !it.disabled && !it.closest("[inert]"));
  window.seen = [];
  window.total = stops.length;
  document.addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    window.seen.push([stops.indexOf(target), ring, target.outerHTML.slice(0, 120)]);
  });
  return stops.length;
}"""
# The key goes down as a real one; to let it go each time would only take twice as long.
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
COVERED = """() => [...document.querySelectorAll("a[href], button, summary")]
  .filter(it => it.checkVisibility({visibilityProperty: true}))
  .filter(it => {
    it.focus();
    const box = it.getClientRects()[0];
    const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return found && !it.contains(found) && !found.contains(it);
  }).map(it => it.outerHTML.slice(0, 120))"""


def walked(visitor: Visitor, page: Page) -> dict[str, Any]:
    """Press Tab from the top of a page to its end and report every stop."""
    tab = visitor.opens(page)
    total = tab.evaluate(WATCH)
    keys = visitor.context.new_cdp_session(tab)
    for _stop in range(total):
        keys.send("Input.dispatchKeyEvent", TAB)
    keys.detach()
    seen = tab.evaluate("window.seen")
    return {"path": page.path, "total": total, "seen": seen}


@pytest.fixture(scope="module")
def walks(browser: Browser, built_sites: dict[str, BuiltSite]) -> Iterator[Walks]:
    """Every page, walked through by Tab."""
    with visitors(browser, built_sites) as all_visitors:
        yield {
            name: [walked(visitor, page) for page in worth_a_visit(name, visitor.site)]
            for name, visitor in all_visitors.items()
        }


@pytest.mark.parametrize("name", PROFILES)
def test_tab_reaches_everything_once_and_in_order(walks: Walks, name: str):
    """
    A visitor with a keyboard comes to every link and button, in the order in which they are read.
    """
    assert [] == [
        (walk["path"], [stop for stop, _ring, _html in walk["seen"]])
        for walk in walks[name]
        if [stop for stop, _ring, _html in walk["seen"]] != list(range(walk["total"]))
    ]


@pytest.mark.parametrize("name", PROFILES)
def test_one_always_sees_where_one_is(walks: Walks, name: str):
    """
    Every stop has a ring of at least two pixels around it.
    """
    assert [] == [
        (walk["path"], html)
        for walk in walks[name]
        for _stop, ring, html in walk["seen"]
        if not ring
    ]


@pytest.mark.parametrize("name", PROFILES)
def test_the_first_stop_is_the_way_to_the_content(walks: Walks, name: str):
    """
    A visitor need not pass the menu: the first stop of every page skips it.
    """
    assert [] == [walk["path"] for walk in walks[name] if 'href="#main"' not in walk["seen"][0][2]]


@pytest.fixture(scope="module")
def muenster(browser: Browser, built_sites: dict[str, BuiltSite]) -> Iterator[Visitor]:
    """Somebody who looks at Münster's site."""
    with visitors(browser, {"muenster": built_sites["muenster"]}) as all_visitors:
        yield all_visitors["muenster"]


def test_enter_on_the_first_stop_leads_into_the_content(muenster: Visitor):
    """
    After Tab and Enter the next Tab is the first link of the content, not of the menu.
    """
    tab = muenster.opens(muenster.site.page("index.html"))

    tab.keyboard.press("Tab")
    assert tab.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    tab.keyboard.press("Enter")
    assert "main" == tab.evaluate("document.activeElement.id")
    tab.keyboard.press("Tab")
    assert tab.evaluate("Boolean(document.activeElement.closest('main'))")


def test_the_ring_can_be_seen_and_not_only_computed(muenster: Visitor):
    """
    The picture of a link changes when one comes to it.
    """
    tab = muenster.opens(muenster.site.page("index.html"))
    for _stop in range(6):
        tab.keyboard.press("Tab")
        box = tab.evaluate(
            "(() => { const b = document.activeElement.getBoundingClientRect();"
            "return {x: Math.max(0, b.x - 8), y: Math.max(0, b.y - 8), "
            "width: b.width + 16, height: b.height + 16}; })()"
        )
        with_ring = tab.screenshot(clip=box)
        tab.evaluate("window.last = document.activeElement; window.last.blur()")
        without_ring = tab.screenshot(clip=box)
        tab.evaluate("window.last.focus({focusVisible: true})")

        assert with_ring != without_ring


def test_nothing_covers_the_stop_one_is_at(browser: Browser, built_sites: dict[str, BuiltSite]):
    """
    No header, banner or picture lies over a link when a visitor with a keyboard comes to it.
    """
    with visitors(browser, built_sites) as all_visitors:
        covered = [
            (name, page.path, width, html)
            for name, visitor in all_visitors.items()
            for page in one_of_each(visitor.site)
            for width, html in covered_stops(visitor, page)
        ]

    assert [] == covered


def covered_stops(visitor: Visitor, page: Page) -> Iterator[tuple[int, str]]:
    """Stops of a page over which something lies, on a wide and on a narrow screen."""
    tab = visitor.opens(page)
    for width in (1280, 320):
        tab.set_viewport_size({"width": width, "height": 700})
        yield from ((width, html) for html in tab.evaluate(COVERED))


def test_the_menu_of_a_phone_opens_and_closes_by_keys(muenster: Visitor):
    """
    On a small screen Enter opens the menu, Escape closes it and leads back to its button.
    """
    tab = muenster.opens(muenster.site.page("index.html"))
    tab.set_viewport_size({"width": 360, "height": 740})
    button = tab.locator("summary.menu__button")

    button.focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".menu__panel a").first.is_visible()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert not tab.locator(".menu__panel a").first.is_visible()
    assert button.evaluate("it => it === document.activeElement")
