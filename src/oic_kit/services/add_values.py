"""From `key=value`, as people type it, to the values of a page in each language."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from oic_kit.errors import Fault, PageError
from oic_kit.model.content_fields import ContentField, Shape, fields_of
from oic_kit.model.text import normalised
from oic_kit.say import _, ngettext
from oic_kit.services.place_file import line_of

ID, TEXT = "id", "text"
"""Keys that are no fields: the name of the folder, and what stands below the head."""
_YES = frozenset({"true", "yes", "ja", "1", "on"})
_NO = frozenset({"false", "no", "nein", "0", "off"})
# "Greet 5; Sketch 10": a name and a number for each step.
_STEP = re.compile(r"(.+?)[\s:,]+(\d+)\s*(?:min\.?)?")


@dataclass(frozen=True)
class Told:
    """What somebody said about a new page.

    Args:
        values: fields in the main language.
        words: what other languages say instead, by language and field; `text` among them.
        text: what stands below the head.
        id: the name of the folder; empty when it shall follow from the title.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    text: str = ""
    id: str = ""

    def as_draft(self) -> Told:
        """The same, kept off the site until somebody takes the line out."""
        return replace(self, values={**self.values, "draft": True})


def told_by(settings: Iterable[str], kind: str, languages: tuple[str, ...]) -> Told:
    """Read settings such as `title=Opening`, `title.en=Opening`, `hosts=library, arts-centre`.

    Args:
        settings: as typed.
        kind: folder below `site/content/`.
        languages: of the site, the main one first.

    Raises:
        PageError: naming every setting that is none.
    """
    known = {it.name: it for it in fields_of(kind)}
    values: dict[str, Any] = {}
    words: dict[str, dict[str, Any]] = {code: {} for code in languages[1:]}
    faults = []
    for setting in settings:
        key, equals, given = setting.partition("=")
        name, _dot, code = key.strip().partition(".")
        if not equals or not name:
            faults.append(Fault("--set", setting, _("write key=value, e.g. title=Opening")))
        elif code and code not in languages:
            cure = _("choose from: {languages}").format(languages=", ".join(languages))
            faults.append(Fault(key.strip(), code, cure))
        else:
            target = values if code in ("", languages[0]) else words[code]
            target[name] = given if name in (ID, TEXT) else read_value(known.get(name), given)
    refuse(faults)
    return Told(
        values={name: value for name, value in values.items() if name not in (ID, TEXT)},
        words=words,
        text=str(values.get(TEXT, "")),
        id=str(values.get(ID, "")),
    )


def read_value(asked: ContentField | None, given: str) -> Any:
    """What a typed text means for a field; what cannot be read stays text, and the model says so."""
    text = str(normalised(given))
    if asked is None:
        return text
    if asked.many or asked.shape is Shape.COORDINATES:
        return _many(asked, text)
    return _one(asked, text)


def _many(asked: ContentField, text: str) -> Any:
    if text.startswith(("[", "{")):
        with contextlib.suppress(yaml.YAMLError):
            return json.loads(json.dumps(yaml.safe_load(text), default=str))
        return text
    # Sentences have commas of their own.
    sign = ";" if asked.shape in (Shape.LINE, Shape.TEXT, Shape.BLOCK) else ","
    parts = [part.strip() for part in text.split(sign) if part.strip()]
    if asked.shape is Shape.BLOCK:
        return [_block(asked, part) for part in parts]
    if asked.shape is Shape.COORDINATES:
        return [_number(part) for part in parts]
    return parts


def _block(asked: ContentField, text: str) -> Any:
    names = [part.name for part in asked.parts]
    step = _STEP.fullmatch(text)
    if "minutes" in names and step:
        return {"title": step.group(1).strip(), "minutes": int(step.group(2))}
    return {"title": text} if "title" in names else {"label": text}


def _one(asked: ContentField, text: str) -> Any:
    if asked.shape is Shape.YES_NO and text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    if asked.shape is Shape.NUMBER:
        return _number(text)
    if asked.shape is Shape.MOMENT and re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", text):
        return text.replace(" ", "T")
    return text


def _number(text: str) -> Any:
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text


def refuse(faults: Iterable[Fault]) -> None:
    """Say every fault of the answers at once.

    Raises:
        PageError: if there is one.
    """
    found = sorted(set(faults))
    if found:
        what = ngettext("One fault in the answers:", "{count} faults in the answers:", len(found))
        raise PageError(
            what.format(count=len(found)) + "".join(f"\n  {line_of(fault)}" for fault in found),
            remedy=_("Mend the lines above and run the command again."),
        )
