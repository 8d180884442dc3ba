"""Where the template lies: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import oic_kit

# Left behind by editors and operating systems; Copier would carry them along.
_LITTER = frozenset({".DS_Store", "Thumbs.db", "__pycache__", "node_modules", ".hugo_build.lock"})


@cache
def template_root() -> Path:
    """The folder of the template; its tree is what a place receives."""
    package = Path(oic_kit.__file__).parent
    inside = package / "template"
    return inside if inside.is_dir() else package.parents[1] / "template"


def files_below(root: Path) -> Iterator[Path]:
    """Every file below a folder in a stable order, without litter; links are left out."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and not _LITTER.intersection(path.parts):
            yield path


def contents_of(root: Path) -> dict[str, bytes]:
    """What is in the files below a folder, by path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files_below(root)}


@cache
def fingerprint() -> str:
    """Say which template and which code this is: equal exactly when every byte is."""
    package = Path(oic_kit.__file__).parent
    digest = hashlib.sha256(oic_kit.__version__.encode())
    for root in (template_root(), package):
        for path in files_below(root):
            if path.suffix != ".pyc":
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(path.read_bytes())
    return digest.hexdigest()
