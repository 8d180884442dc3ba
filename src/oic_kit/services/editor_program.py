"""Bring the program of the web editor: from a site that has it, from the cache, or through npm.

Nothing of it is kept in the kit. `data/editor.yaml` says which release it is and what its archive
and its files must be, byte by byte; whatever differs is not used.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import platformdirs

from oic_kit.errors import ProgramError
from oic_kit.say import _
from oic_kit.services.editor_alone import alone
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.programs import run
from oic_kit.services.scratch import scratch
from oic_kit.services.template import contents_of

_SECONDS = 180.0
_LICENCE = "package/LICENSE.txt"
_LARGEST = 30_000_000


@cache
def pinned() -> dict[str, str]:
    """Which release of the program it is, and what it must be."""
    found: dict[str, str] = kit_yaml(
        files("oic_kit").joinpath("data/editor.yaml").read_text(encoding="utf-8")
    )
    return found


def editor_program(kept: Path | None = None) -> dict[str, bytes]:
    """Give the files of the program, by path.

    Args:
        kept: a folder that may hold them already, as that of a built site does.

    Raises:
        ProgramError: they are nowhere, and npm is missing, failed or brought something else.
    """
    if kept and kept.is_dir():
        held = contents_of(kept)
        if digest(held) == pinned()["files"]:
            return held
    archive = _cached()
    if archive is None:
        archive = _brought()
        _keep(archive)
    return unpacked(archive)


def digest(held: Mapping[str, bytes]) -> str:
    """One value for a set of files: equal exactly when every path and every byte is."""
    total = hashlib.sha256()
    for path in sorted(held):
        total.update(path.encode() + b"\0" + hashlib.sha256(held[path]).digest())
    return f"sha256-{base64.b64encode(total.digest()).decode()}"


def script_integrity(held: Mapping[str, bytes]) -> str:
    """What browsers hold the main script against before they run it."""
    return f"sha384-{base64.b64encode(hashlib.sha384(held['index.js']).digest()).decode()}"


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files that a site needs, made to stand alone: scripts, fonts, translations, licence."""
    held: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as package:
        for member in package:
            if member.isfile() and member.size <= _LARGEST and _wanted(member.name):
                content = package.extractfile(member)
                held[member.name.removeprefix("package/")] = content.read() if content else b""
    return alone(held)


def _wanted(name: str) -> bool:
    inside = name.startswith(("package/npm/", "package/locales/")) or name == _LICENCE
    return inside and not name.endswith(".map") and ".." not in name.split("/")


def _file() -> Path:
    name = f"{pinned()['version']}.tgz"
    return platformdirs.user_cache_path("oic-kit") / "editor" / name


def _fits(archive: bytes) -> bool:
    made = f"sha512-{base64.b64encode(hashlib.sha512(archive).digest()).decode()}"
    return made == pinned()["integrity"]


def _cached() -> bytes | None:
    with suppress(OSError):
        archive = _file().read_bytes()
        return archive if _fits(archive) else None
    return None


def _keep(archive: bytes) -> None:
    """Keep the archive for the next build; a cache that cannot be written is no fault."""
    target = _file()
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(archive)
        part.replace(target)


def _brought() -> bytes:
    """Let npm bring the archive: it knows the registry and the proxy of this machine."""
    named = f"{pinned()['package']}@{pinned()['version']}"
    npm = shutil.which("npm")
    if npm is None:
        raise ProgramError(
            _("The web editor is on, but its program is not here, and npm is not installed."),
            remedy=_(
                "Install Node.js with npm once, or build where the editor was built before, "
                "or set modules.editor to false in place.yaml."
            ),
        )
    with scratch() as desk:
        goal = ["--pack-destination", str(desk)]
        arguments = ["pack", named, "--ignore-scripts", "--silent", *goal]
        run(Path(npm), arguments, inside=desk, seconds=_SECONDS)
        made = sorted(desk.glob("*.tgz"))
        archive = made[0].read_bytes() if made else b""
    if not _fits(archive):
        raise ProgramError(
            _("npm brought something else than {name} as it was published.").format(name=named),
            remedy=_("Do not use it. Check the registry that npm is set to, then try again."),
        )
    return archive


def as_data(held: Mapping[str, bytes]) -> dict[str, Any]:
    """What the page of the editor needs to know of the program."""
    return {"version": pinned()["version"], "integrity": script_integrity(held)}
