"""Whether the pages that the law wants are there, in every language of the site."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene

_WHO = {"imprint": Who.LEGAL, "privacy": Who.PRIVACY, "accessibility": Who.ACCESSIBILITY}


def _look(scene: Scene) -> Iterator[Sighting]:
    pages = {page.file: page for page in scene.content.pages}
    broken = {fault.file for fault in scene.content.faults}
    for name, who in _WHO.items():
        for language in scene.place.site.languages:
            file = f"content/{name}/index.{language}.md"
            page = pages.get(file)
            if (page is not None and not page.meta.draft) or file in broken:
                continue
            yield Sighting(
                file=f"site/{file}",
                line=page.fault("draft", "", "").line if page else 0,
                what=_("The site has no {page} in “{language}”.").format(
                    page=_said(name), language=language
                ),
                why=_why(name),
                cure=_("Take the line “draft” out.")
                if page
                else _("Bring the page back; the kit fills it from place.yaml."),
                about=f"{name} {language}",
                command="" if page else f"oic-kit update --restore site/{file}",
                who=who,
            )


def _said(name: str) -> str:
    return {
        "imprint": _("imprint"),
        "privacy": _("privacy notice"),
        "accessibility": _("accessibility statement"),
    }[name]


def _why(name: str) -> str:
    return {
        "imprint": _("Everybody may know who runs the site (in Germany § 18 MStV)."),
        "privacy": _("Visitors must be told what happens to their data (Art. 13 GDPR)."),
        "accessibility": _("Public bodies must publish a statement (Directive (EU) 2016/2102)."),
    }[name]


CHECK = Check(
    id="legal-page",
    question="Are imprint, privacy notice and accessibility statement there in every language?",
    who=Who.LEGAL,
    severity=Severity.ERROR,
    look=_look,
    blocks=True,
)
