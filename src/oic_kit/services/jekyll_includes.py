"""The parts that pages of an old site put in, as shortcodes of the new one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from oic_kit.model.jekyll_liquid import Include
from oic_kit.model.jekyll_text import in_text, plain, quoted
from oic_kit.say import _
from oic_kit.services.jekyll_links import Links

if TYPE_CHECKING:
    from oic_kit.services.jekyll_body import Writer

_PICTURES = re.compile(r"\.(?:jpe?g|png|webp|gif)$", re.IGNORECASE)
# What the new site does by itself, or what only served the look.
_BY_ITSELF = frozenset({"related-post-banner", "head", "post-card", "nav", "footer", "header"})


def written(part: Include, writer: Writer) -> str:
    """Write a part as the new site does."""
    make = _MAKERS.get(part.name)
    if make:
        return make(part, writer)
    if part.name not in _BY_ITSELF:
        note = _("A part was left out: {name}.").format(name=plain(part.name)[:60])
        writer.notes.append(note)
    return ""


def _quote(part: Include, writer: Writer) -> str:  # noqa: ARG001 - one shape for all makers
    said, by = in_text(part.values.get("text")), in_text(part.values.get("author"))
    if not said:
        return ""
    if not by:
        return f"\n\n> {said}\n\n"
    return f"\n\n{{{{< quote by={quoted(by)} >}}}}\n{said}\n{{{{< /quote >}}}}\n\n"


def _button(part: Include, writer: Writer) -> str:
    words = in_text(part.values.get("text")) or writer.title
    links = Links(
        writer.old, writer.page, writer.title, writer.seen_from, writer.notes, writer.to_mend
    )
    goal = links.goal(part.values.get("url", "").strip())
    links.tell()
    if not goal:
        return f"\n\n{words}\n\n"
    if re.search(r"\.\w{2,4}$", goal) and not re.match(r"[a-z]+:", goal):
        return f"\n\n{{{{< download file={quoted(goal)} title={quoted(words)} >}}}}\n\n"
    return f"\n\n{{{{< cta href={quoted(goal)} >}}}}{words}{{{{< /cta >}}}}\n\n"


def _gallery(part: Include, writer: Writer) -> str:
    folder = part.values.get("folder", "").strip().strip("/").strip()
    shown: list[tuple[str, str]] = []
    for path, caption in _listed(part.values.get("images", ""), folder) or _found(folder, writer):
        name, why = writer.old.files.picture(path, writer.page)
        if name:
            shown.append((name, caption))
        else:
            writer.notes.append(why)
    if not shown:
        writer.notes.append(_("A gallery was left out, because it has no pictures."))
        return ""
    lines = [
        f"![{caption or _numbered(writer.title, number, len(shown))}]({name})"
        for number, (name, caption) in enumerate(shown, start=1)
    ]
    if not all(caption for _name, caption in shown):
        writer.to_mend.append(_("Say what can be seen in the pictures of the gallery."))
    return "\n\n{{< gallery >}}\n" + "\n".join(lines) + "\n{{< /gallery >}}\n\n"


def _numbered(title: str, number: int, count: int) -> str:
    # Every picture of a gallery is a link and needs words of its own.
    return _("{title}, picture {number} of {count}").format(
        title=in_text(title), number=number, count=count
    )


def _listed(images: str, folder: str) -> list[tuple[str, str]]:
    found = []
    for entry in filter(None, map(str.strip, images.split(","))):
        path, _bar, caption = entry.partition("|")
        path = path.strip()
        whole = path if "/" in path else f"{folder}/{path}"
        said = in_text(caption)
        found.append((whole, said if len(said) > 4 else ""))
    return found


def _found(folder: str, writer: Writer) -> list[tuple[str, str]]:
    """All pictures of a folder; blanks that editors left in its name do not count."""
    wanted = "/".join(part.strip() for part in folder.split("/")).lower()
    if not wanted:
        return []
    return [
        (path, "")
        for path in sorted(writer.old.source.files)
        if path.lower().startswith(f"{wanted}/") and _PICTURES.search(path)
    ]


def _film(part: Include, writer: Writer) -> str:
    name = part.values.get("id", "")
    if not re.fullmatch(r"[\w-]{11}", name):
        writer.notes.append(_("A film was left out, because its address is unknown."))
        return ""
    address = f"https://www.youtube.com/watch?v={name}"
    return writer.film(address, part.values.get("title", ""))


def _tickets(part: Include, writer: Writer) -> str:
    return writer.ticket(part.values.get("event", ""))


def _person(part: Include, writer: Writer) -> str:
    folder, _differs = writer.old.person(plain(part.values.get("author")))
    return f'\n\n{{{{< person id="{folder}" >}}}}\n\n' if folder else ""


def _newsletter(part: Include, writer: Writer) -> str:  # noqa: ARG001 - one shape for all makers
    return "\n\n{{< newsletter >}}\n\n"


_MAKERS: dict[str, Callable[[Include, Writer], str]] = {
    "quote": _quote,
    "cta-button": _button,
    "gallery": _gallery,
    "youtube": _film,
    "pretix-widget": _tickets,
    "author-card": _person,
    "newsletter": _newsletter,
}
