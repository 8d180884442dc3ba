"""What `oic-kit update --json` says, as one model: the reference page describes the same."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class _Said(BaseModel):
    """A part of the answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class SaidPassage(_Said):
    """A passage that reads differently in the place's text and in the kit's."""

    line: Annotated[int, Field(description="line of your file at which it begins, from 1")]
    mine: Annotated[str, Field(description="what stands in your file")]
    kits: Annotated[str, Field(description="what the kit would write")]


class SaidStep(_Said):
    """What happens to one file."""

    path: Annotated[str, Field(description="where it lies after the update, with /")]
    was: Annotated[str, Field(description="where it lay before, if elsewhere")] = ""
    action: Annotated[str, Field(description="replace, add, merge, keep, remove or conflict")]
    owner: Annotated[str, Field(description="kit, place, derived, shared or nobody")]
    why: Annotated[str, Field(description="the reason as a fixed word, such as passage")]
    reason: Annotated[str, Field(description="the reason as half a sentence for people")]
    needs_reader: Annotated[bool, Field(description="whether a person should look at it")]
    passages: Annotated[
        tuple[SaidPassage, ...], Field(description="where your text and the kit's clash")
    ] = ()
    difference: Annotated[
        tuple[str, ...], Field(description="with --diff: the lines that change, as diff shows them")
    ] = ()


class SaidCounts(_Said):
    """How many files each action touches."""

    replace: Annotated[int, Field(description="files that get the kit's new text")] = 0
    add: Annotated[int, Field(description="files that are new")] = 0
    merge: Annotated[int, Field(description="files with your edits and the kit's")] = 0
    keep: Annotated[int, Field(description="files that stay although the kit has another text")] = 0
    remove: Annotated[int, Field(description="unedited files that the kit has no more")] = 0
    conflict: Annotated[int, Field(description="files in which your text wins over the kit's")] = 0


class SaidFailure(_Said):
    """Why nothing was done."""

    what: Annotated[str, Field(description="what happened")]
    remedy: Annotated[str, Field(description="what to do next")]


class SaidUpdate(_Said):
    """One folder. Exactly one of `after` and `failure` says something."""

    folder: Annotated[str, Field(description="the folder, as it was named")]
    place: Annotated[str, Field(description="name of the place")] = ""
    before: Annotated[str, Field(description="version of oic-kit that made the folder")] = ""
    after: Annotated[str, Field(description="version of oic-kit that updates it")] = ""
    due: Annotated[bool, Field(description="whether there is anything to write")] = False
    written: Annotated[bool, Field(description="whether it was written")] = False
    answers: Annotated[
        tuple[str, ...], Field(description="keys of place.yaml that changed since the last update")
    ] = ()
    notes: Annotated[
        tuple[str, ...], Field(description="what brought place.yaml to today's format")
    ] = ()
    counts: Annotated[SaidCounts, Field(description="number of steps by action")] = SaidCounts()
    untouched: Annotated[int, Field(description="files of the place that no update looks at")] = 0
    old_samples: Annotated[
        int, Field(description="unedited sample pages that would read differently today")
    ] = 0
    steps: Annotated[tuple[SaidStep, ...], Field(description="one for every file")] = ()
    report: Annotated[
        str, Field(description="the file that says what a person should look at, if there is one")
    ] = ""
    commit_message: Annotated[
        str, Field(description="a message for the commit, in a git checkout")
    ] = ""
    failure: Annotated[SaidFailure | None, Field(description="why nothing was done")] = None
