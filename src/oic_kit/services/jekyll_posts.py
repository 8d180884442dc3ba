"""The posts of an old site, as posts of the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from oic_kit.model import jekyll_words
from oic_kit.model.jekyll_address import slugified
from oic_kit.model.jekyll_outcome import Entry
from oic_kit.model.jekyll_text import plain
from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.jekyll_body import Writer
from oic_kit.services.jekyll_draft import Draft, body_of, describe_it, left, name_it
from oic_kit.services.jekyll_old import METHODS, POSTS, Old, first_of, identity, old_address, texts
from oic_kit.services.jekyll_source import Document

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")


def post_documents(old: Old) -> list[Document]:
    """Everything of the old site that becomes a post: also methods that have a text."""
    methods = [one for one in old.source.of(*METHODS) if one.body.strip()]
    return [*old.source.of(*POSTS), *methods]


def know_posts(old: Old) -> dict[str, str]:
    """Give every post a folder and note its old address; returns folder by path of the file."""
    folders: dict[str, str] = {}
    for document in post_documents(old):
        dated = _DATED.fullmatch(document.stem)
        folder = identity(dated.group(2) if dated else document.stem, folders.values())
        folders[document.path] = folder
        old.move(document, f"/posts/{folder}")
    return folders


def named_post(old: Old, name: object) -> str:
    """The folder of the post that a field names by its file, with or without slashes."""
    wanted = slugified(plain(name).strip("/").rsplit("/", 1)[-1].removesuffix(".md"))
    if not wanted:
        return ""
    for address, page in old.addresses.items():
        if page.startswith("/posts/") and address.rstrip("/").endswith(f"/{wanted}"):
            return page.removeprefix("/posts/")
    return ""


def category_of(document: Document) -> str:
    """What kind of text a post is."""
    head = document.head
    if document.collection in METHODS:
        return "guide"
    if head.get("is_retrospective") is True or head.get("related_post"):
        return "lookback"
    kinds = texts(first_of(head, "categories", "category", "tags"))
    return jekyll_words.category(kinds, plain(head.get("title")))


def post_drafts(
    old: Old, folders: dict[str, str], lookbacks: dict[str, str], announced: frozenset[str]
) -> Iterator[Draft | Entry]:
    """Every post as a page.

    Args:
        old: the old site.
        folders: folder by path of the file.
        lookbacks: folder of the event that a post looks back on, by folder of the post.
        announced: folders of posts that events name as their announcement.
    """
    for document in post_documents(old):
        folder = folders[document.path]
        day = _day(document)
        if not day:
            why = _("It has no date, so nobody would know how old it is.")
            yield left(document.path, "post", why, title=plain(document.head.get("title")))
            continue
        draft = Draft(document.path, "post", f"posts/{folder}")
        _write(old, draft, document)
        draft.head["date"] = day
        _authors(old, draft, document.head)
        _category(draft, document, lookbacks.get(folder, ""), announced=folder in announced)
        _topics(old, draft, document.head)
        _picture(old, draft, document.head)
        _note(draft, document)
        yield draft


def _write(old: Old, draft: Draft, document: Document) -> None:
    """Title, description and text."""
    whole = name_it(draft, document.head.get("title"), fallback=document.stem)
    writer = Writer(
        old,
        draft.folder,
        draft.head["title"],
        seen_from=old_address(document, old.source.config),
        notes=draft.notes,
        to_mend=draft.to_mend,
    )
    body = writer.markdown(document.body)
    rest = describe_it(draft, first_of(document.head, "teaser", "description", "excerpt"), body)
    draft.body = body_of(whole, rest, body)
    if writer.toc:
        draft.head["toc"] = True


def _note(draft: Draft, document: Document) -> None:
    """What is different about the whole post."""
    if document.head.get("published") is False or document.collection == "drafts":
        draft.head["draft"] = True
    if document.recoded:
        draft.notes.append(_("The file was not saved as UTF-8; its letters were converted."))
    if document.collection in METHODS:
        draft.notes.append(
            _("A method here needs minutes and steps, so it became a post of the kind guide.")
        )


def _day(document: Document) -> str:
    dated = _DATED.fullmatch(document.stem)
    for given in (document.head.get("date"), dated.group(1) if dated else ""):
        text = str(given or "")[:10]
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            continue
    return ""


def _authors(old: Old, draft: Draft, head: dict[str, Any]) -> None:
    names = texts(first_of(head, "authors", "author"))
    known, guests = [], []
    for name in names:
        folder, differs = old.person(name)
        if folder:
            known.append(folder)
        else:
            guests.append(name)
        if differs:
            draft.notes.append(_("The name {name} was written differently.").format(name=name))
    if known:
        draft.head["authors"] = list(dict.fromkeys(known))
    if guests or not known:
        fallback = plain(old.source.config.get("author")) or plain(old.source.config.get("title"))
        draft.head["guest"] = (", ".join(guests) or fallback or old.place.site.title)[:160]
    if not names:
        draft.to_mend.append(_("Say who wrote it."))
    elif guests:
        draft.notes.append(
            _("{names} is not in the team, so the name stands as that of a guest.").format(
                names=", ".join(guests)
            )
        )


def _category(draft: Draft, document: Document, event: str, *, announced: bool) -> None:
    found = category_of(document)
    if found != "lookback" and announced:
        found = "announcement"
    draft.head["category"] = found or "news"
    if found == "lookback" and event:
        draft.head["lookback_of"] = event
    if not found:
        draft.to_mend.append(_("Choose the kind of the post; it stands under news for now."))


def _topics(old: Old, draft: Draft, head: dict[str, Any]) -> None:
    known = old.topics
    named = texts(first_of(head, "categories", "category", "tags"))
    found = [known[slug(name)] for name in named if slug(name) in known]
    if found:
        draft.head["topics"] = list(dict.fromkeys(found))


def _picture(old: Old, draft: Draft, head: dict[str, Any]) -> None:
    given = plain(first_of(head, "header_image", "image", "cover"))
    if not given:
        return
    name, why = old.files.picture(old.goal(given) or given, draft.folder)
    if not name:
        draft.notes.append(why)
        return
    alt = plain(first_of(head, "header_image_alt", "image_alt", "alt"))
    if len(alt) < 5:
        alt = "decorative"
        draft.to_mend.append(_("Say what the picture at the top shows."))
    draft.head |= {"image": name, "image_alt": alt[:180]}
    if credit := plain(first_of(head, "header_image_credit", "image_credit", "credit")):
        draft.head["image_credit"] = credit[:200]
