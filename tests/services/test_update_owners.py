"""What an update does with the files of each owner."""

from __future__ import annotations

import json

from oic_kit.model.update_wishes import Wishes
from oic_kit.services.handed_out import print_of
from tests.services.synthetic_kits import (
    Kit,
    actions,
    answers,
    everything,
    write,
)
from tests.services.two_kits import FONT, LAYOUT, NEW, OLD, PAGE, WORKFLOW


def test_an_unedited_folder_becomes_what_a_fresh_one_would_be(tmp_path):
    """
    Byte for byte, except for the pages, which belong to the place from the first day.
    """
    folder = OLD.generate(tmp_path / "updated")
    NEW.update(folder)
    fresh = everything(NEW.generate(tmp_path / "fresh"))

    updated = everything(folder)
    prints = [json.loads(made.pop(".oic/files.json")) for made in (fresh, updated)]
    assert [NEW.files[PAGE], OLD.files[PAGE]] == [made.pop(PAGE) for made in (fresh, updated)]
    assert prints[0] | {PAGE: print_of(OLD.files[PAGE])} == prints[1]
    assert fresh == updated


def test_an_update_to_the_same_kit_changes_nothing(tmp_path):
    """
    Not one byte, and no picture comes back (with Copier they did).
    """
    OLD.generate(tmp_path)
    before = everything(tmp_path)

    done = OLD.update(tmp_path)

    assert {} == done.changes
    assert before == everything(tmp_path)


def test_the_theme_is_replaced_whole(tmp_path):
    """
    What the kit dropped goes, what is missing comes back, what is old is renewed.
    """
    kit = Kit({**OLD.files, "site/themes/oic/layouts/old.html": b"x"})
    kit.generate(tmp_path)
    (tmp_path / LAYOUT).unlink()

    NEW.update(tmp_path)

    assert NEW.files[LAYOUT] == (tmp_path / LAYOUT).read_bytes()
    assert NEW.files[FONT] == (tmp_path / FONT).read_bytes()
    assert not (tmp_path / "site/themes/oic/layouts/old.html").exists()


def test_an_edited_layout_is_replaced_and_the_edit_kept_aside(tmp_path):
    """
    The theme stays whole, the edit is not lost, and the report names the place where it would last.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {LAYOUT: b"<main>ours</main>\n"})

    done = NEW.update(tmp_path)

    assert NEW.files[LAYOUT] == (tmp_path / LAYOUT).read_bytes()
    assert b"<main>ours</main>\n" == (tmp_path / ".oic/replaced" / LAYOUT).read_bytes()
    assert ("replace", "saved") == actions(done)[LAYOUT]
    assert "`site/layouts/home.html`" in (tmp_path / "update-report.md").read_text("utf-8")


def test_a_second_edit_of_a_layout_is_kept_beside_the_first(tmp_path):
    """
    What was kept aside once is never overwritten.
    """
    OLD.generate(tmp_path)
    for kit, text in ((OLD, b"first"), (NEW, b"second")):
        write(tmp_path, {LAYOUT: text})
        kit.update(tmp_path)

    kept = {it: held for it, held in everything(tmp_path).items() if it.startswith(".oic/replaced")}
    assert [b"second", b"first"] == list(kept.values())


def test_an_exchanged_font_of_the_theme_stays(tmp_path):
    """
    Nobody can merge a font: the place's own stays, in this and in every later update.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {FONT: b"wOF2\0ours"})

    done = NEW.update(tmp_path)
    NEW.update(tmp_path)

    assert b"wOF2\0ours" == (tmp_path / FONT).read_bytes()
    assert ("keep", "picture") == actions(done)[FONT]


def test_a_file_of_the_place_s_among_those_of_the_kit_stays(tmp_path):
    """
    A workflow that the place added in `.github` is not the kit's to remove.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {".github/workflows/ours.yml": b"on: push\n"})

    done = NEW.update(tmp_path)

    assert b"on: push\n" == (tmp_path / ".github/workflows/ours.yml").read_bytes()
    assert ("keep", "beside") == actions(done)[".github/workflows/ours.yml"]


def test_a_deleted_workflow_stays_deleted(tmp_path):
    """
    A place that does not want a job to run does not get it back.
    """
    OLD.generate(tmp_path)
    (tmp_path / WORKFLOW).unlink()

    done = NEW.update(tmp_path)

    assert not (tmp_path / WORKFLOW).exists()
    assert ("keep", "deleted") == actions(done)[WORKFLOW]


def test_pages_are_seeded_once(tmp_path):
    """
    An edited page, a deleted one and an untouched one stay as they are; a new kind of page comes.
    """
    deleted = "site/content/team/index.de.md"
    kit = Kit({**OLD.files, deleted: b"Team"})
    kit.generate(tmp_path)
    (tmp_path / deleted).unlink()

    done = Kit({**NEW.files, deleted: b"New team"}, version="0.2.0").update(tmp_path)

    assert OLD.files[PAGE] == (tmp_path / PAGE).read_bytes()
    assert not (tmp_path / deleted).exists()
    assert (tmp_path / "site/content/press/index.de.md").exists()
    assert 1 == done.plan.old_samples


def test_a_deleted_page_stays_deleted_over_a_switch(tmp_path):
    """
    A part that is switched off and on again does not bring back what the place deleted.
    """
    OLD.generate(tmp_path)
    (tmp_path / PAGE).unlink()
    without = Kit({path: it for path, it in OLD.files.items() if path != PAGE})

    without.update(tmp_path)
    OLD.update(tmp_path)

    assert not (tmp_path / PAGE).exists()


def test_a_page_of_the_place_s_own_is_no_obstacle(tmp_path):
    """
    Where the place already wrote the page that a new kit brings, the place's stays.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {"site/content/press/index.de.md": b"ours"})

    NEW.update(tmp_path)
    NEW.update(tmp_path)

    assert b"ours" == (tmp_path / "site/content/press/index.de.md").read_bytes()


def test_unedited_samples_are_renewed_only_when_asked(tmp_path):
    """
    After a change of kind, sample pages nobody worked on may follow; edited ones never do.
    """
    edited = "site/content/team/index.de.md"
    kit = Kit({**OLD.files, edited: b"Team"})
    kit.generate(tmp_path)
    write(tmp_path, {edited: b"Our team"})
    new = Kit({**NEW.files, edited: b"New team"}, version="0.2.0")

    new.update(tmp_path, wishes=Wishes(samples=True))
    again = new.update(tmp_path, wishes=Wishes(samples=True))

    assert NEW.files[PAGE] == (tmp_path / PAGE).read_bytes()
    assert b"Our team" == (tmp_path / edited).read_bytes()
    assert {} == again.changes


def test_computed_files_follow_the_record(tmp_path):
    """
    A new colour reaches the computed files; a stale one among them vanishes.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {"place.yaml": answers(brand__colour="#123456"), ".oic/derived/old": b"x"})

    done = OLD.update(tmp_path)

    assert b"#123456" == (tmp_path / ".oic/derived/colour.css").read_bytes()
    assert not (tmp_path / ".oic/derived/old").exists()
    assert ("brand.colour",) == done.answers
    assert answers(brand__colour="#123456") == (tmp_path / ".oic/base/place.yaml").read_bytes()


def test_builds_are_neither_read_nor_touched(tmp_path):
    """
    Finished sites, Hugo's cache and the git folder stay exactly as they are.
    """
    OLD.generate(tmp_path)
    strange = {"build/site/index.html": b"x", "site/resources/a": b"y", ".git/HEAD": b"ref: x\n"}
    write(tmp_path, strange)

    NEW.update(tmp_path, allow_dirty=True)

    assert strange == {path: (tmp_path / path).read_bytes() for path in strange}


def test_what_shall_stay_is_left_alone_until_it_may_change(tmp_path):
    """
    A job that may not change workflows takes everything else over; the plan names what it left. Later
    the officer updates by hand, and the workflow counts as unedited.
    """
    folder = OLD.generate(tmp_path)

    left = NEW.update(folder, wishes=Wishes(leave=(".github",)))

    assert ("keep", "left") == actions(left)[WORKFLOW]
    assert OLD.files[WORKFLOW] == (folder / WORKFLOW).read_bytes()
    assert NEW.files[LAYOUT] == (folder / LAYOUT).read_bytes()

    later = NEW.update(folder)

    assert {WORKFLOW: ("replace", "renewed")} == actions(later)
    assert NEW.files[WORKFLOW] == (folder / WORKFLOW).read_bytes()


def test_a_new_file_that_shall_not_come_yet_comes_later(tmp_path):
    """
    Left out once is not deleted: the next update brings it.
    """
    folder = Kit({LAYOUT: b"x"}).generate(tmp_path)

    NEW.update(folder, wishes=Wishes(leave=(".github",)))
    assert not (folder / WORKFLOW).exists()

    assert ("add", "new") == actions(NEW.update(folder))[WORKFLOW]
