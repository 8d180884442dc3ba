"""The plan of an update, from listings alone."""

from __future__ import annotations

import pytest

from oic_kit.model.update_plan import Joined, Tree, is_drawn, plan_update
from oic_kit.model.update_step import Action, Step, Why
from oic_kit.model.update_wishes import Wishes

THEME = "site/themes/oic/a.html"
PAGE = "site/content/a/index.de.md"


def tree(*files: str, links: tuple[str, ...] = ()) -> Tree:
    """The names in a folder; folders follow from the files."""
    folders = {"/".join(it.split("/")[:n]) for it in files for n in range(1, len(it.split("/")))}
    return Tree(frozenset(files), frozenset(folders), frozenset(links))


def plan(handed=None, held=None, fresh=None, joined=(), *, links=(), wishes=None):
    """A plan; whatever is held lies in the folder."""
    held = held or {}
    return plan_update(
        handed, held, fresh or {}, joined, tree(*held, links=links), wishes or Wishes()
    )


@pytest.mark.parametrize(
    ("handed", "held", "fresh", "expected"),
    [
        ("a", "a", "b", (Action.REPLACE, Why.RENEWED)),
        ("a", "x", "b", (Action.REPLACE, Why.SAVED)),
        ("a", "x", "a", (Action.REPLACE, Why.SAVED)),
        ("a", "b", "b", None),
        ("a", None, "a", (Action.ADD, Why.RESTORED)),
        (None, None, "a", (Action.ADD, Why.NEW)),
        ("a", "a", None, (Action.REMOVE, Why.DROPPED)),
        ("a", "x", None, (Action.KEEP, Why.DROPPED_EDITED)),
        (None, "x", None, (Action.KEEP, Why.BESIDE)),
    ],
)
def test_a_file_of_the_theme(handed, held, fresh, expected):
    """
    A maintainer reads here what happens to a layout: handed out, held, fresh.
    """
    listings = ({THEME: it} if it else {} for it in (handed, held, fresh))

    steps = plan(*listings).steps

    assert ([] if expected is None else [expected]) == [(it.action, it.why) for it in steps]


@pytest.mark.parametrize(
    ("handed", "held", "fresh", "expected"),
    [
        (None, None, "a", (Action.ADD, Why.NEW)),
        ("a", None, "b", None),
        ("a", "x", "b", None),
        ("a", "a", "b", None),
        ("a", "a", None, None),
        (None, "x", "b", None),
    ],
)
def test_a_page_is_added_once_or_left_alone(handed, held, fresh, expected):
    """
    An editor reads here that no update ever writes over a page.
    """
    listings = ({PAGE: it} if it else {} for it in (handed, held, fresh))

    steps = plan(*listings).steps

    assert ([] if expected is None else [expected]) == [(it.action, it.why) for it in steps]


@pytest.mark.parametrize(
    ("base", "mine", "kits", "result", "expected"),
    [
        ("a", "a", "b", "b", (Action.REPLACE, Why.RENEWED)),
        ("a", "x", "b", "y", (Action.MERGE, Why.BOTH)),
        ("a", "x", "a", "x", (Action.KEEP, Why.YOURS)),
        ("a", "b", "b", "b", None),
        ("a", "", "b", "", (Action.KEEP, Why.DELETED)),
        ("a", "", "a", "", None),
        ("a", "a", "", "", (Action.REMOVE, Why.DROPPED)),
        ("a", "x", "", "x", (Action.KEEP, Why.DROPPED_EDITED)),
        ("", "", "b", "b", (Action.ADD, Why.NEW)),
        ("", "x", "", "x", None),
    ],
)
def test_a_shared_text(base, mine, kits, result, expected):
    """
    An editor of the playbook reads here what happens to a chapter: base, ours, the kit's.
    """
    path = "playbook/a.md"
    steps = plan(joined=[Joined(path, path, base, mine, kits, result)]).steps

    assert ([] if expected is None else [expected]) == [(it.action, it.why) for it in steps]


def test_the_lines_stand_in_the_order_of_the_actions():
    """
    What needs the reader's eye stands last, where a terminal ends.
    """
    clash = Joined("README.md", "README.md", "a", "x", "b", "x", Why.PASSAGE)

    steps = plan({}, {"README.md": "x"}, {THEME: "a", PAGE: "a"}, [clash]).steps

    assert [PAGE, THEME, "README.md"] == [step.path for step in steps]
    assert Step("README.md", Action.CONFLICT, Why.PASSAGE) == steps[-1]


def test_one_link_in_the_way_is_one_line():
    """
    A theme that is a link gives one line for the link, not one for each of its files.
    """
    fresh = {f"site/themes/oic/{name}.html": name for name in "abc"}

    steps = plan({}, {}, fresh, links=("site/themes/oic",)).steps

    assert (Step("site/themes/oic", Action.KEEP, Why.IN_THE_WAY),) == steps


def test_unknown_prints_add_no_page():
    """
    When nobody can tell what was handed out, a deleted page must not come back.
    """
    assert () == plan(None, {}, {PAGE: "a"}).steps


def test_a_wish_brings_back_what_was_deleted():
    """
    A file or a whole folder, named as it lies in the place's folder.
    """
    wishes = Wishes(restore=("site/content",))

    (step,) = plan({PAGE: "a"}, {}, {PAGE: "b"}, wishes=wishes).steps

    assert Step(PAGE, Action.ADD, Why.RESTORED) == step


@pytest.mark.parametrize("path", ["a/logo.SVG", "f.woff2", "x.png"])
def test_pictures_and_fonts_are_known_by_their_names(path):
    """
    An SVG is text to a program and a picture to a person: nobody wants halves of two.
    """
    assert is_drawn(path)
    assert not is_drawn("a/chapter.md")
