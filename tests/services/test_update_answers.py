"""Changed answers on the real template: everything follows, and the place's remarks stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.place import Place
from oic_kit.services.generate import generate
from oic_kit.services.place_file import dump_place, read_place
from oic_kit.services.update import Prepared, carry_out, prepare
from tests.places import profile
from tests.services.synthetic_kits import everything

ROADMAP = "playbook/chapters/de/10-roadmap.md"
REMARK = "\n> Anmerkung: Der Rat tagt bei uns dienstags.\n"


def changed(place: Place, **answers: object) -> Place:
    """A place with other answers: `site__languages=("de", "en")`."""
    values = place.model_dump(mode="json")
    for name, value in answers.items():
        block, key = name.split("__")
        values[block][key] = value
    return Place.model_validate_json(json.dumps(values))


def updated(folder: Path, place: Place) -> Prepared:
    """The folder after its record was changed and the update carried out."""
    (folder / "place.yaml").write_text(dump_place(place), encoding="utf-8", newline="\n")
    prepared = prepare(folder)
    carry_out(prepared)
    return prepared


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district in German, with a remark that somebody wrote into the roadmap."""
    made = generate(
        changed(profile("sennestadt"), modules__challenges=False),
        into=tmp_path_factory.mktemp("places") / "sennestadt",
    ).folder
    with (made / ROADMAP).open("a", encoding="utf-8") as chapter:
        chapter.write(REMARK)
    return made


def test_every_answer_reaches_every_text(folder, tmp_path):
    """
    Another colour, kickoff, language, part of the site and kind of place: beside the pages, which
    belong to the place, the folder is what a fresh one would be, plus the remark.
    """
    place = changed(
        read_place(folder / "place.yaml"),
        brand__colour="#7a1f5c",
        playbook__kickoff="2027-09-06",
        site__languages=["de", "en"],
        modules__challenges=True,
        place__kind="region",
        place__legal_kind="region",
    )

    done = updated(folder, place)

    fresh = everything(generate(place, into=tmp_path / "fresh").folder)
    found = everything(folder)
    assert found.pop(ROADMAP) == bytes(fresh.pop(ROADMAP)) + REMARK.encode()
    assert _ours(fresh) == _ours(found)
    assert set(_pages(fresh)) <= set(_pages(found))
    assert {"brand.colour", "place.kind", "playbook.kickoff"} < set(done.answers)
    assert not done.plan.for_the_reader
    assert done.plan.old_samples


def test_the_next_update_has_nothing_to_do(folder):
    """
    Not one byte changes, although pages and a chapter were edited.
    """
    before = everything(folder)

    prepared = prepare(folder)

    assert {} == prepared.changes
    assert before == everything(folder)


def test_a_later_kickoff_moves_the_roadmap_around_the_remark(folder):
    """
    The dates change, what somebody wrote beside them stays, and nobody is asked about a clash.
    """
    before = (folder / ROADMAP).read_text(encoding="utf-8")
    place = changed(read_place(folder / "place.yaml"), playbook__kickoff="2028-02-07")

    done = updated(folder, place)

    after = (folder / ROADMAP).read_text(encoding="utf-8")
    assert before != after
    assert after.endswith(REMARK)
    assert "2028" in after
    assert not done.plan.for_the_reader


def _ours(files):
    """What an update may write: not the pages, nor the note of which pages were handed out."""
    return {
        path: content
        for path, content in files.items()
        if owner_of(path) is not Owner.PLACE and path != ".oic/files.json"
    }


def _pages(files):
    return [path for path in files if owner_of(path) is Owner.PLACE]
