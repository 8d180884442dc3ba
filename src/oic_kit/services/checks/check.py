"""One question about a generated folder, and one answer that something is to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from oic_kit.model.finding import Finding, Severity, Who, finding_id
from oic_kit.services.checks.scene import Scene

FIX = "oic-kit check --fix"
"""The command of what mends itself."""


@dataclass(frozen=True)
class Sighting:
    """Something to mend, as a check sees it.

    Args:
        file: path below the folder, with `/`; empty for the folder as a whole.
        line: from 1; 0 for the whole file.
        what: what is so.
        why: why it matters.
        cure: how to mend it.
        about: tells it from other sightings of this check in the same file; not shown.
        command: what mends it.
        who: somebody else than the check says is best asked.
        severity: another one than the check says.
        blocks: whether the site must not go live so; the check says when left out.
    """

    file: str
    line: int
    what: str
    why: str
    cure: str
    about: str
    command: str = ""
    who: Who | None = None
    severity: Severity | None = None
    blocks: bool | None = None


@dataclass(frozen=True)
class Check:
    """One question.

    Args:
        id: its name in findings; never changes.
        question: what it asks, in English, for the reference page.
        blocks: whether the site must not go live with what it finds.
        needs_record: whether it asks nothing while `place.yaml` does not hold.
        mend: puts right what can be put right safely, and says which paths it wrote.
    """

    id: str
    question: str
    who: Who
    severity: Severity
    look: Callable[[Scene], Iterable[Sighting]]
    blocks: bool = False
    needs_record: bool = True
    mend: Callable[[Scene], Iterable[str]] | None = None

    def findings(self, scene: Scene, *, go_live: bool) -> Iterable[Finding]:
        """Ask the question.

        Args:
            scene: the folder.
            go_live: whether what blocks publishing counts as an error.
        """
        if self.needs_record and not scene.holds:
            return
        for seen in self.look(scene):
            blocks = self.blocks if seen.blocks is None else seen.blocks
            severity = seen.severity or self.severity
            yield Finding(
                id=finding_id(self.id, seen.file, seen.about),
                check=self.id,
                severity=Severity.ERROR if go_live and blocks else severity,
                blocks=blocks,
                file=seen.file,
                line=seen.line,
                what=seen.what,
                why=seen.why,
                cure=seen.cure,
                command=seen.command,
                fixable=self.mend is not None and seen.command == FIX,
                who=seen.who or self.who,
            )
