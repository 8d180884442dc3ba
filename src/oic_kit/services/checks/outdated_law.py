"""Whether texts or built pages name law that no longer exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.check_words import Outdated
from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.addresses import sources_by_address
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.words import spoken

_WORD = re.compile(r"\w+")


def _look(scene: Scene) -> Iterator[Sighting]:
    terms = _terms(scene)
    told: set[str] = set()
    for source in scene.sources:
        for found, term in _found(source.text, terms):
            told.add(found.group())
            yield _sighting(source.file, source.line_at(found.start()), found.group(), term)
    if scene.built is None:
        return
    sources = sources_by_address(scene)
    for page in scene.built.pages:
        # Addresses count as well as words: a link to a platform that was closed.
        for found, term in _found(page.text, terms):
            if found.group() not in told:
                told.add(found.group())
                file = sources.get(page.path, page.shown)
                yield _sighting(file, 0, found.group(), term)


def _found(text: str, terms: list[Outdated]) -> Iterator[tuple[re.Match[str], Outdated]]:
    """Every place that names such law; one that two terms fit is told once."""
    small = text.lower()
    done: list[range] = []
    for term in terms:
        if term.marker not in small:
            continue
        for found in re.finditer(term.pattern, text, re.IGNORECASE):
            if not any(found.start() in span for span in done):
                done.append(range(found.start(), found.end()))
                yield found, term


def _terms(scene: Scene) -> list[Outdated]:
    """What the words of the languages know, then the terms of this place's own law."""
    known = {
        outdated.pattern: outdated
        for words in spoken(scene.place.site.languages)
        for outdated in words.outdated
    }
    for term, today in scene.law.outdated_terms.items():
        words = _WORD.findall(term)
        pattern = r"(?<!\w)" + r"\s*".join(map(re.escape, term.split())) + r"(?!\w)"
        marker = max(words, key=len, default=term).lower()
        known.setdefault(pattern, Outdated(marker=marker, pattern=pattern, instead=today))
    return list(known.values())


def _sighting(file: str, line: int, text: str, term: Outdated) -> Sighting:
    shown = " ".join(text.split())
    if term.instead:
        cure = _("Write instead: {right}").format(right=term.instead)
    elif term.note:
        cure = _("Take it out: {reason}.").format(reason=term.note)
    else:
        cure = _("Take it out.")
    return Sighting(
        file=file,
        line=line,
        what=_("“{text}” is no longer the law.").format(text=shown),
        why=_("A wrong reference misleads people about their rights and can be reproved."),
        cure=cure,
        about=shown,
    )


CHECK = Check(
    id="outdated-law",
    question="Does a text or a built page name law that no longer exists?",
    who=Who.LEGAL,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
