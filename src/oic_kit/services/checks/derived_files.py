"""Whether what is computed from `place.yaml` is up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import FIX, Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.derive import FOLDER, derived_files, write_derived


def _look(scene: Scene) -> Iterator[Sighting]:
    folder = scene.folder.joinpath(*FOLDER)
    wanted = derived_files(scene.place, scene.folder)
    for path, content in sorted(wanted.items()):
        file = folder / path
        if not file.is_file() or file.read_bytes() != content:
            yield _sighting("/".join((*FOLDER, path)))
    held = (it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.is_file())
    for path in sorted(set(held) - wanted.keys()):
        yield _sighting("/".join((*FOLDER, path)))


def _sighting(path: str) -> Sighting:
    return Sighting(
        file=path,
        line=0,
        what=_("This file does not follow from place.yaml any more."),
        why=_("Plain Hugo would build colours, words or headers of yesterday."),
        cure=_("Compute it anew; every build does that too."),
        about="derived",
        command=FIX,
    )


def _mend(scene: Scene) -> Iterable[str]:
    return tuple("/".join((*FOLDER, path)) for path in write_derived(scene.place, scene.folder))


CHECK = Check(
    id="derived",
    question="Is everything that is computed from place.yaml up to date?",
    who=Who.TECHNOLOGY,
    severity=Severity.WARNING,
    look=_look,
    mend=_mend,
)
