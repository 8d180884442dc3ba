"""What is to mend in a generated folder: where, what, why, how, and who is best asked to do it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from oic_kit.model.part import Part


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    """The site cannot be built, or must not be published so."""
    WARNING = "warning"
    """Somebody would be misled, left out or refused a right."""
    HINT = "hint"
    """It could be better; nobody is harmed."""


class Who(StrEnum):
    """Who is best asked to mend it: roles of a town hall, never names."""

    OFFICE = "office"
    EDITORS = "editors"
    LEGAL = "legal"
    PRIVACY = "privacy"
    ACCESSIBILITY = "accessibility"
    TECHNOLOGY = "technology"


class Finding(Part):
    """One thing to mend. Sentences are in the language that was asked for."""

    id: Annotated[str, Field(description="stays the same while the thing is not mended")]
    check: Annotated[str, Field(description="the question that found it, such as weekday")]
    severity: Annotated[Severity, Field(description="error, warning or hint")]
    blocks: Annotated[bool, Field(description="whether the site must not go live with it")]
    file: Annotated[str, Field(description="path below the folder, with /; empty for all of it")]
    line: Annotated[int, Field(ge=0, description="line of the file from 1; 0 for the whole file")]
    what: Annotated[str, Field(description="what is so")]
    why: Annotated[str, Field(description="why it matters: to which law, or to whom")]
    cure: Annotated[str, Field(description="how to mend it")]
    command: Annotated[str, Field(description="the command that mends it, if there is one")] = ""
    fixable: Annotated[bool, Field(description="whether check --fix mends it")] = False
    who: Annotated[Who, Field(description="the role that is best asked to mend it")]


class Counts(Part):
    """How many findings of each severity."""

    error: Annotated[int, Field(ge=0, description="what must not stay")] = 0
    warning: Annotated[int, Field(ge=0, description="what should not stay")] = 0
    hint: Annotated[int, Field(ge=0, description="what could be better")] = 0


class Report(Part):
    """Everything that a check of one folder found: the answer of `check --json`."""

    folder: Annotated[str, Field(description="the folder, as it was named")]
    place: Annotated[str, Field(description="name of the place; empty if place.yaml is broken")]
    kit: Annotated[str, Field(description="version of oic-kit that checked")]
    day: Annotated[str, Field(description="the day that counted as today, year-month-day")]
    go_live: Annotated[bool, Field(description="whether it was asked if the site may go live")]
    ready: Annotated[bool, Field(description="whether nothing is to mend; the exit code says so")]
    built: Annotated[bool, Field(description="whether built pages were looked at as well")]
    counts: Annotated[Counts, Field(description="number of findings by severity")]
    fixed: Annotated[tuple[str, ...], Field(description="what --fix has mended")] = ()
    findings: Annotated[tuple[Finding, ...], Field(description="the worst first")] = ()


def finding_id(check: str, file: str, about: str) -> str:
    """Name a finding so that it keeps its name when lines above it come or go.

    Args:
        check: the question that found it.
        file: where.
        about: what tells it from other findings of the same check in the same file.
    """
    mark = hashlib.sha256(f"{file}\n{about}".encode("utf-8", "surrogateescape")).hexdigest()
    return f"{check}-{mark[:8]}"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first, then by file and line."""
    ranks = list(Severity)
    return tuple(
        sorted(findings, key=lambda it: (ranks.index(it.severity), it.file, it.line, it.what))
    )


def counted(findings: Iterable[Finding]) -> Counts:
    """Count findings by severity."""
    found = [finding.severity for finding in findings]
    return Counts(**{kind.value: found.count(kind) for kind in Severity})
