"""What a page may load, and what the server says with every answer: both follow from `place.yaml`.

Nothing of another host is allowed unless the operator chose to embed it; even then the page loads
it only after the visitor's click. The privacy notice is written from the same list.

Source:
    `research/legal.md` 3.3 (CSP, header files) and 1.3 (modules of the privacy notice);
    https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from oic_kit.model.editor_backend import backend_hosts
from oic_kit.model.place import Place

Directives = Mapping[str, tuple[str, ...]]

_SELF = "'self'"
_NONE = "'none'"
_FRAMED = ("tickets", "video", "maps")
_HEADER_ONLY = ("frame-ancestors",)
_POWERS = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media",
    "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
_YEAR = 31_536_000


@dataclass(frozen=True)
class ThirdParty:
    """A service of somebody else, as the privacy notice must name it.

    Args:
        service: tickets, newsletter, video or maps.
        host: where it lives, with its port if it has one.
        mode: a plain link, or embedded after a click.
    """

    service: str
    host: str
    mode: Literal["link", "embed"]


@dataclass(frozen=True)
class HeaderRule:
    """Headers that the server sends for addresses that match a pattern with `*`."""

    pattern: str
    headers: Mapping[str, str]


def third_parties(place: Place) -> tuple[ThirdParty, ...]:
    """List the services of others, in the order of `place.yaml`; empty is the default."""
    found = []
    for name in ("tickets", "newsletter", "video", "maps"):
        service = getattr(place.integrations, name)
        if service.kind != "none" and service.url:
            found.append(ThirdParty(name, urlsplit(service.url).netloc, service.kind))
    return tuple(found)


def content_policy(place: Place) -> dict[str, tuple[str, ...]]:
    """Say what a page of the site may load, by directive.

    No `unsafe-inline`, no `unsafe-eval`; the search needs `wasm-unsafe-eval` for its index.
    """
    embedded = [it for it in third_parties(place) if it.mode == "embed"]
    frames = sorted({f"https://{it.host}" for it in embedded if it.service in _FRAMED})
    forms = sorted({f"https://{it.host}" for it in embedded if it.service == "newsletter"})
    found = {
        "default-src": (_NONE,),
        "script-src": (_SELF, "'wasm-unsafe-eval'") if place.modules.search else (_SELF,),
        "style-src": (_SELF,),
        "img-src": (_SELF,),
        "font-src": (_SELF,),
        "connect-src": (_SELF,),
        "media-src": (_SELF,),
        "manifest-src": (_SELF,),
        "frame-src": tuple(frames),
        "form-action": (_SELF, *forms),
        "base-uri": (_NONE,),
        "frame-ancestors": (_NONE,),
    }
    return {directive: sources for directive, sources in found.items() if sources}


def editor_policy(place: Place) -> dict[str, tuple[str, ...]]:
    """Say what the page of the web editor may load; no other page is looser because of it.

    The editor builds its look while it runs, shows pictures before they are saved, and talks to
    the forge that holds the pages. Its scripts are files of this site alone.
    """
    hosts = backend_hosts(place)
    return {
        "default-src": (_NONE,),
        "script-src": (_SELF, "'wasm-unsafe-eval'"),
        "worker-src": (_SELF, "blob:"),
        "style-src": (_SELF, "'unsafe-inline'"),
        "img-src": (_SELF, "data:", "blob:", *hosts),
        "font-src": (_SELF, "data:"),
        "connect-src": (_SELF, "data:", "blob:", *hosts),
        "media-src": (_SELF, "blob:"),
        "frame-src": ("blob:",),
        "manifest-src": (_SELF,),
        "form-action": (_NONE,),
        "base-uri": (_NONE,),
    }


def as_header(policy: Directives) -> str:
    """The policy as the value of the HTTP header."""
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in policy.items())


def as_meta(policy: Directives) -> str:
    """The policy for `<meta http-equiv>`, which browsers read without `frame-ancestors`."""
    return as_header({name: its for name, its in policy.items() if name not in _HEADER_ONLY})


def header_rules(place: Place) -> tuple[HeaderRule, ...]:
    """Say what the server sends with every answer and with some kinds of file.

    A pattern later in the list adds to the earlier ones and never repeats a header: servers
    would join both values with a comma.
    """
    policy = content_policy(place)
    # Servers join the headers of two rules and browsers obey both policies: the editor's page could
    # not be looser. With the editor on, every page brings its own policy inside, and the header
    # keeps what only a header can say.
    said = {name: policy[name] for name in _HEADER_ONLY} if place.modules.editor else policy
    # A window for signing in must be able to answer the editor that opened it.
    opener = "same-origin-allow-popups" if place.modules.editor else "same-origin"
    everywhere = {
        "Content-Security-Policy": as_header(said),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": _permissions(policy.get("frame-src", ())),
        "Strict-Transport-Security": f"max-age={_YEAR}",
        "Cross-Origin-Opener-Policy": opener,
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    fingerprinted = {"Cache-Control": f"public, max-age={_YEAR}, immutable"}
    # Calendars, feeds and data are there for other sites to read; nothing in them is secret.
    shared = {"Access-Control-Allow-Origin": "*"}
    return (
        HeaderRule("/*", everywhere),
        *(HeaderRule(f"/{folder}/*", fingerprinted) for folder in ("css", "js")),
        HeaderRule("/*.ics", {"Content-Type": "text/calendar; charset=utf-8", **shared}),
        *(HeaderRule(f"/*.{ending}", shared) for ending in ("json", "xml")),
    )


def _permissions(frames: tuple[str, ...]) -> str:
    """Every power of the browser off; only an embedded player may fill the screen."""
    hosts = "".join(f' "{host}"' for host in frames)
    return ", ".join((*(f"{power}=()" for power in _POWERS), f"fullscreen=(self{hosts})"))


def headers_file(rules: tuple[HeaderRule, ...]) -> str:
    """Write the rules as the `_headers` file that Netlify and Cloudflare Pages read."""
    blocks = []
    for rule in rules:
        lines = (f"  {name}: {value}" for name, value in rule.headers.items())
        blocks.append("\n".join((rule.pattern, *lines)))
    return "\n\n".join(blocks) + "\n"
