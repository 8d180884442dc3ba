"""Everything else in an old site: pages of its own, collections that nobody knows, categories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from oic_kit.model import jekyll_words
from oic_kit.model.jekyll_address import normal
from oic_kit.model.jekyll_outcome import Entry, Outcome
from oic_kit.model.jekyll_text import plain
from oic_kit.model.slug import slug
from oic_kit.say import _, ngettext
from oic_kit.services.jekyll_body import Writer
from oic_kit.services.jekyll_draft import Draft, body_of, describe_it, left, name_it
from oic_kit.services.jekyll_event_ties import Ties
from oic_kit.services.jekyll_existing import Existing
from oic_kit.services.jekyll_old import METHODS, POSTS, Old, first_of, identity, old_address, texts
from oic_kit.services.jekyll_source import Document

_SAME = {
    "index": "/", "beitraege": "/posts", "posts": "/posts", "blog": "/posts", "news": "/posts",
    "methoden": "/methods", "methods": "/methods", "suche": "/search", "search": "/search",
    "impressum": "/imprint", "imprint": "/imprint", "datenschutz": "/privacy",
    "privacy": "/privacy", "barrierefreiheit": "/accessibility",
    "accessibility": "/accessibility", "kontakt": "/contact", "contact": "/contact",
    "team": "/people", "projekte": "/projects", "projects": "/projects", "events": "/events",
    "termine": "/events", "ueber-uns": "/about", "about": "/about", "presse": "/press",
    "press": "/press", "partner": "/partners", "newsletter": "/",
}  # fmt: skip
_MANUALS = ("readme", "changelog", "contributing", "license", "claude", "agents", "code-of-conduct")
_MEDIA = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".svg",
        ".pdf",
        ".docx",
        ".xlsx",
        ".pptx",
        ".odt",
        ".mp3",
        ".mp4",
        ".ogg",
        ".zip",
    ]
)


def know_pages(old: Old, existing: Existing) -> None:
    """Note which pages of the new site take the place of old ones."""
    for document in old.source.of(""):
        if goal := _twin(document, existing):
            old.move(document, goal)
    for document in old.source.of(*METHODS):
        if not document.body.strip():
            old.move(document, _method(document, existing))


def _twin(document: Document, existing: Existing) -> str:
    """The page of the new site that says the same as a page of the old one."""
    name = slug(document.stem)
    if name.startswith(("jahresbericht", "annual-report")):
        return "/report" if "/report" in existing.pages else ""
    goal = _SAME.get(name, "")
    return goal if goal in existing.pages or goal == "/" else ""


def _method(document: Document, existing: Existing) -> str:
    """The kit's own page of a method of the same name, else the list of all methods."""
    name = slug(document.stem)
    if name in existing.ids("methods"):
        return f"/methods/{name}"
    wanted = slug(plain(document.head.get("title")))
    for page in sorted(existing.ids("methods")):
        title = existing.title_of(f"/methods/{page}")
        if title and slug(title) in (name, wanted):
            return f"/methods/{page}"
    return "/methods" if "/methods" in existing.pages else "/"


def page_drafts(old: Old, existing: Existing, ties: Ties) -> Iterator[Draft | Entry]:
    """Every page of its own, as a page or as a line of the report."""
    topics = {page.path for page in ties.pages.values()}
    taken: set[str] = set()
    for document in old.source.of(""):
        goal = old.addresses.get(normal(old_address(document, old.source.config)))
        title = plain(document.head.get("title"))
        if goal and document.path not in topics:
            why = _("The page of the new site takes its place.")
            target = existing.pages.get(goal, f"site/content{goal}/index.{old.language}.md")
            yield _replaced(document, title, target, why)
        elif goal:
            why = _("The new site gathers its dates; write its text anew where it says more.")
            yield _replaced(document, title, goal, why)
        elif document.path.lower().endswith((".md", ".markdown")):
            if slug(document.stem) not in _MANUALS:
                folder = identity(document.stem, taken)
                taken.add(folder)
                yield _page(old, document, folder)
        elif document.stem != "404":
            why = _("It is a page with HTML and scripts of its own; write it anew in Markdown.")
            yield left(document.path, "page", why, title=title)


def _replaced(document: Document, title: str, target: str, why: str) -> Entry:
    return Entry(document.path, "page", Outcome.CHANGED, target=target, title=title, notes=(why,))


def _page(old: Old, document: Document, folder: str) -> Draft:
    draft = Draft(document.path, "page", folder)
    old.move(document, f"/{folder}")
    whole = name_it(draft, document.head.get("title"), fallback=document.stem)
    seen_from = old_address(document, old.source.config)
    writer = Writer(
        old, folder, draft.head["title"], seen_from, notes=draft.notes, to_mend=draft.to_mend
    )
    body = writer.markdown(document.body)
    rest = describe_it(draft, first_of(document.head, "description", "teaser"), body)
    draft.head["url"] = f"{folder}/"
    if document.head.get("noindex") is True or document.head.get("sitemap") is False:
        draft.head["noindex"] = True
    draft.body = body_of(whole, rest, body)
    return draft


def others(old: Old, existing: Existing) -> Iterator[Entry]:
    """Methods without a text, collections that nobody knows, and files that no page shows."""
    for document in old.source.documents:
        title = plain(document.head.get("title"))
        if document.collection in METHODS and not document.body.strip():
            goal = old.addresses[normal(old_address(document, old.source.config))]
            if goal.startswith("/methods/"):
                why = _("It has no text; the page of the new site takes its place.")
                target = existing.pages[goal]
                yield Entry(document.path, "method", Outcome.CHANGED, target, title, (why,))
            else:
                why = _("It has no text: nothing but a title and a teaser.")
                yield left(document.path, "method", why, title=title)
        elif document.collection not in ("", *POSTS, *METHODS):
            why = _("The new site has no pages of this kind ({name}).").format(
                name=document.collection
            )
            yield left(document.path, "other", why, title=title)
    yield from _categories(old)
    yield from _unused(old)


def _categories(old: Old) -> Iterator[Entry]:
    """The free categories of posts: which became a topic or a kind of post, and which went."""
    used = Counter(
        name
        for document in old.source.of(*POSTS)
        for name in texts(first_of(document.head, "categories", "category", "tags"))
    )
    for name, count in sorted(used.items(), key=lambda item: (-item[1], item[0])):
        said = ngettext("{name} (one post)", "{name} ({count} posts)", count)
        title = said.format(name=name, count=count)
        if topic := old.topics.get(slug(name)):
            why = _("It is the topic {topic} now.").format(topic=topic)
            yield Entry(name, "category", Outcome.CHANGED, "", title, (why,))
        elif jekyll_words.category([name], ""):
            why = _("It chose the kind of the post.")
            yield Entry(name, "category", Outcome.CHANGED, "", title, (why,))
        else:
            line = f"{{id: {slug(name)}, title: {{{old.language}: {name}}}}}"
            why = _(
                "No topic is called so. Add it to the topics of place.yaml and import again "
                "into a fresh folder, if you want it: {line}"
            ).format(line=line)
            yield left(name, "category", why, title=title)


def _unused(old: Old) -> Iterator[Entry]:
    """Pictures and files that no page shows: counted, and named by folder."""
    used = {*old.files.uses, *(path.removeprefix("site/static/") for path in old.files.taken)}
    folders = Counter(
        str(PurePosixPath(path).parent)
        for path in old.source.files
        if PurePosixPath(path).suffix.lower() in _MEDIA and path not in used
    )
    for folder, count in sorted(folders.items()):
        why = ngettext(
            "One file that no page shows or links.",
            "{count} files that no page shows or links.",
            count,
        )
        yield left(f"{folder}/", "file", why.format(count=count))
