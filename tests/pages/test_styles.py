"""The style sheet as it is published: what it must never do, whoever edits a component."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import tinycss2
from tinycss2.ast import Node

from tests.sites import BuiltSite

MOTION = ("animation", "transition", "scroll-behavior", "view-transition")


@dataclass(frozen=True)
class Line:
    """One declaration: where it stands and what it says."""

    around: tuple[str, ...]
    name: str
    value: str
    important: bool

    @property
    def selector(self) -> str:
        """The innermost rule that is no condition."""
        return next((rule for rule in reversed(self.around) if not rule.startswith("@")), "")


def lines(nodes: list[Node], around: tuple[str, ...] = ()) -> Iterator[Line]:
    """Every declaration of a style sheet, nested rules included."""
    for node in nodes:
        if node.type == "declaration":
            value = tinycss2.serialize(node.value).strip()
            yield Line(around, node.lower_name, value, node.important)
        elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
            head = tinycss2.serialize(node.prelude).strip()
            name = f"@{node.lower_at_keyword} {head}" if node.type == "at-rule" else head
            inner = tinycss2.parse_blocks_contents(node.content)
            yield from lines(inner, (*around, name))


@pytest.fixture(scope="module")
def sheet(built_sites: dict[str, BuiltSite]) -> list[Line]:
    """The style sheet of one site; only its colours differ from those of the others."""
    site = built_sites["muenster"]
    (file,) = (name for name in site.files if re.fullmatch(r"css/oic\..*\.css", name))
    source = (site.root / file).read_text(encoding="utf-8")
    found = list(lines(tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)))
    assert len(found) > 500
    return found


def test_the_night_changes_colours_and_nothing_else(sheet: list[Line]):
    """
    A visitor who reads at night sees the same page in other colours, so that one look at its boxes
    holds for both.
    """
    night = [line for line in sheet if any("prefers-color-scheme" in rule for rule in line.around)]

    assert night
    assert [] == [line for line in night if not line.name.startswith(("--", "color-scheme"))]


def test_nothing_moves_for_those_who_want_stillness(sheet: list[Line]):
    """
    A visitor whom motion makes sick sees none: all of it stands inside one condition.
    """
    moving = [line for line in sheet if line.name.startswith(MOTION) and line.value != "none"]

    assert moving
    assert [] == [
        line
        for line in moving
        if not any("prefers-reduced-motion: no-preference" in rule or
                   "prefers-reduced-motion:no-preference" in rule for rule in line.around)
    ]  # fmt: skip
    assert [] == [line for line in moving if "infinite" in line.value]


def test_the_ring_of_the_keyboard_is_never_taken_away(sheet: list[Line]):
    """
    A visitor with a keyboard sees where they are; only the content itself shows no ring.
    """
    taken = [
        line for line in sheet if line.name.startswith("outline") and line.value in ("0", "none")
    ]

    assert {"main:focus"} >= {flat(line) for line in taken}


def flat(line: Line) -> str:
    """The whole selector of a nested rule."""
    outer, *inner = (rule for rule in line.around if not rule.startswith("@"))
    return "".join([outer, *(rule.removeprefix("&") for rule in inner)])


def test_things_are_read_in_the_order_in_which_they_are_seen(sheet: list[Line]):
    """
    A visitor who hears a page hears it in the order in which others see it.
    """
    assert [] == [
        line
        for line in sheet
        if line.name == "order" or "reverse" in line.value or line.name == "float"
    ]


def test_styles_load_nothing_from_elsewhere_and_force_nothing(sheet: list[Line]):
    """
    A place that adds its own style sheet wins without tricks, and no style asks another host.
    """
    assert [] == [
        line for line in sheet if re.search(r"url\((?!['\"]?(?:data:image/svg|#))", line.value)
    ]
    assert [] == [line for line in sheet if line.important]
    assert [] == [line for line in sheet if re.search(r"(^|[\s,>+~(])#[a-z]", line.selector)]


def test_no_screen_is_held_in_one_direction(sheet: list[Line]):
    """
    A visitor turns the phone as they like: nothing is turned back or hidden for it.
    """
    assert [] == [line for line in sheet if any("orientation" in rule for rule in line.around)]
