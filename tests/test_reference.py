"""The reference pages of the documentation are what the commands and `place.yaml` say today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_reference_pages_are_current():
    """
    A developer who changes an option or a key is told to write the pages anew.
    """
    found = subprocess.run(
        [sys.executable, "scripts/reference.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("", 0) == (found.stdout + found.stderr, found.returncode)
