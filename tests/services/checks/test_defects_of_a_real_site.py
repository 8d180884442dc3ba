"""Each defect that was seen on a real site of this kind is found when somebody brings it along.

Source:
    `research/legal.md` 1.14.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.services.checks.scenes import SETTLED, asked, folder_with

DEFECTS = yaml.safe_load(Path(__file__).with_name("defects.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A settled folder without any defect."""
    return folder_with(tmp_path_factory.mktemp("sound"), changes=SETTLED, built={})


@pytest.mark.parametrize("row", DEFECTS, ids=lambda it: it["defect"])
def test_a_defect_is_found(row: Mapping[str, Any], sound: Path, tmp_path: Path) -> None:
    """
    An officer who takes old texts or old code along hears what is wrong with them.
    """
    markup = row.get("markup")
    folder = folder_with(
        tmp_path,
        row.get("files"),
        changes={**SETTLED, **row.get("changes", {})},
        built={"beitrag/index.html": f"<main>{markup}</main>"} if markup else {},
    )
    known = {it.id for it in asked(row["check"], sound)}

    fresh = [it for it in asked(row["check"], folder, go_live=True) if it.id not in known]

    assert fresh
    if markup:
        assert {("build/site/beitrag/index.html", "error")} == {
            (it.file, it.severity) for it in fresh
        }


def test_a_legal_page_that_is_gone_is_found(tmp_path: Path) -> None:
    """
    A site without an accessibility statement does not go live.
    """
    gone = "site/content/accessibility/index.de.md"

    found = asked("legal-page", folder_with(tmp_path, without=[gone]), go_live=True)

    assert [(gone, "error")] == [(it.file, it.severity) for it in found]
