"""The one number that all formats of a playbook carry: equal exactly when their content is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_SIGNS = 7


def edition(kit: str, files: Iterable[tuple[str, bytes]]) -> str:
    """Name the edition of a playbook after the kit and everything that is printed.

    No clock takes part: the same texts give the same number on any day, and a changed sentence
    gives another one.

    Args:
        kit: version of the kit that wrote the texts.
        files: path and content of everything that is printed, in a stable order.

    Returns:
        For example `0.3.0+3f9a2c1`.
    """
    digest = hashlib.sha256()
    for path, content in files:
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return f"{kit}+{digest.hexdigest()[:_SIGNS]}"
