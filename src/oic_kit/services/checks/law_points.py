"""What people call the points of law that an operator may confirm."""

from __future__ import annotations

import re

from oic_kit.model.law_findings import LawFinding
from oic_kit.say import _, ngettext

_PERIOD = re.compile(r"(\d+) (weeks|months)")
# What is no proper name but a key of the theme's words, such as `law_gdpr`.
_WORD = re.compile(r"[a-z0-9_]*")


def point_of(found: LawFinding) -> str:
    """A point of law in words, with what the law says there and the key behind it."""
    called = _points().get(found.key, found.key)
    said = _said(found.name)
    return f"{called}: {said} ({found.key})" if said else f"{called} ({found.key})"


def _said(name: str) -> str:
    if period := _PERIOD.fullmatch(name):
        count = int(period.group(1))
        if period.group(2) == "weeks":
            return ngettext("one week", "{count} weeks", count).format(count=count)
        return ngettext("one month", "{count} months", count).format(count=count)
    levels = {
        "required": _("required"),
        "recommended": _("recommended"),
        "ask": _("ask the state whether it is required"),
    }
    if name in levels:
        return levels[name]
    return "" if _WORD.fullmatch(name) else name


def _points() -> dict[str, str]:
    return {
        "imprint.bases": _("legal basis of the imprint"),
        "imprint.editor_basis": _("law on who answers for the contents"),
        "imprint.dispute_law": _("law on disputes with consumers"),
        "privacy.clause": _("clause that allows the processing of data"),
        "privacy.authority": _("data protection authority"),
        "privacy.storage": _("law on what is stored on a visitor's device"),
        "privacy.rights": _("articles on the rights of the persons concerned"),
        "accessibility.laws": _("laws on accessibility"),
        "accessibility.standards": _("standard of accessibility"),
        "accessibility.body": _("body that helps when a barrier stays"),
        "accessibility.reply": _("time within which a reported barrier must be answered"),
        "accessibility.easy_language": _("duty to offer easy language"),
        "accessibility.sign_language": _("duty to offer sign language"),
    }
