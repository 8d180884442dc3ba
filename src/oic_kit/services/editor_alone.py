"""Make the program of the web editor stand alone: it would fetch fonts and translations elsewhere.

The package is meant for build tools, which resolve its imports. Here, browsers read it as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from oic_kit.errors import ProgramError
from oic_kit.say import _
from oic_kit.services.language_data import languages

_FOLDER, _SCRIPT = "npm/", "npm/index.js"
_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
_NAMES = ("source-sans-3", "noto-mono", "material-symbols-outlined")
# English is inside the program; its British spelling serves whoever speaks none of our languages.
_FALLBACK = "en-GB"


def alone(held: Mapping[str, bytes]) -> dict[str, bytes]:
    """Turn the files of the package into those of a site.

    Args:
        held: content by path inside the package.

    Raises:
        ProgramError: the program is not built as expected.
    """
    found = {
        path.removeprefix(_FOLDER): content
        for path, content in held.items()
        if not path.startswith("locales/")
    }
    script = held.get(_SCRIPT, b"").decode("utf-8")
    for name in _NAMES:
        script = _with_font(script, name, held)
    if "`../locales/" not in script:
        raise _unexpected()
    # A browser imports scripts, not JSON.
    for path, content in held.items():
        if path.startswith("locales/"):
            code = path.removeprefix("locales/").removesuffix(".json")
            script = script.replace(f"`../locales/{code}.json`", f"`./locales/{code}.js`")
            found[f"locales/{code}.js"] = _words(code, content)
    found["index.js"] = script.encode("utf-8")
    return found


def _with_font(script: str, name: str, held: Mapping[str, bytes]) -> str:
    """Let a font come from beside the script; its address in the style is seen from the page."""
    start = script.find(f"{_FONTS}{name}")
    end = script.find(")", start)
    files = [path for path in held if path.startswith(f"npm/assets/{name}") and ".woff2" in path]
    if start < 0 or end < 0 or len(files) != 1:
        raise _unexpected()
    return script[:start] + files[0].replace(_FOLDER, "editor/") + script[end:]


def _words(code: str, content: bytes) -> bytes:
    """A translation as a script; languages that the kit does not speak get English."""
    if code == _FALLBACK or code in languages():
        return b"export default " + json.dumps(json.loads(content), ensure_ascii=False).encode()
    return f'export {{ default }} from "./{_FALLBACK}.js";\n'.encode()


def _unexpected() -> ProgramError:
    return ProgramError(
        _("The program of the web editor is not built as expected."),
        remedy=_("Please report it; until then, set modules.editor to false in place.yaml."),
    )
