"""The annual reports of an old site, as data files of the new one: a file for every year."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from oic_kit.model.content_report import Report
from oic_kit.model.jekyll_outcome import Entry, Outcome
from oic_kit.model.jekyll_text import plain, shortened
from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.jekyll_draft import left
from oic_kit.services.jekyll_old import Old, first_of

_NAME = re.compile(r"(?:jahresbericht|annual[_-]?report|report|wirkung)[_-]?(\d{4})", re.IGNORECASE)
_LONGEST = 300


@dataclass(frozen=True)
class Year:
    """The report of one year."""

    year: int
    source: str
    values: dict[str, Any]
    entry: Entry


def years_of(old: Old) -> Iterator[Year | Entry]:
    """Every report in the data of the old site."""
    for name, data in sorted(old.source.data.items()):
        if found := _NAME.fullmatch(name):
            yield _year(old, f"_data/{name}.yml", int(found.group(1)), data)


def _year(old: Old, source: str, year: int, data: Any) -> Year | Entry:
    said = _("Report {year}").format(year=year)
    if not isinstance(data, dict):
        return left(source, "report", _("It holds no keys and values."), title=said)
    try:
        values = _values(old, year, data)
        Report.model_validate_json(json.dumps(values))
    except (ValidationError, TypeError, AttributeError, ValueError):
        why = _("It does not name principles and results with planned and achieved numbers.")
        return left(source, "report", why, title=said)
    entry = Entry(
        source,
        "report",
        Outcome.CHANGED,
        target=f"site/data/report/{year}.yaml",
        title=said,
        notes=(_("Icons, colours and descriptions of categories were left out."),),
    )
    return Year(year, source, values, entry)


def _values(old: Old, year: int, data: dict[str, Any]) -> dict[str, Any]:
    def local(text: object) -> dict[str, str]:
        said = shortened(plain(text), _LONGEST)
        return {old.language: said} if said else {}

    principles = _list(data, "leitsaetze", "principles")
    ids = {
        str(first_of(one, "number", "id") or number): slug(
            plain(one.get("title")), fallback=f"p{number}"
        )
        for number, one in enumerate(principles, start=1)
    }
    values: dict[str, Any] = {
        "year": year,
        "principles": [
            {"id": key, "title": local(one.get("title")), "text": local(one.get("text"))}
            for key, one in zip(ids.values(), principles, strict=True)
        ],
        "categories": [
            {
                "name": local(one.get("name")),
                "principles": [ids[str(key)] for key in _keys(one) if str(key) in ids],
                "results": [_result(result, local) for result in _list(one, "results")],
            }
            for one in _list(data, "categories", "kategorien")
        ],
    }
    return {**values, **_beside(data, local)}


def _beside(data: dict[str, Any], local: Any) -> dict[str, Any]:
    """What nobody had planned."""
    beside = first_of(data, "parkplatz", "other")
    if not isinstance(beside, dict) or not str(beside.get("count", "")).isdigit():
        return {}
    title = ": ".join(filter(None, (plain(beside.get("title")), plain(beside.get("examples")))))
    return {"other": [{"title": local(title), "count": int(beside["count"])}]}


def _result(result: dict[str, Any], local: Any) -> dict[str, Any]:
    return {
        "title": local(result.get("title")),
        "planned": float(result["planned"]),
        "achieved": float(result["achieved"]),
        "unit": local(result.get("unit")),
        "comment": local(result.get("comment")),
    }


def _list(data: dict[str, Any], *keys: str) -> list[dict[str, Any]]:
    found = first_of(data, *keys)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _keys(category: dict[str, Any]) -> list[Any]:
    found = first_of(category, "leitsaetze", "principles")
    return found if isinstance(found, list) else []
