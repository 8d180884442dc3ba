"""Change single keys in a text of YAML and leave every other letter of it as it is.

PyYAML cannot write a file back with its comments. It does say where each key and value stands, so
the text is cut and sewn there.
"""

from __future__ import annotations

import json
from typing import Any

import yaml

_Pair = tuple[Any, Any]


def put(text: str, key: str, value: Any) -> str:
    """Give a key that exists another value.

    Args:
        text: YAML.
        key: dotted path, such as `contact.email`.
        value: what JSON can say.

    Raises:
        KeyError: there is no such key.
    """
    _key, node = _find(text, key)
    return _spliced(text, node.start_mark.index, _end(node), json.dumps(value, ensure_ascii=False))


def rename(text: str, key: str, name: str) -> str:
    """Give a key another name; its value stays.

    Raises:
        KeyError: there is no such key.
    """
    node, _value = _find(text, key)
    return _spliced(text, node.start_mark.index, node.end_mark.index, name)


def drop(text: str, key: str) -> str:
    """Take a key away, with its value and with the comment on its last line.

    Raises:
        KeyError: there is no such key.
    """
    node, value = _find(text, key)
    start, end = node.start_mark.index, _end(value)
    if text[text.rfind("\n", 0, start) + 1 : start].strip():
        return _out_of_line(text, start, end)
    line_end = text.find("\n", end)
    return _spliced(
        text, text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end + 1, ""
    )


def add(text: str, key: str, value: Any) -> str:
    """Add a key with a value: as the first of its block, or as the last of the record.

    Args:
        text: YAML.
        key: dotted path; the block above it exists.
        value: what JSON can say.

    Raises:
        KeyError: the block does not exist, or holds nothing.
    """
    block, _dot, name = key.rpartition(".")
    said = f"{name}: {json.dumps(value, ensure_ascii=False)}"
    if not block:
        return text.rstrip("\n") + f"\n{said}\n"
    _key, node = _find(text, block)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise KeyError(block)
    first = node.value[0][0].start_mark
    between = ", " if node.flow_style else "\n" + " " * first.column
    return _spliced(text, first.index, first.index, said + between)


def _spliced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _out_of_line(text: str, start: int, end: int) -> str:
    """Take a key out of `{a: 1, b: 2}`, with the comma that belongs to it."""
    after = len(text) - len(text[end:].lstrip())
    if text[after : after + 1] == ",":
        rest = text[after + 1 :]
        return text[:start] + rest.lstrip(" ")
    return text[:start].rstrip().removesuffix(",") + text[end:]


def _find(text: str, key: str) -> _Pair:
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    found: _Pair = (None, node)
    for step in key.split("."):
        pairs = found[1].value if isinstance(found[1], yaml.MappingNode) else []
        fitting = [pair for pair in pairs if pair[0].value == step]
        if not fitting:
            raise KeyError(key)
        found = fitting[0]
    return found


def _end(node: Any) -> int:
    """Where a value ends; YAML itself counts the blank lines and comments after a block to it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
    end: int = node.end_mark.index
    return end
