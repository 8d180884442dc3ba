"""Letters and forms as a place receives them, without a folder."""

from __future__ import annotations

from functools import cache
from typing import Any

from oic_kit.model.letter import Letter, LetterHead
from oic_kit.model.place import Address, Gender
from oic_kit.services.front_matter import split_page
from oic_kit.services.seed_values import seed_values
from oic_kit.services.template import template_root
from tests.places import profile
from tests.written_chapters import ENGINE, spoken, values_of

LANGUAGES = ("de", "en")
NAMES = tuple(
    sorted(
        file.name.removesuffix(".md.jinja")
        for file in (template_root() / "playbook" / "templates" / "de").glob("*.md.jinja")
    )
)


@cache
def _values(place_name: str, address: Address, gender: Gender) -> dict[str, Any]:
    place = spoken(profile(place_name), languages=LANGUAGES, address=address, gender=gender)
    return {**seed_values(place), **values_of(place)}


@cache
def letter(
    place_name: str,
    name: str,
    language: str,
    address: Address = Address.DU,
    gender: Gender = Gender.NEUTRAL,
) -> Letter:
    """One letter of a sample place."""
    source = template_root() / "playbook" / "templates" / language / f"{name}.md.jinja"
    template = ENGINE.from_string(source.read_text(encoding="utf-8"))
    text = template.render(**_values(place_name, address, gender))
    head, body, _line = split_page(text)
    return Letter(
        file=f"{name}.md",
        id=name,
        head=LetterHead.model_validate_json(head.as_json()),
        body=body,
    )
