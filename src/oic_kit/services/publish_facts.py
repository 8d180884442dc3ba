"""Look at a folder and its git checkout: how far is it on its way to the web? Nothing is asked online.

Only libgit2 reads, so no git on the machine, no hook and no program of the reader runs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygit2

from oic_kit.model.place import Place
from oic_kit.model.publish_steps import Facts
from oic_kit.model.publishing import is_placeholder, jobs_of
from oic_kit.say import _
from oic_kit.services.checkout import reading, uncommitted

# A host has more than one letter, the drive of a Windows path has not.
_SHORT = re.compile(r"^(?:[^@/:]+@)?([^/:]{2,}):(?!/)(.+)$")
_LONG = re.compile(r"^(?:https?|ssh|git)://(?:[^@/]+@)?([^/:]+)(?::\d+)?/(.+)$")


def facts_about(folder: Path, place: Place, *, wanting: int) -> Facts:
    """See how far a folder is.

    Args:
        folder: a generated folder.
        place: its record.
        wanting: how much keeps the site from going live.

    Raises:
        FolderError: the checkout cannot be read.
    """
    forge = place.hosting.forge
    start = Facts(
        forge=forge,
        files=all((folder / path).exists() for path in jobs_of(forge)),
        remote=web_page(str(place.hosting.repository or "")),
        placeholder=is_placeholder(place.site.url),
        wanting=wanting,
    )
    with reading(folder, remedy=_("Mend it and run this again.")) as found:
        if found is None:
            return start
        repository, prefix = found
        return replace(
            start,
            git=True,
            top=not prefix,
            branch=_branch(repository),
            committed=not repository.is_empty and not uncommitted(repository, prefix),
            remote=start.remote or web_page(_remote(repository)),
            pushed=_is_pushed(repository),
        )


def _branch(repository: Any) -> str:
    if repository.head_is_detached:
        return ""
    # Also before the first commit, when the branch has a name and nothing on it.
    target = repository.references.get("HEAD") or repository.lookup_reference("HEAD")
    return str(target.target).removeprefix("refs/heads/")


def _remote(repository: Any) -> str:
    names = [remote.name for remote in repository.remotes]
    if not names:
        return ""
    name = "origin" if "origin" in names else names[0]
    return str(repository.remotes[name].url or "")


def _is_pushed(repository: Any) -> bool:
    """Whether a branch of a remote holds the current commit, as far as this checkout was told."""
    if repository.is_empty or repository.head_is_unborn:
        return False
    head = repository.head.target
    for name in repository.branches.remote:
        tip = repository.branches.remote[name].peel(pygit2.Commit).id
        if tip == head or repository.descendant_of(tip, head):
            return True
    return False


def web_page(remote: str) -> str:
    """The web page of a repository from any way to write its address; empty if it has none."""
    for form in (_LONG, _SHORT):
        if found := form.match(remote):
            return f"https://{found[1]}/{found[2].strip('/').removesuffix('.git')}"
    return ""
