"""Which parts of the site are off, and which seeds a place therefore does not get."""

from __future__ import annotations

import re
from collections.abc import Callable

from oic_kit.model.place import Place
from oic_kit.model.publishing import is_needed
from oic_kit.services.language_data import languages

_CODE = r"([a-z]{2,3}(?:-[A-Z]{2})?)"
_LANGUAGES = (
    re.compile(rf"\.{_CODE}\.md$"),
    re.compile(rf"^playbook/(?:chapters|templates)/{_CODE}/"),
    re.compile(rf"^playbook/words/{_CODE}\.yaml$"),
)


def switched_off(place: Place) -> list[str]:
    """Content folders of the modules that are off."""
    modules = place.modules.model_dump()
    return [name.replace("_", "-") for name, on in modules.items() if on is False]


def seeds_for(place: Place) -> Callable[[str], bool]:
    """Say of a path of the template whether this place gets it.

    Pages and chapters in languages that the site does not speak, and pages of parts that are off,
    stay behind, and so do the jobs of other forges than the place's own.
    """
    folders = tuple(f"site/content/{folder}/" for folder in switched_off(place))
    others = {code for code in languages() if code not in place.site.languages}

    def wanted(path: str) -> bool:
        return (
            not path.startswith(folders)
            and language_in(path) not in others
            and is_needed(path, place.hosting.forge)
        )

    return wanted


def language_in(path: str) -> str:
    """The code of the language that a path is written in; empty when it is for all of them."""
    return next((found[1] for form in _LANGUAGES if (found := form.search(path))), "")
