"""The words of the playbook that stand in no chapter; a place may have changed its own."""

from __future__ import annotations

from pathlib import Path

import yaml

from oic_kit.errors import OicError
from oic_kit.say import _
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.template import template_root

Words = dict[str, str]
"""Words by key, such as `playbook_contents`, as `playbook/words/<language>.yaml` holds them."""

BOXES = ("minute", "do", "numbers", "templates", "pitfalls", "sources")
"""The six boxes of every chapter in their order; `playbook_box_<name>` is the heading of each."""

PARTS = 7
"""Parts of the book, numbered from 0."""


def playbook_words(language: str, folder: Path | None = None) -> Words:
    """Read the words of one language.

    Args:
        language: code of the language.
        folder: a generated folder; without one, the words that came with the kit.

    Raises:
        OicError: the file is missing, cannot be read, or lacks a word that the kit's own has.
    """
    own = _read(template_root(), language)
    if folder is None:
        return own
    found = _read(folder, language)
    if missing := sorted(own.keys() - found.keys()):
        raise OicError(
            _("playbook/words/{language}.yaml lacks: {keys}").format(
                language=language, keys=", ".join(missing)
            ),
            remedy=_(
                "Add these lines, or remove the file and run: oic-kit update --restore {path}"
            ).format(path=_path(language)),
        )
    return found


def _path(language: str) -> str:
    return f"playbook/words/{language}.yaml"


def _read(root: Path, language: str) -> Words:
    file = root / _path(language)
    try:
        held = kit_yaml(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise OicError(
            _("{file} cannot be read: {why}").format(file=file, why=error),
            remedy=_("Mend the file, or remove it and run: oic-kit update --restore {path}").format(
                path=_path(language)
            ),
        ) from error
    if not isinstance(held, dict):
        raise OicError(
            _("{file} holds no words.").format(file=file),
            remedy=_("Write one key and its text on each line."),
        )
    return {str(key): str(text) for key, text in held.items()}
