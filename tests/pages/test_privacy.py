"""What a visit leaves behind: nothing. No request elsewhere, nothing stored, no complaint."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import visitors, worth_a_visit
from tests.places import PROFILES
from tests.sites import BuiltSite

Visits = dict[str, dict[str, object]]

KEPT = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: await indexedDB.databases(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  caches: await caches.keys(),
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "workers": 0, "caches": []}


@pytest.fixture(scope="module")
def visits(browser: Browser, built_sites: dict[str, BuiltSite]) -> Iterator[Visits]:
    """Every page opened once: what the browser asked, complained about and was told to keep."""
    with visitors(browser, built_sites) as all_visitors:
        report: Visits = {}
        for name, visitor in all_visitors.items():
            kept = {}
            for page in worth_a_visit(name, visitor.site):
                held = visitor.opens(page).evaluate(KEPT)
                if held != NOTHING:
                    kept[page.path] = held
            report[name] = {
                "strangers": visitor.strangers,
                "complaints": visitor.complaints,
                "kept": kept,
                "cookies": visitor.context.cookies(),
                "pages": len(visitor.asked),
            }
        yield report


@pytest.mark.parametrize("name", PROFILES)
def test_a_visit_asks_nobody_else(visits: Visits, name: str):
    """
    A visitor's browser asks no other host for anything, on no page.
    """
    assert [] == visits[name]["strangers"]
    assert 40 < int(str(visits[name]["pages"]))


@pytest.mark.parametrize("name", PROFILES)
def test_a_visit_leaves_nothing_on_the_visitors_machine(visits: Visits, name: str):
    """
    After a visit there is no cookie and nothing stored: a banner that asks would have no reason.
    """
    assert {} == visits[name]["kept"]
    assert [] == visits[name]["cookies"]


@pytest.mark.parametrize("name", PROFILES)
def test_the_browser_has_nothing_to_complain_about(visits: Visits, name: str):
    """
    A developer who opens the console sees no error, no warning, no breach of the security policy.
    """
    assert [] == visits[name]["complaints"]
