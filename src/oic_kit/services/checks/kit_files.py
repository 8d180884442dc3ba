"""Whether files of the kit are as the kit wrote them: the next update would replace them."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.model.ownership import Owner, owner_of
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.handed_out import print_of, read_handed_out


def _look(scene: Scene) -> Iterator[Sighting]:
    handed = read_handed_out(scene.folder)
    if handed is None:
        yield Sighting(
            file=".oic/files.json",
            line=0,
            what=_("The list of what the kit handed out is missing or damaged."),
            why=_("Without it, an update cannot tell your edits from the kit's files."),
            cure=_("An update writes it anew; it then keeps every file that differs."),
            about="list",
            command="oic-kit update",
        )
        return
    for path, mark in handed.items():
        if owner_of(path) is Owner.KIT:
            yield from _judge(scene, path, mark)


def _judge(scene: Scene, path: str, mark: str) -> Iterator[Sighting]:
    file = scene.folder / path
    if not file.is_file():
        yield Sighting(
            file=path,
            line=0,
            what=_("This file of the kit is missing."),
            why=_("What is deleted stays deleted; parts of the site may not be built."),
            cure=_("Bring it back, unless you meant it."),
            about="missing",
            command=f"oic-kit update --restore {path}",
        )
        return
    content = file.read_bytes()
    # Other line ends, as git may write them on Windows, are no edit.
    if mark not in (print_of(content), print_of(content.replace(b"\r\n", b"\n"))):
        yield Sighting(
            file=path,
            line=0,
            what=_("This file belongs to the kit but was changed."),
            why=_("The next update replaces it, and your change is gone."),
            cure=_("Put your change where it stays: {where}").format(where=_where(path)),
            about="changed",
            command="oic-kit update",
        )


def _where(path: str) -> str:
    theme = "site/themes/oic/"
    if path.startswith((f"{theme}i18n", f"{theme}wording")):
        return "site/i18n/"
    if path.startswith(f"{theme}layouts"):
        return path.replace(theme, "site/", 1)
    return path.replace(theme, "site/", 1) if path.startswith(theme) else "place.yaml"


CHECK = Check(
    id="kit-file",
    question="Are the files of the kit as the kit wrote them?",
    who=Who.TECHNOLOGY,
    severity=Severity.WARNING,
    look=_look,
    needs_record=False,
)
