"""What a plan calls its units and verdicts in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from oic_kit.model.playbook_plan import Plan


def label(plan: Plan, kind: str, key: str, language: str) -> str:
    """One name out of the labels of a plan.

    Args:
        plan: the plan.
        kind: which names, such as `units` or `lights`.
        key: one of them, such as `EUR/a` or `green`.
        language: code of the language.
    """
    names = cast("Mapping[str, Mapping[str, str]]", plan.labels[kind])
    return str(names[key][language])
