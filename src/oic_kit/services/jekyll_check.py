"""Hold a page that came from an old site against the schema of the new one, before it is written."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from oic_kit.model.content_kinds import model_of
from oic_kit.say import _
from oic_kit.services.faults import faults_of
from oic_kit.services.jekyll_draft import Draft
from oic_kit.services.page_body import findings_in, shortcodes_of


def refusal(draft: Draft, folder: Path) -> str:
    """Say why a page cannot be published; nothing when it holds.

    Args:
        draft: the page.
        folder: the generated folder, whose theme knows the shortcodes.
    """
    model = model_of((*draft.folder.split("/"), f"{draft.name}.de.md"))
    if model is None:
        return _("There is no place for it in the new site.")
    try:
        model.model_validate_json(json.dumps(draft.head))
    except ValidationError as error:
        found = faults_of(error, given=draft.head, model=model)
        return "; ".join(f"{fault.key}: {fault.cure}" for fault in found[:5])
    except UnicodeEncodeError:
        return _("It holds broken characters.")
    known = shortcodes_of(folder / "site")
    found_in_text = [
        f"{given}: {cure}" for _line, given, cure in findings_in(draft.body, shortcodes=known)
    ]
    return "; ".join(found_in_text[:3])
