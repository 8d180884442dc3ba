"""The imprint: which facts it shows, by country and kind of operator.

Source:
    `research/legal.md` 1.2 (Germany), 1.5 (Austria), 1.7 (France), 1.10 (fallback).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oic_kit.model.jurisdiction import Jurisdiction
from oic_kit.model.law_shown import Need, Shown, concerns, shown
from oic_kit.model.place import Place


@dataclass(frozen=True)
class Row:
    """A row of facts.

    Args:
        label: a word of the theme.
        lines: for every line the keys of `place.yaml` that stand on it, with blanks between.
        required: whether an empty row says loudly what is missing; others stay away.
    """

    label: str
    lines: tuple[str, ...]
    required: bool


@dataclass(frozen=True)
class Imprint:
    """What the imprint says about the law and the operator.

    Args:
        bases: the laws that ask for it; empty where none does.
        editor: rows about who is responsible for the content.
        consumers: whether the operator sells to consumers and has to speak about arbitration.
    """

    bases: tuple[Shown, ...]
    editor_basis: Shown | None
    operator: tuple[Row, ...]
    more: tuple[Row, ...]
    editor: tuple[Row, ...]
    editorial_line: bool
    consumers: bool
    dispute_law: Shown | None
    needs: tuple[Need, ...]


_OPERATOR = (
    ("legal_operator", ("operator.legal_name",)),
    ("legal_form", ("operator.legal_form",)),
    (
        "legal_address",
        ("operator.address.street", "operator.address.postal_code operator.address.city"),
    ),
)
_MORE = (
    ("legal_represented", ("operator.represented_by.name", "operator.represented_by.role")),
    ("legal_object", ("operator.business_object",)),
    ("legal_owners", ("operator.owners",)),
    ("legal_register", ("operator.register_entry.court", "operator.register_entry.number")),
    ("legal_vat", ("operator.vat_id",)),
    ("legal_business_id", ("operator.business_id",)),
    ("legal_supervision", ("operator.supervisory_authority",)),
    ("privacy_host", ("hosting.provider.name", "hosting.provider.address")),
)
_EDITOR = (
    ("legal_name", ("operator.responsible.name",)),
    ("legal_address", ("operator.responsible.address",)),
)
_ONLY_WHERE_ASKED = "privacy_host"


def imprint(place: Place, found: Jurisdiction) -> Imprint:
    """Put together what the imprint shows."""
    law, confirmed = found.imprint, place.legal.confirmed
    asked = {
        key
        for need in found.require
        if need.page == "imprint" and concerns(need.types, place.operator.type)
        for key in need.keys
    }
    more = [row for row in _MORE if row[0] != _ONLY_WHERE_ASKED or asked & set(row[1])]
    return Imprint(
        bases=tuple(
            shown("imprint.bases", basis, confirmed)
            for basis in law.bases or ()
            if concerns(basis.types, place.operator.type)
        ),
        editor_basis=shown("imprint.editor_basis", law.editor_basis, confirmed)
        if law.editor_basis
        else None,
        operator=_rows(_OPERATOR, asked),
        more=_rows(more, asked),
        editor=_rows(_EDITOR, asked),
        editorial_line="operator.editorial_line" in asked,
        consumers=place.legal.consumer.contracts,
        dispute_law=shown("imprint.dispute_law", law.dispute_law, confirmed)
        if law.dispute_law
        else None,
        needs=tuple(Need("imprint", key) for key in _own_needs(place, found)),
    )


def _rows(rows: Sequence[tuple[str, tuple[str, ...]]], asked: set[str]) -> tuple[Row, ...]:
    return tuple(
        Row(label, lines, required=any(key in asked for line in lines for key in line.split()))
        for label, lines in rows
    )


def _own_needs(place: Place, found: Jurisdiction) -> list[str]:
    keys = ["legal.imprint_changed"]
    if place.legal.consumer.contracts:
        keys.append("legal.consumer.dispute_resolution")
    if place.legal.consumer.dispute_resolution == "obliged":
        keys.append("legal.consumer.body")
    if not found.template:
        keys.append("legal.reviewed")
    return keys
