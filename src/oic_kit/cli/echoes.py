"""What an answer causes, shown at once under the question."""

from __future__ import annotations

from collections.abc import Sequence

from oic_kit.cli.questions import Answers
from oic_kit.cli.record_of_answers import about_of, main_language
from oic_kit.model.colour import contrast
from oic_kit.model.palette import palette
from oic_kit.model.site_blocks import OIC_TURQUOISE
from oic_kit.say import _, spoken_number
from oic_kit.services.language_data import samples_for

_WHITE = "#ffffff"


def how_it_sounds(answers: Answers) -> Sequence[str]:
    """Four sentences as the site will speak them, in its main language."""
    return samples_for(about_of(answers), main_language(answers))


def about_colour(answers: Answers) -> Sequence[str]:
    """How legible the colour is, and what text becomes of it."""
    colour = str(answers.get("brand.colour", OIC_TURQUOISE))
    link = palette(colour).light["link"]
    return [
        _("White on {colour} has a contrast of {ratio} : 1.").format(
            colour=colour, ratio=spoken_number(contrast(_WHITE, colour))
        ),
        _("Links and buttons use {link}: {ratio} : 1, legible for everybody.").format(
            link=link, ratio=spoken_number(contrast(link, _WHITE))
        ),
    ]
