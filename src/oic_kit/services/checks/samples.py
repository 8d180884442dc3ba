"""Whether sample content is still there: events, people and partners that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.record_text import read_record


def _look(scene: Scene) -> Iterator[Sighting]:
    if scene.place.site.demo:
        return  # a demo consists of samples, and says so on every page
    seen = set()
    for page in scene.content.pages:
        folder = page.file.rpartition("/")[0]
        if page.meta.sample and folder not in seen:
            seen.add(folder)
            line = page.fault("sample", "", "").line
            yield _sighting(f"site/{page.file}", line, page.meta.title, is_item=bool(page.id))
    for path in sorted((scene.site / "data" / "report").glob("*.y*ml")):
        if scene.place.modules.report and read_record(path).get("sample"):
            file = path.relative_to(scene.folder).as_posix()
            yield _sighting(file, 1, path.stem, is_item=False)


def _sighting(file: str, line: int, title: str, *, is_item: bool) -> Sighting:
    if is_item:
        cure = _(
            "Make it your own and take the line “sample” out, or delete its folder. "
            "The command deletes all samples that nobody has edited."
        )
    else:
        cure = _("Make it your own, then take the line “sample” out.")
    return Sighting(
        file=file,
        line=line,
        what=_("“{title}” is a sample.").format(title=title),
        why=_("The public would take it for real: an event, a person, a partner of yours."),
        cure=cure,
        about="sample",
        command="oic-kit check --drop-samples" if is_item else "",
    )


CHECK = Check(
    id="sample",
    question="Is sample content still there?",
    who=Who.EDITORS,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
