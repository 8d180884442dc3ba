"""A folder in a git checkout, and git settings that made Copier lose work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygit2
import pytest
from pygit2.enums import ConfigLevel

from oic_kit.errors import FolderError
from oic_kit.services.checkout import is_checkout, refuse_uncommitted
from tests.services.synthetic_kits import Kit, chapter, everything, write

CHAPTER = "playbook/chapters/de/10-größe.md"
OLD = Kit({CHAPTER: chapter(), "README.md": b"# Guide\n", ".gitignore": b"/build/\n"})
NEW = Kit({**OLD.files, CHAPTER: chapter(line_2="Better.")}, version="0.2.0")
HOSTILE = """
[apply]
    whitespace = error
[status]
    showUntrackedFiles = no
[core]
    quotepath = off
    autocrlf = true
    attributesFile = {attributes}
    hooksPath = /nonexistent
    fsmonitor = /bin/false
[diff]
    renames = false
    renameLimit = 1
    external = /bin/false
[merge]
    renames = false
    renameLimit = 1
    conflictStyle = diff3
    ff = only
[commit]
    gpgsign = true
[color]
    ui = always
"""


@pytest.fixture
def hostile_git(tmp_path: Path) -> Iterator[None]:
    """Git settings of a reader, each of which changed what Copier's update did."""
    attributes = tmp_path / "attributes"
    attributes.write_text("* merge=union\n*.md -text -merge binary\n", encoding="utf-8")
    (tmp_path / ".gitconfig").write_text(HOSTILE.format(attributes=attributes), encoding="utf-8")
    paths = pygit2.settings.search_path
    before = paths[ConfigLevel.GLOBAL]
    paths[ConfigLevel.GLOBAL] = str(tmp_path)
    yield
    paths[ConfigLevel.GLOBAL] = before


def committed(root: Path) -> pygit2.Repository:
    """Everything in a folder, committed."""
    repository = pygit2.init_repository(root)
    repository.index.add_all()
    repository.index.write()
    somebody = pygit2.Signature("Redaktion", "redaktion@example.org")
    tree = repository.index.write_tree()
    repository.create_commit("HEAD", somebody, somebody, "Start", tree, [])
    return repository


@pytest.mark.usefixtures("hostile_git")
def test_no_setting_of_the_reader_s_git_changes_a_merge(tmp_path):
    """
    Whitespace errors, hidden files, plain path names, a union driver for all texts: both edits stay.
    """
    folder = OLD.generate(tmp_path / "oic")
    mine = chapter(line_10="Ours.   ", line_20="Straße")
    write(folder, {CHAPTER: mine})

    NEW.update(folder)

    merged = chapter(line_2="Better.", line_10="Ours.   ", line_20="Straße")
    assert merged == (folder / CHAPTER).read_bytes()


@pytest.mark.usefixtures("hostile_git")
def test_no_setting_of_the_reader_s_git_hides_a_rename(tmp_path):
    """
    Renames switched off in git are still followed, and a clash still keeps the place's text.
    """
    folder = OLD.generate(tmp_path / "oic")
    (folder / CHAPTER).unlink()
    write(folder, {"playbook/ours.md": chapter(line_2="Our words.")})

    NEW.update(folder)

    assert chapter(line_2="Our words.") == (folder / "playbook/ours.md").read_bytes()
    assert not (folder / CHAPTER).exists()
    assert (folder / "update-report.md").exists()


def test_settings_of_the_process_are_put_back(tmp_path):
    """
    Another user of libgit2 in the same process finds its settings as they were.
    """
    before = pygit2.settings.search_path[ConfigLevel.GLOBAL]

    NEW.update(OLD.generate(tmp_path))

    assert before == pygit2.settings.search_path[ConfigLevel.GLOBAL]
    assert pygit2.settings.owner_validation


@pytest.mark.parametrize("path", [CHAPTER, "site/content/new/index.de.md", "place.yaml"])
@pytest.mark.usefixtures("hostile_git")
def test_uncommitted_work_stops_the_update(tmp_path, path):
    """
    Changed or new, and even where git is told to hide new files: git could not give it back.
    """
    folder = OLD.generate(tmp_path / "oic")
    committed(folder)
    write(folder, {path: (folder / "place.yaml").read_bytes() + b"\n# edited\n"})
    before = everything(folder)

    with pytest.raises(FolderError, match="not committed") as caught:
        NEW.update(folder)

    assert path in caught.value.what
    assert "--allow-dirty" in caught.value.remedy
    assert before == everything(folder)


def test_uncommitted_work_may_be_allowed(tmp_path):
    """
    Whoever says so updates anyway, and keeps the edit.
    """
    folder = OLD.generate(tmp_path)
    committed(folder)
    write(folder, {CHAPTER: chapter(line_10="Ours.")})

    NEW.update(folder, allow_dirty=True)

    assert chapter(line_2="Better.", line_10="Ours.") == (folder / CHAPTER).read_bytes()


def test_a_clean_checkout_is_updated_and_a_message_suggested(tmp_path):
    """
    Ignored builds and other folders of the same repository do not count.
    """
    folder = OLD.generate(tmp_path / "places" / "münster")
    committed(tmp_path)
    write(tmp_path, {"places/elsewhere.txt": b"new", "places/münster/build/site/a.html": b"x"})

    done = NEW.update(folder)

    assert done.checkout
    assert "0.2.0" in done.commit_message


def test_a_folder_without_git_needs_none(tmp_path):
    """
    No checkout, no question about commits.
    """
    assert not is_checkout(tmp_path)
    refuse_uncommitted(tmp_path)


def test_a_broken_checkout_is_explained(tmp_path):
    """
    A repository that cannot be read stops the update with the way around it.
    """
    folder = OLD.generate(tmp_path)
    committed(folder)
    (folder / ".git/config").write_text("[core\n", encoding="utf-8")

    with pytest.raises(FolderError, match="cannot be read") as caught:
        NEW.update(folder)

    assert "--allow-dirty" in caught.value.remedy


def test_the_stage_of_a_running_update_is_not_seen_by_git(tmp_path):
    """
    Whoever commits while an update is being put in place does not commit its scaffolding.
    """
    folder = OLD.generate(tmp_path)
    committed(folder)
    write(folder, {".oic/update/.gitignore": b"*\n", ".oic/update/new/1": b"x"})

    refuse_uncommitted(folder)


def test_a_home_that_is_kept_in_git_is_no_checkout_of_the_folder(tmp_path):
    """
    Somebody keeps the settings of their home in git: of the folder of a place it knows no file.
    """
    write(tmp_path, {".profile": b"x"})
    committed(tmp_path)
    folder = OLD.generate(tmp_path / "oic")

    refuse_uncommitted(folder)

    assert not is_checkout(folder)


def test_line_ends_that_git_wrote_are_no_edits(tmp_path):
    """
    A checkout on Windows has other line ends everywhere, in `.oic` too: nothing counts as edited.
    """
    layout = "site/themes/oic/a.html"
    old = Kit({**OLD.files, layout: b"one\ntwo\n"})
    folder = old.generate(tmp_path)
    for path in (CHAPTER, f".oic/base/{CHAPTER}", layout):
        write(folder, {path: (folder / path).read_bytes().replace(b"\n", b"\r\n")})

    done = Kit({**NEW.files, layout: b"one\nthree\n"}, version="0.2.0").update(folder)

    assert {"replace"} == {step.action.value for step in done.plan.steps}
    assert b"one\nthree\n" == (folder / layout).read_bytes()
    assert not (folder / ".oic/replaced").exists()
