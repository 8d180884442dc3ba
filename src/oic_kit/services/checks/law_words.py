"""Why a point of law matters and who is asked about it, by the legal page it concerns."""

from __future__ import annotations

from oic_kit.model.finding import Who
from oic_kit.model.law_findings import LawFinding
from oic_kit.say import _
from oic_kit.services.place_file import field_of

_ROLES = {
    "imprint": Who.LEGAL,
    "privacy": Who.PRIVACY,
    "accessibility": Who.ACCESSIBILITY,
    "licences": Who.EDITORS,
}


def named(key: str) -> str:
    """What people call a key of the record, with the key behind it."""
    field = field_of(key)
    return f"{_(field.title)} ({key})" if field and field.title else key


def role_for(found: LawFinding) -> Who:
    """Who is best asked about it."""
    if found.key.startswith("hosting."):
        return Who.TECHNOLOGY
    return _ROLES.get(found.page, Who.LEGAL)


def why_for(found: LawFinding) -> str:
    """Why it matters: the page on which the law wants it."""
    page = {
        "imprint": _("imprint"),
        "privacy": _("privacy notice"),
        "accessibility": _("accessibility statement"),
        "licences": _("licences and credits"),
    }.get(found.page)
    if page is None:
        return _("The legal pages would say what does not hold.")
    return _("The law wants it on this page: {page}.").format(page=page)
