"""The archetypes of the theme: what `hugo new` writes, from the schema of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.content_fields import ContentField, Shape, asked_of
from oic_kit.model.content_kinds import KINDS
from oic_kit.say import _, speaking

FOLDER = "site/themes/oic/archetypes"
_LANGUAGES = ("de", "en")
# What a new page begins with; Hugo fills in the day.
_DAYS_AHEAD = {
    "start": (28, "17:00"),
    "end": (28, "19:00"),
    "opens": (14, "09:00"),
    "closes": (56, "18:00"),
}
_NUMBERS = {"duration_min": 60, "group_min": 5, "group_max": 20}
_TITLE = '{{ replace .File.ContentBaseName "-" " " | title | jsonify }}'


def archetypes() -> dict[str, str]:
    """Every archetype by the name of its file."""
    return {f"{kind}.md": _archetype(kind) for kind in KINDS}


def _archetype(kind: str) -> str:
    lines = ["---", f"title: {_TITLE}", "draft: true  # " + _note("write true or false")]
    for asked in asked_of(kind):
        if asked.name != "title":
            lines += _entry(asked)
    return "\n".join([*lines, "---", "", ""])


def _entry(asked: ContentField) -> Iterator[str]:
    said = ", ".join(asked.options) or _note(asked.cure)
    if asked.shape is Shape.BLOCK and asked.required:
        yield f"{asked.name}:  # {said}"
        first, *rest = asked.parts
        yield f'  - {first.name}: ""'
        yield from (f"    {part.name}: {_value(part)}" for part in rest)
    else:
        yield f"{asked.name}: {_value(asked)}  # {said}"


def _value(asked: ContentField) -> str:
    if asked.name in _DAYS_AHEAD and asked.shape is Shape.MOMENT:
        ahead, time = _DAYS_AHEAD[asked.name]
        return f'"{{{{ (now.AddDate 0 0 {ahead}).Format "2006-01-02" }}}}T{time}"'
    if asked.many:
        first = asked.default or asked.options[:1] if asked.required or asked.default else ()
        return f"[{', '.join(first)}]"
    if asked.shape is Shape.CHOICE:
        return str(asked.default or asked.options[0])
    by_shape = {
        Shape.DAY: '{{ now.Format "2006-01-02" }}',
        Shape.MONTH: '"{{ now.Format "2006-01" }}"',
        Shape.NUMBER: str(_NUMBERS.get(asked.name, asked.default or 1)),
        Shape.YES_NO: "true" if asked.default else "false",
    }
    # Nothing at all where an empty text would be a wrong address or a wrong name.
    empty = '""' if asked.shape in (Shape.LINE, Shape.TEXT) else ""
    return by_shape.get(asked.shape, empty)


def _both(text: str) -> str:
    said = []
    for code in _LANGUAGES:
        with speaking(code):
            said.append(_(text))
    return " · ".join(dict.fromkeys(said))


def _note(cure: str) -> str:
    """The cure in both languages on one line; a `#` would begin another comment."""
    return _both(cure).replace("\n", " ")
