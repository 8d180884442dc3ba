"""Who owns which path of a generated folder. Every path has one owner, listed here and only here."""

from __future__ import annotations

from enum import StrEnum


class Owner(StrEnum):
    """Who may change a path, and what `update` does with it."""

    KIT = "kit"
    """Replaced whole by an update, never edited by the place."""
    PLACE = "place"
    """Seeded once, never touched again."""
    DERIVED = "derived"
    """Computed from `place.yaml` on every build; committed so that plain Hugo finds it."""
    SHARED = "shared"
    """Rendered text that the place edits too; an update merges three ways."""
    NOBODY = "nobody"
    """Made by a build, or brought by the place itself: the kit does not look at it."""


OWNERS: tuple[tuple[str, Owner], ...] = (
    ("site/themes/oic", Owner.KIT),
    (".oic/base", Owner.KIT),
    (".oic/kit.json", Owner.KIT),
    (".oic/files.json", Owner.KIT),
    ("requirements.txt", Owner.KIT),
    (".github", Owner.KIT),
    (".gitlab-ci.yml", Owner.KIT),
    (".forgejo", Owner.KIT),
    ("hosting", Owner.KIT),
    (".oic/derived", Owner.DERIVED),
    ("playbook", Owner.SHARED),
    ("README.md", Owner.SHARED),
    ("site/hugo.yaml", Owner.SHARED),
    (".gitignore", Owner.SHARED),
    (".gitattributes", Owner.SHARED),
    ("place.yaml", Owner.PLACE),
    ("LICENSE.md", Owner.PLACE),
    ("site/content", Owner.PLACE),
    ("site/assets", Owner.PLACE),
    ("site/static", Owner.PLACE),
    ("site/data", Owner.PLACE),
    ("site/i18n", Owner.PLACE),
)


def owner_of(path: str) -> Owner:
    """Say who owns a path.

    Args:
        path: relative to the generated folder, with `/`.
    """
    for prefix, owner in OWNERS:
        if path == prefix or path.startswith(f"{prefix}/"):
            return owner
    return Owner.NOBODY
