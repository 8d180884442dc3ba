"""A warning is an error: what would be half right on a page stops the build with one clear message."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from oic_kit.errors import OicError
from oic_kit.services.site import build
from tests.places import profile
from tests.sites import BuiltSite
from tests.variants import built


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site that is spoilt and mended again, one test after the other."""
    drawn = tmp_path_factory.mktemp("drawn")
    return built(profile("gent"), tmp_path_factory.mktemp("strict") / "oic", drawn=drawn)


@pytest.fixture
def spoil(site: BuiltSite) -> Iterator[object]:
    """Change a file for one test."""
    before: dict[Path, bytes] = {}

    def change(path: str, old: str, new: str) -> None:
        file = site.folder / path
        before[file] = file.read_bytes()
        text = file.read_text(encoding="utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    yield change
    for file, content in before.items():
        file.write_bytes(content)


def refusal(site: BuiltSite) -> OicError:
    """What the build says when it stops; the last good site stays where it was."""
    good = (site.root / "index.html").read_bytes()
    with pytest.raises(OicError) as stopped:
        build(site.folder)
    assert good == (site.root / "index.html").read_bytes()
    return stopped.value


THEME = "site/themes/oic"
HOME = f"{THEME}/layouts/home.html"
POST = "site/content/posts/what-is-an-oic/index.en.md"
SPOILT = {
    "a word nobody translated": (HOME, "{{", '{{ T "no_such_word" }}{{', "no_such_word"),
    "a way of Hugo that goes away": (HOME, "{{", "{{ site.LanguageCode }}{{", "deprecat"),
    "a picture without words": (POST, "\n---\n", "\n---\n\n![](round-tables.png)\n", POST),
    "a picture that is not there": (POST, "\n---\n", "\n---\n\n![A door](door.png)\n", "door.png"),
    "a link to nowhere": (POST, "\n---\n", "\n---\n\n[there](/no-such-page/)\n", "no-such-page"),
    "a shortcode nobody knows": (POST, "\n---\n", "\n---\n\n{{< nonsense >}}\n", "nonsense"),
    "a layout with a mistake": (HOME, "{{", "{{ .NoSuchField }}{{", "home.html"),
}


@pytest.mark.parametrize(("path", "old", "new", "named"), SPOILT.values(), ids=SPOILT)
def test_what_is_not_right_stops_the_build_and_is_named(
    site: BuiltSite, spoil, path: str, old: str, new: str, named: str
):
    """
    An editor or developer who breaks something reads what and where, in a few lines, and the last
    good site stays as it was.
    """
    spoil(path, old, new)

    stopped = refusal(site)
    assert named in stopped.what
    assert len(stopped.what.splitlines()) <= 6, stopped.what
    assert "goroutine" not in stopped.what
    assert stopped.remedy


def test_every_fault_of_all_pages_is_named_at_once(site: BuiltSite, spoil):
    """
    An editor with two mistakes in two pages mends both in one go.
    """
    other = "site/content/posts/the-first-months/index.en.md"
    spoil(POST, "category:", "catgory:")
    spoil(other, "date: ", "date: never #")

    said = refusal(site).what
    assert POST in said
    assert other in said


def test_a_site_that_was_mended_builds_again(site: BuiltSite):
    """
    An editor who mends the file has the site back with the next build.
    """
    assert build(site.folder).pages > 50
