"""The items of a site by the name that people know, for menus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from oic_kit.model.place import Place
from oic_kit.services.front_matter import HeadError, split_page


@dataclass(frozen=True)
class Item:
    """An item that a page may name.

    Args:
        id: name of its folder, or of a topic.
        label: its title.
    """

    id: str
    label: str


def items_of(folder: Path, place: Place, kinds: Iterable[str]) -> list[Item]:
    """The items of some folders in the main language, by title; topics as the record lists them.

    Args:
        folder: the folder of the place.
        place: its record.
        kinds: folders below `site/content/`, or `topics`.
    """
    found: list[Item] = []
    for kind in kinds:
        if kind == "topics":
            found += (Item(it.id, it.title.get(place.main_language, it.id)) for it in place.topics)
            continue
        root = folder / "site" / "content" / kind
        paths = (path for path in root.iterdir() if path.is_dir()) if root.is_dir() else ()
        named = (Item(it.name, _title(it, place.main_language)) for it in paths)
        found += sorted(named, key=lambda it: it.label.casefold())
    return found


def _title(item: Path, code: str) -> str:
    file = item / f"index.{code}.md"
    try:
        head, _body, _line = split_page(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, HeadError):
        return item.name
    return str(head.values.get("title", item.name))
