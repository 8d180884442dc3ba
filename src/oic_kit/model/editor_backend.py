"""Where the web editor reads and writes the pages: a forge, or the folder on this machine.

Source:
    `research/site.md` F; https://sveltiacms.app/en/docs/backends
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from oic_kit.model.operator import Forge
from oic_kit.model.place import Place

_GITHUB = ("https://api.github.com", "https://*.githubusercontent.com")
# Without a forge the editor only opens the folder on the editor's own machine. Its configuration
# names a repository all the same, or it would not start.
_NOWHERE = {"name": "gitea", "repo": "nobody/site", "auth_methods": ["token"]}


def is_local(place: Place) -> bool:
    """Whether the editor works with the folder on this machine only."""
    return place.hosting.repository is None or place.hosting.forge in (Forge.SERVER, Forge.NONE)


def backend(place: Place) -> dict[str, Any]:
    """The backend as the editor's configuration names it."""
    access = place.integrations.editor
    if is_local(place):
        return dict(_NOWHERE)
    parts = urlsplit(str(place.hosting.repository))
    origin, repository = f"{parts.scheme}://{parts.netloc}", parts.path.strip("/")
    found: dict[str, Any] = {
        "repo": repository.removesuffix(".git"),
        "branch": access.branch,
    }
    match place.hosting.forge:
        case Forge.GITHUB:
            if access.sign_in:
                return {"name": "github", **found, "base_url": access.sign_in.rstrip("/")}
            return {"name": "github", **found, "auth_methods": ["token"]}
        case Forge.GITLAB:
            found = {"name": "gitlab", **found, "api_root": f"{origin}/api/v4"}
        case _:
            found = {"name": "gitea", **found, "api_root": f"{origin}/api/v1"}
    found["base_url"] = origin
    if access.app_id:
        return {**found, "auth_type": "pkce", "app_id": access.app_id}
    return {**found, "auth_methods": ["token"]}


def backend_hosts(place: Place) -> tuple[str, ...]:
    """The hosts that the editor talks to, as the policy of its page names them."""
    if is_local(place):
        return ()
    if place.hosting.forge is Forge.GITHUB:
        return _GITHUB
    return (f"https://{urlsplit(str(place.hosting.repository)).netloc}",)


def waits_for_review(place: Place) -> bool:
    """Whether changes wait for a second person; Forgejo has no such way in the editor."""
    forges = (Forge.GITHUB, Forge.GITLAB)
    reviewed = place.integrations.editor.review and place.hosting.forge in forges
    return reviewed and not is_local(place)
