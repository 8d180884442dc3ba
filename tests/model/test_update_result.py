"""The answer for programs, and the page that describes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from oic_kit.model import update_result
from oic_kit.model.update_step import Action, Why
from oic_kit.services.update_words import reason_for

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "update-json.md"
MODELS = [it for name, it in vars(update_result).items() if name.startswith("Said")]


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_described_as_the_model_describes_it(model):
    """
    A developer who reads the page finds each key, and no key that is none.
    """
    page = PAGE.read_text(encoding="utf-8")

    assert model.model_fields
    for name, key in model.model_fields.items():
        assert f"| `{name}` | {key.description} |\n" in page


@pytest.mark.parametrize("why", Why)
def test_every_reason_is_described(why):
    """
    The fixed words of `why` stand on the page with the sentence that people read.
    """
    assert f"| `{why}` | {reason_for(why)} |\n" in PAGE.read_text(encoding="utf-8")


def test_the_counts_know_every_action():
    """
    A new action cannot be left out of the counts.
    """
    assert [action.value for action in Action] == list(update_result.SaidCounts.model_fields)
