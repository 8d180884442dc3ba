"""What editors may write in each kind of page, as tables: made from the schemas, in their language."""

from __future__ import annotations

from typing import Any

from oic_kit.model.content_fields import ContentField, asked_of
from oic_kit.model.content_kinds import KINDS
from oic_kit.model.place import Place
from oic_kit.say import _, speaking
from oic_kit.services.editor_config import in_order, kind_names, option_word

_UNSHOWN = frozenset({"sample", "uid", "aliases"})


def editor_help(place: Place) -> dict[str, list[dict[str, Any]]]:
    """For every language of the site, every kind of page with its fields.

    The fields that a new page is asked for come first, then the others, both in their order.
    """
    found = {}
    for code in place.site.languages:
        with speaking(code):
            kinds = (kind for kind in KINDS if getattr(place.modules, kind))
            found[code] = [_kind(kind, code) for kind in kinds]
    return found


def _kind(kind: str, code: str) -> dict[str, Any]:
    asked = asked_of(kind)
    others = [field for field in in_order(kind)[len(asked) :] if field.name not in _UNSHOWN]
    said = " ".join((KINDS[kind].__doc__ or "").strip().split("\n\n")[0].split())
    return {
        "kind": kind,
        "title": kind_names(kind)[0],
        "text": _(said),
        "folder": f"site/content/{kind}/",
        "first": [_row(field, code) for field in asked],
        "more": [_row(field, code) for field in others],
    }


def _row(field: ContentField, code: str) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": _(field.label),
        "text": _(field.cure),
        "required": field.required,
        "options": [
            {"value": value, "label": option_word(code, field.name, value)}
            for value in field.options
        ],
    }
