"""Whether `robots.txt` says something to every crawler that it names."""

from __future__ import annotations

from collections.abc import Iterator

from oic_kit.model.finding import Severity, Who
from oic_kit.say import _
from oic_kit.services.checks.check import Check, Sighting
from oic_kit.services.checks.scene import Scene

_RULES = ("allow:", "disallow:", "crawl-delay:")


def _look(scene: Scene) -> Iterator[Sighting]:
    names = ["site/static/robots.txt", "site/layouts/robots.txt"]
    names += ["build/site/robots.txt"] if scene.built else []
    for name in names:
        path = scene.folder / name
        if path.is_file():
            for line in _empty_groups(path.read_text("utf-8", "replace")):
                yield _sighting(name, line)


def _empty_groups(text: str) -> Iterator[int]:
    """The first lines of groups without a rule."""
    agent, ruled = 0, True
    for number, raw in enumerate([*text.splitlines(), "user-agent: end"], start=1):
        line = raw.strip().lower()
        if line.startswith("user-agent:"):
            if agent and not ruled and not _follows(text, agent, number):
                yield agent
            if ruled or not agent:
                agent = number
            ruled = False
        elif line.startswith(_RULES) or "{{" in line:
            ruled = True


def _follows(text: str, agent: int, number: int) -> bool:
    """Whether two lines of names stand right below each other: one group for both."""
    lines = text.splitlines()
    return number <= len(lines) and not any(it.strip() for it in lines[agent : number - 1])


def _sighting(file: str, line: int) -> Sighting:
    return Sighting(
        file=file,
        line=line,
        what=_("This group of robots.txt has no rule."),
        why=_("Crawlers read it as they like; the site may vanish from search engines."),
        cure=_("Add a rule, e.g. Allow: /, or take the group out."),
        about=f"group {line}",
    )


CHECK = Check(
    id="robots",
    question="Does robots.txt say something to every crawler that it names?",
    who=Who.TECHNOLOGY,
    severity=Severity.WARNING,
    look=_look,
)
