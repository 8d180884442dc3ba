"""Take a text with Liquid apart: plain text, includes, outputs and tags. Nothing of it is run.

Source:
    https://shopify.github.io/liquid/basics/introduction/ and https://jekyllrb.com/docs/includes/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_PIECE = re.compile(
    r"\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}"
    r"|\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}"
    r"|\{%-?\s*highlight\s+(?P<lang>[\w+-]+)[^%]*-?%\}(?P<code>.*?)\{%-?\s*endhighlight\s*-?%\}"
    r"|\{%-?\s*(?P<tag>\w+)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^%]|%(?!\}))*?)-?%\}"
    r"|\{\{(?![<%])-?(?P<out>(?:\"[^\"]*\"|'[^']*'|[^}]|\}(?!\}))*?)-?\}\}",
    re.DOTALL,
)
_NAME = re.compile(r"\s*([\w./-]+)")
_PAIR = re.compile(r"([\w-]+)\s*=\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\s\"']+)", re.DOTALL)
_LITERAL = re.compile(r"^\s*(?:\"([^\"]*)\"|'([^']*)')")
_HARMLESS_FILTERS = frozenset({"relative_url", "absolute_url", "strip", "escape", "url_encode"})


@dataclass(frozen=True)
class Text:
    """Text that Liquid leaves alone."""

    text: str


@dataclass(frozen=True)
class Include:
    """A part that Jekyll would have put in: `{% include quote.html text="…" %}`.

    Args:
        name: the name of the part without its ending, such as `quote`.
        values: what was handed over.
        raw: as it stood in the text.
    """

    name: str
    raw: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Output:
    """A value that Jekyll would have printed: `{{ site.email }}`."""

    expression: str
    raw: str


@dataclass(frozen=True)
class Tag:
    """Any other tag: `{% if … %}`, `{% link … %}`."""

    name: str
    rest: str
    raw: str


Piece = Text | Include | Output | Tag


def pieces(text: str) -> Iterator[Piece]:
    """Take a text apart; comments vanish, `raw` and `highlight` become text."""
    at = 0
    for found in _PIECE.finditer(text):
        if found.start() > at:
            yield Text(text[at : found.start()])
        at = found.end()
        if piece := _piece(found):
            yield piece
    if at < len(text):
        yield Text(text[at:])


def _piece(found: re.Match[str]) -> Piece | None:
    raw = found.group()
    if (kept := found["raw"]) is not None:
        return Text(kept)
    if (code := found["code"]) is not None:
        return Text(f"\n```{found['lang']}\n{code.strip(chr(10))}\n```\n")
    if (out := found["out"]) is not None:
        return Output(out.strip(), raw)
    if not (name := found["tag"]):
        return None
    rest = found["rest"].strip()
    if name in ("include", "include_relative", "include_cached"):
        return _include(rest, raw)
    return Tag(name, rest, raw)


def _include(rest: str, raw: str) -> Piece:
    named = _NAME.match(rest)
    if not named:
        return Tag("include", rest, raw)
    values = {key: _unquoted(value) for key, value in _PAIR.findall(rest[named.end() :])}
    name = named.group(1).rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".md")
    return Include(name, raw, values)


def _unquoted(value: str) -> str:
    if value[:1] in "\"'" and value[-1:] == value[:1] and len(value) > 1:
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value


def value_of(expression: str, known: Mapping[str, str]) -> str | None:
    """Say what an output would have printed, when that is a plain text or a fact of the old site.

    Args:
        expression: such as `'/posts/' | relative_url` or `site.email`.
        known: facts by their name, such as `site.email`.

    Returns:
        Nothing when only Liquid could tell.
    """
    first, *filters = (part.strip() for part in expression.split("|"))
    if any(name.split(":")[0].strip() not in _HARMLESS_FILTERS for name in filters):
        return None
    if literal := _LITERAL.match(first):
        return literal.group(1) if literal.group(1) is not None else literal.group(2)
    return known.get(first)
