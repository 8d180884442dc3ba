"""Whether texts address their readers in one way: as the record says, and never mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.model.place import Address
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene
from oic_kit.services.checks.sources import Source
from oic_kit.services.checks.words import check_words, exactly

_LEGAL = re.compile(r"^site/content/(?:imprint|privacy|accessibility)/")
# What somebody else said may keep its own form; code and addresses address nobody.
_ASIDE = re.compile(
    r"„[^“”\n]*[“”]|\"[^\"\n]*\"(?!:)|^>.*$|\{\{<\s*quote.*?/quote\s*>\}\}|`[^`\n]*`|https?://\S+",
    re.MULTILINE | re.DOTALL,
)
_KEY = re.compile(r"^[a-z_]+:\s*\"", re.MULTILINE)


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        words = check_words(source.language)
        if not source.in_content or words is None or not (words.formal and words.informal):
            continue
        text = _ASIDE.sub(_blank, _unquoted_head(source))
        formal = exactly(words.formal).search(text)
        informal = exactly(words.informal).search(text)
        wrong = _wrong(scene, source, formal, informal)
        if wrong is not None:
            yield _sighting(scene, source, wrong)


def _wrong(
    scene: Scene,
    source: Source,
    formal: re.Match[str] | None,
    informal: re.Match[str] | None,
) -> re.Match[str] | None:
    """The first word that does not fit: legal pages never say “du”, others what the record says."""
    if _LEGAL.match(source.file):
        return informal
    if scene.place.site.address is Address.DU:
        return formal
    if scene.place.site.address is Address.SIE:
        return informal
    return formal or informal


def _unquoted_head(source: Source) -> str:
    """The text with the quotes of front matter blanked, so that titles are read as well."""
    return _KEY.sub(lambda found: found.group()[:-1] + " ", source.text)


def _blank(found: re.Match[str]) -> str:
    return "".join(sign if sign == "\n" else " " for sign in found.group())


def _sighting(scene: Scene, source: Source, found: re.Match[str]) -> Sighting:
    word = found.group().strip()
    return Sighting(
        file=source.file,
        line=source.line_at(found.start()),
        what=_("“{word}” does not fit the form of address of this site ({form}).").format(
            word=word,
            form="Sie" if _LEGAL.match(source.file) else scene.place.site.address.value,
        ),
        why=_("Readers stumble when a site changes its tone from page to page."),
        cure=_("Rewrite the sentence, or change site.address in place.yaml."),
        about=word,
    )


CHECK = Check(
    id="address-form",
    question="Do texts address their readers in one way, as the record says?",
    who=Who.EDITORS,
    severity=Severity.HINT,
    look=_look,
)
