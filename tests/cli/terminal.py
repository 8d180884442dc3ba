"""A reader at a real terminal: types, waits for words, sees what the screen shows."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pexpect

ENTER, CTRL_B, CTRL_C, DOWN, UP = "\r", "\x02", "\x03", "\x1b[B", "\x1b[A"
SECONDS = 60
_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|\x07")


class Terminal:
    """One run of `oic-kit` in a pseudo-terminal of 100 columns."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        import os

        self._heard: list[str] = []
        self._run = pexpect.spawn(
            sys.executable,
            ["-c", "from oic_kit.cli.main import main; main()", *arguments],
            cwd=str(folder),
            env={**os.environ, "TERM": "xterm-256color", **environment},
            encoding="utf-8",
            dimensions=(50, 100),
            timeout=SECONDS,
        )

    def sees(self, words: str) -> Terminal:
        """Wait until the screen shows some words."""
        self._run.expect_exact(words)
        self._heard += [str(self._run.before), words]
        return self

    def types(self, text: str) -> Terminal:
        """Type something, without Enter."""
        self._run.send(text)
        return self

    def enters(self, text: str = "") -> Terminal:
        """Type something and press Enter."""
        return self.types(text + ENTER)

    def clears(self) -> Terminal:
        """Remove what stands in a field: to its end, then delete to its beginning."""
        return self.types("\x05\x15")

    def ends(self) -> int:
        """Wait for the end and give the exit code."""
        self._run.expect(pexpect.EOF)
        self._heard.append(str(self._run.before))
        self._run.close()
        return int(self._run.exitstatus or 0)

    @property
    def screen(self) -> str:
        """Everything that was shown, without the codes that move the cursor."""
        return _CODES.sub("", "".join(self._heard))
