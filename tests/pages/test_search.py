"""Search: found by keyboard in both languages, and a page that helps without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import Visitor, visitors
from tests.sites import BuiltSite


@pytest.fixture(scope="module")
def muenster(browser: Browser, built_sites: dict[str, BuiltSite]) -> Iterator[Visitor]:
    """Somebody who looks for something on Münster's site."""
    with visitors(browser, {"muenster": built_sites["muenster"]}) as all_visitors:
        yield all_visitors["muenster"]


@pytest.mark.parametrize(("tongue", "word"), [("de", "Innovationszirkel"), ("en", "circle")])
def test_a_word_finds_its_pages(muenster: Visitor, tongue: str, word: str):
    """
    A visitor types a word, presses Enter and follows the first result, all by keyboard.
    """
    page = muenster.site.page_of("search", tongue)
    tab = muenster.opens(page)
    field = tab.get_by_role("searchbox")

    field.focus()
    tab.keyboard.type(word)
    tab.keyboard.press("Enter")
    results = tab.locator(".search__results h2 a")
    expect(results.first).to_be_visible()
    said = tab.locator(".search__said").inner_text()
    assert word in said and any(sign.isdigit() for sign in said)
    while not results.first.evaluate("it => it === document.activeElement"):
        tab.keyboard.press("Tab")
    name = results.first.inner_text()
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert name == tab.locator("h1").inner_text()
    assert tongue == str(tab.locator("html").get_attribute("lang"))[:2]
    assert [] == muenster.complaints


def test_a_word_that_is_nowhere_is_said_to_be_nowhere(muenster: Visitor):
    """
    A visitor who finds nothing reads so instead of waiting, and a screen reader says it.
    """
    tab = muenster.opens(muenster.site.page_of("search", "en"))

    tab.get_by_role("searchbox").fill("Xylophonquark")
    tab.keyboard.press("Enter")
    said = tab.get_by_role("status")
    expect(said).to_contain_text("Xylophonquark")
    assert not tab.locator(".search__results li").count()


def test_the_address_of_a_search_can_be_shared(muenster: Visitor):
    """
    A visitor sends the address of a search to somebody, who sees the same results.
    """
    page = muenster.site.page_of("search", "de")
    tab = muenster.opens(page)
    tab.get_by_role("searchbox").fill("Barcamp")
    tab.keyboard.press("Enter")
    expect(tab.locator(".search__results h2 a").first).to_be_visible()
    names = tab.locator(".search__results h2 a").all_inner_texts()

    tab.goto(tab.url)
    expect(tab.locator(".search__results h2 a").first).to_be_visible()
    assert names == tab.locator(".search__results h2 a").all_inner_texts()


def test_a_hostile_search_is_only_a_search(muenster: Visitor):
    """
    A visitor who follows a link with code in its search sees words, and nothing runs.
    """
    page = muenster.site.page_of("search", "de")
    muenster.opens(page)
    muenster.tab.goto(
        muenster.home + page.address + "?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.caught%3D1%3E"
    )

    expect(muenster.tab.get_by_role("status")).to_contain_text("<img")
    assert not muenster.tab.evaluate("Boolean(window.caught)")
    assert not muenster.tab.locator("main img").count()


def test_the_page_helps_without_scripts(browser: Browser, built_sites: dict[str, BuiltSite]):
    """
    A visitor whose browser runs no scripts finds a list of the parts of the site instead of a form.
    """
    with visitors(
        browser, {"muenster": built_sites["muenster"]}, java_script_enabled=False
    ) as all_visitors:
        visitor = all_visitors["muenster"]
        tab = visitor.opens(visitor.site.page_of("search", "de"))

        assert not tab.get_by_role("searchbox").count()
        assert tab.locator("main noscript a, main a").count() > 10
