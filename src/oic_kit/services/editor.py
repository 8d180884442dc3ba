"""Everything that a generated folder gets when the web editor is on: program, forms and policy."""

from __future__ import annotations

import json
from pathlib import Path

from oic_kit.model.editor_backend import is_local
from oic_kit.model.place import Place
from oic_kit.model.policy import as_meta, editor_policy
from oic_kit.services.editor_config import editor_config
from oic_kit.services.editor_help import editor_help
from oic_kit.services.editor_program import as_data, editor_program

PROGRAM = "static/admin/editor"
_START = b"""// Starts the editor; one that can only open a folder of this machine starts nowhere else.
const here = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
if (here || document.documentElement.dataset.local !== "true") {
  const { default: editor } = await import("./editor/index.js");
  document.querySelector("main")?.remove();
  await editor.init();
}
"""


def editor_files(place: Place, derived: Path | None = None) -> dict[str, bytes]:
    """The files of the editor: path below `.oic/derived/` and content; none when it is off.

    Args:
        place: the record.
        derived: the folder of the derived files, which may hold the program already.

    Raises:
        ProgramError: the program is missing and cannot be brought.
    """
    if not place.modules.editor:
        return {}
    program = editor_program(derived / PROGRAM if derived else None)
    about = {
        **as_data(program),
        "policy": as_meta(editor_policy(place)),
        "local": is_local(place),
        "help": editor_help(place),
    }
    return {
        **{f"{PROGRAM}/{path}": content for path, content in program.items()},
        "static/admin/start.js": _START,
        # JSON is YAML, and needs no thought about quotes.
        "static/admin/config.yml": _json(editor_config(place)),
        "data/editor.json": _json(about),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
