"""`place.yaml` ↔ `Place`: read with every fault at once, write with a comment on every line."""

from __future__ import annotations

import contextlib
import datetime
import difflib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from oic_kit.errors import Fault, PlaceFileError
from oic_kit.model.part import Fact
from oic_kit.model.place import Place
from oic_kit.say import _, ngettext, speaking
from oic_kit.services.faults import faults_of
from oic_kit.services.jurisdictions import faults_in_law
from oic_kit.services.language_data import languages, wording_faults
from oic_kit.services.record_text import read_record
from oic_kit.services.zone_files import zone_names

_ZONE = "write a zone name, e.g. Europe/Berlin"
_CHOICE = ("choose", "write a weight")
SCHEMA_PATH = ".oic/derived/place.schema.json"


def read_place(path: Path) -> Place:
    """Read a complete record.

    Raises:
        PlaceFileError: with every fault of the file at once.
    """
    return place_from(read_record(path), named=str(path))


def place_from(values: Mapping[str, Any], *, named: str) -> Place:
    """Hold plain values against the model.

    Args:
        values: keys and values as YAML gives them; dates as text.
        named: how to call the source in a message, such as a path; empty for typed answers.

    Raises:
        PlaceFileError: with every fault of the values at once.
    """
    try:
        place = Place.model_validate_json(json.dumps(values))
    except ValidationError as error:
        raise _refused(faults_of(error, given=values, model=Place), named) from None
    except UnicodeEncodeError:
        raise _refused(
            [Fault("", "", _("remove the broken character (half of a surrogate pair)"))], named
        ) from None
    if faults := unspoken(place):
        raise _refused(faults, named)
    return place


def unspoken(place: Place) -> list[Fault]:
    """What the model cannot know: languages without files, unused wording, what no law allows."""
    known = ", ".join(languages())
    faults = [
        Fault("site.languages", code, _("choose from: {languages}").format(languages=known))
        for code in place.site.languages
        if code not in languages()
    ]
    if place.place.timezone not in zone_names():
        near = difflib.get_close_matches(place.place.timezone, sorted(zone_names()), n=1)
        cure = _("did you mean “{key}”?").format(key=near[0]) if near else _(_ZONE)
        faults.append(Fault("place.timezone", place.place.timezone, cure))
    return [*faults, *wording_faults(place.place), *faults_in_law(place)]


def _refused(faults: list[Fault], named: str) -> PlaceFileError:
    lines = "\n".join(f"  {line_of(fault)}" for fault in faults)
    count = len(faults)
    if named:
        what = ngettext("{named} has one fault:", "{named} has {count} faults:", count)
    else:
        what = ngettext("One fault in the answers:", "{count} faults in the answers:", count)
    return PlaceFileError(
        f"{what.format(named=named, count=count)}\n{lines}",
        remedy=_("Mend the lines above and run the command again."),
        faults=faults,
    )


def line_of(fault: Fault) -> str:
    """One fault on one line: key, value given, cure."""
    if not fault.given:
        return f"{fault.key}: {fault.cure}"
    return _("{key} = “{given}”: {cure}").format(key=fault.key, given=fault.given, cure=fault.cure)


def with_settings(values: Mapping[str, Any], settings: Iterable[str]) -> dict[str, Any]:
    """Lay `key.path=value` settings over a record; a value is read as YAML.

    Raises:
        PlaceFileError: naming every setting that is none.
    """
    merged: dict[str, Any] = json.loads(json.dumps(values))
    faults = []
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip("."):
            faults.append(Fault("--set", setting, _("write key=value, e.g. site.address=sie")))
            continue
        here: Any = merged
        *path, last = key.strip().split(".")
        for step in path:
            here = here.setdefault(step, {}) if isinstance(here, dict) else None
        if not isinstance(here, dict):
            faults.append(Fault("--set", setting, _("this key has no keys below it")))
            continue
        here[last] = _value(key.strip(), value)
    if faults:
        raise _refused(faults, "--set")
    return merged


def _value(key: str, text: str) -> Any:
    """Text where the model takes the text (`#112233`, `01067`), else what YAML reads in it."""
    field = field_of(key)
    if field:
        rule: Any = Annotated[field.annotation, field]
        with contextlib.suppress(ValidationError):
            TypeAdapter(rule).validate_json(json.dumps(text), strict=True)
            return text
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError:
        return text
    return value.isoformat() if isinstance(value, datetime.date) else value


def field_of(key: str) -> FieldInfo | None:
    """The field of the model at a dotted path such as `contact.email`; nothing if there is none."""
    here: Any = Place
    *blocks, name = key.split(".")
    for block in blocks:
        field = here.model_fields.get(block)
        here = field.annotation if field else None
        if not (isinstance(here, type) and issubclass(here, BaseModel)):
            return None
    found: FieldInfo | None = here.model_fields.get(name)
    return found


def schema() -> dict[str, Any]:
    """JSON Schema of `place.yaml`, for the auto-completion of editors."""
    made = Place.model_json_schema(mode="validation")
    fact = made["$defs"]["Fact"]
    # A plain text is read as a draft of the fact: editors shall accept it too.
    made["$defs"]["Fact"] = {"anyOf": [{"type": ["string", "null"]}, fact]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def dump_place(place: Place) -> str:
    """Write a record as YAML that people edit, commented in the main language of the place."""
    with speaking(place.main_language):
        lines = [
            f"# yaml-language-server: $schema={SCHEMA_PATH}",
            "# " + _("The facts of your place. The website and the playbook both read this file:"),
            "# " + _("change a line, run “oic-kit build”, and every page follows."),
        ]
        for name, field in Place.model_fields.items():
            value = getattr(place, name)
            if isinstance(value, BaseModel):
                lines += ["", "# " + _(_first_sentence(type(value))), f"{name}:"]
                lines += _block(value, indent=2)
            else:
                lines += ["", *_entry(name, value, field, indent=0)]
    return "\n".join(lines) + "\n"


def _first_sentence(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").strip().split("\n\n")[0].split())


def _block(part: BaseModel, *, indent: int) -> list[str]:
    lines: list[str] = []
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, BaseModel) and not isinstance(value, Fact):
            lines.append(" " * indent + _commented(f"{name}:", field))
            lines += _block(value, indent=indent + 2)
        else:
            lines += _entry(name, value, field, indent=indent)
    return lines


def _entry(name: str, value: Any, field: FieldInfo, *, indent: int) -> list[str]:
    """A key with its value: lists of blocks one entry a line, everything else on one line."""
    pad = " " * indent
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        return [
            pad + _commented(f"{name}:", field),
            *(f"{pad}  - {_flow(_lean(entry))}" for entry in value),
        ]
    return [pad + _commented(f"{name}: {_flow(_lean(value))}", field)]


def _commented(text: str, field: FieldInfo) -> str:
    """A line with what the key means, and with its choices where there are some."""
    said = _(field.title) if field.title else ""
    hint = field.description or ""
    if hint.startswith(_CHOICE):
        said = ": ".join(filter(None, (said, _(hint).partition(": ")[2] or _(hint))))
    return f"{text}  # {said}" if said else text


def _lean(value: Any) -> Any:
    """Plain values; a fact and an entry of a list without what is empty."""
    if isinstance(value, BaseModel):
        plain = value.model_dump(mode="json")
        kept = {key: inner for key, inner in plain.items() if inner not in ("", None, {}, [])}
        return {"value": plain["value"], **kept} if isinstance(value, Fact) else kept
    if isinstance(value, dict):
        return {key: _lean(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_lean(inner) for inner in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def _flow(value: Any) -> str:
    """JSON is YAML, and its quotes keep `no`, `12:30` and `01067` what they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and value.isidentifier() and value.isascii() and _is_word(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    return key if key.replace("-", "_").isidentifier() and key.isascii() else json.dumps(key)


def _is_word(text: str) -> bool:
    """Whether YAML reads the bare word as the same text (not `no`, `null`, `y`)."""
    return len(text) > 1 and text == yaml.safe_load(text)
