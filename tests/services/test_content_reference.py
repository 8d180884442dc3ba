"""Archetypes and reference pages are what the schemas say today."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from oic_kit.model.content_kinds import KINDS
from oic_kit.services.archetypes import archetypes

SCRIPT = Path(__file__).parents[2] / "scripts" / "content_reference.py"


def script() -> ModuleType:
    """`scripts/content_reference.py`, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("content_reference", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_written_file_is_current() -> None:
    """
    A developer who changes a schema is told to run the script again.
    """
    for path, text in script().pages().items():
        assert text == path.read_text(encoding="utf-8"), f"{path}: run scripts/content_reference.py"


@pytest.mark.parametrize("kind", KINDS)
def test_an_archetype_is_a_page_to_fill_in(kind: str) -> None:
    """
    An editor who uses plain Hugo gets the same fields, and a draft that nobody sees yet.
    """
    text = archetypes()[f"{kind}.md"]
    head = yaml.safe_load(re.sub(r"\{\{.*?\}\}", "x", text.split("---")[1]))

    assert head["draft"] is True
    assert {*head} <= {*KINDS[kind].model_fields}
    assert {"title", "description"} <= {*head}
