"""Kinds of text that a record may hold: what would break a page, a path or a letter is refused.

Every text is normalised (NFC) and trimmed before it is looked at. What comes through is *text*:
no markup is ever read from it, so quotes, colons, `{{` and `<script>` are harmless and allowed.
The messages are English originals; the command line translates them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

# Bidirectional overrides reorder what follows them; zero-width signs and tags hide in a name.
_HIDDEN = re.compile(
    "[\u200b\u2060\ufeff\u180e\u00ad\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_MARKS = 4
SECRET = re.compile(
    r"gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{15,}|AKIA[0-9A-Z]{16}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]{15,}\.[\w-]{10,}"
    r"|(?i:passwor[dt]|api[_-]?key|secret)\s*[=:]\s*\S"
)
"""What passwords and access keys look like."""
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_RESERVED = frozenset(
    {"index", "feed", "sitemap", "tags", "css", "js", "con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$'*+/=^_`{|}~-]+(?:\.[A-Za-z0-9!#$'*+/=^_`{|}~-]+)*@"
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W_][\w-]{0,61}[^\W_]"
)
_PHONE = re.compile(r"\+[1-9][0-9 ()/-]{5,24}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class SecretError(ValueError):
    """A text that nobody may see again, not even in a message."""


def normalised(value: object) -> object:
    """Trim a text and bring it to Unicode form NFC; leave anything else for the type check."""
    if isinstance(value, str) and not _SURROGATE.search(value):
        return unicodedata.normalize("NFC", value).strip()
    return value


def _published(value: str) -> str:
    """Refuse what cannot be published safely in any page, calendar or document."""
    if SECRET.search(value):
        raise SecretError("this looks like a password or an access key; never write one here")
    if _SURROGATE.search(value):
        raise ValueError("remove the broken character (half of a surrogate pair)")
    if _HIDDEN.search(value):
        raise ValueError("remove the invisible or direction-changing characters")
    if _CONTROL.search(value):
        raise ValueError("remove the control characters (tabs, escape codes, NUL)")
    if _marks_in_a_row(value) > _MOST_MARKS:
        raise ValueError("remove the piled-up accents; at most four on one letter")
    return value


def _marks_in_a_row(value: str) -> int:
    if value.isascii():
        return 0
    longest = here = 0
    for sign in unicodedata.normalize("NFD", value):
        here = here + 1 if unicodedata.combining(sign) else 0
        longest = max(longest, here)
    return longest


def _one_line(value: str) -> str:
    if "\n" in value or "\r" in value:
        raise ValueError("write it on one line")
    return value


def _has_letter(value: str) -> str:
    if not any(unicodedata.category(sign)[0] in "LN" for sign in value):
        raise ValueError("write a name with at least one letter or digit")
    return value


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError("use 1 to 60 small letters a–z, digits and hyphens, e.g. open-office")
    if value in _RESERVED:
        raise ValueError("choose another name; this one is reserved on web servers or by Windows")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value) or len(value) > 254:
        raise ValueError("write one e-mail address, e.g. innovation@stadt-muenster.de")
    return value


def _phone(value: str) -> str:
    if not _PHONE.fullmatch(value):
        raise ValueError("write it with the country code, e.g. +49 251 4920")
    return value


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        raise ValueError("write a colour as # and six hexadecimal digits, e.g. #00b2bb")
    return value.lower()


Text = Annotated[str, BeforeValidator(normalised), AfterValidator(_published)]
"""Several lines, at most what the field allows."""

Line = Annotated[Text, AfterValidator(_one_line), Field(max_length=300)]
"""One line of text."""

Name = Annotated[Line, AfterValidator(_has_letter), Field(min_length=1, max_length=120)]
"""What somebody or something is called: one line with a letter or digit."""

Slug = Annotated[str, BeforeValidator(normalised), AfterValidator(_slug)]
"""An identifier that is safe in a path, an address and a calendar."""

Email = Annotated[Line, AfterValidator(_email)]
Phone = Annotated[Line, AfterValidator(_phone)]
Colour = Annotated[Line, AfterValidator(_colour)]
"""`#rrggbb`: sRGB, two hexadecimal digits a channel, small letters."""

LanguageCode = Annotated[
    str,
    Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$", description="write a language code, e.g. de or en"),
]
Localised = dict[LanguageCode, Line]
"""One line in several languages: `{de: …, en: …}`."""
