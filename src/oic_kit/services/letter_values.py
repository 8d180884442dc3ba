"""What letters know of their sender: facts of the record, and a field for each that is missing."""

from __future__ import annotations

from oic_kit.model.markdown_text import literal
from oic_kit.model.place import Kind, Place
from oic_kit.services.language_data import words_for
from oic_kit.services.paper_words import paper_words

_PLAIN = frozenset({"email", "phone"})


def letter_values(place: Place, language: str) -> dict[str, str]:
    """Gather what stands at the head and at the foot of letters.

    Args:
        place: the record.
        language: code of the language.

    Returns:
        Texts that are safe inside Markdown. What the record does not know is a field in square
        brackets: `operator`, `unit`, `street`, `town`, `head`, `role`, `email`, `phone`,
        `officer`, `officer_email`, `room`. Always known: `website`, and `form`, which is `decide`,
        `recommend` or `agree`: what kind of paper the place needs for its decision.
    """
    words = paper_words(language)["letter"]
    operator, office = place.operator, place.office
    grammar = words_for(place.place, language)
    town = f"{operator.address.postal_code.value} {operator.address.city.value}".strip()
    room = ", ".join(part for part in (office.name, office.street, office.city) if part)
    known = {
        "operator": operator.legal_name.value or grammar["legal_body"],
        "unit": operator.unit,
        "street": operator.address.street.value,
        "town": town,
        "head": operator.represented_by.name.value,
        "role": operator.represented_by.role.value,
        "email": place.contact.email or "",
        "phone": place.contact.phone or "",
        "officer": place.legal.privacy.officer.value,
        "officer_email": place.legal.privacy.officer_email.value,
        "room": room if office.street else "",
    }
    filled = {
        # An address stays as it is typed: those who edit the letter have to read it.
        key: (text if key in _PLAIN else literal(text)) if text else f"[{words[f'field_{key}']}]"
        for key, text in known.items()
    }
    website = str(place.site.url).rstrip("/")
    return {**filled, "website": website, "form": form_of(place, grammar["own_body"])}


def form_of(place: Place, own_body: str) -> str:
    """Say how a place decides: by itself, by a recommendation, or by an agreement of its members.

    Args:
        place: the record.
        own_body: whether it is a legal body, as its grammar says: `yes`, `no` or `depends`.
    """
    if place.kind is Kind.DISTRICT:
        return "recommend"
    return "agree" if place.kind is Kind.REGION and own_body != "yes" else "decide"
