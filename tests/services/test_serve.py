"""`oic-kit serve`: a real Hugo shows a folder while it is edited."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from oic_kit.services.generate import generate
from tests.places import profile

PATIENCE = 60  # seconds; a busy machine needs some


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(holds: Callable[[], bool]) -> bool:
    """Wait until something holds; say whether it did in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_a_saved_page_shows_by_itself(tmp_path: Path):
    """
    An editor opens the address that is printed, changes a word and a fact, and finds both on the page;
    Ctrl-C ends it without a fault.
    """
    folder = generate(profile("sennestadt"), into=tmp_path / "oic").folder
    port = free_port()
    home = f"http://127.0.0.1:{port}/"

    def shows(text: str) -> bool:
        try:
            with urllib.request.urlopen(home, timeout=5) as answer:
                return text in answer.read().decode()
        except OSError:
            return False

    command = "from oic_kit.cli.main import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", command, "serve", str(folder), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as run:
        try:
            assert run.stdout is not None
            first = run.stdout.readline()
            assert home in first
            assert shows("Vorschau auf diesem Rechner")
            words = folder / "site" / "i18n" / "de.yaml"
            words.parent.mkdir(exist_ok=True)
            words.write_text('skip_to_content: "Gleich zum Inhalt"\n', encoding="utf-8")
            assert until(lambda: shows("Gleich zum Inhalt"))
            record = folder / "place.yaml"
            text = record.read_text(encoding="utf-8")
            record.write_text(
                text.replace('colour: "#8c1d40"', 'colour: "#1d8c40"'), encoding="utf-8"
            )
            tokens = folder / ".oic" / "derived" / "assets" / "tokens.css"
            before = tokens.read_bytes()
            assert until(lambda: tokens.read_bytes() != before)
        finally:
            run.send_signal(signal.SIGINT)
        rest = run.stdout.read()
    assert 0 == run.returncode, rest
