"""Whether built pages and header files allow only what follows from `place.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.model.policy import content_policy
from oic_kit.say import _
from oic_kit.services.checks.built_pages import elements_in
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene

_META = "content-security-policy"
_HEADER = re.compile(r"^\s*Content-Security-Policy:\s*(.*)$", re.MULTILINE | re.IGNORECASE)
_UNSAFE = frozenset({"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:", "http:"})


def _look(scene: Scene) -> Iterator[Sighting]:
    allowed = {it for sources in content_policy(scene.place).values() for it in sources}
    for file, line, policy in _policies(scene):
        for directive in policy.split(";"):
            for source in directive.split()[1:]:
                if source not in allowed and (source in _UNSAFE or not source.startswith("'")):
                    yield _sighting(file, line, source, directive.split()[0])


def _policies(scene: Scene) -> Iterator[tuple[str, int, str]]:
    for source in scene.sources:
        if source.file.startswith("site/layouts/"):
            for element in elements_in(source.text, "meta"):
                if element.attributes.get("http-equiv", "").lower() == _META:
                    yield source.file, element.line, element.attributes.get("content", "")
    for name in ("site/static/_headers", "build/site/_headers"):
        path = scene.folder / name
        if path.is_file() and (scene.built or name.startswith("site/")):
            text = path.read_text("utf-8", "replace")
            for found in _HEADER.finditer(text):
                yield name, text.count("\n", 0, found.start()) + 1, found.group(1)
    seen = set()
    for page in scene.built.pages if scene.built else ():
        head = page.text[:4000]  # a policy counts only where it stands before what it governs
        for element in elements_in(head, "meta"):
            policy = element.attributes.get("content", "")
            if element.attributes.get("http-equiv", "").lower() == _META and policy not in seen:
                seen.add(policy)
                yield page.shown, element.line, policy


def _sighting(file: str, line: int, source: str, directive: str) -> Sighting:
    return Sighting(
        file=file,
        line=line,
        what=_("The security policy allows {source} ({directive}).").format(
            source=source, directive=directive
        ),
        why=_("A text that somebody smuggles in could run as a program in the visitor's browser."),
        cure=_("Take it out; the kit writes a policy that follows from place.yaml."),
        about=f"{directive} {source}",
        command="oic-kit build",
    )


CHECK = Check(
    id="policy",
    question="Do pages and header files allow only what follows from place.yaml?",
    who=Who.TECHNOLOGY,
    severity=Severity.ERROR,
    look=_look,
    blocks=True,
)
