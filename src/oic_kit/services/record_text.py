"""Read YAML that people write: every trap of the format becomes a sentence, never a traceback."""

from __future__ import annotations

import stat
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from oic_kit.errors import Fault, PlaceFileError
from oic_kit.say import _

_LARGEST = 1_000_000


class _Loader(yaml.SafeLoader):
    """YAML without aliases (they can grow without end) and without a key given twice."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.constructor.ConstructorError(
                None,
                None,
                _("write the value out; anchors and aliases are not read"),
                event.start_mark,
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _value in node.value:
            if not isinstance(key.value, str):
                continue
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None,
                    None,
                    _("the key “{key}” is given twice").format(key=key.value),
                    key.start_mark,
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_record(path: Path) -> dict[str, Any]:
    """Read a file of answers as plain values.

    Raises:
        PlaceFileError: it is missing, no ordinary file, too large, not UTF-8, or not YAML.
    """
    return parse_record(read_text(path), named=str(path))


def read_text(path: Path) -> str:
    """Read a file of answers as text.

    Raises:
        PlaceFileError: it is missing, no ordinary file, too large, or not UTF-8.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unreadable(path, _("it is not an ordinary file"))
        if path.stat().st_size > _LARGEST:
            raise _unreadable(path, _("it is larger than one megabyte"))
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    except UnicodeDecodeError:
        raise _unreadable(
            path, _("it is not saved as UTF-8; choose UTF-8 when you save it")
        ) from None


def parse_record(text: str, *, named: str) -> dict[str, Any]:
    """Read a text of answers as plain values; dates come as `year-month-day`.

    Raises:
        PlaceFileError: the text is not YAML, or holds no keys and values.
    """
    values = parse_values(text, named=named)
    if not isinstance(values, dict):
        raise _broken(named, 1, _('write keys and values, e.g. place: {name: "Münster"}'))
    return values


def parse_values(text: str, *, named: str) -> Any:
    """Read any YAML as plain values: a list, keys and values, or a single one.

    Raises:
        PlaceFileError: the text is not YAML.
    """
    try:
        values = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader, stricter still
        return _plain(values)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise _broken(named, line, error.problem or _("it is not valid YAML")) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _broken(named, 0, str(error).splitlines()[0]) from None


def _plain(value: Any) -> Any:
    """Bring what YAML guesses to what JSON can say; the model judges the rest."""
    match value:
        case datetime():
            return value.isoformat()
        case date():
            return value.isoformat()
        case dict():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case list() | tuple() | set():
            return [_plain(inner) for inner in value]
        case None | str() | bool() | int() | float():
            return value
        case _:
            return str(value)


def _unreadable(path: Path, why: str) -> PlaceFileError:
    fault = Fault(key=str(path), given="", cure=why)
    return PlaceFileError(
        _("{path} cannot be read: {why}.").format(path=path, why=why),
        remedy=_("Give the path of a YAML file with answers."),
        faults=[fault],
    )


def _broken(named: str, line: int, why: str) -> PlaceFileError:
    where = f"{named}:{line}" if line else named
    return PlaceFileError(
        _("{where}: {why}.").format(where=where, why=why),
        remedy=_("Mend the file and run the command again."),
        faults=[Fault(key=where, given="", cure=why)],
    )
