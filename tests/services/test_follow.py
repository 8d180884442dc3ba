"""A folder that follows the template while a maintainer works on it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oic_kit.services.follow import Follower
from oic_kit.services.generate import generate
from oic_kit.services.template import template_root
from tests.places import profile

SHEET = ("copier.yml", "site/hugo.yaml.jinja", "site/themes/oic/theme.toml",
         "site/themes/oic/layouts/home.html", "site/content/press/_index.de.md",
         "site/content/press/_index.en.md", "site/themes/oic/i18n/de.yaml")  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a district."""
    return generate(profile("sennestadt"), into=tmp_path_factory.mktemp("place") / "oic").folder


@pytest.fixture
def follower(tmp_path: Path, folder: Path) -> Follower:
    """A small copy of the template that may be edited, and the folder that follows it."""
    root = tmp_path / "template"
    for name in SHEET:
        source = template_root() / name
        if source.is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(source.read_bytes())
    return Follower(root, folder, profile("sennestadt"))


def save(follower: Follower, name: str, text: str) -> None:
    """Save a file of the template a moment later than before."""
    path = follower.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(later, later))


def test_a_saved_layout_is_carried_over_as_it_is(follower, folder):
    """
    A maintainer saves a layout; nothing in it is taken for a value to fill in.
    """
    save(follower, "site/themes/oic/layouts/home.html", "{{ define }}")

    assert ("site/themes/oic/layouts/home.html",) == follower.follow()
    assert "{{ define }}" == (folder / "site/themes/oic/layouts/home.html").read_text()
    assert () == follower.follow()


def test_a_saved_text_is_filled_in_for_the_place(follower, folder):
    """
    A maintainer saves a text with values; the browser shows it about the sample place.
    """
    save(follower, "site/content/press/new.de.md.jinja", "Presse in {{ place.place.name }}\n")

    follower.follow()

    assert "Presse in Sennestadt\n" == (folder / "site/content/press/new.de.md").read_text()


def test_another_language_and_another_forge_stay_behind(follower, folder):
    """
    What the sample place does not get when it is made, it does not get while it follows.
    """
    save(follower, "site/content/press/new.en.md", "Press\n")
    save(follower, ".github/workflows/own.yml", "name: x\n")

    follower.follow()

    assert not (folder / "site/content/press/new.en.md").exists()
    assert not (folder / ".github").exists()


def test_a_deleted_file_goes(follower, folder):
    """
    A maintainer deletes a layout and sees the page without it.
    """
    (follower.root / "site/themes/oic/theme.toml").unlink()

    assert ("site/themes/oic/theme.toml",) == follower.follow()
    assert not (folder / "site/themes/oic/theme.toml").exists()
