"""From a built page back to the file that an editor can mend."""

from __future__ import annotations

from oic_kit.model.content_kinds import KINDS
from oic_kit.services.checks.built_pages import BuiltPage
from oic_kit.services.checks.scene import Scene
from oic_kit.services.language_data import languages


def source_of(page: BuiltPage, scene: Scene) -> str:
    """The content file of a built page; the built file itself where no page stands behind it."""
    return sources_by_address(scene).get(page.path, page.shown)


def sources_by_address(scene: Scene) -> dict[str, str]:
    """The content file of every built page, by the path of the built one."""
    found = {}
    main = scene.place.main_language
    for page in scene.content.pages:
        start = "" if page.language == main else f"{page.language}/"
        paths = languages()[page.language].paths if page.language in languages() else {}
        own = getattr(page.meta, "url", "")
        parts = page.file.split("/")[1:-1]
        if own:
            address = own
        elif page.kind in KINDS and page.id:
            address = f"{paths.get(page.kind, page.kind)}/{page.id}/"
        elif page.file.startswith("content/_index"):
            address = ""
        else:
            address = "/".join([paths.get(parts[0], parts[0]), *parts[1:], ""])
        found[f"{start}{address}index.html"] = f"site/{page.file}"
    return found
