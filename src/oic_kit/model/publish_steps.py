"""What lies between a generated folder and a public website: step by step, and what can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from oic_kit.model.operator import Forge
from oic_kit.model.part import Part


class State(StrEnum):
    """What this machine knows about a step."""

    DONE = "done"
    MISSING = "missing"
    LOOK = "look"
    """Only the forge knows: somebody has to look there."""


class What(StrEnum):
    """The steps, in the order in which they are taken."""

    FORGE = "forge"
    FILES = "files"
    GIT = "git"
    TOP = "top"
    BRANCH = "branch"
    COMMITTED = "committed"
    REMOTE = "remote"
    PUSHED = "pushed"
    RUNNERS = "runners"
    PAGES = "pages"
    SCHEDULE = "schedule"
    REQUESTS = "requests"
    TOKEN = "token"  # noqa: S105 - the name of a step
    PROTECTION = "protection"
    SERVER = "server"
    UPLOAD = "upload"
    DAILY = "daily"
    ADDRESS = "address"
    DOMAIN = "domain"
    PRIVACY = "privacy"
    READY = "ready"


_GIT = (
    What.FORGE, What.FILES, What.GIT, What.TOP, What.BRANCH, What.COMMITTED, What.REMOTE, What.PUSHED,
)  # fmt: skip
_LAST = (What.ADDRESS, What.DOMAIN, What.PRIVACY, What.READY)
STEPS: dict[Forge, tuple[What, ...]] = {
    Forge.GITHUB: (*_GIT, What.PAGES, What.REQUESTS, What.TOKEN, What.PROTECTION, *_LAST),
    Forge.GITLAB: (*_GIT, What.PAGES, What.SCHEDULE, What.TOKEN, What.PROTECTION, *_LAST),
    Forge.FORGEJO: (*_GIT, What.RUNNERS, What.PAGES, What.PROTECTION, *_LAST),
    Forge.SERVER: (
        What.FORGE, What.FILES, What.ADDRESS, What.SERVER, What.UPLOAD, What.DAILY, What.PRIVACY, What.READY,
    ),
    Forge.NONE: (What.FORGE,),
}  # fmt: skip
MAIN = "main"


@dataclass(frozen=True)
class Facts:
    """What can be seen on this machine.

    Args:
        forge: from `place.yaml`.
        files: whether the jobs of this forge lie in the folder.
        git: whether the folder is in a git checkout.
        top: whether it is the top folder of that checkout: forges look for jobs only there.
        branch: the branch that is checked out; empty for none.
        committed: whether nothing is left to commit.
        remote: address of the repository on the forge, as a web page; empty for none.
        pushed: whether the forge had this very commit when it was last asked.
        placeholder: whether `site.url` is still the address that the kit proposed.
        wanting: how much keeps the site from going live.
    """

    forge: Forge
    files: bool = False
    git: bool = False
    top: bool = False
    branch: str = ""
    committed: bool = False
    remote: str = ""
    pushed: bool = False
    placeholder: bool = True
    wanting: int = 0

    def state(self, what: What) -> State:
        """What is known about a step."""
        seen = {
            What.FORGE: self.forge is not Forge.NONE,
            What.FILES: self.files,
            What.GIT: self.git,
            What.TOP: self.top,
            What.BRANCH: self.branch == MAIN,
            What.COMMITTED: self.committed,
            What.REMOTE: bool(self.remote),
            What.PUSHED: self.pushed,
            What.ADDRESS: not self.placeholder,
            What.READY: not self.wanting,
        }
        if what not in seen:
            return State.LOOK
        return State.DONE if seen[what] else State.MISSING

    def steps(self) -> Iterator[tuple[What, State]]:
        """Every step of this way to publish that makes sense so far, and what is known about it."""
        for what in STEPS[self.forge]:
            too_early = (what is What.DOMAIN and self.placeholder) or (
                what in (What.TOP, What.BRANCH) and not self.git
            )
            if too_early:
                continue
            yield what, self.state(what)


class SaidStep(Part):
    """One step in the reader's language."""

    number: Annotated[int, Field(ge=1, description="its place in the list")]
    id: Annotated[str, Field(description="the name of the step; never changes")]
    state: Annotated[str, Field(description="done, missing, or look: only the forge knows")]
    title: Annotated[str, Field(description="what it is about")]
    how: Annotated[str, Field(description="what to do, or where to look")]
    page: Annotated[str, Field(description="the page of the forge, if it is known")] = ""
    command: Annotated[str, Field(description="what to type, if that does it")] = ""


class SaidPublishing(Part):
    """The way of a folder to the web: the answer of `publish --check --json`."""

    folder: Annotated[str, Field(description="the folder, as it was named")]
    place: Annotated[str, Field(description="name of the place")]
    forge: Annotated[str, Field(description="github, gitlab, forgejo, server or none")]
    ready: Annotated[bool, Field(description="whether nothing is missing that can be seen here")]
    steps: Annotated[tuple[SaidStep, ...], Field(description="in the order to take them")]
