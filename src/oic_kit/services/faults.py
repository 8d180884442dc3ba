"""From what pydantic found to what the reader can mend: key, value given, cure."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from oic_kit.errors import Fault
from oic_kit.model.text import SecretError
from oic_kit.say import _

Location = tuple[int | str, ...]
_LONGEST = 60


def faults_of(error: ValidationError, *, given: Any, model: type[BaseModel]) -> list[Fault]:
    """Say every fault of a record at once, sorted by key.

    Args:
        error: what pydantic found.
        given: the record as the reader wrote it, as plain values.
        model: the model that it was held against.
    """
    found = error.errors()
    return sorted({_fault(detail, given, model) for detail in found if not _follows(detail, found)})


def _follows(detail: ErrorDetails, found: Sequence[ErrorDetails]) -> bool:
    """Whether a list only seems too short because pydantic left out an entry that is a fault."""
    length = len(detail["loc"])
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > length and other["loc"][:length] == detail["loc"] for other in found
    )


def _fault(detail: ErrorDetails, given: Any, model: type[BaseModel]) -> Fault:
    location = _readable(detail["loc"], given)
    cure = _cure(detail, location, model)
    shown = "" if detail["type"] == "missing" else _shown(_at(given, location))
    if isinstance(detail.get("ctx", {}).get("error"), SecretError):
        shown = "…"
    return Fault(key=".".join(map(str, location)), given=shown, cure=cure)


def _readable(location: Location, given: Any) -> Location:
    """Drop what pydantic adds to a path (`[key]`, names of variants) and the reader never wrote."""
    walked: list[int | str] = []
    here = given
    for step in location:
        inside = isinstance(here, Mapping) and step in here
        inside = inside or (
            isinstance(here, Sequence) and not isinstance(here, str) and isinstance(step, int)
        )
        if inside:
            walked.append(step)
            here = here[step] if not isinstance(step, int) or step < len(here) else None
        elif step == location[-1] and step != "[key]" and isinstance(here, Mapping):
            walked.append(step)
    return tuple(walked)


def _at(given: Any, location: Location) -> Any:
    for step in location:
        try:
            given = given[step]
        except (KeyError, IndexError, TypeError):
            return None
    return given


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value).encode("utf-8", "replace").decode()
    visible = "".join(sign if sign.isprintable() else "�" for sign in text)
    return visible if len(visible) <= _LONGEST else visible[: _LONGEST - 1] + "…"


def _cure(detail: ErrorDetails, location: Location, model: type[BaseModel]) -> str:
    """Choose the sentence that says what to write instead."""
    kind = detail["type"]
    described = _(_description(location, model))
    if kind == "value_error":
        return _(str(detail["ctx"]["error"]))
    if kind == "extra_forbidden":
        return _near(str(location[-1]), _known_keys(location[:-1], model))
    if kind == "missing":
        return _("add it: {how}").format(how=described) if described else _("add this key")
    if kind == "string_type":
        return _('write it as text in quotes, e.g. "01067"')
    if kind in ("string_too_long", "too_long") and isinstance(detail["input"], str):
        most = _most(location, model, detail["ctx"]["max_length"])
        return _("shorten it to at most {most} letters").format(most=most)
    if kind in ("string_too_short", "too_short") and isinstance(detail["input"], str):
        return _("write at least {least} letters").format(least=detail["ctx"]["min_length"])
    if described:
        return described
    return _by_type().get(kind, detail["msg"])


def _near(key: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    if close:
        return _("did you mean “{key}”?").format(key=close[0])
    return _("remove it; the known keys here are: {keys}").format(keys=", ".join(known))


def _known_keys(location: Location, model: type[BaseModel]) -> list[str]:
    block = _block(location, model)
    return list(block.model_fields) if block else []


def _description(location: Location, model: type[BaseModel]) -> str:
    """What the field at a location, or the entry of its list, asks for."""
    field = _field(location, model)
    if field is None:
        return ""
    if isinstance(location[-1], int):
        inside = (_described(inner) for inner in typing.get_args(field.annotation))
        return next(filter(None, inside), field.description or "")
    return field.description or ""


def _described(annotation: Any) -> str:
    """The description inside `Annotated[…, Field(description=…)]`."""
    for note in getattr(annotation, "__metadata__", ()):
        if isinstance(note, FieldInfo) and note.description:
            return note.description
    return ""


def _most(location: Location, model: type[BaseModel], default: int) -> int:
    """The smallest of the limits that a text has; pydantic names the first that it meets."""
    field = _field(location, model)
    limits = (getattr(note, "max_length", None) for note in field.metadata) if field else ()
    return min(default, *(int(limit) for limit in limits if limit is not None), default)


def _field(location: Location, model: type[BaseModel]) -> FieldInfo | None:
    """The field that a location lies in: the last one named on the way."""
    names = [step for step in location if isinstance(step, str)]
    for end in range(len(names), 0, -1):
        block = _block(tuple(names[: end - 1]), model)
        if block and names[end - 1] in block.model_fields:
            return block.model_fields[names[end - 1]]
    return None


def _block(location: Location, model: type[BaseModel]) -> type[BaseModel] | None:
    here: type[BaseModel] | None = model
    for step in location:
        if isinstance(step, int):
            continue
        if here is None or step not in here.model_fields:
            return None
        here = _model_in(here.model_fields[step].annotation)
    return here


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Topic, ...]` or `Brand | None`."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    for inner in typing.get_args(annotation):
        if found := _model_in(inner):
            return found
    return None


def _by_type() -> dict[str, str]:
    return {
        "bool_type": _("write true or false"),
        "int_type": _("write a whole number without quotes"),
        "float_type": _("write a number without quotes"),
        "tuple_type": _("write a list, e.g. [de, en]"),
        "dict_type": _("write keys and values, e.g. {de: …, en: …}"),
        "model_type": _("write keys and values below this key"),
    }
