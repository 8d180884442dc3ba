"""Renames on either side carry the edits of the other along."""

from __future__ import annotations

import os

import pytest

from tests.services.synthetic_kits import Kit, actions, chapter, write

CHAPTER = "playbook/chapters/de/10-roadmap.md"
OLD = Kit({CHAPTER: chapter(), "README.md": b"# Guide\n\nRead this first.\n"})


def test_edits_move_along_when_the_kit_renames_a_chapter(tmp_path):
    """
    A chapter gets a new number in the kit; the place's remarks are in the new file.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {CHAPTER: chapter(line_10="Our remark.")})
    renamed = "playbook/chapters/de/20-roadmap.md"

    done = Kit({renamed: chapter(line_2="Better.")}).update(tmp_path)

    assert not (tmp_path / CHAPTER).exists()
    assert chapter(line_2="Better.", line_10="Our remark.") == (tmp_path / renamed).read_bytes()
    assert CHAPTER in {step.was for step in done.plan.steps}


@pytest.mark.parametrize(
    "name",
    [
        "playbook/chapters/de/10-fahrplan.md",
        "playbook/Über uns/größer.md",
        os.fsdecode(b"playbook/gr\xf6\xdfer.md"),
    ],
)
def test_the_kit_s_change_follows_a_chapter_that_the_place_renamed(tmp_path, name):
    """
    A chapter under another name still gets better texts: with umlauts, and in an old encoding.
    """
    OLD.generate(tmp_path)
    (tmp_path / CHAPTER).unlink()
    write(tmp_path, {name: chapter(line_10="Our remark.")})

    Kit({CHAPTER: chapter(line_2="Better.")}, version="0.2.0").update(tmp_path)

    assert chapter(line_2="Better.", line_10="Our remark.") == (tmp_path / name).read_bytes()
    assert not (tmp_path / CHAPTER).exists()


def test_a_guide_that_moved_out_of_the_kit_s_paths_is_found(tmp_path):
    """
    `README.md` became `LIESMICH.md`: its changes arrive there, and no second guide appears.
    """
    guide = b"".join(b"Sentence %d.\n" % number for number in range(20))
    kit = Kit({"README.md": guide})
    kit.generate(tmp_path)
    (tmp_path / "README.md").rename(tmp_path / "LIESMICH.md")

    Kit({"README.md": guide + b"One more.\n"}, version="0.2.0").update(tmp_path)

    assert guide + b"One more.\n" == (tmp_path / "LIESMICH.md").read_bytes()
    assert not (tmp_path / "README.md").exists()


def test_when_both_rename_a_chapter_the_place_s_name_counts(tmp_path):
    """
    Two new names for one chapter give one chapter, with both edits.
    """
    OLD.generate(tmp_path)
    (tmp_path / CHAPTER).unlink()
    write(tmp_path, {"playbook/chapters/de/ours.md": chapter(line_10="Our remark.")})

    new = Kit({"playbook/chapters/de/kits.md": chapter(line_2="Better.")})
    new.update(tmp_path)

    merged = chapter(line_2="Better.", line_10="Our remark.")
    assert merged == (tmp_path / "playbook/chapters/de/ours.md").read_bytes()
    assert not (tmp_path / "playbook/chapters/de/kits.md").exists()


def test_a_german_chapter_never_becomes_an_english_one(tmp_path):
    """
    A place that changes its language keeps its edited German chapter; the English one is fresh.
    """
    german = Kit({CHAPTER: chapter()})
    german.generate(tmp_path)
    write(tmp_path, {CHAPTER: chapter(line_3="Unser Satz.")})
    english = CHAPTER.replace("/de/", "/en/")

    done = Kit({english: chapter(line_30="Nearly the same.")}, version="0.2.0").update(tmp_path)

    assert chapter(line_3="Unser Satz.") == (tmp_path / CHAPTER).read_bytes()
    assert chapter(line_30="Nearly the same.") == (tmp_path / english).read_bytes()
    assert ("keep", "dropped-edited") == actions(done)[CHAPTER]
