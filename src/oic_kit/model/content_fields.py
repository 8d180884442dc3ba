"""What may be said about each kind of page, field by field: for questions, forms and reference pages.

Everything follows from the models of the kinds; only which fields an editor is asked first, and
which ones are words to be translated, is written down here.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from oic_kit.model.address import Https
from oic_kit.model.content import Coordinates, Moment, Month
from oic_kit.model.content_kinds import KINDS, REFERENCES
from oic_kit.model.text import Email, LanguageCode, Line, Slug


class Shape(StrEnum):
    """What a value looks like; forms and questions follow from it."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    MONTH = "month"
    YES_NO = "yes-no"
    NUMBER = "number"
    CHOICE = "choice"
    ITEM = "item"
    EMAIL = "email"
    ADDRESS = "address"
    LANGUAGE = "language"
    COORDINATES = "coordinates"
    BLOCK = "block"


@dataclass(frozen=True)
class ContentField:
    """One field in the head of a page.

    Args:
        name: its key.
        label: what people call it, in English; the catalogues translate it.
        cure: what to write, in English.
        shape: what the value looks like, or each value of a list.
        many: whether it is a list.
        required: whether a page cannot do without it.
        translated: whether every language has its own words for it.
        default: what holds when the key is left out, as JSON would say it.
        options: the words of a closed list.
        folders: where the items lie that it may name; `topics` stand in `place.yaml`.
        parts: the fields of a block, for lists of blocks such as steps.
    """

    name: str
    label: str
    cure: str
    shape: Shape
    many: bool = False
    required: bool = False
    translated: bool = False
    default: Any = None
    options: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    parts: tuple[ContentField, ...] = ()


WORDS = frozenset(
    {"title", "description", "image_alt", "online_note", "price", "guest", "question", "learnings"}
    | {"reuse", "impact_sought", "offer", "criteria", "result", "winners", "promise", "steps"}
    | {"how_to_join", "goal", "materials", "variations", "accessibility_tips", "pitfalls", "origin"}
    | {"role", "org", "talk_to_me_about", "venue", "links"}
)
"""Fields of items that every language says in its own words; all others are the same in each."""

ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "events": (
            *("title", "description", "format", "start", "end", "mode", "venue", "address"),
            *("online_note", "kind", "accessibility", "registration", "hosts", "topics"),
        ),
        "posts": ("title", "description", "date", "category", "lookback_of", "authors", "topics"),
        "projects": (
            *("title", "description", "question", "phase", "start", "lead", "partners", "topics"),
        ),
        "people": ("title", "role", "description", "org", "email"),
        "partners": ("title", "group", "description", "website", "role"),
        "methods": (
            *("title", "goal", "description", "phases", "duration_min", "steps"),
            *("group_min", "group_max"),
        ),
        "formats": (
            *("title", "promise", "description", "rhythm", "duration_min", "mode", "how_to_join"),
        ),
        "challenges": (
            *("title", "description", "question", "impact_sought", "owner", "opens", "closes"),
            *("who_can_apply", "offer", "criteria", "submission"),
        ),
    }
)
"""What an editor is asked for a new page, in this order; everything else can be written later."""

SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "event": "events",
        "post": "posts",
        "project": "projects",
        "person": "people",
        "partner": "partners",
        "method": "methods",
        "format": "formats",
        "challenge": "challenges",
    }
)
"""What one item of a folder is called on the command line."""


_NAMED: Mapping[str, str] = MappingProxyType({"title": "Name"})
"""What is called a title elsewhere: somebody who is asked for a person's title answers "Dr."."""


def fields_of(kind: str) -> tuple[ContentField, ...]:
    """Every field that the pages of a kind may have, in the order of the model.

    Args:
        kind: a folder of `site/content/`, such as `events`.
    """
    names = REFERENCES.get(kind, {})
    labels = _NAMED if kind in ("people", "partners") else {}
    folders = {**names, "topics": ("topics",)}
    return tuple(_fields(KINDS[kind], folders, words=WORDS, labels=labels))


def asked_of(kind: str) -> tuple[ContentField, ...]:
    """The fields that an editor is asked for a new page, in the order of the questions."""
    known = {field.name: field for field in fields_of(kind)}
    return tuple(known[name] for name in ASKED[kind])


def _fields(
    model: type[BaseModel],
    folders: Mapping[str, tuple[str, ...]],
    *,
    words: frozenset[str],
    labels: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[ContentField]:
    hints = typing.get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        inner, many = _unwrapped(hints[name])
        shape = Shape.ITEM if name in folders else _shape(inner)
        yield ContentField(
            name=name,
            label=labels.get(name, info.title or name),
            cure=info.description or "",
            shape=shape,
            many=many,
            required=info.is_required(),
            translated=name in words,
            default=_default(info),
            options=_options(inner) if shape is Shape.CHOICE else (),
            folders=folders.get(name, ()),
            parts=tuple(_fields(_bare(inner), {}, words=words)) if shape is Shape.BLOCK else (),
        )


def _unwrapped(hint: Any) -> tuple[Any, bool]:
    """The type of one value, without `None` and without the list around it."""
    bare = _bare(hint)
    if hint is not Coordinates and typing.get_origin(bare) in (typing.Union, types.UnionType):
        kept = [inner for inner in typing.get_args(bare) if inner is not type(None)]
        return _unwrapped(kept[0])
    inside = typing.get_args(bare)
    if typing.get_origin(bare) is tuple and inside[1:] == (Ellipsis,):
        return inside[0], True
    return hint, False


def _bare(hint: Any) -> Any:
    return typing.get_args(hint)[0] if typing.get_origin(hint) is Annotated else hint


def _shape(hint: Any) -> Shape:
    bare, notes = _bare(hint), getattr(hint, "__metadata__", ())
    known = {
        Moment: Shape.MOMENT,
        Month: Shape.MONTH,
        Email: Shape.EMAIL,
        Https: Shape.ADDRESS,
        Slug: Shape.ITEM,
        LanguageCode: Shape.LANGUAGE,
        Line: Shape.LINE,
    }
    if bare == Coordinates:
        return Shape.COORDINATES
    if bare is str:
        fits = (shape for kind, shape in known.items() if _is(kind, notes))
        return next(fits, Shape.TEXT)
    if _options(hint):
        return Shape.CHOICE
    plain = {bool: Shape.YES_NO, int: Shape.NUMBER, float: Shape.NUMBER, date: Shape.DAY}
    return plain.get(bare, Shape.BLOCK)


def _is(kind: Any, notes: tuple[Any, ...]) -> bool:
    """Whether a text carries the rules of a named kind of text."""
    return set(map(repr, kind.__metadata__)) <= set(map(repr, notes))


def _options(hint: Any) -> tuple[str, ...]:
    bare = _bare(hint)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return tuple(str(member.value) for member in bare)
    return tuple(map(str, typing.get_args(bare))) if typing.get_origin(bare) is Literal else ()


def _default(info: FieldInfo) -> Any:
    if info.is_required():
        return None
    value = info.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, tuple):
        return [inner.value if isinstance(inner, Enum) else inner for inner in value]
    return value.value if isinstance(value, Enum) else value
