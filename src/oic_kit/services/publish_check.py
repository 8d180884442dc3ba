"""Say what is still missing until a folder is a public website: a numbered list."""

from __future__ import annotations

import datetime
from pathlib import Path

from oic_kit.model.finding import Severity
from oic_kit.model.publish_steps import SaidPublishing, SaidStep, State
from oic_kit.services.check import check
from oic_kit.services.place_file import read_place
from oic_kit.services.publish_facts import facts_about
from oic_kit.services.publish_words import command_for, how_to, page_of, title_of


def publishing_of(folder: Path, *, today: datetime.date, named: str = "") -> SaidPublishing:
    """Go through the steps to the web, in the language that is spoken now.

    Args:
        folder: a generated folder.
        today: what counts as today.
        named: the folder as the reader wrote it.

    Raises:
        PlaceFileError: the record does not hold.
        FolderError: the git checkout cannot be read.
    """
    place = read_place(folder / "place.yaml")
    found = check(folder, today=today, go_live=True).findings
    wanting = sum(it.severity is Severity.ERROR for it in found)
    facts = facts_about(folder.resolve(), place, wanting=wanting)
    steps = tuple(
        SaidStep(
            number=number,
            id=what.value,
            state=state.value,
            title=title_of(what),
            how=how_to(what, facts),
            page=page_of(what, facts),
            command="" if state is State.DONE else command_for(what),
        )
        for number, (what, state) in enumerate(facts.steps(), start=1)
    )
    return SaidPublishing(
        folder=named or str(folder),
        place=place.name,
        forge=facts.forge.value,
        ready=all(step.state != State.MISSING for step in steps),
        steps=steps,
    )
