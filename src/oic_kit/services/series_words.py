"""What the dates of a series say in a language before somebody finishes them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from oic_kit.model.part import Part
from oic_kit.model.text import Line
from oic_kit.services.kit_yaml import kit_yaml


class SeriesWords(Part):
    """The words of one language.

    Args:
        venue: stands where nobody knows yet where people meet.
        online: how people get the link.
        release: where something appears that nobody has to register for.
        agenda: heading above the steps.
    """

    venue: Line
    online: Line
    release: Line
    agenda: Line


@cache
def series_words(language: str) -> SeriesWords:
    """The words of a language; English for one that has none yet."""
    folder = files("oic_kit").joinpath("data", "series")
    file = folder.joinpath(f"{language}.yaml")
    file = file if file.is_file() else folder.joinpath("en.yaml")
    return SeriesWords.model_validate_json(json.dumps(kit_yaml(file.read_text(encoding="utf-8"))))
