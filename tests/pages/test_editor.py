"""The web editor in a real browser: it starts, knows every kind of page, and writes as `add` does."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from oic_kit.model.content_events import Event
from oic_kit.model.content_kinds import KINDS
from oic_kit.services.add import add
from oic_kit.services.add_values import Told
from oic_kit.services.editor_config import editor_config, kind_names
from oic_kit.services.front_matter import split_page
from oic_kit.services.generate import generate
from oic_kit.services.page_text import page_text
from oic_kit.services.site import build
from tests.browser import Visitor, axe_source, hosted
from tests.conftest import site_of
from tests.places import profile
from tests.sites import BuiltSite

STORED = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "file") found[path + name] = await (await entry.getFile()).text();
      else await walk(entry, `${path}${name}/`);
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""
EVENT = {
    "title": "Offene Werkstatt",
    "description": "Ein Abend, an dem alle etwas reparieren und dabei Ideen tauschen.",
    "start": "2027-04-08T17:00",
    "end": "2027-04-08T19:00",
    "mode": "onsite",
    "venue": "Altes Kino",
    "kind": "workshop",
}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A built site with the editor on."""
    place = profile("sennestadt")
    place = place.model_copy(update={"modules": place.modules.model_copy(update={"editor": True})})
    folder = tmp_path_factory.mktemp("editor") / "site"
    generate(place, into=folder)
    build(folder)
    return BuiltSite(place, folder)


@pytest.fixture(scope="module")
def editor(browser: Browser, edited: BuiltSite) -> Iterator[Visitor]:
    """An editor who opened the editor; it keeps its files in the browser and not in a forge."""
    config = {**editor_config(edited.place), "backend": {"name": "test-repo"}}

    def answer(route: Route) -> None:
        route.fulfill(body=json.dumps(config), content_type="application/yaml")

    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    with hosted(edited) as home:
        visitor = Visitor(edited, home, context)
        context.route(re.compile(r"/admin/config\.yml"), answer)
        visitor.tab.goto(f"{home}admin/")
        visitor.tab.get_by_role("button").first.click()
        visitor.tab.wait_for_url("**/collections/**")
        yield visitor
    context.close()


def test_the_editor_starts_and_asks_no_other_host(editor: Visitor) -> None:
    """
    An editor signs in on a page that loads nothing from elsewhere and complains of nothing.
    """
    assert [] == editor.strangers
    assert [] == editor.complaints


def test_every_kind_of_page_is_listed(editor: Visitor) -> None:
    """
    An editor finds each kind of page by its name.
    """
    config = editor_config(editor.site.place)
    shown = editor.tab.locator("body").inner_text().splitlines()

    assert list(KINDS) == [collection["name"] for collection in config["collections"]]
    for collection in config["collections"]:
        assert collection["label"] in shown


def test_an_event_is_written_as_the_command_writes_it(editor: Visitor, tmp_path: Path) -> None:
    """
    An editor in the browser and an editor at the terminal make the same page.
    """
    tab = editor.tab
    tab.goto(f"{editor.home}admin/#/collections/events/new")
    for name in ("title", "description", "start", "end", "venue"):
        tab.locator(f"[data-key-path={name}] input").first.fill(EVENT[name])
    tab.locator("[data-key-path=mode] [role=radio]").first.click()
    tab.locator("[data-key-path=kind] [role=combobox]").click()
    tab.get_by_role("option").first.click()
    tab.get_by_role("button", name="Speichern").click()
    tab.wait_for_url("**/collections/events")
    stored: dict[str, str] = tab.evaluate(STORED)
    generate(editor.site.place, into=tmp_path / "place")
    today = datetime.date(2027, 1, 15)
    told = Told(values=EVENT)
    added = add(tmp_path / "place", editor.site.place, "events", told, today=today)

    path, text = next((path, text) for path, text in stored.items() if "/events/" in path)
    assert added.files[0] == path.partition("/")[2]
    by_hand = (tmp_path / "place" / added.files[0]).read_text("utf-8")
    assert same_hand(by_hand) == same_hand(text)


def same_hand(text: str) -> str:
    """A page as one writer writes it: what says no more than the default is left out."""
    head, body, _line = split_page(text)
    values: dict[str, Any] = Event.model_validate_json(head.as_json()).model_dump(
        mode="json", exclude_defaults=True
    )
    return page_text(values, body)


def test_the_help_names_every_field_and_everybody_can_read_it(
    browser: Browser, edited: BuiltSite
) -> None:
    """
    An editor who uses a screen reader or a phone reads what belongs into each field.
    """
    page = edited.page("admin/help/index.html")

    for kind in KINDS:
        assert page.tree.xpath("//h2[@id=$id]", id=kind), kind
        assert kind_names(kind)
    assert ["noindex, nofollow"] == page.tree.xpath("//meta[@name='robots']/@content")
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    with hosted(edited) as home:
        visitor = Visitor(edited, home, context)
        visitor.opens(page)
        visitor.tab.add_script_tag(content=axe_source())
        found = visitor.tab.evaluate(
            "() => axe.run(document).then(all => all.violations.map(it => it.id))"
        )
        wide = visitor.tab.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [] == found
    assert 360 == wide


def test_a_site_without_the_editor_has_no_trace_of_it(
    tmp_path_factory: pytest.TempPathFactory, edited: BuiltSite
) -> None:
    """
    A visitor of a site without the editor finds neither its page nor a policy made for it.
    """
    without = site_of("sennestadt", tmp_path_factory)

    assert not [path for path in without.files if path.startswith("admin")]
    assert {"admin/index.html", "admin/config.yml", "admin/editor/index.js"} <= edited.files
    policy = "//meta[@http-equiv='Content-Security-Policy']/@content"
    assert without.page("index.html").tree.xpath(policy) == edited.page("index.html").tree.xpath(
        policy
    )
    assert "/admin/" not in (edited.root / "sitemap.xml").read_text("utf-8")
