"""What a page may load and what the server says, both from the same answers."""

from __future__ import annotations

import re

import pytest

from oic_kit.model.place import Place
from oic_kit.model.policy import (
    ThirdParty,
    as_header,
    as_meta,
    content_policy,
    header_rules,
    headers_file,
    third_parties,
)

SHOP = {"kind": "embed", "url": "https://pretix.eu/muenster/"}


def place(*, search: bool = True, **integrations) -> Place:
    return Place.model_validate(
        {
            "place": {"name": "Münster", "population": 300_000},
            "site": {"title": "Open Innovation City Münster", "url": "https://example.org/"},
            "modules": {"search": search},
            "integrations": integrations,
        }
    )


def test_nothing_of_others_is_allowed_unless_somebody_switched_it_on():
    """
    A visitor of a new site is not seen by any other host.
    """
    policy = content_policy(place())

    assert () == third_parties(place())
    assert ("'none'",) == policy["default-src"]
    assert "frame-src" not in policy
    assert not re.search(r"https?:|\*|data:|blob:", as_header(policy))


@pytest.mark.parametrize("search", [True, False])
@pytest.mark.parametrize("service", ["tickets", "newsletter", "video", "maps"])
def test_no_policy_lets_a_page_run_what_was_not_shipped(search, service):
    """
    Text that slips through as markup can never run as a script or change the look.
    """
    header = as_header(content_policy(place(search=search, **{service: SHOP})))

    assert "unsafe-inline" not in header
    assert "'unsafe-eval'" not in header
    assert search == ("'wasm-unsafe-eval'" in header)
    assert "base-uri 'none'" in header


@pytest.mark.parametrize("service", ["tickets", "video", "maps"])
def test_an_embedded_service_may_be_framed_and_nothing_more(service):
    """
    After a visitor's click the chosen service appears; no script or picture of it is allowed.
    """
    policy = content_policy(place(**{service: SHOP}))

    assert ("https://pretix.eu",) == policy["frame-src"]
    assert ("'self'",) == policy["form-action"]
    assert 1 == as_header(policy).count("pretix.eu")


def test_a_newsletter_form_may_be_sent_to_its_service():
    """
    A visitor can subscribe from the page; the service gets the form and nothing else.
    """
    policy = content_policy(
        place(newsletter={"kind": "embed", "url": "https://news.example.org/x"})
    )

    assert ("'self'", "https://news.example.org") == policy["form-action"]
    assert "frame-src" not in policy


def test_a_plain_link_opens_nothing():
    """
    A link to a ticket shop is only a link: the policy stays shut, the privacy notice names it.
    """
    linked = place(tickets={"kind": "link", "url": "https://pretix.eu/muenster/"})

    assert content_policy(place()) == content_policy(linked)
    assert (ThirdParty("tickets", "pretix.eu", "link"),) == third_parties(linked)


def test_the_privacy_notice_learns_every_service_once_and_in_order():
    """
    A visitor reads in the privacy notice exactly the services that the site uses.
    """
    full = place(
        maps={"kind": "embed", "url": "https://maps.example.org:8443/x"},
        tickets=SHOP,
        video={"kind": "link", "url": "https://tube.example.org/c/oic"},
    )

    assert (
        ThirdParty("tickets", "pretix.eu", "embed"),
        ThirdParty("video", "tube.example.org", "link"),
        ThirdParty("maps", "maps.example.org:8443", "embed"),
    ) == third_parties(full)
    assert ("https://maps.example.org:8443", "https://pretix.eu") == content_policy(full)[
        "frame-src"
    ]


def test_pages_say_only_what_browsers_read_from_a_page():
    """
    A browser's console stays clean: what works in headers alone does not stand in the page.
    """
    policy = content_policy(place())

    assert "frame-ancestors 'none'" in as_header(policy)
    assert "frame-ancestors" not in as_meta(policy)
    assert as_header(policy).startswith(as_meta(policy))


def test_no_file_gets_the_same_header_twice():
    """
    A host joins the values of a header that two rules set; so no two rules set the same one.
    """
    rules = header_rules(place(video=SHOP))
    everywhere, *others = rules

    assert "/*" == everywhere.pattern
    for rule in others:
        assert set(everywhere.headers).isdisjoint(rule.headers), rule.pattern
    assert len(rules) == len({rule.pattern for rule in rules})


def test_the_header_file_is_what_two_hosts_can_read():
    """
    A place on Netlify or Cloudflare Pages gets all its headers without setting one by hand.
    """
    text = headers_file(header_rules(place(video=SHOP)))
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]

    assert ["/*", "/css/*", "/js/*", "/*.ics", "/*.json", "/*.xml"] == [
        block[0] for block in blocks
    ]
    assert all(re.fullmatch(r"  [A-Za-z-]+: \S.*", line) for block in blocks for line in block[1:])
    assert max(map(len, text.splitlines())) < 2000
    for header in (
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Strict-Transport-Security: max-age=31536000",
        "  Cross-Origin-Opener-Policy: same-origin",
        "  Cross-Origin-Resource-Policy: same-origin",
        "  Cache-Control: public, max-age=31536000, immutable",
        "  Content-Type: text/calendar; charset=utf-8",
    ):
        assert header in text.splitlines()
    assert 'fullscreen=(self "https://pretix.eu")' in text
