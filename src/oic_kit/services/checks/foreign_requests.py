"""Whether a built page loads something from another host before anybody clicked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from oic_kit.model.finding import Severity, Who
from oic_kit.model.policy import third_parties
from oic_kit.say import _
from oic_kit.services.checks.addresses import source_of
from oic_kit.services.checks.built_pages import BuiltPage, Element, elements_in
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.sources import Source

_LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "link": ("href",),
    "form": ("action",),
}
_HARMLESS = frozenset({"canonical", "alternate", "license", "me", "author", "next", "prev"})
_FRAME = "data-frame"


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        if source.file.startswith("site/layouts/"):
            yield from _in_layout(scene, source)
    for page in scene.built.pages if scene.built else ():
        yield from _in_page(scene, page)


def _in_layout(scene: Scene, source: Source) -> Iterator[Sighting]:
    for element in elements_in(source.text, *_LOADED):
        for host in _hosts(scene, element):
            yield _sighting(source.file, element.line, host, element.name)


def _in_page(scene: Scene, page: BuiltPage) -> Iterator[Sighting]:
    allowed = {party.host for party in third_parties(scene.place)}
    told = set()
    for element in elements_in(page.text, *_LOADED, "div"):
        for host in _hosts(scene, element):
            if host not in told:
                told.add(host)
                yield _sighting(page.shown, element.line, host, element.name)
        framed = _host(element.attributes.get(_FRAME, ""))
        if framed and framed not in allowed:
            yield _undescribed(source_of(page, scene), framed)


def _hosts(scene: Scene, element: Element) -> Iterator[str]:
    relation = element.attributes.get("rel", "").split()
    if element.name == "link" and _HARMLESS.intersection(relation):
        return
    forms = {party.host for party in third_parties(scene.place) if party.service == "newsletter"}
    for name in _LOADED.get(element.name, ()):
        for part in element.attributes.get(name, "").split(","):
            host = _host(part.strip())
            if not host or host == urlsplit(scene.place.site.url).netloc:
                continue
            if element.name != "form" or host not in forms:
                yield host


def _host(address: str) -> str:
    if not address.startswith(("https://", "http://", "//")):
        return ""
    try:
        host = urlsplit(address.split()[0]).netloc
    except ValueError:
        return address
    return "" if host.startswith(("127.0.0.1", "localhost")) else host


def _sighting(file: str, line: int, host: str, element: str) -> Sighting:
    return Sighting(
        file=file,
        line=line,
        what=_("A page loads <{element}> from {host} before anybody clicked.").format(
            element=element, host=host
        ),
        why=_("The host learns who visits the page; that needs consent (in Germany § 25 TDDDG)."),
        cure=_("Keep the file in the site, or use a shortcode that loads only after the click."),
        about=host,
    )


def _undescribed(file: str, host: str) -> Sighting:
    return Sighting(
        file=file,
        line=0,
        what=_("A page offers something of {host}, which the privacy notice does not name.").format(
            host=host
        ),
        why=_("Visitors must be told who gets their data (Art. 13 GDPR)."),
        cure=_("Switch the service on in place.yaml under integrations; the notice then names it."),
        about=f"frame {host}",
    )


CHECK = Check(
    id="foreign-request",
    question="Does a page load something from another host before anybody clicked?",
    who=Who.PRIVACY,
    severity=Severity.ERROR,
    look=_look,
    blocks=True,
)
