"""Whether every link inside the site leads somewhere, anchors included."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _, ngettext
from oic_kit.services.checks.addresses import sources_by_address
from oic_kit.services.checks.built_pages import Built, BuiltPage, elements_in, ids_in
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.pages import Page

_MARKDOWN = re.compile(r"(?<!!)\[[^\]\n]*\]\(\s*<?([^)\s>]+)")
_ELEMENTS = ("a", "img", "link", "script", "source", "video", "iframe")
_LINKS = ("href", "src", "poster")
_SKIPPED = ("mailto:", "tel:", "data:", "webcal:", "javascript:", "#", "{{")


def _look(scene: Scene) -> Iterator[Sighting]:
    if scene.built is None:
        yield from _in_texts(scene)
    else:
        yield from _in_built(scene, scene.built)


def _in_texts(scene: Scene) -> Iterator[Sighting]:
    """Without built pages: links to folders and files, as far as the texts alone can tell."""
    for page in scene.content.pages:
        for found in _MARKDOWN.finditer(page.body):
            target = found.group(1)
            if target.startswith(_SKIPPED) or "://" in target or target.startswith("//"):
                continue
            if not _is_there(scene, page, unquote(target.partition("#")[0].partition("?")[0])):
                line = page.body_line + page.body.count("\n", 0, found.start())
                yield _sighting(f"site/{page.file}", line, target)


def _is_there(scene: Scene, page: Page, target: str) -> bool:
    if not target.startswith("/"):
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), target))
        return (scene.site / beside).exists()
    inside = target.strip("/")
    tops = inside.partition("/")[0]
    if not inside or inside in scene.content.folders or tops in scene.content.tops:
        return True  # a wrong name below a known folder is a fault of the page
    known = {path.removesuffix("index.html").strip("/") for path in sources_by_address(scene)}
    places = (scene.site / "static", scene.site / "assets", scene.folder / ".oic/derived/static")
    return inside in known or any((place / inside).exists() for place in places)


def _in_built(scene: Scene, built: Built) -> Iterator[Sighting]:
    sources = sources_by_address(scene)
    elsewhere: dict[str, list[str]] = {}
    told: set[tuple[str, str]] = set()
    for page, link in _dead(scene, built):
        file = sources.get(page.path, page.shown)
        line = _line(scene, file, link)
        if not line:
            elsewhere.setdefault(link, []).append(page.shown)
        elif (file, link) not in told:
            told.add((file, link))
            yield _sighting(file, line, link)
    # A layout or a word put these into many pages: one line says it.
    for link, files in elsewhere.items():
        yield _sighting(files[0], 0, link, pages=len(set(files)))


def _dead(scene: Scene, built: Built) -> Iterator[tuple[BuiltPage, str]]:
    """Every link that leads nowhere, with the page on which it stands."""
    base = urlsplit(scene.place.site.url)
    anchors: dict[str, frozenset[str]] = {}
    for page in built.pages:
        for element in elements_in(page.text, *_ELEMENTS):
            for name in _LINKS:
                link = element.attributes.get(name, "")
                if not link or link.startswith(_SKIPPED):
                    continue
                if _is_dead(link, page, built, base.netloc, base.path, anchors):
                    yield page, link


def _is_dead(
    link: str,
    page: BuiltPage,
    built: Built,
    host: str,
    below: str,
    anchors: dict[str, frozenset[str]],
) -> bool:
    here = f"https://{host}{below}{page.path.removesuffix('index.html')}"
    try:
        full = urlsplit(urljoin(here, link))
    except ValueError:
        return True
    if full.netloc != host or not full.path.startswith(below):
        return False
    path = unquote(full.path).removeprefix(below)
    file = f"{path}index.html" if not path or path.endswith("/") else path
    if file not in built.files:
        return f"{file}/index.html" not in built.files
    wanted = unquote(full.fragment)
    if not wanted or not file.endswith(".html") or wanted.startswith(":~:"):
        return False
    if file not in anchors:
        anchors[file] = ids_in(BuiltPage(built.root, file).text)
    return wanted not in anchors[file]


def _line(scene: Scene, file: str, link: str) -> int:
    """The line of the content file in which the link stands; 0 when it stands in none."""
    page = scene.pages.get(file)
    for number, line in enumerate(page.body.split("\n") if page else ()):
        if page and link.rstrip("/") in line:
            return page.body_line + number
    return 0


def _sighting(file: str, line: int, link: str, *, pages: int = 1) -> Sighting:
    what = _("The link {link} leads nowhere.").format(link=link)
    if pages > 1:
        what = ngettext(
            "The link {link} leads nowhere; it stands on {count} page.",
            "The link {link} leads nowhere; it stands on {count} pages.",
            pages,
        ).format(link=link, count=pages)
    return Sighting(
        file=file,
        line=line,
        what=what,
        why=_("Readers end on an error page."),
        cure=_("Mend the address, or take the link out."),
        about=link,
    )


CHECK = Check(
    id="dead-link",
    question="Does every link inside the site lead somewhere?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
)
