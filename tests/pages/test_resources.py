"""What a page brings along: pictures, drawings, styles and scripts, all of them its own."""

from __future__ import annotations

import base64
import hashlib
import re

import lxml.html

from tests.pages.test_pages import words_of
from tests.sites import BuiltSite

RESOURCES = "//@src | //@srcset | //@poster | //link[@rel!='canonical' and @rel!='alternate']/@href"
INLINE = (
    "//style | //@style | //base | //object | //embed | "
    "//script[not(@src) and not(@type='application/ld+json')]"
)


def test_no_page_carries_style_script_or_handlers_in_itself(built_site: BuiltSite):
    """
    A developer may forbid inline code in the security policy: no page needs any.
    """
    wrong = []
    for page in built_site.every_page:
        inline = page.tree.xpath(INLINE)
        handlers = [name for name in page.tree.xpath("//@*") if name.attrname.startswith("on")]
        schemes = [link for link in page.links if link.lower().startswith(("javascript:", "data:"))]
        if inline or handlers or schemes:
            wrong.append((page.path, [str(it)[:80] for it in [*inline, *handlers, *schemes]]))

    assert [] == wrong


def test_nothing_that_a_page_loads_lies_elsewhere(built_site: BuiltSite):
    """
    A visitor's browser asks nobody but the site itself.
    """
    wrong = []
    for page in built_site.every_page:
        for value in page.tree.xpath(RESOURCES):
            parts = value.split(",") if value.attrname == "srcset" else [value]
            for part in parts:
                address = part.split()[0]
                if built_site.file_at(address, seen_from=page) not in built_site.files:
                    wrong.append((page.path, address))
    assert [] == wrong


def test_every_picture_is_described_and_keeps_its_place(built_site: BuiltSite):
    """
    A visitor who cannot see a picture hears what it shows; nothing jumps while pictures load.
    """
    wrong = []
    for page in built_site.every_page:
        for img in page.tree.xpath("//img"):
            sized = (img.get("width") or "").isdigit() and (img.get("height") or "").isdigit()
            alt = img.get("alt")
            named_like_a_file = bool(
                re.search(r"\.(png|jpe?g|webp|avif|svg)$|^IMG_", alt or "", re.I)
            )
            in_link = img.xpath("ancestor::a") and not words_of(img.xpath("ancestor::a")[0])
            if alt is None or not sized or named_like_a_file or len(alt) > 250 or in_link:
                wrong.append((page.path, lxml.html.tostring(img)[:200]))

    assert [] == wrong


def test_drawings_are_silent_or_named(built_site: BuiltSite):
    """
    A screen reader skips ornaments and hears the name of every drawing that says something.
    """
    assert [] == [
        (page.path, lxml.html.tostring(svg)[:160])
        for page in built_site.every_page
        for svg in page.tree.xpath("//svg")
        if not svg.xpath("ancestor-or-self::*[@aria-hidden='true']")
        and not (svg.get("role") == "img" and (svg.get("aria-label") or svg.get("aria-labelledby")))
    ]


def test_styles_and_scripts_are_what_the_page_expects(built_site: BuiltSite):
    """
    A visitor's browser refuses a style or script that somebody changed on the way.
    """
    loaded = "//script[@src] | //link[@rel='stylesheet'] | //link[@rel='modulepreload']"
    seals = set()
    for page in built_site.every_page:
        for found in page.tree.xpath(loaded):
            file = built_site.file_at(found.get("src") or found.get("href"), seen_from=page)
            seals.add((file, found.get("integrity")))

    assert seals
    for file, seal in seals:
        digest = hashlib.sha256((built_site.root / str(file)).read_bytes()).digest()
        assert f"sha256-{base64.b64encode(digest).decode()}" == seal, file


def test_no_picture_weighs_too_much(built_site: BuiltSite):
    """
    A visitor on the move never loads a picture above 300 kB, whatever an editor put in.
    """
    pictures = (
        name for name in built_site.files if re.search(r"\.(png|jpe?g|webp|avif|gif)$", name)
    )

    assert [] == [name for name in pictures if (built_site.root / name).stat().st_size > 300_000]


def test_nobody_finds_a_file_that_was_not_meant_for_them(built_site: BuiltSite):
    """
    A site publishes pages, pictures and data, never sources, drafts or an editor's original photo.
    """
    meant = r"(\.(html|xml|json|ics|css|js|svg|png|jpe?g|webp|avif|txt|webmanifest)|^_headers)$"
    shown = (name for name in built_site.files if not name.startswith("pagefind/"))

    assert [] == [
        name
        for name in shown
        if not re.search(meant, name) or "/." in name.replace("/.well-known/", "/")
    ]
