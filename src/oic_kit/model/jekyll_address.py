"""Where a page of a Jekyll site lived: addresses as Jekyll makes them.

Source:
    https://jekyllrb.com/docs/permalinks/ for the placeholders and the built-in styles.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_HOLDER = re.compile(r":([a-z_]+)")


def slugified(name: str) -> str:
    """A name as Jekyll writes it in an address: letters of all scripts stay, the rest is a hyphen."""
    text = unicodedata.normalize("NFC", name)
    return re.sub(r"[^\w]+|_+", "-", text).strip("-").lower()


def address(pattern: str, values: Mapping[str, str]) -> str:
    """Fill the placeholders of a permalink.

    Args:
        pattern: such as `/posts/:name/`, or the name of a style such as `pretty`.
        values: placeholder → text; what is missing is left out.
    """
    shape = _STYLES.get(pattern, pattern)
    made = _HOLDER.sub(lambda holder: values.get(holder.group(1), ""), shape)
    return re.sub(r"/{2,}", "/", f"/{made}")


def normal(path: str) -> str:
    """One spelling for one address: `/posts/a/` for `posts/a`, `/posts/a/index.html`, `/posts/a.html`."""
    text = unquote(path.split("?")[0].split("#")[0])
    text = re.sub(r"(^|/)index\.html?$", r"\1", text)
    text = re.sub(r"\.html?$", "/", text)
    text = re.sub(r"/{2,}", "/", f"/{text}")
    return text if re.search(r"\.[A-Za-z0-9]{1,5}$", text) or text.endswith("/") else f"{text}/"


def inside(url: str, home: str) -> str | None:
    """The path of an address inside the old site; nothing when it leads elsewhere.

    Args:
        url: as an editor wrote it.
        home: the address of the old site, such as `https://oic.example`; may be empty.
    """
    if not re.match(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)", url):
        return url
    host = re.compile(r"^(?:https?:)?//(?:www\.)?")
    site = host.sub("", home).rstrip("/")
    if not site or not host.match(url):
        return None
    rest = host.sub("", url)
    if rest != site and not rest.startswith((f"{site}/", f"{site}#", f"{site}?")):
        return None
    return rest[len(site) :] or "/"
