"""Which folder of `site/content/` holds which kind of page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from oic_kit.model.content import Base, Item
from oic_kit.model.content_actors import Partner, Person
from oic_kit.model.content_events import Event
from oic_kit.model.content_knowledge import Format, Method
from oic_kit.model.content_pages import Home, Section, SinglePage
from oic_kit.model.content_stories import Post
from oic_kit.model.content_work import Challenge, Project

KINDS: Mapping[str, type[Item]] = MappingProxyType(
    {
        "events": Event,
        "posts": Post,
        "projects": Project,
        "formats": Format,
        "methods": Method,
        "people": Person,
        "partners": Partner,
        "challenges": Challenge,
    }
)
"""The collections: `site/content/<folder>/<id>/index.<language>.md`."""

TAXONOMIES = ("topics", "series")
"""Folders that hold nothing but texts for lists: `<folder>/<id>/_index.<language>.md`."""

REFERENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "events": {
            "contacts": ("people",),
            "hosts": ("partners",),
            "format": ("formats",),
            "project": ("projects",),
            "challenge": ("challenges",),
            "lookback": ("posts",),
        },
        "posts": {"contacts": ("people",), "authors": ("people",), "lookback_of": ("events",)},
        "projects": {
            "contacts": ("people",),
            "lead": ("people", "partners"),
            "partners": ("partners",),
        },
        "formats": {"contacts": ("people",)},
        "methods": {"contacts": ("people",)},
        "people": {},
        "partners": {"contacts": ("people",)},
        "challenges": {"contacts": ("people",), "owner": ("partners",)},
    }
)
"""Fields that name an item of another folder: kind → field → folders where it may lie."""

SHARED_FACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "events": ("start", "end", "allday", "status", "mode", "format", "uid"),
        "posts": ("date",),
        "projects": ("phase", "start", "end"),
        "challenges": ("opens", "closes"),
        "partners": ("group",),
    }
)
"""Facts that must be the same in every language of an item."""


def model_of(path: tuple[str, ...]) -> type[Base] | None:
    """Say which model a page is held against.

    Args:
        path: the steps below `content/`, file name included, such as
            `("events", "opening", "index.de.md")`.

    Returns:
        None when Hugo would make a stray page of the file.
    """
    *folders, name = path
    if name.startswith("_index."):
        return _list_page(tuple(folders))
    if not name.startswith("index.") or not folders:
        return None
    if folders[0] in KINDS:
        return KINDS[folders[0]] if len(folders) == 2 else None
    return None if folders[0] in (*TAXONOMIES, "report") else SinglePage


def _list_page(folders: tuple[str, ...]) -> type[Base] | None:
    if not folders:
        return Home
    if len(folders) == 1 or (len(folders) == 2 and folders[0] in TAXONOMIES):
        return Section
    return None
