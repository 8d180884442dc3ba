"""Whether texts say what really happens to data: no analysis, form or basis that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.check_words import CheckWords, Patterns
from oic_kit.model.finding import Severity, Who
from oic_kit.model.place import Place
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import RECORD, Scene
from oic_kit.services.checks.sources import Source
from oic_kit.services.checks.words import check_words, either

_LEGAL = re.compile(
    r"^site/(?:content/(?:privacy|imprint)/|i18n/|layouts/(?:privacy|_partials/legal))"
)
_US_HOST = re.compile(
    r"github|vercel|netlify|cloudflare|amazon|\baws\b|google|microsoft|azure", re.I
)


def _look(scene: Scene) -> Iterator[Sighting]:
    for source in scene.sources:
        if _LEGAL.match(source.file):
            yield from _in_text(scene, source)
    yield from _host(scene)


def _in_text(scene: Scene, source: Source) -> Iterator[Sighting]:
    words = check_words(source.language or scene.place.main_language)
    for patterns, what, cure in _untrue(scene.place, words) if words else ():
        for found in either(patterns).finditer(source.text):
            text = " ".join(found.group().split())
            yield Sighting(
                file=source.file,
                line=source.line_at(found.start()),
                what=what.format(text=text),
                why=_("A privacy notice must be true (Art. 13 GDPR)."),
                cure=cure,
                about=text,
            )


def _untrue(place: Place, words: CheckWords) -> Iterator[tuple[Patterns, str, str]]:
    """What cannot be true of this place: what to look for, what to say, how to mend it."""
    yield (
        words.analysis,
        _("“{text}” describes that visitors are watched; this site does not do that."),
        _("Take it out: a notice says what happens, no more."),
    )
    if place.contact.form is None:
        yield (
            words.contact_form,
            _("“{text}” describes a form that this site does not have."),
            _("Take it out, or give the address of your form: contact.form"),
        )
    if place.operator.type.is_public:
        yield (
            words.interest,
            _("“{text}”: a public body cannot rely on this basis."),
            _("Rely on the public task: Art. 6(1)(e) GDPR with the clause of your own law."),
        )


def _host(scene: Scene) -> Iterator[Sighting]:
    """A host of the United States needs a safeguard, so the notice must know where it sits."""
    provider = scene.place.hosting.provider
    named = f"{provider.name.value} {scene.place.hosting.forge.value}"
    if _US_HOST.search(named) and provider.country != "US" and not provider.name.known:
        said = scene.place.hosting.forge.value
        yield Sighting(
            file=RECORD,
            line=scene.record_line("hosting.provider"),
            what=_("The site is published by {host}, but its provider is not named.").format(
                host=said
            ),
            why=_("Data of visitors go to a country that needs a safeguard (Art. 13(1)(f) GDPR)."),
            cure=_(
                "Fill in hosting.provider: name, address and country of whoever runs the server."
            ),
            about="provider",
        )
    elif _US_HOST.search(provider.name.value) and provider.country != "US":
        yield Sighting(
            file=RECORD,
            line=scene.record_line("hosting.provider.country"),
            what=_("{host} is a company of the United States, but its country is “{code}”.").format(
                host=provider.name.value, code=provider.country
            ),
            why=_("Data of visitors go to a country that needs a safeguard (Art. 13(1)(f) GDPR)."),
            cure=_("Set hosting.provider.country: US, and the notice names the safeguard."),
            about="provider country",
        )


CHECK = Check(
    id="privacy-text",
    question="Do the legal texts say what really happens to data, and on which basis?",
    who=Who.PRIVACY,
    severity=Severity.WARNING,
    look=_look,
    blocks=True,
)
