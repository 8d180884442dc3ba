"""Small screens, large letters, quiet motion, other colours, no scripts: the page holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import Visitor, one_of_each, visitors, worth_a_visit
from tests.places import PROFILES
from tests.sites import BuiltSite, Page, lines_of

Measures = dict[str, list[dict[str, Any]]]

# WCAG 1.4.12: what readers may set themselves.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter(it => it.getBoundingClientRect().right > room + 1)
    .map(it => `${it.tagName}.${it.className} ${Math.round(it.getBoundingClientRect().right)}`);
  return [`${document.documentElement.scrollWidth} > ${room}`, ...wide.slice(0, 4)];
}"""
# Text that a box around it cuts off; a box that scrolls shows the rest, one that hides does not.
CUT = """() => {
  const lost = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter(it => it.width > 1 && it.height > 1);
    for (let around = text.parentElement; around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const hides = how => how === "hidden" || how === "clip";
      if (!hides(style.overflowX) && !hides(style.overflowY)) continue;
      const room = around.getBoundingClientRect();
      if (room.width < 3) break;  // meant for ears only
      const out = it => it.right > room.right + 2 || it.left < room.left - 2 || it.bottom > room.bottom + 2;
      if (boxes.some(out)) lost.add(`${around.className}: ${text.data.trim().slice(0, 60)}`);
    }
  }
  return [...lost];
}"""
# The reader's browser doubles the letters, on the narrowest screen.
LARGE = """() => { document.documentElement.style.fontSize = "200%"; }"""
SMALL = """() => { document.documentElement.style.fontSize = ""; }"""
BARE = """() => [...document.querySelectorAll("main .text p a, main .text li a")]
  .filter(it => !getComputedStyle(it).textDecorationLine.includes("underline"))
  .map(it => it.outerHTML.slice(0, 120))"""
MOVING = "() => document.getAnimations().filter(it => it.playState === 'running').length"


def measured(visitor: Visitor, page: Page) -> dict[str, Any]:
    """One page on the narrowest screen, as it is and with the reader's own spacing."""
    tab = visitor.opens(page)
    found = {"path": page.path, "wide": tab.evaluate(WIDE)}
    found |= {"moving": tab.evaluate(MOVING), "bare": tab.evaluate(BARE)}
    tab.evaluate(LARGE)
    found["large_wide"] = tab.evaluate(WIDE)
    tab.evaluate(SMALL)
    tab.evaluate("css => { const own = new CSSStyleSheet(); own.replaceSync(css);"
                 "document.adoptedStyleSheets = [own]; }", SPACED)  # fmt: skip
    return found | {"spaced_wide": tab.evaluate(WIDE), "cut": tab.evaluate(CUT)}


@pytest.fixture(scope="module")
def measures(browser: Browser, built_sites: dict[str, BuiltSite]) -> Iterator[Measures]:
    """Every page at 320 CSS pixels, which is also 1280 pixels at 400 per cent."""
    look = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
    with visitors(browser, built_sites, **look) as all_visitors:
        yield {
            name: [measured(visitor, page) for page in worth_a_visit(name, visitor.site)]
            for name, visitor in all_visitors.items()
        }


@pytest.mark.parametrize("what", ["wide", "large_wide", "spaced_wide", "cut", "moving", "bare"])
@pytest.mark.parametrize("name", PROFILES)
def test_the_narrowest_screen_shows_everything(measures: Measures, name: str, what: str):
    """
    A visitor with a small screen, large letters, wide spacing or a wish for stillness never has to
    scroll sideways, loses no word and sees nothing move; every link in a text is underlined.
    """
    assert [] == [(found["path"], found[what]) for found in measures[name] if found[what]]


@pytest.mark.parametrize("name", PROFILES)
def test_everything_is_there_without_scripts(
    browser: Browser, built_sites: dict[str, BuiltSite], name: str
):
    """
    A visitor whose browser runs no scripts reads the whole content, in a page as wide as the screen.
    """
    look = {"java_script_enabled": False, "viewport": {"width": 1280, "height": 800}}
    with visitors(browser, {name: built_sites[name]}, **look) as all_visitors:
        visitor = all_visitors[name]
        for page in one_of_each(visitor.site):
            shown = " ".join(visitor.opens(page).locator("main").inner_text().split()).casefold()
            main = page.tree.xpath("//main")[0]
            for hidden in main.xpath(UNSEEN):
                hidden.drop_tree()
            lost = [line for line in lines_of(main) if squeezed(line) not in squeezed(shown)]
            assert [] == lost, page.path


# What nobody sees before a click, and what a drawing tells only those who cannot see it.
UNSEEN = ".//*[@hidden] | .//details/*[not(self::summary)] | .//svg/title | .//svg/desc"


def squeezed(text: str) -> str:
    """A text without blanks and case: layout may change both."""
    return "".join(text.split()).casefold()


@pytest.mark.parametrize("name", PROFILES)
def test_the_colours_of_the_system_take_over(
    browser: Browser, built_sites: dict[str, BuiltSite], name: str
):
    """
    A visitor who set their own colours sees them, with every link marked by more than a colour.
    """
    with visitors(browser, {name: built_sites[name]}, forced_colors="active") as all_visitors:
        visitor = all_visitors[name]
        for page in one_of_each(visitor.site):
            tab = visitor.opens(page)
            assert tab.evaluate("matchMedia('(forced-colors: active)').matches")
            assert [] == tab.evaluate(BARE), page.path
            tab.keyboard.press("Tab")
            assert "none" != tab.evaluate(
                "getComputedStyle(document.activeElement).outlineStyle"
            ), page.path
