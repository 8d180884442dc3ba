"""The head of every page: what search engines, social networks and browsers read before the text."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter, defaultdict
from typing import Any

from PIL import Image

from tests.sites import BuiltSite, Page


def graph_of(page: Page) -> list[dict[str, Any]]:
    """Everything that a page says about itself in JSON-LD."""
    things: list[dict[str, Any]] = []
    for text in page.tree.xpath("//script[@type='application/ld+json']/text()"):
        read = json.loads(text)
        assert "https://schema.org" == read["@context"], page.path
        things += read.get("@graph", [read])
    return things


def test_every_page_has_a_name_of_its_own(built_site: BuiltSite):
    """
    A visitor with many tabs tells every page and its site apart by the name alone.
    """
    titles = Counter(page.title for page in built_site.every_page)

    assert [] == [title for title, times in titles.items() if times > 1]
    for page in built_site.every_page:
        assert " ".join(built_site.place.site.title.split()) in page.title, page.path


def test_the_name_of_the_site_names_the_place(built_site: BuiltSite):
    """
    A visitor reads in every name of a page whose site it is.
    """
    place = built_site.place

    if place.site.title == f"Open Innovation City {place.name}":
        assert [] == [page.path for page in built_site.every_page if place.name not in page.title]
    assert all(place.name in page.text for page in built_site.every_page)


def test_every_page_says_what_it_is_about(built_site: BuiltSite):
    """
    A visitor who finds a page in a search engine reads a sentence written for it.
    """
    wrong = [
        (page.path, page.meta("description"))
        for page in built_site.every_page
        if not 20 <= len(page.meta("description")) <= 320
    ]

    assert [] == wrong


def test_every_page_names_its_own_address(built_site: BuiltSite):
    """
    A search engine knows one address of every page, and it is the page's own.
    """
    for page in built_site.every_page:
        if page.path.endswith("404.html"):  # it answers for any address, so it has none
            continue
        assert [built_site.base + page.address] == page.tree.xpath(
            "//link[@rel='canonical']/@href"
        ), page.path
        assert built_site.base + page.address == page.meta("og:url"), page.path


def test_translations_point_at_each_other(built_site: BuiltSite):
    """
    A search engine offers every visitor the page in their own language, and only pages that exist.
    """
    named: dict[str, dict[str, str]] = defaultdict(dict)
    for page in built_site.every_page:
        for link in page.tree.xpath("//link[@rel='alternate'][@hreflang]"):
            named[page.path][link.get("hreflang")] = str(
                built_site.file_at(link.get("href"), seen_from=page)
            )

    tongues = {page.path: page.tongue for page in built_site.every_page}
    for path, others in named.items():
        assert path == others[tongues[path]]
        assert others["x-default"] in others.values()
        for code, other in others.items():
            assert code in (tongues[other], "x-default")
            assert others == named[other], (path, other)
    if len(built_site.place.site.languages) > 1:
        assert named


def test_the_switch_of_languages_leads_to_the_same_page(built_site: BuiltSite):
    """
    A visitor who changes the language stays on the page, wherever a translation exists.
    """
    for page in built_site.every_page:
        translated = {
            link.get("hreflang"): built_site.file_at(link.get("href"), seen_from=page)
            for link in page.tree.xpath("//link[@rel='alternate'][@hreflang]")
        }
        for link in page.tree.xpath("//header//a[@hreflang]"):
            code = link.get("hreflang").partition("-")[0]
            goal = built_site.file_at(link.get("href"), seen_from=page)
            other = "404.html" if page.path.endswith("404.html") else "index.html"
            assert translated.get(code, built_site.below(code) + other) == goal, page.path
            assert link.get("lang") == link.get("hreflang"), page.path


def hashes_of_data(page: Page) -> list[str]:
    """What a policy calls the data for search engines, which stands in an element for scripts."""
    texts = page.tree.xpath("//script[@type='application/ld+json']/text()")
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def test_the_security_policy_comes_first_and_allows_nothing_inline(built_site: BuiltSite):
    """
    A visitor's browser runs nothing that the operator did not ship as a file of the site.
    """
    for page in built_site.every_page:
        head = [(it.tag, it.get("http-equiv")) for it in page.tree.head if isinstance(it.tag, str)]
        policy = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

        assert [("meta", None), ("meta", "Content-Security-Policy")] == head[:2], page.path
        assert "'none'" == rules["default-src"]
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy
        scripts = set(rules["script-src"].split()) - {"'wasm-unsafe-eval'"}
        assert {"'self'", *hashes_of_data(page)} == scripts, page.path
        assert {"'self'", "'none'"} >= {
            source
            for name, sources in rules.items()
            if name != "script-src"
            for source in sources.split()
        }


def test_a_shared_page_shows_a_picture(built_site: BuiltSite):
    """
    Whoever shares a page in a social network or messenger sees its name and a picture that exists.
    """
    sizes: dict[str, tuple[int, int]] = {}
    for page in built_site.every_page:
        file = str(built_site.file_at(page.meta("og:image"), seen_from=page))
        if file not in sizes:
            with Image.open(built_site.root / file) as picture:
                sizes[file] = picture.size
        said = page.meta("og:image:width"), page.meta("og:image:height")

        assert (1200, 630) == sizes[file], page.path
        assert ("1200", "630") == said, page.path
        assert page.meta("og:image:alt"), page.path
        assert page.meta("og:title"), page.path
        assert page.language.replace("-", "_") == page.meta("og:locale"), page.path


def test_what_a_page_says_to_machines_is_what_it_says_to_people(built_site: BuiltSite):
    """
    A search engine reads the same names and dates as the visitor, in a form that it can take apart.
    """
    title = built_site.place.site.title
    for page in built_site.every_page:
        for thing in graph_of(page):
            assert thing["@type"], page.path
            if thing["@type"] == "WebSite":
                assert title == thing["name"]
            if thing["@type"] == "Event":
                assert thing["name"] == page.tree.findtext(".//h1"), page.path
                assert "+" in thing["startDate"], page.path
            if thing["@type"] == "BreadcrumbList":
                items = thing["itemListElement"]
                assert list(range(1, len(items) + 1)) == [item["position"] for item in items]


def test_the_start_page_says_who_speaks(built_site: BuiltSite):
    """
    A search engine learns from the start page who runs the site and for which place.
    """
    (speaker,) = (
        thing for thing in graph_of(built_site.page("index.html")) if "areaServed" in thing
    )

    assert built_site.place.site.title == speaker["name"]
    assert built_site.base == speaker["url"]
    assert built_site.place.name == speaker["areaServed"]["name"]
    legal_name = built_site.place.operator.legal_name.value
    assert legal_name in (speaker["name"], speaker["parentOrganization"]["name"])
