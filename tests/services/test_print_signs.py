"""Signs that can be printed, and what becomes of the others."""

from __future__ import annotations

import pytest

from oic_kit.services.print_signs import BOX, printable
from oic_kit.services.typst_run import typeset


def test_letters_of_european_languages_stay():
    """Names of places all over Europe are printed letter by letter."""
    names = "Münster Łódź Ñuñoa Αθήνα Київ Gießen ’s-Gravenhage →≥√☐ „“–…€"

    assert names == printable(names)


def test_an_emoji_becomes_one_box():
    """A sign that no font draws is seen to be missing, and leaves no invisible rest."""
    assert f"Ost {BOX}!" == printable("Ost 🏙️!")


@pytest.mark.parametrize(
    "signs", ["ABC äöüß", "Αθήνα", "Київ", "القاهرة", "→ ≥ √ ☐ ✓ ●", "Ost 🏙️ 東京"]
)
def test_what_is_called_printable_can_be_printed(tmp_path, signs):
    """A PDF/UA holds no sign without a letter form; Typst itself is asked."""
    main = tmp_path / "a.typ"
    text = printable(signs)
    main.write_text(
        '#set document(title: "t", date: none)\n#set text(font: "Open Sans")\n' + f'#"{text}"',
        encoding="utf-8",
    )

    assert typeset(main, {}).startswith(b"%PDF-1.7")
