"""How letters become outlines."""

from __future__ import annotations

import pytest

from oic_kit.model.mark_files import Letters
from oic_kit.services.lettering import letters


def test_bold_letters_are_wider_than_light_ones():
    """
    The name of the place stands out, and the drawing has room for it.
    """
    light, bold = letters("Münster", bold=False), letters("Münster", bold=True)

    assert light.width < bold.width
    assert light.outline and light.outline != bold.outline
    assert Letters("", True, 0.0, "") == letters("", bold=True)


@pytest.mark.parametrize("text", ["القاهرة", "東京", "Köln 🚀", "ירושלים"])
def test_letters_that_cannot_be_outlined_stay_text_with_room_for_them(text):
    """
    A place in any script gets a mark: what we cannot draw is left to the reader's own fonts.
    """
    run = letters(text, bold=True)

    assert (text, "") == (run.text, run.outline)
    assert 0.5 * len(text) < run.width < 1.1 * len(text)
