"""Which parts of the site are off, and which seeds a place therefore does not get."""

from __future__ import annotations

from oic_kit.model.place import Place
from oic_kit.services.language_data import languages


def switched_off(place: Place) -> list[str]:
    """Content folders of the modules that are off."""
    modules = place.modules.model_dump()
    return [name.replace("_", "-") for name, on in modules.items() if on is False]


def left_out(place: Place) -> list[str]:
    """Patterns of seeds that this place does not get: other languages, parts that are off."""
    others = [code for code in languages() if code not in place.site.languages]
    patterns = [f"*.{code}.md{suffix}" for code in others for suffix in ("", ".jinja")]
    return patterns + [f"site/content/{folder}" for folder in switched_off(place)]
