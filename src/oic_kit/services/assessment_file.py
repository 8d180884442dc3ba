"""Write the answers of the self-assessment into `place.yaml`; every other letter stays."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from oic_kit.errors import OicError
from oic_kit.model.assessment import Answers
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.place_file import place_from, read_place
from oic_kit.services.record_edit import add, put
from oic_kit.services.record_text import parse_record

_BLOCK = "playbook"
_KEY = f"{_BLOCK}.assessment"


def write_assessment(path: Path, answers: Answers) -> None:
    """Put the answers where `playbook.assessment` stands, or where it would stand.

    The file is replaced in one step: it holds the old answers or the new ones, never half of them.

    Args:
        path: the `place.yaml` of a folder.
        answers: by id of the statement; `None` is "don't know".

    Raises:
        PlaceFileError: the record does not hold.
        OicError: the answers cannot be written without touching anything else.
    """
    place = read_place(path)
    meant = place.model_copy(
        update={_BLOCK: place.playbook.model_copy(update={"assessment": dict(answers)})}
    )
    text = path.read_bytes().decode("utf-8")
    edited = _edited(text, answers)
    if not _says(edited, meant):
        raise OicError(
            _("The answers cannot be written into {file}.").format(file=path),
            remedy=_("Put this line into its block “playbook” yourself: assessment: {line}").format(
                line=_line(answers)
            ),
        )
    _replace(path, edited)


def _edited(text: str, answers: Mapping[str, int | None]) -> str:
    """The text with the answers in it: in their place, in their block, or in a block of their own."""
    said = dict(answers)
    with contextlib.suppress(KeyError):
        return put(text, _KEY, said)
    with contextlib.suppress(KeyError):
        return add(text, _KEY, said)
    return add(text, _BLOCK, {"assessment": said})


def _says(text: str, meant: Place) -> bool:
    try:
        return place_from(parse_record(text.removeprefix("\ufeff"), named=""), named="") == meant
    except OicError:
        return False


def _line(answers: Answers) -> str:
    said = ("null" if value is None else str(value) for value in answers.values())
    return "{" + ", ".join(f"{key}: {one}" for key, one in zip(answers, said, strict=True)) + "}"


def _replace(path: Path, text: str) -> None:
    """Write beside the file, then put the new one in its place; a link stays a link."""
    goal = path.resolve()
    fresh = goal.with_name(f".{goal.name}.{os.getpid()}.oic-part")
    try:
        fresh.write_bytes(text.encode())
        shutil.copymode(goal, fresh)
        fresh.replace(goal)
    except OSError as error:
        raise OicError(
            _("{file} cannot be written: {why}.").format(file=path, why=error.strerror),
            remedy=_("Free some space or mend the rights of the file, then run this again."),
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
