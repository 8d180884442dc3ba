"""When an update does not begin, or goes carefully, and what it says then."""

from __future__ import annotations

import pygit2
import pytest

from oic_kit.errors import FolderError, OicError
from oic_kit.services import update
from tests.services.synthetic_kits import (
    RECORD,
    everything,
    restoring,
    write,
)
from tests.services.two_kits import LAYOUT, NEW, OLD, PAGE


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"kit": 7}', b'{"kit": "no", "format": 1}'])
def test_damaged_notes_are_explained(tmp_path, damage):
    """
    No traceback: which file is damaged, and what to write into it.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {".oic/kit.json": damage})

    with pytest.raises(FolderError, match=r"kit\.json") as caught:
        OLD.update(tmp_path)

    assert '"format": 1' in caught.value.remedy


def test_lost_prints_make_the_update_careful(tmp_path):
    """
    Without `.oic/files.json` nobody knows what was edited: texts merge by their base, the old
    layout is kept aside, and no deleted page comes back.
    """
    OLD.generate(tmp_path)
    (tmp_path / ".oic/files.json").write_bytes(b"<<<<<<< ours")
    (tmp_path / PAGE).unlink()

    NEW.update(tmp_path)
    NEW.update(tmp_path)

    assert not (tmp_path / PAGE).exists()
    assert OLD.files[LAYOUT] == (tmp_path / ".oic/replaced" / LAYOUT).read_bytes()
    assert NEW.files[LAYOUT] == (tmp_path / LAYOUT).read_bytes()


def test_a_folder_that_was_copied_without_its_notes_is_explained(tmp_path):
    """
    Whoever copied the folder by hand learns that a hidden folder is missing, and where it is.
    """
    OLD.generate(tmp_path)
    (tmp_path / ".oic").rename(tmp_path / "oic-hidden")

    with pytest.raises(FolderError, match=r"\.oic/base") as caught:
        OLD.update(tmp_path)

    assert "Copy the folder .oic along" in caught.value.remedy


def test_a_folder_of_a_newer_kit_is_refused(tmp_path):
    """
    An older kit never takes a folder back; it says which version it needs.
    """
    NEW.generate(tmp_path)
    before = everything(tmp_path)

    with pytest.raises(FolderError, match=r"0\.2\.0.*0\.1\.0") as caught:
        OLD.update(tmp_path)

    assert "--upgrade" in caught.value.remedy
    assert before == everything(tmp_path)


def test_a_faulty_record_stops_before_anything_is_written(tmp_path):
    """
    Every fault of `place.yaml` is named, and the folder stays as it was.
    """
    OLD.generate(tmp_path)
    write(tmp_path, {"place.yaml": RECORD.replace(b"#00b2bb", b"turquoise")})
    before = everything(tmp_path)

    with pytest.raises(OicError, match=r"brand\.colour"):
        NEW.update(tmp_path)

    assert before == everything(tmp_path)


def test_a_wish_that_fits_nothing_is_refused(tmp_path):
    """
    A typing error in `--restore` is no silent success.
    """
    OLD.generate(tmp_path)

    with pytest.raises(FolderError, match="Nothing of the kit is missing"):
        OLD.update(tmp_path, wishes=restoring("site/content/abuot"))


@pytest.mark.parametrize(
    "refused", [OSError(28, "No space left on device"), pygit2.GitError("no space")]
)
def test_a_disk_that_is_full_before_anything_is_written_is_explained(tmp_path, refused):
    """
    The texts are rendered in a temporary folder: when that is full, the place's own is untouched.
    """
    OLD.generate(tmp_path)
    before = everything(tmp_path)

    def full(*_arguments: object) -> None:
        raise refused

    with pytest.MonkeyPatch.context() as patch, pytest.raises(FolderError, match="space"):
        patch.setattr(update, "fresh_files", full)
        update.prepare(tmp_path)

    assert before == everything(tmp_path)
