"""Web addresses that a page may link to."""

from __future__ import annotations

import ipaddress
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from oic_kit.model.text import Line

_PRIVATE_NAMES = ("localhost", ".localhost", ".local", ".internal")


def _https(value: str) -> str:
    """Refuse whatever is not a plain public https address; return it with an ASCII host.

    Source:
        URL rules of `research/legal.md` 4.1 no. 11: no credentials, no backslash, IDNA host.
    """
    if "\\" in value or any(sign.isspace() for sign in value):
        raise ValueError("remove blanks and backslashes from the address")
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise ValueError("write a complete address, e.g. https://oic-muenster.de/") from None
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError("begin with https://, e.g. https://oic-muenster.de/")
    if parts.username or parts.password or "@" in parts.netloc:
        raise ValueError("remove the user name or password from the address")
    host = _ascii_host(parts.hostname)
    netloc = f"{host}:{port}" if port else host
    return parts._replace(netloc=netloc).geturl()


def _ascii_host(host: str) -> str:
    if _is_private(host):
        raise ValueError("write a public address; this one only works on your own machine")
    try:
        encoded = unicodedata.normalize("NFC", host).encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError("check the host name; it cannot exist on the internet") from None
    if "." not in encoded:
        raise ValueError("write the whole host name, e.g. https://oic-muenster.de/")
    return encoded


def _is_private(host: str) -> bool:
    if host == "localhost" or host.endswith(_PRIVATE_NAMES):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _base(value: str) -> str:
    """A base address ends with a slash and carries no query."""
    parts = urlsplit(value)
    if parts.query or parts.fragment or "?" in value or "#" in value:
        raise ValueError("remove everything from ? or # on; the address of a site has none")
    return value if value.endswith("/") else value + "/"


Https = Annotated[Line, AfterValidator(_https), Field(max_length=500)]
"""A public web address that begins with `https://`; its host is given in ASCII (IDNA)."""

BaseUrl = Annotated[Https, AfterValidator(_base)]
"""Where a site lives: an `https` address that ends with `/`."""
