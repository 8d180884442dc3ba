"""Write a page: its head as YAML that people edit, then its text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

_LONGEST_LINE = 100


def page_text(head: Mapping[str, Any], body: str) -> str:
    """Head and text of a page as one file.

    Args:
        head: keys and values as JSON can say them, in the order in which they shall stand.
        body: Markdown.
    """
    lines = (line for key, value in head.items() for line in _entry(key, value))
    return "---\n" + "\n".join(lines) + "\n---\n" + (f"\n{body.strip()}\n" if body.strip() else "")


def _entry(key: str, value: Any) -> Iterator[str]:
    """One field as YAML; what does not fit on a line goes below each other, for those who edit."""
    line = f"{key}: {_json(value)}"
    if not isinstance(value, list) or len(line) <= _LONGEST_LINE:
        yield line
        return
    yield f"{key}:"
    for item in value:
        if isinstance(item, dict):
            first, *rest = (f"{name}: {_json(inner)}" for name, inner in item.items())
            yield f"  - {first}"
            yield from (f"    {pair}" for pair in rest)
        else:
            yield f"  - {_json(item)}"


def _json(value: Any) -> str:
    """JSON values are YAML, and need no thought about quotes."""
    return json.dumps(value, ensure_ascii=False)
