"""What forms, questions and reference pages know about the fields of a page."""

from __future__ import annotations

import pytest

from oic_kit.model.content_fields import ASKED, SINGULAR, Shape, asked_of, fields_of
from oic_kit.model.content_kinds import KINDS, REFERENCES


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_for_people_and_a_cure(kind: str) -> None:
    """
    An editor never sees a form with a key of the machine, or a field without a hint.
    """
    fields = fields_of(kind)

    assert [*KINDS[kind].model_fields] == [field.name for field in fields]
    for field in fields:
        assert field.cure, field.name
        assert field.label[0].isupper(), field.name
        assert all(part.cure and part.label[0].isupper() for part in field.parts), field.name


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_is_needed_is_asked(kind: str) -> None:
    """
    Whoever answers all questions has a page; nothing that is needed was forgotten.
    """
    needed = {field.name for field in fields_of(kind) if field.required}

    assert needed <= set(ASKED[kind])
    assert ASKED[kind] == tuple(field.name for field in asked_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_fields_that_name_items_know_their_folders(kind: str) -> None:
    """
    A menu can offer the people, partners and formats that exist.
    """
    fields = {field.name: field for field in fields_of(kind)}

    for name, folders in REFERENCES[kind].items():
        assert (Shape.ITEM, folders) == (fields[name].shape, fields[name].folders)


@pytest.mark.parametrize(
    ("kind", "name", "shape", "many"),
    [
        ("events", "start", Shape.MOMENT, False),
        ("events", "mode", Shape.CHOICE, False),
        ("events", "accessibility", Shape.CHOICE, True),
        ("events", "coordinates", Shape.COORDINATES, False),
        ("events", "event_languages", Shape.LANGUAGE, True),
        ("events", "registration_email", Shape.EMAIL, False),
        ("events", "registration_url", Shape.ADDRESS, False),
        ("posts", "date", Shape.DAY, False),
        ("projects", "start", Shape.MONTH, False),
        ("projects", "learnings", Shape.TEXT, False),
        ("people", "team", Shape.YES_NO, False),
        ("methods", "steps", Shape.BLOCK, True),
        ("formats", "steps", Shape.LINE, True),
        ("partners", "since", Shape.NUMBER, False),
    ],
)
def test_a_field_is_shown_as_what_it_holds(kind: str, name: str, shape: Shape, many: bool) -> None:
    """
    A day gets a calendar, a closed list a menu, a list a line for each entry.
    """
    field = next(it for it in fields_of(kind) if it.name == name)

    assert (shape, many) == (field.shape, field.many)


def test_every_kind_has_a_name_for_one() -> None:
    """
    The command line can add one of every kind.
    """
    assert sorted(KINDS) == sorted(SINGULAR.values())
