"""Records of older formats are brought to today's, step by step, and say what changed."""

from __future__ import annotations

import typing

import pytest

from oic_kit.errors import FolderError, OicError, PlaceFileError
from oic_kit.model.place import Place
from oic_kit.services import migrations
from oic_kit.services.migrations import Migration, migrate, today
from oic_kit.services.record_edit import drop, put, rename
from tests.services.synthetic_kits import RECORD, Kit, actions, write

KIT = Kit({"README.md": b"# Guide\n"})
NOW = RECORD.decode()


@pytest.fixture
def older_formats(monkeypatch):
    """Two formats before today's: -1 called the colour `paint`, 0 had a key too many."""
    steps = (
        Migration(
            lambda: "brand.paint is called brand.colour.",
            lambda it: rename(it, "brand.paint", "colour"),
        ),
        Migration(lambda: "extra was dropped.", lambda it: drop(it, "extra")),
    )
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr(migrations, "FIRST", -1)


def old_record() -> str:
    """Today's record as the oldest format would have written it, with a remark of the place's."""
    text = rename(put(NOW, "oic", -1), "brand.colour", "paint")
    return text + "extra: 7  # nobody needs this\n# Our remark stays.\n"


def test_the_model_and_the_migrations_know_the_same_format():
    """
    Who raises the format without a migration, or the other way round, is told here.
    """
    (written,) = typing.get_args(Place.model_fields["oic"].annotation)

    assert written == today()


@pytest.mark.usefixtures("older_formats")
def test_an_old_record_is_brought_forward_step_by_step():
    """
    Both steps are taken and both say what they did; remarks of the place stay in the file.
    """
    migrated = migrate(old_record(), named="place.yaml")

    assert NOW + "# Our remark stays.\n" == migrated.text
    assert ("brand.paint is called brand.colour.", "extra was dropped.") == migrated.notes


@pytest.mark.usefixtures("older_formats")
def test_an_update_writes_the_new_format_and_says_so(tmp_path):
    """
    The officer sees what changed in `place.yaml`; the next update has nothing to migrate.
    """
    KIT.generate(tmp_path)
    write(tmp_path, {"place.yaml": old_record().encode()})

    done = KIT.update(tmp_path)
    again = KIT.update(tmp_path)

    assert NOW + "# Our remark stays.\n" == (tmp_path / "place.yaml").read_text(encoding="utf-8")
    assert ("replace", "migrated") == actions(done)["place.yaml"]
    assert 2 == len(done.notes)
    assert {} == again.changes


@pytest.mark.usefixtures("older_formats")
def test_a_record_in_between_takes_only_the_last_step():
    """
    Nothing is migrated twice.
    """
    text = put(NOW, "oic", 0) + "extra: 7\n"

    assert ("extra was dropped.",) == migrate(text, named="place.yaml").notes


@pytest.mark.usefixtures("older_formats")
def test_a_record_that_lacks_what_a_step_needs_is_named():
    """
    The missing key is said, not a traceback.
    """
    with pytest.raises(PlaceFileError, match=r"brand\.paint"):
        migrate(put(NOW, "oic", -1), named="place.yaml")


def test_todays_record_is_left_alone():
    """
    No letter changes, and there is nothing to say.
    """
    migrated = migrate(NOW, named="place.yaml")

    assert (NOW, ()) == (migrated.text, migrated.notes)


def test_a_record_newer_than_the_kit_is_refused(tmp_path):
    """
    The reason and the way out: a newer oic-kit.
    """
    KIT.generate(tmp_path)
    write(tmp_path, {"place.yaml": put(NOW, "oic", 7).encode()})

    with pytest.raises(OicError, match="format 7") as caught:
        KIT.update(tmp_path)

    assert "--upgrade" in caught.value.remedy


@pytest.mark.parametrize("value", ["two", None, 0])
def test_a_strange_format_is_a_fault_of_the_record(tmp_path, value):
    """
    The model names the key and what to write.
    """
    KIT.generate(tmp_path)
    write(tmp_path, {"place.yaml": put(NOW, "oic", value).encode()})

    with pytest.raises((PlaceFileError, FolderError), match="oic"):
        KIT.update(tmp_path)
