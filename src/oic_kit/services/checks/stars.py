"""Whether a star in a word for people gets lost on the way to the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.model.gender_stars import lost_stars, with_kept_stars
from oic_kit.say import _
from oic_kit.services.checks.check import FIX, Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.swap import Change, put_in_place


def _look(scene: Scene) -> Iterator[Sighting]:
    for file, page in scene.pages.items():
        for line in lost_stars(page.body) if page.body.count("*") > 1 else ():
            yield Sighting(
                file=file,
                line=page.body_line + line,
                what=_("The star in a word for people is not shown here."),
                why=_("Two stars in one paragraph set what stands between them in italics."),
                cure=_("Put a backslash before the star, as in Kolleg\\*innen."),
                about=f"{line}",
                command=FIX,
            )


def _mend(scene: Scene) -> Iterable[str]:
    changes = {}
    for file, page in scene.pages.items():
        if not any(True for _line in lost_stars(page.body)):
            continue
        before = (scene.folder / file).read_bytes()
        # The last place is the text; its words may stand in the head of the page as well.
        head, body, rest = before.decode("utf-8").rpartition(page.body)
        changes[file] = Change(before, (head + with_kept_stars(body) + rest).encode())
    if changes:
        put_in_place(scene.folder, changes)
    return tuple(changes)


CHECK = Check(
    id="star",
    question="Is every star in a word for people shown?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
    mend=_mend,
)
