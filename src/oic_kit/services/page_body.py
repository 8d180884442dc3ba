"""Find in the text of a page what would stop Hugo, before Hugo does."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterator
from pathlib import Path

from oic_kit.say import _

# Shortcodes that Hugo brings along and that load nothing from elsewhere.
_BUILT_IN = frozenset({"details", "highlight", "param", "qr", "ref", "relref"})
# The theme refuses these: they would load another site before anybody clicked.
_LOADING = frozenset({"gist", "instagram", "twitter", "vimeo", "x", "youtube"})
_CALL = re.compile(r"\{\{([<%])(.*?)([>%]\}\})|\{\{([<%])", re.DOTALL)
_NAME = re.compile(r"\s*(/?)\s*([^\s/>%\"=]*)")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(?:.*?)(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MOST_SIGNS = 200_000
"""About a hundred printed pages; longer texts slow every build down and are read by nobody."""
_DEEPEST = 30
_NESTED = re.compile(rf"^(?:[ \t]*>){{{_DEEPEST + 1}}}|\[{{{_DEEPEST + 1}}}", re.MULTILINE)
# Browsers show none of these, but do as they say: reorder what follows, or break a feed.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
# The theme knows these; whatever else stands before a colon in a link runs, loads or leads nowhere.
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_GOAL = re.compile(r"\]\(\s*<?([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_IN_CALL = re.compile(r"\{\{[<%].*?[>%]\}\}", re.DOTALL)

Finding = tuple[int, str, str]
"""Line within the body (from 0), what was given, and the cure."""


def shortcodes_of(site: Path) -> frozenset[str]:
    """The shortcodes that an editor may use: of the theme, of the place, and safe built-in ones."""
    names = set(_BUILT_IN)
    for root in (site / "themes" / "oic", site):
        folder = root / "layouts" / "_shortcodes"
        if folder.is_dir():
            names |= {
                path.relative_to(folder).with_suffix("").as_posix()
                for path in folder.rglob("*.html")
            }
    return frozenset(names - _LOADING)


def findings_in(body: str, *, shortcodes: frozenset[str]) -> Iterator[Finding]:
    """Say what in a text would stop the build or mislead a reader.

    Unknown shortcodes and raw HTML; invisible signs; text that is too long or nested too deeply.

    Args:
        body: the text below the head of a page.
        shortcodes: the names that are known.
    """
    yield from _odd_signs(body)
    yield from _odd_links(body)
    if "{{<" in body or "{{%" in body:
        yield from _shortcode_findings(body, shortcodes)
    if "<" in body:
        yield from _html_findings(body)


def _odd_signs(body: str) -> Iterator[Finding]:
    if len(body) > _MOST_SIGNS:
        cure = _("shorten it to at most {most} letters").format(most=_MOST_SIGNS)
        yield 0, _short(body[:200]), cure
    if nested := _NESTED.search(body):
        line = body.count("\n", 0, nested.start())
        yield line, _short(nested.group()), _("remove all but a few of these signs in a row")
    if unseen := _UNSEEN.search(body):
        line = body.count("\n", 0, unseen.start())
        name = f"U+{ord(unseen.group()):04X}"
        yield line, name, _("remove the invisible or direction-changing characters")


def _odd_links(body: str) -> Iterator[Finding]:
    """Links that are scripts or data; letters may be written as entities or with gaps in them."""
    text = _without_code(body) if "](" in body else ""
    for link in _GOAL.finditer(text):
        goal = "".join(sign for sign in html.unescape(link.group(1)) if sign.isprintable())
        scheme = _SCHEME.match(goal.strip().lower())
        if scheme and scheme.group(1) not in _SCHEMES:
            line = text.count("\n", 0, link.start())
            cure = _("write a whole address (https://…) or the folder of a page (/events/opening/)")
            yield line, _short(link.group(1)), cure


def _shortcode_findings(body: str, known: frozenset[str]) -> Iterator[Finding]:
    open_calls: list[str] = []
    for call in _CALL.finditer(body):
        line, shown = body.count("\n", 0, call.start()), _short(call.group())
        if call.group(4) or call.group(3)[0] != {"<": ">", "%": "%"}[call.group(1)]:
            if not body.startswith("/*", call.start() + 3):
                yield line, shown, _("close the shortcode with >}} or %}}, as it was opened")
            continue
        inside = call.group(2)
        if inside.startswith("/*") and inside.endswith("*/"):
            continue
        closing, name = _NAME.match(inside).groups()  # type: ignore[union-attr]
        if name not in known:
            yield line, shown, _unknown(name, known)
        elif closing and name not in open_calls:
            yield line, shown, _("remove it; there is nothing open that it could close")
        elif closing:
            open_calls.remove(name)
        else:
            open_calls.append(name)


def _unknown(name: str, known: frozenset[str]) -> str:
    if name in _LOADING:
        return _('write {{< video url="https://…" title="…" >}}; it loads nothing before the click')
    close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    if close:
        return _("did you mean “{key}”?").format(key=close[0])
    return _("no shortcode is called so; these exist: {names}").format(
        names=", ".join(sorted(known))
    )


def _html_findings(body: str) -> Iterator[Finding]:
    text = _without_code(body)
    for tag in _TAG.finditer(text):
        line = text.count("\n", 0, tag.start())
        yield (
            line,
            _short(tag.group()),
            _("write Markdown instead; HTML is not shown (or put a backslash before the <)"),
        )


def _without_code(body: str) -> str:
    """Blank out what Markdown does not read as HTML; every line stays where it is."""
    text = body
    for pattern in (_COMMENT, _IN_CALL):
        text = pattern.sub(_blank, text)
    text = _without_fences(text)
    return _CODE.sub(_blank, text).replace("\\<", "  ")


def _without_fences(text: str) -> str:
    kept: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark.group(1).startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            kept.append("")
        elif mark:
            fence = mark.group(1)
            kept.append("")
        else:
            kept.append("" if line.startswith(("    ", "\t")) else line)
    return "\n".join(kept)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
