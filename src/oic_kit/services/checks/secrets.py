"""Whether a text gives away what only some people should have: keys, passwords, vouchers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.model.text import SECRET
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import RECORD, Scene
from oic_kit.services.checks.sources import Source
from oic_kit.services.record_text import read_text

_IN_ADDRESS = re.compile(
    r"(?i)https?://[^\s/?#<>\"')]*:[^\s/?#<>\"')]*@"
    r"|[?&](voucher|(?:access_?)?token|api_?key|pwd|pass(?:wor[dt])?|secret|sig(?:nature)?|auth)="
    r"(?=[^\s&#<>\"')])"
)

_SAID = re.compile(r"(?i)passwor|api|secret")


def _look(scene: Scene) -> Iterator[Sighting]:
    # The record refuses keys and passwords by itself; an address in it may still carry a voucher.
    record = Source(RECORD, "", read_text(scene.folder / RECORD))
    for source in (record, *scene.sources):
        if source.file.startswith("site/layouts/"):
            continue
        for found in SECRET.finditer(source.text):
            yield _key(source, found)
        for found in _IN_ADDRESS.finditer(source.text):
            yield _address(source, found)


def _key(source: Source, found: re.Match[str]) -> Sighting:
    line = source.line_at(found.start())
    return Sighting(
        file=source.file,
        line=line,
        # Never repeated: a finding is read by more people than the page.
        what=_("Something here looks like a password or an access key."),
        why=_("Whoever reads the page could use it; it also stays in the history of the files."),
        cure=_("Take it out, and have it replaced by a new one where it is valid."),
        about=f"key {line}",
        # "Password: comes by e-mail" may be an honest sentence; a key of a service never is.
        severity=Severity.WARNING if _SAID.match(found.group()) else Severity.ERROR,
        blocks=not _SAID.match(found.group()),
    )


def _address(source: Source, found: re.Match[str]) -> Sighting:
    name = found.group(1) or "@"
    return Sighting(
        file=source.file,
        line=source.line_at(found.start()),
        what=_("An address carries a key or a voucher ({name}).").format(name=name),
        why=_("Everybody who follows the link uses it, and it ends up in other people's logs."),
        cure=_("Write the address without it, unless it really is meant for everybody."),
        about=f"address {name}",
    )


CHECK = Check(
    id="secret",
    question="Does a text give away a password, an access key or a voucher?",
    who=Who.TECHNOLOGY,
    severity=Severity.WARNING,
    look=_look,
)
