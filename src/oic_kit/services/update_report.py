"""What a person should look at after an update, as Markdown: `update-report.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from oic_kit.model.update_step import Step, Why
from oic_kit.say import _
from oic_kit.services.new_state import REPLACED
from oic_kit.services.passages import Passage
from oic_kit.services.update_words import reason_for

REPORT = "update-report.md"
_THEME = "site/themes/oic/"
_TICKS = re.compile(r"`{3,}")
_WHOLE_IN_BASE = frozenset(
    {Why.PASSAGE, Why.BOTH_NEW, Why.BOTH_FILES, Why.BREAKS, Why.NO_BASE, Why.DELETED}
)


def report(
    steps: Sequence[Step],
    texts: Mapping[str, Sequence[Passage]],
    *,
    title: str,
    old: bytes | None,
) -> bytes | None:
    """Write what a person should look at; nothing when there is nothing new.

    A report that is still there was not worked through: what it says stays below.

    Args:
        steps: of the plan; only those that need a person are written down.
        texts: passages in which a text and that of the kit differ, by path.
        title: which update this is.
        old: the report that lies there.
    """
    before = old or b""
    blocks = [block_for(step, texts.get(step.path, ())) for step in steps if step.needs_reader]
    fresh = [block for block in blocks if block.encode() not in before]
    if not fresh:
        return None
    head = _head()
    said = "\n".join([head, f"## {title}\n", *fresh])
    rest = before.removeprefix(head.encode())
    return said.encode() + (b"\n" + rest.lstrip(b"\n") if rest else b"")


def _head() -> str:
    first = _("What to look at after an update")
    rest = _("Your own texts stand as they were. Take over from here what you like.")
    return f"# {first}\n\n{rest}\n" + _("Then delete this file.") + "\n"


def block_for(step: Step, found: Sequence[Passage]) -> str:
    """Everything about one file: what happened, both texts beside each other, what to do."""
    return "\n".join([f"### {_code(step.path)}\n", *_sentences(step, found)])


def _sentences(step: Step, found: Sequence[Passage]) -> Iterator[str]:
    yield _capital(reason_for(step.why)) + ".\n"
    for passage in found:
        yield _("Yours, from line {line} on:").format(line=passage.line) + "\n"
        yield _fenced(passage.mine)
        yield _("The kit's:") + "\n"
        yield _fenced(passage.kits)
    if step.why in _WHOLE_IN_BASE:
        yield _("The kit's whole file: {path}").format(path=_code(f".oic/base/{step.path}")) + "\n"
    if advice := _advice(step):
        yield advice + "\n"


def _advice(step: Step) -> str:
    if step.why is Why.SAVED:
        kept = _("Your version: {path}").format(path=_code(f"{REPLACED}{step.path}"))
        if not step.path.startswith(_THEME):
            return kept + "\n" + _("Every update replaces this file.")
        own = _code("site/" + step.path.removeprefix(_THEME))
        wins = _("Hugo prefers a file of yours at {path}, and no update touches that one.")
        return kept + "\n" + wins.format(path=own)
    if step.why is Why.DROPPED_EDITED:
        return _("Delete it when you need it no more.")
    if step.why is Why.IN_THE_WAY:
        return _("Nothing was written there. Rename yours, then run oic-kit update again.")
    return ""


def _code(text: str) -> str:
    """A path as Markdown shows it: letters as they are, marks without meaning."""
    shown = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def _fenced(text: str) -> str:
    """Text between two lines of ticks, longer than any inside."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    shown = text or _("(nothing)")
    return f"{fence}text\n{shown}\n{fence}\n"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
