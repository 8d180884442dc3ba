"""Read the head of a page: YAML between two lines of `---`, with the line of every key."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import yaml

from oic_kit.errors import PlaceFileError
from oic_kit.say import _
from oic_kit.services.record_text import parse_record

_FENCE = re.compile(r"---[ \t]*")
# An anchor or an alias could grow without end: such a head goes through the strict reader.
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])[&*][\w-]", re.MULTILINE)

# How complaints of the YAML library begin; they speak of tokens, which nobody typed.
_TERMS = ("expected", "found", "could not", "mapping values", "did not find", "block ", "while ")


class HeadError(Exception):
    """The head of a page cannot be read: in which line, and what to do about it."""

    def __init__(self, line: int, cure: str) -> None:
        super().__init__(cure)
        self.line = line
        self.cure = cure


class _TwiceError(Exception):
    """A key is given twice."""


_Plain: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Plain):  # type: ignore[misc]
    """The fast reader of YAML; whatever looks odd to it is read again by the strict one."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _value in node.value]
        if len(set(map(str, keys))) != len(keys):
            raise _TwiceError
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


@dataclass(frozen=True)
class Head:
    """The head of a page, as text and as plain values."""

    text: str
    values: dict[str, Any]

    def line_of(self, location: Sequence[str]) -> int:
        """Say in which line of the file a key stands; the nearest one above it when it is missing.

        Args:
            location: the steps to the key, such as `("steps", "0", "minutes")`.
        """
        node, line = self._node, 1
        for step in location:
            found = _step_into(node, step)
            if found is None:
                break
            line, node = found
        return line

    @cached_property
    def _node(self) -> Any:
        return yaml.compose(self.text, Loader=_Plain)

    def as_json(self) -> str:
        """The values as JSON, which the strict models read."""
        return json.dumps(self.values)


def split_page(text: str) -> tuple[Head, str, int]:
    """Part a page into its head and its body.

    Returns:
        The head, the body, and the line of the file at which the body begins.

    Raises:
        HeadError: there is no head, it does not end, or it is no YAML.
    """
    first, *lines = text.split("\n")
    if not _FENCE.fullmatch(first.rstrip("\r")):
        raise HeadError(1, _("begin the file with a line of three hyphens: ---"))
    for number, line in enumerate(lines):
        if _FENCE.fullmatch(line.rstrip("\r")):
            # The empty line stands for the fence, so that line numbers stay those of the file.
            head = "\n".join(["", *lines[:number]])
            return Head(head, _values(head)), "\n".join(lines[number + 1 :]), number + 3
    raise HeadError(1, _("end the head of the page with a second line of three hyphens: ---"))


def _values(head: str) -> dict[str, Any]:
    if not _ALIAS.search(head):
        try:
            values = yaml.load(head, Loader=_Loader)  # noqa: S506 - a SafeLoader
            return _plain(values)
        except (yaml.YAMLError, _TwiceError, ValueError, TypeError, RecursionError):
            pass
    try:
        return parse_record(head, named="head")
    except PlaceFileError as error:
        fault = error.faults[0]
        line = fault.key.rpartition(":")[2]
        raise HeadError(int(line) if line.isdigit() else 1, _plainly(fault.cure)) from None


def _plainly(cure: str) -> str:
    """Say in words what the reader of YAML says in its own terms."""
    if not cure.startswith(_TERMS):
        return cure
    return _(
        "mend this line or the one above it: put text with a colon or a quote into quotes, "
        "close every quote and bracket, and begin keys at the left edge"
    )


def _plain(values: Any) -> dict[str, Any]:
    """Bring what YAML guesses to what JSON can say; dates become text."""
    if not isinstance(values, dict):
        raise TypeError
    plain: dict[str, Any] = json.loads(json.dumps(values, default=_iso))
    return plain


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _step_into(node: Any, step: str) -> tuple[int, Any] | None:
    """The line of a key or an entry, and the node behind it."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
        entry = node.value[int(step)]
        return entry.start_mark.line + 1, entry
    return None
