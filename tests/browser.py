"""A visitor's browser: real headless Chromium, and built sites on free ports of this machine."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as Tab

from oic_kit.model.policy import header_rules
from tests.sites import BuiltSite, Page

CHROMIUM = "/usr/bin/chromium"
HOST = "127.0.0.1"
# No window of a browser may call home while the tests count every request.
ALONE = ("--no-sandbox", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run")  # fmt: skip
ALL_PAGES = ("muenster", "sennestadt")
_SECONDS = 20_000


class _Host(http.server.SimpleHTTPRequestHandler):
    """A web host: the pages below the path of the site, with the headers that the kit recommends."""

    protocol_version = "HTTP/1.1"
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".webmanifest": "application/manifest+json"
    }

    def __init__(self, *args: object, below: str, headers: dict[str, str], **more: object) -> None:
        self.below, self.more_headers = below, headers
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it so
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """Take the path of the site away; what lies outside of it does not exist."""
        inside = path.startswith(self.below)
        return super().translate_path("/" + path.removeprefix(self.below)) if inside else "/nowhere"

    def end_headers(self) -> None:
        """Send what `_headers` says for every answer."""
        for name, value in self.more_headers.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def hosted(site: BuiltSite) -> Iterator[str]:
    """Show a built site as a web host would, and give its address."""
    below = urlsplit(site.base).path
    everywhere = dict(header_rules(site.place)[0].headers)
    # Only encrypted hosts may ask for encryption.
    everywhere.pop("Strict-Transport-Security")
    handler = functools.partial(_Host, directory=str(site.root), below=below, headers=everywhere)
    with http.server.ThreadingHTTPServer((HOST, 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}{below}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ALONE))
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Somebody who opens pages of one site, and what their browser asked for and complained about."""

    site: BuiltSite
    home: str
    context: BrowserContext
    asked: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.set_default_timeout(_SECONDS)
        self.context.on("request", lambda request: self.asked.add(request.url))
        self.context.on("requestfailed", lambda asked: self._miss(asked.url, asked.failure or ""))
        self.context.on("weberror", lambda error: self._complain(f"error: {error.error}"))
        self.context.on("console", lambda said: self._hear(said.type, said.text))
        self.tab: Tab = self.context.new_page()

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning", "assert"):
            self._complain(f"{kind}: {text}")

    def _miss(self, address: str, why: str) -> None:
        if why != "net::ERR_ABORTED":  # the visitor was already on the way to the next page
            self._complain(f"failed: {address} {why}")

    def _complain(self, what: str) -> None:
        self.complaints.append(f"{urlsplit(self.tab.url).path} {what}")

    def opens(self, page: Page) -> Tab:
        """Go to a page and wait until all of it is there."""
        answer = self.tab.goto(self.home + page.address)
        assert answer is not None
        assert answer.ok, page.path
        return self.tab

    @property
    def strangers(self) -> list[str]:
        """Hosts that the browser asked although they are not the site's."""
        hosts = {urlsplit(address).netloc for address in self.asked}
        return sorted(hosts - {urlsplit(self.home).netloc})


@contextmanager
def visitors(
    browser: Browser, sites: dict[str, BuiltSite], **look: object
) -> Iterator[dict[str, Visitor]]:
    """A visitor for every site.

    Args:
        browser: one is enough for all of them; they share nothing.
        sites: built sites by name.
        look: what `new_context` takes: `viewport`, `color_scheme`, `java_script_enabled` …
    """
    with ExitStack() as held:
        found = {}
        for name, site in sites.items():
            context = browser.new_context(**look)  # type: ignore[arg-type]
            held.callback(context.close)
            found[name] = Visitor(site, held.enter_context(hosted(site)), context)
        yield found


def worth_a_visit(name: str, site: BuiltSite) -> list[Page]:
    """All pages of two sites; of the others the first page of every layout."""
    return list(site.every_page) if name in ALL_PAGES else one_of_each(site)


def one_of_each(site: BuiltSite) -> list[Page]:
    """The first page of every layout: what a layout gives to one page, it gives to all of them."""
    found: dict[object, Page] = {}
    for page in site.every_page:
        found.setdefault(_layout(page), page)
    return list(found.values())


def _layout(page: Page) -> tuple[object, ...]:
    """The outermost boxes of the content tell which layout made it."""
    boxes = page.tree.xpath("//main/*[not(self::script)] | //main/*/*[not(self::script)]")
    return tuple((box.tag, box.get("class")) for box in boxes)[:6]


def axe_source() -> str:
    """The program that knows what hinders people: axe-core, from its wheel."""
    import axe_playwright_python

    return Path(axe_playwright_python.__path__[0], "axe.min.js").read_text(encoding="utf-8")
