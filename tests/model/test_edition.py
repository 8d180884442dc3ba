"""The number of an edition."""

from __future__ import annotations

from oic_kit.model.edition import edition

FILES = [("a.md", b"one"), ("b.md", b"two")]


def test_the_same_texts_have_the_same_number():
    """Two prints of one text carry one number."""
    assert edition("0.3.0", FILES) == edition("0.3.0", list(FILES))


def test_the_number_begins_with_the_kit():
    """A maintainer sees which kit wrote the texts."""
    assert edition("0.3.0", FILES).startswith("0.3.0+")


def test_any_change_gives_another_number():
    """A changed letter, a renamed file and a letter that moves to another file are all seen."""
    others = [
        [("a.md", b"One"), ("b.md", b"two")],
        [("c.md", b"one"), ("b.md", b"two")],
        [("a.md", b"onet"), ("b.md", b"wo")],
    ]
    numbers = {edition("0.3.0", files) for files in [FILES, *others]}

    assert 4 == len(numbers)
