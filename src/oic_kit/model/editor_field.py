"""A field of a page as a form of the web editor: nothing but the schema decides.

Source:
    https://sveltiacms.app/en/docs/fields
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from oic_kit.model.content_fields import ContentField, Shape

_SLUG = r"^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$"
_MONTH = r"^\d{4}-(?:0[1-9]|1[0-2])$"
_MAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
# Kept as they are when a page is saved; nobody should change them in a form.
_HIDDEN = frozenset({"sample", "uid", "aliases"})
_PICTURE = "image"


@dataclass(frozen=True)
class Around:
    """What a form needs to know beside its field.

    Args:
        say: translates a sentence of the kit.
        word: what people call an option, by field and value.
        kinds: the collections that are on.
        topics: id and title of the topics of the place.
        languages: codes that events may name as their own.
        main: the main language of the place.
    """

    say: Callable[[str], str]
    word: Callable[[str, str], str]
    kinds: frozenset[str]
    topics: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    main: str


def forms(fields: Iterable[ContentField], around: Around) -> list[dict[str, Any]]:
    """The forms of some fields; a field that can only name what is switched off has none."""
    return [form for field in fields if (form := form_of(field, around)) is not None]


def form_of(field: ContentField, around: Around) -> dict[str, Any] | None:
    """The form of one field; nothing when it could only name what is switched off."""
    base: dict[str, Any] = {
        "name": field.name,
        "label": around.say(field.label) or field.name,
        "required": field.required,
        "i18n": True if field.translated else "duplicate",
    }
    if field.name in _HIDDEN:
        return {
            "name": field.name,
            "label": base["label"],
            "i18n": base["i18n"],
            "widget": "hidden",
        }
    if hint := "" if _speaks_for_itself(field) else around.say(field.cure):
        base["hint"] = hint[:1].upper() + hint[1:]
    if field.default not in (None, "", [], False):
        base["default"] = field.default
    if field.name == _PICTURE:
        return {**base, "widget": "image", "accept": ".jpg,.jpeg,.png,.webp,.avif,.svg"}
    if field.shape is Shape.ITEM:
        return _item(field, base, around)
    if field.options or field.shape is Shape.LANGUAGE:
        return _choice(field, base, around)
    if field.parts:
        return {**base, "widget": "list", "fields": forms(field.parts, around)}
    if field.many or field.shape is Shape.COORDINATES:
        return _list(field, base, around)
    return {**base, **_plain(field, around)}


def _speaks_for_itself(field: ContentField) -> bool:
    """Whether the form leaves no doubt: a switch, a calendar, a list to choose from."""
    clear = (Shape.YES_NO, Shape.DAY, Shape.MOMENT)
    return field.shape in clear or bool(field.options) or field.name == _PICTURE


def _item(field: ContentField, base: dict[str, Any], around: Around) -> dict[str, Any] | None:
    """Items of other folders are chosen from what exists; two folders at once are written."""
    if field.folders == ("topics",):
        options = [{"value": key, "label": title} for key, title in around.topics]
        chosen = {**_without_hint(base), "widget": "select", "multiple": True}
        return {**chosen, "options": options} if options else None
    on = [folder for folder in field.folders if folder in around.kinds]
    if field.folders and not on:
        return None
    if len(on) == 1:
        return {
            **_without_hint(base),
            "widget": "relation",
            "collection": on[0],
            "value_field": "{{slug}}",
            "display_fields": ["title"],
            "search_fields": ["title"],
            "multiple": field.many,
        }
    slug = {"widget": "string", "pattern": [_SLUG, base.get("hint", "")]}
    if field.many:
        entry = {"name": "id", "label": base["label"], "required": True, **slug}
        return {**base, "widget": "list", "field": entry}
    return {**base, **slug}


def _without_hint(base: dict[str, Any]) -> dict[str, Any]:
    """A form whose list shows what there is: a hint to write folder names would mislead."""
    return {key: value for key, value in base.items() if key != "hint"}


def _choice(field: ContentField, base: dict[str, Any], around: Around) -> dict[str, Any]:
    values = field.options
    if field.shape is Shape.LANGUAGE:
        # As `oic-kit add` does: an event speaks the main language unless somebody says otherwise.
        values = around.languages
        base["default"] = [around.main] if field.many else around.main
    options = [{"value": value, "label": around.word(field.name, value)} for value in values]
    return {**base, "widget": "select", "multiple": field.many, "options": options}


def _list(field: ContentField, base: dict[str, Any], around: Around) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": "value", "label": base["label"], "required": True}
    if field.shape is Shape.COORDINATES:
        entry |= {"widget": "number", "value_type": "float"}
        return {**base, "widget": "list", "field": entry, "min": 2, "max": 2}
    return {**base, "widget": "list", "field": entry | _plain(field, around)}


def _plain(field: ContentField, around: Around) -> dict[str, Any]:
    wrong = around.say(field.cure)
    match field.shape:
        case Shape.TEXT:
            return {"widget": "text"}
        case Shape.DAY:
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case Shape.MOMENT:
            moment = "YYYY-MM-DDTHH:mm"
            return {"widget": "datetime", "type": "datetime-local", "format": moment}
        case Shape.MONTH:
            return {"widget": "string", "pattern": [_MONTH, wrong]}
        case Shape.YES_NO:
            return {"widget": "boolean"}
        case Shape.NUMBER:
            return {"widget": "number", "value_type": "int"}
        case Shape.EMAIL:
            return {"widget": "string", "type": "email", "pattern": [_MAIL, wrong]}
        case Shape.ADDRESS:
            return {"widget": "string", "type": "url", "pattern": ["^https://", wrong]}
        case _:
            return {"widget": "string"}
