"""Whether two languages of one record say the same in numbers, ids and rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
# Text fields that are ids, addresses or rules: equal in every language, letter by letter.
_CODES = frozenset(
    {
        "id",
        "source",
        "url",
        "who",
        "owner",
        "start",
        "feeds",
        "related",
        "methods",
        "when",
        "layout",
    }
    | {"unit", "mode", "blocked", "pause"}
)


def figures(text: str) -> list[str]:
    """The figures of a text without their separators, sorted: `1.500 €` and `€1,500` agree."""
    return sorted(re.sub(r"[.,:]", "", figure) for figure in _FIGURE.findall(text))


def differences(one: BaseModel, other: BaseModel) -> tuple[str, ...]:
    """Say where two language versions of a record differ in more than words.

    Args:
        one: the record in one language.
        other: the same record in another language.

    Returns:
        One line for each difference, such as `size.usual: 20 and 25`; empty when they agree.
    """
    return tuple(_compare(one, other, path="", code=False))


def _compare(one: object, other: object, *, path: str, code: bool) -> Iterator[str]:
    if isinstance(one, BaseModel) and isinstance(other, BaseModel):
        for name in type(one).model_fields:
            yield from _compare(
                getattr(one, name, None),
                getattr(other, name, None),
                path=f"{path}.{name}".lstrip("."),
                code=name in _CODES,
            )
    elif isinstance(one, tuple) and isinstance(other, tuple):
        if len(one) != len(other):
            yield f"{path}: {len(one)} and {len(other)} entries"
        for number, (left, right) in enumerate(zip(one, other, strict=False)):
            yield from _compare(left, right, path=f"{path}.{number}", code=code)
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in sorted({*one, *other}):
            yield from _compare(one.get(key), other.get(key), path=f"{path}.{key}", code=code)
    elif type(one) is str and type(other) is str and not code:
        if figures(one) != figures(other):
            yield f"{path}: figures {figures(one)} and {figures(other)}"
    elif one != other:
        yield f"{path}: {one} and {other}"
