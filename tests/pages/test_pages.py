"""Every page of every sample site, as its HTML says it: one heading, one content, nothing hidden."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from urllib.parse import unquote

import lxml.html

from tests.sites import BuiltSite, Page

LEGAL = ("imprint", "privacy", "accessibility", "contact")
# A link that only says this does not tell a screen reader's list of links where it leads.
EMPTY_PHRASES = {
    "de": {"mehr", "hier", "weiterlesen", "weiter", "link", "mehr erfahren", "details"},
    "en": {"more", "here", "read more", "continue", "link", "learn more", "details"},
}
WIDGETS = "a button input select textarea summary".split()  # noqa: SIM905 - reads as a list


def headings(page: Page) -> list[int]:
    """The levels of all headings in their order."""
    return [int(str(found.tag)[1]) for found in page.tree.xpath("//*[self::h1 or self::h2 or "
            "self::h3 or self::h4 or self::h5 or self::h6]")]  # fmt: skip


def words_of(element: lxml.html.HtmlElement) -> str:
    """What a link or button is called: its label, its text, the alternative text of its picture."""
    spoken = element.get("aria-label") or " ".join(
        [element.text_content(), *element.xpath(".//img/@alt")]
    )
    return " ".join(spoken.split())


def test_every_page_has_one_main_heading_and_no_gap_in_its_outline(built_site: BuiltSite):
    """
    A visitor with a screen reader jumps from heading to heading and never wonders what is missing.
    """
    wrong = []
    for page in built_site.every_page:
        levels = headings(page)
        jumps = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
        if levels.count(1) != 1 or levels[0] != 1 or jumps:
            wrong.append((page.path, levels))

    assert [] == wrong


def test_no_heading_is_empty(built_site: BuiltSite):
    """
    A visitor who lists the headings of a page finds words in each.
    """
    assert [] == [
        (page.path, lxml.html.tostring(found)[:120])
        for page in built_site.every_page
        for found in page.tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
        if not found.text_content().strip()
    ]


def test_every_page_has_the_same_four_landmarks(built_site: BuiltSite):
    """
    A visitor with a screen reader finds header, navigation, content and footer on every page.
    """
    wanted = {"//header[@class='site-header']": 1, "//main": 1, "//footer[@class='site-footer']": 1,
              "//body/header//nav[contains(@class,'nav')]": None}  # fmt: skip

    assert [] == [
        (page.path, path)
        for page in built_site.every_page
        for path, times in wanted.items()
        if len(page.tree.xpath(path)) not in ((times,) if times else range(1, 5))
    ]


def test_the_first_stop_of_every_page_skips_to_its_content(built_site: BuiltSite):
    """
    A visitor who uses the keyboard need not pass the menu on every page.
    """
    for page in built_site.every_page:
        first = page.tree.xpath("//body//*[self::a or self::button or self::input or @tabindex]")[0]
        target = page.tree.get_element_by_id(first.get("href", "#").removeprefix("#"))

        assert "main" == target.tag, page.path
        assert "-1" == target.get("tabindex"), page.path
        assert first.text_content().strip(), page.path


def test_every_page_says_its_language(built_site: BuiltSite):
    """
    A screen reader pronounces every page, and every foreign part of it, in the right language.
    """
    spoken = set(built_site.place.site.languages)

    for page in built_site.every_page:
        assert page.tongue in spoken, page.path
        assert page.tree.get("dir") in ("ltr", "rtl"), page.path
        for code in page.tree.xpath("//*/@lang | //@hreflang"):
            assert re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?|x-default", code), (page.path, code)


def test_every_page_says_how_to_reach_whoever_is_responsible(built_site: BuiltSite):
    """
    Wherever a visitor lands, contact, imprint, privacy notice and accessibility statement are one
    click away, and so is a way to report a barrier.
    """
    mail = f"mailto:{built_site.place.contact.email}"
    wanted = {
        tongue: {built_site.page_of(name, tongue).path for name in LEGAL}
        for tongue in built_site.place.site.languages
    }

    for page in built_site.every_page:
        led = {built_site.file_at(link, seen_from=page) for link in page.links}
        assert wanted[page.tongue] <= led, page.path
        mails = [unquote(link) for link in page.links if link.startswith(mail[:7])]
        assert mail in mails, page.path
        assert any(link.startswith(f"{mail}?subject=") for link in mails), page.path


def test_no_id_is_given_twice(built_site: BuiltSite):
    """
    A link to a part of a page always leads to that very part.
    """
    assert [] == [
        (page.path, name)
        for page in built_site.every_page
        for name, times in Counter(page.ids).items()
        if times > 1 or not name.strip() or " " in name
    ]


def test_links_and_buttons_say_where_they_lead(built_site: BuiltSite):
    """
    A visitor who hears only the list of links knows where each one leads.
    """
    assert [] == [
        (page.path, lxml.html.tostring(found)[:160])
        for page in built_site.every_page
        for found in page.tree.xpath("//a[@href] | //button | //summary")
        if words_of(found).casefold().strip(" .…→›»") in {"", *EMPTY_PHRASES[page.tongue]}
    ]


def test_nothing_moves_waits_or_opens_by_itself(built_site: BuiltSite):
    """
    No page plays, refreshes, opens a window, steals a key or hides words in a tooltip.
    """
    forbidden = (
        "//@autoplay | //marquee | //blink | //meta[@http-equiv='refresh'] | //@accesskey | "
        "//*[@tabindex > 0] | //a[@target] | //@draggable | //iframe | "
        + " | ".join(f"//{name}/@title" for name in WIDGETS)
    )

    assert [] == [
        (page.path, str(it)[:80])
        for page in built_site.every_page
        for it in page.tree.xpath(forbidden)
    ]


def test_every_table_says_what_its_rows_and_columns_are(built_site: BuiltSite):
    """
    A visitor with a screen reader hears the heading of every cell.
    """
    wrong = []
    for page in built_site.every_page:
        for table in page.tree.xpath("//table"):
            frame = "ancestor::*[@role='region' and @aria-label]"
            named = table.xpath(f"caption | {frame} | ancestor::figure/figcaption")
            loose = table.xpath(".//th[not(@scope)]")
            if not named or loose or not table.xpath(".//th"):
                wrong.append((page.path, lxml.html.tostring(table)[:160]))

    assert [] == wrong


def test_the_menu_is_the_same_on_every_page(built_site: BuiltSite):
    """
    A visitor finds the entries of menu, footer and legal list in the same order everywhere.
    """
    lists = "//nav[contains(@class,'nav')][1]/ul[1] | //nav[contains(@class,'__legal')]/ul"
    seen: dict[tuple[str, int], Counter[tuple[str, ...]]] = {}
    for page in built_site.every_page:
        for number, found in enumerate(page.tree.xpath(lists)):
            labels = tuple(words_of(link) for link in found.xpath("li/a"))
            seen.setdefault((page.tongue, number), Counter())[labels] += 1

    assert seen
    assert dict.fromkeys(seen, 1) == {key: len(kinds) for key, kinds in seen.items()}
