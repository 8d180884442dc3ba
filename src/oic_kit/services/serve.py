"""Show a site on this machine: live while it is edited, or as it was built."""

from __future__ import annotations

import contextlib
import errno
import functools
import http.server
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from oic_kit.errors import OicError, ProgramError
from oic_kit.say import _
from oic_kit.services.calm import Calm
from oic_kit.services.programs import hugo_path, plain
from oic_kit.services.site import index, page_faults, refresh

HOST = "127.0.0.1"
_LOOK_EVERY = 0.2
# The index of the search costs more than a changed page: it waits until the editor pauses.
_PAUSE = 10.0
_END = 2.0  # seconds that Hugo takes at most to end after Ctrl-C
_WATCHED = ("assets", "content", "data", "i18n", "static")


def claim_port(port: int) -> None:
    """Make sure that a port is free on this machine.

    Raises:
        OicError: something already listens there.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            raise OicError(
                _("Port {port} is in use.").format(port=port),
                remedy=_("Choose another one: --port {port}").format(port=port + 1),
            ) from None


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve built pages as a web host does: no log, and the site's own page for what is missing."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".ics": "text/calendar; charset=utf-8",
        ".webmanifest": "application/manifest+json",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it so
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def show_built(root: Path, *, port: int, ready: Callable[[str], None]) -> None:
    """Serve built pages until Ctrl-C.

    Args:
        root: the folder with the pages.
        port: on 127.0.0.1 only.
        ready: called once with the address.

    Raises:
        OicError: the port is taken.
    """
    claim_port(port)
    handler = functools.partial(_Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer((HOST, port), handler) as server:
        ready(f"http://{HOST}:{port}/")
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


def show_live(
    folder: Path, *, port: int, ready: Callable[[str], None], tell: Callable[[str], None]
) -> None:
    """Serve a folder while it is edited, until Ctrl-C: a saved change shows by itself.

    Args:
        folder: a generated folder.
        port: on 127.0.0.1 only.
        ready: called once with the address, when the first build is complete.
        tell: called with every fault that the reader's edits cause meanwhile.

    Raises:
        PlaceFileError: the record does not hold.
        OicError: the port is taken.
        ProgramError: Hugo stopped.
    """
    claim_port(port)
    for line in page_faults(folder, refresh(folder)):
        tell(line)
    for name in _WATCHED:
        # Hugo only watches folders that are there when it starts.
        (folder / "site" / name).mkdir(exist_ok=True)
    preview = folder / "build" / "preview"
    address = f"http://{HOST}:{port}/"
    command = [
        str(hugo_path()), "server", "--source", "site", "--destination", str(preview),
        "--cleanDestinationDir", "--bind", HOST, "--port", str(port),
        "--baseURL", address, "--appendPort=false", "--buildDrafts", "--noHTTPCache",
        "--printI18nWarnings", "--printPathWarnings",
    ]  # fmt: skip
    with (
        subprocess.Popen(  # noqa: S603 - a list, no shell, the path is from our own wheel
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as hugo,
        _following(folder, tell),
    ):
        try:
            _relay(hugo, preview, lambda: ready(address), tell)
            ended_by_itself = True
        except KeyboardInterrupt:
            ended_by_itself = False
        finally:
            hugo.terminate()
    if ended_by_itself and hugo.returncode:
        raise ProgramError(
            _("Hugo stopped."), remedy=_("Mend what it names above and run the command again.")
        )


def _relay(
    hugo: subprocess.Popen[bytes],
    preview: Path,
    ready: Callable[[], None],
    tell: Callable[[str], None],
) -> None:
    """Wait for the first build, then pass on only what the reader must know."""
    assert hugo.stdout is not None  # noqa: S101 - opened as a pipe above
    announced = False

    def index_again() -> None:
        try:
            index(preview)
        except ProgramError as error:
            # Ctrl-C ends Pagefind and Hugo alike: a fault is one only while Hugo goes on.
            with contextlib.suppress(subprocess.TimeoutExpired):
                hugo.wait(_END)
                return
            tell(f"{error.what}\n→ {error.remedy}")

    with Calm(index_again, after=_PAUSE) as calm:
        for raw in hugo.stdout:
            line = plain(raw)
            if line.startswith("Web Server is available"):  # said after every rebuild
                if announced:
                    calm.disturbed()
                    continue
                index(preview)
                ready()
                announced = True
            elif line.startswith(("ERROR", "WARN", "Error")):
                tell(line)


@contextlib.contextmanager
def _following(folder: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Recompute what is derived whenever `place.yaml` is saved; Hugo notices the rest itself."""
    stop = threading.Event()

    def follow() -> None:
        record = folder / "place.yaml"
        last = record.stat().st_mtime_ns
        while not stop.wait(_LOOK_EVERY):
            with contextlib.suppress(FileNotFoundError):
                now = record.stat().st_mtime_ns
                if now != last:
                    last = now
                    try:
                        refresh(folder)
                    except OicError as error:
                        tell(f"{error.what}\n→ {error.remedy}")

    thread = threading.Thread(target=follow, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
