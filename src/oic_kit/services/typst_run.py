"""Set pages with Typst, which lives in this process; no font of the machine takes part."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oic_kit.errors import ProgramError
from oic_kit.say import _
from oic_kit.services.static_fonts import font_folder

# The day on every document that has to have one: a clock would make each print another.
NO_DAY = 0


def typeset(main: Path, inputs: Mapping[str, str]) -> bytes:
    """Make a PDF/UA-1: Typst refuses what somebody could not have read aloud.

    Args:
        main: the Typst file to begin with; everything it needs lies in its folder.
        inputs: what it finds in `sys.inputs`.

    Raises:
        ProgramError: the pages cannot be set; the message says why.
    """
    return _compile(main, inputs, pdf_standards=["ua-1"], timestamp=NO_DAY)


def draw(main: Path, inputs: Mapping[str, str], *, ppi: float) -> bytes:
    """Make a PNG of one page.

    Args:
        main: the Typst file; everything it needs lies in its folder.
        inputs: what it finds in `sys.inputs`.
        ppi: points in an inch.

    Raises:
        ProgramError: the page cannot be set.
    """
    return _compile(main, inputs, format="png", ppi=ppi)


def _compile(main: Path, inputs: Mapping[str, str], **options: object) -> bytes:
    # Loaded only when something is printed: it is the largest library of all. Its hints of types
    # come as overloads that a function with options cannot meet.
    typst: Any = importlib.import_module("typst")
    try:
        made = typst.compile(
            str(main),
            root=str(main.parent),
            font_paths=[str(font_folder())],
            ignore_system_fonts=True,
            sys_inputs=dict(inputs),
            **options,
        )
    except typst.TypstError as error:
        hints = "".join(f"\n  {hint}" for hint in error.hints)
        raise ProgramError(
            _("The pages of {name} cannot be set: {why}").format(
                name=inputs.get("book", main.name), why=error.message
            )
            + hints,
            remedy=_("Mend the text or the layout in playbook/ and run the command again."),
        ) from error
    if not isinstance(made, bytes):
        raise ProgramError(
            _("{name} does not fit on one page.").format(name=main.name),
            remedy=_("Mend the layout in playbook/design/ and run the command again."),
        )
    return made
