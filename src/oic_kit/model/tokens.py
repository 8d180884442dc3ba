"""The palette as CSS custom properties, one set of names for light and dark."""

from __future__ import annotations

from oic_kit.model.palette import Palette
from oic_kit.model.promises import Roles

_TOP = """\
/* Computed from `brand` in place.yaml at every build; change the colours there, not here.
   Dark is for screens only: what is printed stays light. */
"""


def tokens_css(colours: Palette) -> str:
    """Write every role as `--colour-…` on `:root`, for light and, on screens, for dark."""
    light = _rule(colours.light, indent="", first="color-scheme: light dark;")
    dark = _rule(colours.dark, indent="  ")
    return f"{_TOP}{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _rule(roles: Roles, *, indent: str, first: str = "") -> str:
    lines = [first] if first else []
    lines += [f"--colour-{role}: {colour};" for role, colour in roles.items()]
    inside = "".join(f"{indent}  {line}\n" for line in lines)
    return f"{indent}:root {{\n{inside}{indent}}}\n"
