"""Texts that the kit and the place share: every way in which Copier's own update loses work."""

from __future__ import annotations

import pytest

from tests.services.synthetic_kits import Kit, actions, chapter, everything, write

CHAPTER = "playbook/chapters/de/10-roadmap.md"
OTHER = "playbook/chapters/de/11-first-100-days.md"
PICTURE = "playbook/figures/plan.png"
OLD = Kit(
    {
        "README.md": b"# Guide\n\nRead this first.\n",
        CHAPTER: chapter(),
        OTHER: b"Another chapter.\n" * 12,
        PICTURE: b"\x89PNG\0old picture",
        "site/hugo.yaml": b"title: x\nlanguages:\n  de: {weight: 1}\nbuild: {}\n",
    }
)
ROADMAP = "playbook/chapters/de/10-roadmap.md"


def new_kit(**changed):
    """The next version; a file without content is one that it dropped."""
    files = {**OLD.files, **changed.get("files", {})}
    return Kit({path: it for path, it in files.items() if it is not None}, version="0.2.0")


def test_both_edits_of_a_chapter_are_kept(tmp_path):
    """
    The place's remark in line 10 and the kit's better line 2 stand in the same file.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {CHAPTER: chapter(line_10="Our remark.")})

    done = new_kit(files={CHAPTER: chapter(line_2="Better.")}).update(tmp_path)

    assert chapter(line_2="Better.", line_10="Our remark.") == (tmp_path / CHAPTER).read_bytes()
    assert ("merge", "both") == actions(done)[CHAPTER]
    assert not (tmp_path / "update-report.md").exists()


def test_a_clash_keeps_the_place_s_passage_and_reports_the_kit_s(tmp_path):
    """
    No marker enters a file; the editor finds both passages side by side in the report.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {CHAPTER: chapter(line_6="Our wording.")})

    done = new_kit(files={CHAPTER: chapter(line_6="Kit wording.", line_20="New.")}).update(tmp_path)

    assert chapter(line_6="Our wording.", line_20="New.") == (tmp_path / CHAPTER).read_bytes()
    assert ("conflict", "passage") == actions(done)[CHAPTER]
    report = (tmp_path / "update-report.md").read_text(encoding="utf-8")
    assert "```text\nOur wording.\n```" in report
    assert "```text\nKit wording.\n```" in report
    assert f"`.oic/base/{CHAPTER}`" in report
    assert not [name for name, it in everything(tmp_path).items() if b"<<<<" in bytes(it)]


def test_a_file_that_both_made_stays_the_place_s(tmp_path):
    """
    A chapter that the place wrote under a name that the kit now uses as well is not overwritten.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {"playbook/chapters/de/12.md": b"Ours.\n"})

    done = new_kit(files={"playbook/chapters/de/12.md": b"Kit's.\n"}).update(tmp_path)

    assert b"Ours.\n" == (tmp_path / "playbook/chapters/de/12.md").read_bytes()
    assert ("conflict", "both-new") == actions(done)["playbook/chapters/de/12.md"]


@pytest.mark.parametrize("kits", [b"\x89PNG\0old picture", b"\x89PNG\0kit's new picture"])
def test_an_exchanged_picture_is_never_replaced(tmp_path, kits):
    """
    The place's own diagram stays, whether or not the kit has a new one.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {PICTURE: b"\x89PNG\0ours"})

    new_kit(files={PICTURE: kits}).update(tmp_path)

    assert b"\x89PNG\0ours" == (tmp_path / PICTURE).read_bytes()


def test_a_dropped_chapter_goes_if_unedited_and_stays_if_edited(tmp_path):
    """
    What the kit no longer has vanishes quietly; what somebody worked on stays and is reported.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {OTHER: b"Ours.\n"})

    done = new_kit(files={CHAPTER: None, OTHER: None}).update(tmp_path)

    assert not (tmp_path / CHAPTER).exists()
    assert b"Ours.\n" == (tmp_path / OTHER).read_bytes()
    assert ("remove", "dropped") == actions(done)[CHAPTER]
    assert OTHER in (tmp_path / "update-report.md").read_text(encoding="utf-8")


def test_a_deleted_chapter_stays_deleted(tmp_path):
    """
    Whatever the kit does with it afterwards, and in every later version.
    """
    OLD.generate(tmp_path)
    (tmp_path / CHAPTER).unlink()

    done = new_kit(files={CHAPTER: chapter(line_2="Better.")}).update(tmp_path)
    Kit({**OLD.files, CHAPTER: chapter(line_3="Once more.")}, version="0.3.0").update(tmp_path)

    assert ("keep", "deleted") == actions(done)[CHAPTER]
    assert not (tmp_path / CHAPTER).exists()


def test_line_ends_of_windows_are_no_conflict(tmp_path):
    """
    An editor on Windows saved the whole chapter with its line ends; they stay, and both edits too.
    """
    OLD.generate(tmp_path)
    mine = chapter(line_10="Our remark.").replace(b"\n", b"\r\n")
    write(tmp_path, {CHAPTER: mine})

    new_kit(files={CHAPTER: chapter(line_2="Better.")}).update(tmp_path)

    both = chapter(line_2="Better.", line_10="Our remark.").replace(b"\n", b"\r\n")
    assert both == (tmp_path / CHAPTER).read_bytes()


def test_an_old_encoding_comes_out_as_it_went_in(tmp_path):
    """
    A chapter in latin-1 keeps every byte: Grüße stay Grüße.
    """
    OLD.generate(tmp_path)
    mine = chapter().replace(b"Line 9 of the chapter.", "Viele Grüße".encode("latin-1"))
    write(tmp_path, {CHAPTER: mine})

    new_kit(files={CHAPTER: chapter(line_2="Better.")}).update(tmp_path)

    expected = mine.replace(b"Line 2 of the chapter.", b"Better.")
    assert expected == (tmp_path / CHAPTER).read_bytes()


def test_trailing_blanks_cost_nothing(tmp_path):
    """
    One line with blanks at its end (Copier: all edits lost) is an edit like any other.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {CHAPTER: chapter(line_10="Ours.   ")})

    new_kit(files={CHAPTER: chapter(line_2="Better.")}).update(tmp_path)

    assert chapter(line_2="Better.", line_10="Ours.   ") == (tmp_path / CHAPTER).read_bytes()


def test_two_changes_that_break_a_file_together_are_a_conflict(tmp_path):
    """
    Both add a key of the same name at different lines: Hugo would stop, so the place's file stays.
    """
    OLD.generate(tmp_path)
    mine = b"enableEmoji: true\n" + OLD.files["site/hugo.yaml"]
    write(tmp_path, {"site/hugo.yaml": mine})

    kits = OLD.files["site/hugo.yaml"] + b"enableEmoji: false\n"
    done = new_kit(files={"site/hugo.yaml": kits}).update(tmp_path)

    assert mine == (tmp_path / "site/hugo.yaml").read_bytes()
    assert ("conflict", "breaks") == actions(done)["site/hugo.yaml"]


def test_search_and_replace_over_the_whole_folder_loses_nothing(tmp_path):
    """
    Somebody replaced a word everywhere, in `.oic/base` too: the edits are still seen as edits.
    """
    OLD.generate(tmp_path)
    for path in (CHAPTER, f".oic/base/{CHAPTER}"):
        write(tmp_path, {path: chapter(line_10="Replaced.")})

    done = new_kit(files={CHAPTER: chapter(line_2="Better.")}).update(tmp_path)

    assert chapter(line_10="Replaced.") == (tmp_path / CHAPTER).read_bytes()
    assert ("conflict", "no-base") == actions(done)[CHAPTER]


def test_a_second_run_changes_nothing(tmp_path):
    """
    After an update with a clash, the next one has nothing to do and leaves the report alone.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {CHAPTER: chapter(line_6="Ours."), OTHER: b"Ours.\n"})
    new = new_kit(files={CHAPTER: chapter(line_6="Kit's."), OTHER: None})
    new.update(tmp_path)
    before = everything(tmp_path)

    again = new.update(tmp_path)

    assert {} == again.changes
    assert before == everything(tmp_path)


def test_a_report_that_nobody_worked_through_is_not_lost(tmp_path):
    """
    A second update with a clash writes above what the first one said.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {CHAPTER: chapter(line_6="Ours.")})
    new_kit(files={CHAPTER: chapter(line_6="Second wording.")}).update(tmp_path)
    Kit({**OLD.files, CHAPTER: chapter(line_6="Third wording.")}, version="0.3.0").update(tmp_path)

    report = (tmp_path / "update-report.md").read_text(encoding="utf-8")

    assert report.index("Third wording.") < report.index("Second wording.")
    assert 1 == report.count("\n# ") + report.startswith("# ")


def test_a_deleted_file_comes_back_when_asked_for(tmp_path):
    """
    An editor who regrets a deletion gets the file as this kit makes it.
    """
    from tests.services.synthetic_kits import restoring

    OLD.generate(tmp_path)
    (tmp_path / CHAPTER).unlink()

    done = OLD.update(tmp_path, wishes=restoring("playbook/chapters"))

    assert chapter() == (tmp_path / CHAPTER).read_bytes()
    assert ("add", "restored") == actions(done)[CHAPTER]
