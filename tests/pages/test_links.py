"""Where links lead: every page, part of a page, file and picture that is promised exists."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import lxml.etree

from tests.sites import BuiltSite, Page

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
OTHER_WAYS = ("mailto:", "tel:", "webcal:")


def addresses(page: Page) -> list[str]:
    """Every address that a page leads to or loads, `srcset` taken apart."""
    found = []
    for value in page.tree.xpath("//@href | //@src | //@srcset | //@poster | //@action"):
        parts = value.split(",") if value.attrname == "srcset" else [value]
        found += [part.split()[0] for part in parts if part.strip()]
    return [address for address in found if not address.startswith(OTHER_WAYS)]


def dead_links(site: BuiltSite) -> set[tuple[str, str]]:
    """Addresses on pages that lead to no file of the site, and to no part of a page."""
    ids = {page.path: set(page.ids) for page in site.every_page}
    dead = set()
    for page in site.every_page:
        for address in addresses(page):
            part = unquote(urlsplit(address).fragment)
            file = site.file_at(address, seen_from=page)
            if file is None:
                continue
            if file not in site.files or (part and part not in ids.get(file, set())):
                dead.add((page.path, address))
    return dead


def test_no_link_inside_the_site_is_dead(built_site: BuiltSite):
    """
    A visitor who follows a link of the site arrives at the page, file or part that was promised.
    """
    assert set() == dead_links(built_site)


def test_links_to_other_sites_are_encrypted(built_site: BuiltSite):
    """
    A visitor is never sent to an address that others can read along.
    """
    outside = {
        (page.path, address)
        for page in built_site.every_page
        for address in page.links
        if built_site.file_at(address, seen_from=page) is None
        and not address.startswith((*OTHER_WAYS, "https://"))
    }

    assert set() == outside


def test_the_calendar_link_subscribes_to_a_calendar_that_exists(built_site: BuiltSite):
    """
    A visitor who subscribes to the events gets them.
    """
    calendars = {
        built_site.file_at("https:" + link.removeprefix("webcal:"), seen_from=page)
        for page in built_site.every_page
        for link in page.links
        if link.startswith("webcal:")
    }

    assert calendars
    assert calendars <= built_site.files


def test_every_page_can_be_reached_by_links(built_site: BuiltSite):
    """
    A visitor can walk from the start page to every page without typing an address.
    """
    pages = {page.path: page for page in built_site.every_page}
    reached, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        page = pages[path]
        ahead += [str(built_site.file_at(link, seen_from=page)) for link in page.links]

    assert set() == {path for path in pages if not path.endswith("404.html")} - reached


def test_a_list_of_all_pages_leads_to_every_single_page(built_site: BuiltSite):
    """
    A visitor without scripts finds every page of their language on one list.
    """
    for tongue in built_site.place.site.languages:
        index = built_site.page_of("sitemap", tongue)
        listed = {built_site.file_at(link, seen_from=index) for link in index.links}
        singles = {
            page.path
            for page in built_site.every_page
            if page.tongue == tongue and page.tree.xpath("//main[@data-pagefind-body]")
        }

        assert singles
        assert set() == singles - listed


def test_the_sitemap_holds_exactly_the_pages_that_name_themselves(built_site: BuiltSite):
    """
    A search engine reads about every page once, under the address that the page itself gives.
    """
    index = lxml.etree.parse(built_site.root / "sitemap.xml").getroot()
    maps = [index]
    for loc in index.findall("s:sitemap/s:loc", SITEMAP):
        file = str(built_site.file_at(loc.text, seen_from=built_site.every_page[0]))
        maps.append(lxml.etree.parse(built_site.root / file).getroot())
    listed = [loc.text for found in maps for loc in found.findall("s:url/s:loc", SITEMAP)]
    own = {
        str(page.tree.xpath("//link[@rel='canonical']/@href")[0])
        for page in built_site.every_page
        if "noindex" not in page.meta("robots")
    }

    assert len(listed) == len(set(listed))
    assert own == set(listed)


def test_a_list_is_as_new_as_its_newest_page(built_site: BuiltSite):
    """
    A search engine comes back to the posts when there is a new one, and not for nothing.
    """
    for file in (name for name in built_site.files if name.endswith("sitemap.xml")):
        days: dict[str, str] = {}
        for url in lxml.etree.parse(built_site.root / file).getroot().findall("s:url", SITEMAP):
            days[url.findtext("s:loc", "", SITEMAP)] = url.findtext("s:lastmod", "", SITEMAP)
        for posts in (loc for loc in days if loc.endswith(("/beitraege/", "/posts/"))):
            below = [day for loc, day in days.items() if loc.startswith(posts) and loc != posts]
            assert max(below) == days[posts], posts
        assert "2000-01-01" not in days.values()


def test_robots_are_told_where_the_sitemap_lies(built_site: BuiltSite):
    """
    A search engine that reads robots.txt finds the way to all pages.
    """
    lines = (built_site.root / "robots.txt").read_text(encoding="utf-8").splitlines()

    assert f"Sitemap: {built_site.base}sitemap.xml" in lines
    assert "User-agent: *" in lines
    assert "Allow: /" in lines


def test_who_lands_nowhere_finds_the_way_back(built_site: BuiltSite):
    """
    A visitor with a wrong address reads so in words and finds menu, search and start page.
    """
    for tongue in built_site.place.site.languages:
        page = built_site.page(f"{built_site.below(tongue)}404.html")
        led = {built_site.file_at(link, seen_from=page) for link in page.links}

        assert "noindex" in page.meta("robots")
        assert {f"{built_site.below(tongue)}index.html", built_site.page_of("search", tongue).path,
                built_site.page_of("sitemap", tongue).path} <= led  # fmt: skip
