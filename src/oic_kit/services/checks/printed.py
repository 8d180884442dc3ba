"""Whether the printed playbook can be handed on: fresh, and nothing in it that waits for an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.model.law_findings import LawIssue
from oic_kit.say import _, ngettext
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.law_words import named
from oic_kit.services.checks.printed_words import FOLDER, PrintedText, printed_texts
from oic_kit.services.checks.scene import RECORD, Scene
from oic_kit.services.checks.words import placeholders
from oic_kit.services.template import files_below

PRINT = "oic-kit playbook"
_WRITTEN = "playbook"


def _look(scene: Scene) -> Iterator[Sighting]:
    yield from _in_chapters(scene)
    if not (scene.folder / FOLDER).is_dir():
        return
    if _is_old(scene):
        yield _old()
        return
    printed = tuple(printed_texts(scene.folder))
    yield from _waiting(printed, scene.place.main_language)
    yield from _drafts(printed, scene)


def _in_chapters(scene: Scene) -> Iterator[Sighting]:
    """Words in the texts that are printed."""
    root = scene.folder / _WRITTEN
    for path in files_below(root / "chapters") if (root / "chapters").is_dir() else ():
        if path.suffix != ".md":
            continue
        text = path.read_bytes().decode("utf-8-sig", "replace")
        for found in _open_words(text, path.parent.name):
            yield Sighting(
                file=path.relative_to(scene.folder).as_posix(),
                line=text.count("\n", 0, found.start()) + 1,
                what=_("“{text}” still waits for the real text.").format(
                    text=" ".join(found.group().split())
                ),
                why=_("It is printed as it stands there."),
                cure=_("Write the real text, or take the sentence out."),
                about=found.group(),
                blocks=scene.place.modules.playbook == "public",
            )


def _open_words(text: str, language: str) -> Iterator[re.Match[str]]:
    """What waits for an answer; a field in brackets does not, it is filled in by hand."""
    found = placeholders(language).finditer(text)
    yield from (it for it in found if not it.group().startswith("["))


def _is_old(scene: Scene) -> bool:
    """Whether the record or a text has changed since the last printing."""
    printed = max((it.stat().st_mtime for it in files_below(scene.folder / FOLDER)), default=0.0)
    written = scene.folder / _WRITTEN
    texts = files_below(written) if written.is_dir() else ()
    return any(it.stat().st_mtime > printed for it in (scene.folder / RECORD, *texts))


def _old() -> Sighting:
    return Sighting(
        file=FOLDER,
        line=0,
        what=_("The printed playbook is older than place.yaml or its own texts."),
        why=_("Whoever gets it reads dates, sums and names of before."),
        cure=_("Print it again before you hand it on."),
        about="old",
        command=PRINT,
        severity=Severity.HINT,
    )


def _waiting(printed: tuple[PrintedText, ...], main: str) -> Iterator[Sighting]:
    """Words that wait for an answer, each told once with the files that show it."""
    shown: dict[str, list[str]] = {}
    for text in printed:
        for found in _open_words(text.words, text.language or main):
            files = shown.setdefault(" ".join(found.group().split()), [])
            if text.file not in files:
                files.append(text.file)
    for words, files in shown.items():
        told = ngettext(
            "“{text}” is printed in one file.",
            "“{text}” is printed in {count} files, this one first.",
            len(files),
        )
        yield Sighting(
            file=files[0],
            line=0,
            what=told.format(text=words, count=len(files)),
            why=_("Whoever gets the paper takes it for the real text."),
            cure=_("Write the real text in place.yaml or below playbook/, then print again."),
            about=words,
            command=PRINT,
        )


def _drafts(printed: tuple[PrintedText, ...], scene: Scene) -> Iterator[Sighting]:
    """Facts that nobody has confirmed yet, but that stand in papers."""
    for found in scene.law_findings:
        if found.issue is not LawIssue.DRAFT:
            continue
        files = [text.file for text in printed if found.detail in text.words]
        if files:
            yield Sighting(
                file=files[0],
                line=0,
                what=_("{key} = “{value}” is only a draft, but is printed.").format(
                    key=named(found.key), value=found.detail
                ),
                why=_("Whoever gets the paper takes it for settled."),
                cure=_("Have it confirmed in place.yaml before you hand the papers on."),
                about=found.key,
                severity=Severity.HINT,
            )


CHECK = Check(
    id="printed",
    question="Is the printed playbook fresh, and does nothing in it wait for an answer?",
    who=Who.OFFICE,
    severity=Severity.WARNING,
    look=_look,
)
